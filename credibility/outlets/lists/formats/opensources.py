"""OpenSources: up to three types per site, typed by hand, typing errors included."""

import csv
import io
from collections.abc import Iterable, Iterator

from credibility.floor.language import said
from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import RatesNothingError, Row, address, read_rows

RATER = Rater(
    "opensources",
    "OpenSources",
    50,
    url="https://github.com/BigMcLargeHuge/opensources",
    licence="available free for public use",
    scale="fake, conspiracy→10; unreliable, junksci, hate→30",
)
_SCORES = {"fake": 10.0, "conspiracy": 10.0, "unreliable": 30.0, "junksci": 30.0, "hate": 30.0}
_NO_RATING = frozenset({"bias", "political", "clickbait", "rumor", "reliable", "state", "blog"})
_KNOWN = _NO_RATING | {*_SCORES, "satire"}
_MEANT = {"fake news": "fake", "bais": "bias", "conpiracy": "conspiracy", "unrealiable": "unreliable", "satirical": "satire"}
_COLUMNS = ("domain", "type", "2nd type", "3rd type", "notes")


def is_opensources(text: str) -> bool:
    """Whether the text has this list's header, whose first cell is blank."""
    return text.removeprefix("\ufeff").startswith(",type,2nd type,3rd type")


def read_opensources(text: str) -> ReadList:
    """Read the list."""
    return read_rows(text, RATER, _rows(text), _entries)


def _rows(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    next(reader, None)
    for cells in reader:
        yield Row(reader.line_num, ",".join(cells), dict(zip(_COLUMNS, cells, strict=False)))


def _entries(row: Row) -> Iterable[ListEntry]:
    key = address(row.text("domain"))
    types = [_MEANT.get(word, word) for word in (row.text(column).lower() for column in _COLUMNS[1:4]) if word]
    unknown = next((word for word in types if word not in _KNOWN), None)
    if unknown:
        raise ValueError(said("“{unknown}” is not a type of this list", unknown=unknown))
    scores = [_SCORES[word] for word in types if word in _SCORES]
    kind = OutletKind.SATIRE if "satire" in types else None
    if not scores and kind is None:
        told = ", ".join(types) or said("no type")
        raise RatesNothingError(said("{types}: says nothing about reliability", types=told))
    score = None if kind else min(scores)
    yield ListEntry(row.line, key, score, ", ".join(types), kind=kind, reason=row.text("notes") or f"listed as {', '.join(types)}")
