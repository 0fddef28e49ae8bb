"""Media Bias/Fact Check, as the browser extension's JSON or a copy of its pages holds it. Factual reporting makes the score, never bias."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from credibility.floor.language import said
from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import RatesNothingError, Row, address, objects, read_rows
from credibility.outlets.lists.unknown.columns import columns_in
from credibility.outlets.lists.unknown.shapes import columns_of, table_rows
from credibility.outlets.lists.words import heading
from credibility.outlets.lists.words import label as plain_label

RATER = Rater(
    "mbfc",
    "Media Bias/Fact Check",
    30,
    url="https://mediabiasfactcheck.com/",
    licence="© Media Bias Fact Check: for your own use",
    scale="factual reporting, held within what the credibility label allows",
)
FACTUAL = {"very-high": 95.0, "high": 85.0, "mostly-factual": 70.0, "mixed": 47.0, "low": 25.0, "very-low": 8.0}
_PAGE = "mediabiasfactcheck.com"
_REPORTING = re.compile(r"\bfactual\b|\breporting\b|\bfactuality\b")
_COLUMNS = {
    "reporting": _REPORTING,
    "credibility": re.compile(r"credib"),
    "bias": re.compile(r"^bias"),
    "name": re.compile(r"name|^source$|^title$"),
}
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


def is_scrape(text: str) -> bool:
    """Whether the text is made from the site's pages: addresses of the pages, and a column of factual reporting."""
    head = text[:20_000]
    return "mediabiasfactcheck.com" in head and bool(_REPORTING.search(heading(head)))


def read_scrape(text: str) -> ReadList:
    """Read a table or JSON made from the site's pages, or the object by domain of the extension's version 2."""
    rows = table_rows(text)
    columns = columns_of(rows)
    pages = [column for column in columns if any(_PAGE in row.text(column) for row in rows[:50])]
    plan = {part: _called(words, [column for column in columns if column not in pages]) for part, words in _COLUMNS.items()}
    plan |= {"domain": _address_column(rows, columns), "url": pages[0] if pages else ""}
    return read_rows(text, RATER, (_told(row, plan) for row in rows), _entries)


def _called(words: "re.Pattern[str]", columns: Sequence[str]) -> str:
    return next((column for column in columns if words.search(heading(column))), "")


def _address_column(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """The column whose addresses lead to the most sites, which those of the pages about them do not."""
    return max(columns_in(rows, columns), key=lambda column: column.sites).name


def _told(row: Row, plan: Mapping[str, str]) -> Row:
    """The row with the cells that the extension has, its grades in the extension's spelling."""
    cells = {part: row.text(column) if column else "" for part, column in plan.items()}
    grade = plain_label(cells["reporting"]).replace(" ", "-")
    cells["reporting"] = next((known for known in sorted(FACTUAL, key=len, reverse=True) if grade.startswith(known)), grade)
    credible = plain_label(cells["credibility"])
    cells["credibility"] = next((f"{word}-credibility" for word in ("high", "medium", "low") if credible.startswith(word)), "")
    bias = plain_label(cells["bias"])
    cells["bias"] = "satire" if "satire" in bias else "conspiracy-pseudoscience" if "conspiracy" in bias else bias
    return Row(row.line, row.raw, cells)


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
        raise RatesNothingError(said("no factual reporting is given"))
    if reporting not in FACTUAL:
        raise ValueError(said("“{reporting}” is not a grade of factual reporting", reporting=reporting))
    told = [f"factual reporting {reporting}", *([f"{credibility}"] if credibility else []), *row.cells.get("questionable", ())]
    original = f"{reporting} / {credibility or 'no credibility label'}"
    yield ListEntry(
        row.line, key, score_of(reporting, credibility, bias), original, name, reason=", ".join(told).replace("-", " "), url=url
    )
