"""The text around corrected words and the page it came from, by which corrections are found again in another copy of the page."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from credibility.model import Correction
from credibility.table.cells import statements


def write_passage(database: Database, correction: Correction, pages: Iterable[str]) -> None:
    """Store the text around a correction's words, and the identifiers of the page of its text. This is not a recorded edit."""
    around = {
        "fingerprint": correction.fingerprint,
        "quote": correction.quote,
        "starts": correction.span.start,
        "prefix": correction.prefix,
        "suffix": correction.suffix,
    }
    if correction.prefix or correction.suffix:
        statements.upsert(database, "passage", around, ("fingerprint", "quote", "starts"))
    for page in map(_storable, pages):
        statements.upsert(database, "corrected_page", {"page": page, "fingerprint": correction.fingerprint}, ("page", "fingerprint"))


def read_texts_of(database: Database, fingerprint: str, pages: Sequence[str]) -> tuple[str, ...]:
    """The fingerprints of the other texts that were read from these pages, in order."""
    marks = ", ".join("?" * len(pages))
    found = database.execute(
        f"SELECT DISTINCT fingerprint FROM corrected_page WHERE page IN ({marks}) AND fingerprint <> ? ORDER BY fingerprint",
        [*map(_storable, pages), fingerprint],
    )
    return tuple(str(row[0]) for row in found)


def _storable(page: str) -> str:
    """An identifier as SQLite can store it: its text must be UTF-8, a file name need not be."""
    return page.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
