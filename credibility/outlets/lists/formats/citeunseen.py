"""Cite Unseen: domains by category. Perennial-source categories rate; the others say what an outlet is."""

import json
from collections.abc import Iterable, Iterator

from credibility.floor.language import said
from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.formats import rsp
from credibility.outlets.lists.reading import RatesNothingError, Row, address, read_rows

RATER = Rater(
    "citeunseen",
    "Cite Unseen",
    60,
    url="https://meta.wikimedia.org/wiki/Cite_Unseen",
    licence="CC BY-SA 4.0",
    scale="perennial-source categories as in Wikipedia's list",
)
_SCORES = {
    "rspGenerallyReliable": ("gr", rsp.SCORES["gr"]),
    "rspMarginallyReliable": ("nc", rsp.SCORES["nc"]),
    "rspGenerallyUnreliable": ("gu", rsp.SCORES["gu"]),
    "rspDeprecated": ("d", rsp.SCORES["d"]),
    "rspBlacklisted": ("d+b", rsp.BLACKLISTED),
}
_KINDS = {
    "advocacy": OutletKind.NGO,
    "blogs": OutletKind.BLOG,
    "community": OutletKind.PLATFORM,
    "editable": OutletKind.PLATFORM,
    "government": OutletKind.GOV,
    "news": OutletKind.NEWS,
    "predatory": OutletKind.JOURNAL,
    "press": OutletKind.PRESS_RELEASE,
    "satire": OutletKind.SATIRE,
    "social": OutletKind.PLATFORM,
    "sponsored": OutletKind.PRESS_RELEASE,
    "tabloids": OutletKind.NEWS,
    "tvPrograms": OutletKind.BROADCASTER,
}


def is_citeunseen(text: str) -> bool:
    """Whether the text is such a file."""
    return text.lstrip().startswith("{") and '"rspGenerallyReliable"' in text


def read_citeunseen(text: str) -> ReadList:
    """Read the file; each domain of each category is one row. ValueError when it is no JSON of that shape."""
    return read_rows(text, RATER, _rows(json.loads(text)), _entries)


def _rows(categories: dict[str, list[str]]) -> Iterator[Row]:
    line = 0
    for category, domains in categories.items():
        for domain in domains:
            line += 1
            yield Row(line, f"{category}: {domain}", {"category": category, "domain": domain})


def _entries(row: Row) -> Iterable[ListEntry]:
    category = row.text("category")
    if "?" in row.text("domain"):
        raise ValueError(said("the address is a pattern of a query, not of a site"))
    if category in _SCORES:
        original, score = _SCORES[category]
        yield ListEntry(row.line, address(row.text("domain")), score, original, reason=f"category {category}")
    elif category in _KINDS:
        yield ListEntry(row.line, address(row.text("domain")), None, category, kind=_KINDS[category], reason=f"category {category}")
    else:
        raise RatesNothingError(said("the category {category} neither rates nor tells a kind", category=category))
