"""NewsGuard's metadata file, which its customers have. Proprietary: read for the user, never shipped."""

from collections.abc import Iterable

from credibility.floor.language import said
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
    scale="its levels: 100→100, 75–99→60–79, 60–74→40–59, 40–59→20–39 (proceed with caution), 0–39→0–19 (maximum caution)",
)
_LEVELS = (
    (100.0, 100.0, 100.0, 100.0),
    (75.0, 100.0, 60.0, 79.9),
    (60.0, 75.0, 40.0, 59.9),
    (40.0, 60.0, 20.0, 39.9),
    (0.0, 40.0, 0.0, 19.9),
)
"""First and last point of each level, and the first and last score of its tier."""
_KINDS = {"S": OutletKind.SATIRE, "P": OutletKind.PLATFORM}


def is_newsguard(text: str) -> bool:
    """Whether the text has this file's header."""
    return text.removeprefix("\ufeff").startswith("UUID,Domain,Parent Domain,Country")


def read_newsguard(text: str) -> ReadList:
    """Read the file. The twin of a row for "all countries" repeats it and is skipped."""
    return read_rows(text, RATER, csv_rows(text), _entries)


def score_of(points: float) -> float:
    """The score of NewsGuard's points: each of its levels is a tier, so that "proceed with caution" (40–59) is low."""
    for least, most, low, high in _LEVELS:
        if points >= least:
            return round(low + (points - least) / (most - least) * (high - low), 1) if most > least else high
    raise ValueError(said("{points:g} is not within 0–100", points=points))


def _entries(row: Row) -> Iterable[ListEntry]:
    key, rating, country = address(row.text("Domain")), row.text("Rating"), row.text("Country")
    if country == "ALL":
        raise RatesNothingError(said("the row repeats one of a country"))
    kind = _KINDS.get(rating)
    if kind is None and rating not in ("T", "N"):
        raise ValueError(said("“{rating}” is not a rating of this list", rating=rating))
    score = None if kind else score_of(number(row.text("Score"), 0, 100))
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
