"""Media Bias/Fact Check, as the browser extension's JSON holds it. Factual reporting makes the score; bias never does."""

import json
from collections.abc import Iterable

from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import RatesNothingError, Row, address, objects, read_rows

RATER = Rater(
    "mbfc",
    "Media Bias/Fact Check",
    30,
    url="https://mediabiasfactcheck.com/",
    licence="© Media Bias Fact Check: for your own use",
    scale="factual reporting, held within what the credibility label allows",
)
FACTUAL = {"very-high": 95.0, "high": 85.0, "mostly-factual": 70.0, "mixed": 47.0, "low": 25.0, "very-low": 8.0}
_LOW_AT_MOST = 35.0
_MEDIUM_BETWEEN = (45.0, 75.0)


def is_mbfc(text: str) -> bool:
    """Whether the text looks like the extension's file."""
    head = text[:20_000]
    return text.lstrip().startswith("{") and '"biases"' in head and "mediabiasfactcheck.com" in head


def read_mbfc(text: str) -> ReadList:
    """Read the file. ValueError when it is no JSON of that shape."""
    sources = json.loads(text)["sources"]
    return read_rows(text, RATER, objects(sources), _entries)


def score_of(reporting: str, credibility: str, bias: str) -> float:
    """Factual reporting as a score. Low credibility and conspiracy hold it down, medium credibility holds it in the middle."""
    score = FACTUAL[reporting]
    if credibility == "low-credibility" or bias == "conspiracy-pseudoscience":
        return min(score, _LOW_AT_MOST)
    if credibility == "medium-credibility":
        return min(max(score, _MEDIUM_BETWEEN[0]), _MEDIUM_BETWEEN[1])
    return score


def _entries(row: Row) -> Iterable[ListEntry]:
    key, name, url = address(row.text("domain")), row.text("name"), row.text("url") or None
    bias, reporting, credibility = row.text("bias"), row.text("reporting"), row.text("credibility")
    if bias == "satire":
        yield ListEntry(row.line, key, None, "satire", name, OutletKind.SATIRE, reason="listed as satire", url=url)
        return
    if not reporting:
        raise RatesNothingError("no factual reporting is given")
    if reporting not in FACTUAL:
        raise ValueError(f"“{reporting}” is not a grade of factual reporting")
    told = [f"factual reporting {reporting}", *([f"{credibility}"] if credibility else []), *row.cells.get("questionable", ())]
    original = f"{reporting} / {credibility or 'no credibility label'}"
    yield ListEntry(
        row.line, key, score_of(reporting, credibility, bias), original, name, reason=", ".join(told).replace("-", " "), url=url
    )
