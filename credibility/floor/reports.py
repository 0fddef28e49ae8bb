"""The result of an import of corrections, in sentences."""

from credibility.model import CorrectionReport


def report_lines(report: CorrectionReport) -> tuple[str, ...]:
    """Such as "3 corrections were added."; what was not taken in is named."""
    lines = [f"{_corrections(report.added)} added.", f"{_corrections(report.known)} here already." if report.known else ""]
    if report.differing:
        quotes = "; ".join(f"“{_short(quote)}”" for quote in report.differing)
        lines.append(f"{_corrections(len(report.differing))} left out, because yours on the same words says otherwise: {quotes}.")
    if report.unknown_outlets:
        lines.append(
            f"These outlets are not in your table, so their claims have none until you add them: {', '.join(report.unknown_outlets)}."
        )
    if report.unreadable:
        lines.append(f"{report.unreadable} of the file’s entries cannot be read.")
    return tuple(filter(None, lines))


def _corrections(count: int) -> str:
    return "1 correction was" if count == 1 else f"{count} corrections were"


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:59]}…"
