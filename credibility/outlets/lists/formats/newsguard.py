"""NewsGuard's metadata file, which its customers have. Proprietary: read for the user, never shipped."""

from collections.abc import Iterable

from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.cells import day
from credibility.outlets.lists.reading import RatesNothingError, Row, address, csv_rows, number, read_rows

RATER = Rater(
    "newsguard",
    "NewsGuard",
    25,
    url="https://www.newsguardtech.com/",
    licence="proprietary: for your own use",
    scale="0–100 as given",
)
_KINDS = {"S": OutletKind.SATIRE, "P": OutletKind.PLATFORM}


def is_newsguard(text: str) -> bool:
    """Whether the text has this file's header."""
    return text.removeprefix("\ufeff").startswith("UUID,Domain,Parent Domain,Country")


def read_newsguard(text: str) -> ReadList:
    """Read the file. The twin of a row for "all countries" repeats it and is skipped."""
    return read_rows(text, RATER, csv_rows(text), _entries)


def _entries(row: Row) -> Iterable[ListEntry]:
    key, rating, country = address(row.text("Domain")), row.text("Rating"), row.text("Country")
    if country == "ALL":
        raise RatesNothingError("the row repeats one of a country")
    kind = _KINDS.get(rating)
    if kind is None and rating not in ("T", "N"):
        raise ValueError(f"“{rating}” is not a rating of this list")
    score = None if kind else number(row.text("Score"), 0, 100)
    flags = ", ".join(filter(None, (row.text("Flags"), row.text("Topics"))))
    yield ListEntry(
        row.line,
        key,
        score,
        row.text("Score") or rating,
        kind=kind,
        country=country if len(country) == 2 else None,
        language=row.text("Language") or None,
        reason=f"rating {rating}{f' ({flags})' if flags else ''}",
        rated_on=day(row.text("Last Updated")),
    )
