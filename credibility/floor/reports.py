"""The result of an import of corrections, in sentences."""

from collections.abc import Iterator

from credibility.floor.language import said, said_of
from credibility.model import CorrectionReport


def report_lines(report: CorrectionReport) -> tuple[str, ...]:
    """Such as "3 corrections were added."; what was not taken in is named."""
    return tuple(_lines(report))


def _lines(report: CorrectionReport) -> Iterator[str]:
    yield said_of(report.added, "{count} correction was added.", "{count} corrections were added.")
    if report.known:
        yield said_of(report.known, "{count} correction was here already.", "{count} corrections were here already.")
    if report.differing:
        yield said_of(
            len(report.differing),
            "{count} correction was left out, because yours on the same words says otherwise: {quotes}.",
            "{count} corrections were left out, because yours on the same words says otherwise: {quotes}.",
            quotes="; ".join(f"“{_short(quote)}”" for quote in report.differing),
        )
    if report.unknown_outlets:
        yield said(
            "These outlets are not in your table, so their claims have none until you add them: {outlets}.",
            outlets=", ".join(report.unknown_outlets),
        )
    if report.unreadable:
        yield said_of(report.unreadable, "{count} of the file’s entries cannot be read.", "{count} of the file’s entries cannot be read.")


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:59]}…"
