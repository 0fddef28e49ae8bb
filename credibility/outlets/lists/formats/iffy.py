"""The Iffy index, as published (ragged rows) and inside CRED-1. Only rows with its factual code rate anything."""

import csv
import io
from collections.abc import Iterable, Iterator

from credibility.floor.language import said
from credibility.model import Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import RatesNothingError, Row, address, csv_rows, read_rows

RATER = Rater("iffy", "Iffy index", 40, url="https://iffy.news/", licence="CC BY 4.0", scale="factual code: VL→5 L→20 M→35")
_CODES = {"VL": 5.0, "L": 20.0, "M": 35.0}
_WORDS = {"VL": "very low", "L": "low", "M": "mixed"}
# The published rows lack cells in the middle. Their beginning and end hold still, and what is there can be checked.
_FROM_LEFT = ("Domain", "Site Rank", "Year online", "Name", "MBFC Fact", "MBFC Bias", "MBFC cred", "Media Bias/Fact Check")
_FROM_RIGHT = ("Lang", "URL", "Score")


def is_iffy(text: str) -> bool:
    """Whether the text has the header of the index."""
    return text.removeprefix("\ufeff").startswith("Domain,Site Rank,")


def is_cred1(text: str) -> bool:
    """Whether the text has the header of CRED-1."""
    return text.removeprefix("\ufeff").startswith("domain,category,") and "iffy_factual" in text[:400]


def read_iffy(text: str) -> ReadList:
    """Read the index as published."""
    return read_rows(text, RATER, _anchored(text), _entries)


def read_cred1(text: str) -> ReadList:
    """Read the Iffy codes out of CRED-1."""
    return read_rows(text, RATER, csv_rows(text), _coded_entries)


def _anchored(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    next(reader, None)
    for cells in reader:
        if not cells:
            continue
        named = dict(zip(_FROM_LEFT, cells, strict=False)) | dict(zip(_FROM_RIGHT, cells[-len(_FROM_RIGHT) :], strict=False))
        short = len(cells) < len(_FROM_LEFT) + len(_FROM_RIGHT)
        yield Row(reader.line_num, ",".join(cells), {} if short else named)


def _entries(row: Row) -> Iterable[ListEntry]:
    if not row.cells:
        raise ValueError(said("the row has too few cells"))
    link = row.text("Media Bias/Fact Check")
    if link and not link.startswith("http"):
        raise ValueError(said("cells are out of place: “{link}” stands where a link should", link=link))
    float(row.text("Score") or "0")
    yield _entry(row, row.text("Domain"), row.text("MBFC Fact"), row.text("Name"), link or None, row.text("Lang") or None)


def _coded_entries(row: Row) -> Iterable[ListEntry]:
    if not row.text("iffy_factual"):
        raise RatesNothingError(said("the row has no Iffy code"))
    yield _entry(row, row.text("domain"), row.text("iffy_factual"), "", None, None)


def _entry(row: Row, domain: str, code: str, name: str, url: str | None, language: str | None) -> ListEntry:
    key = address(domain)
    if code in ("MF", "H", "VH"):
        raise RatesNothingError(said("the code {code} is not one the index rates by", code=code))
    if code not in _CODES:
        raise ValueError(said("“{code}” is not a factual code", code=code))
    return ListEntry(row.line, key, _CODES[code], code, name, language=language, reason=f"factual reporting {_WORDS[code]}", url=url)
