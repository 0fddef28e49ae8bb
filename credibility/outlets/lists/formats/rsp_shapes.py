"""Wikipedia's perennial sources in other shapes than wikitext: JSON with a list of domains, and the table copied from the page."""

import json
import re
from collections.abc import Iterable

from credibility.floor.language import said
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.cells import addresses, day
from credibility.outlets.lists.formats import rsp
from credibility.outlets.lists.reading import RatesNothingError, Row, address, read_rows
from credibility.outlets.lists.unknown.shapes import table_rows
from credibility.outlets.lists.words import folded, heading
from credibility.outlets.lists.words import label as plain_label

_STATUSES = (
    ("b", "blacklist"), ("d", "deprecated"), ("gu", "generally unreliable"), ("gr", "generally reliable"), ("nc", "no consensus"),
    ("nc", "marginally reliable"), ("nc", "additional considerations"), ("nc", "mixed"),
)  # fmt: skip
"""Codes and the words of each; the first words that a status holds decide."""
_OF_THE_LIST = re.compile(r'"(?:last_?discussed|rsp_?last|blacklisted)"', re.IGNORECASE)
_TABLE = re.compile(r"^(?:Source|Name)\t+Status\b[^\n]*\b(?:Discussions|Last|Summary|Uses)\b", re.MULTILINE)
_QUALIFIED = re.compile(r"(.*?)\s*(\([^()]*\))?\s*(?:\[[^\]]*\])?\s*(?:WP:\S.*)?")
_SHORTCUT = re.compile(r"\s*(?:📌|WP:).*")


def is_rsp_json(text: str) -> bool:
    """Whether the text is JSON of the list: domains, a status in its words, when the source was last discussed."""
    head = text.lstrip()[:4000]
    return head[:1] in ("[", "{") and '"domains"' in head and '"status"' in head and bool(_OF_THE_LIST.search(head))


def is_rsp_table(text: str) -> bool:
    """Whether the text is the table as a browser copies it."""
    return bool(_TABLE.search(text[:2000]))


def read_rsp_json(text: str) -> ReadList:
    """Read the JSON; the domains of one object are one outlet. ValueError when it is not of that shape."""
    json.loads(text)
    return read_rows(text, rsp.RATER, table_rows(text), _entries)


def read_rsp_table(text: str) -> ReadList:
    """Read the copied table, whose outlets have names and no domains."""
    found = _TABLE.search(text)
    return read_rows(text, rsp.RATER, table_rows(text[found.start() :] if found else text, "table.tsv"), _entries)


def _entries(row: Row) -> Iterable[ListEntry]:
    name, qualifier = _name(row.text(_column(row, "name") or _column(row, "source")))
    status = _status(row, _column(row, "status"))
    keys = [address(text) for text in addresses(row.cells.get(_column(row, "domains")))]
    if not (keys or name):
        raise ValueError(said("the row names no source"))
    last = row.text(_column(row, "last") or _column(row, "rsp last"))
    blacklisted = status == "b" or row.text(_column(row, "blacklisted")).casefold() == "true"
    yield ListEntry(
        row.line,
        keys[0] if keys else "",
        rsp.BLACKLISTED if blacklisted else rsp.SCORES[status],
        ("d" if status == "b" else status) + ("+b" if blacklisted else ""),
        name,
        scope=rsp.read_qualifier(qualifier),
        reason="; ".join(filter(None, (rsp.WORDS.get(status, "on the spam blacklist"), f"last discussed {last}" if last else ""))),
        url=f"{rsp.RATER.url}#{name.replace(' ', '_')}" if name else rsp.RATER.url,
        rated_on=day(last),
        also=tuple(keys[1:]),
    )


def _column(row: Row, words: str) -> str:
    """The column whose heading begins with the words; "" when there is none."""
    return next((column for column in row.cells if heading(column).startswith(words)), "")


def _status(row: Row, column: str) -> str:
    words = plain_label(row.text(column))
    if words in (*rsp.SCORES, "b"):
        return words
    if words in ("m", "multiple", "several"):
        raise RatesNothingError(said("the row has several statuses and no single one"))
    found = next((code for code, part in _STATUSES if part in folded(words)), None)
    if found is None:
        raise ValueError(said("“{text}” is not a status of this list", text=row.text(column)))
    return found


def _name(text: str) -> tuple[str, str]:
    """A source's name and its qualifier: "HuffPost (politics)" without shortcuts and footnotes."""
    found = _QUALIFIED.fullmatch(_SHORTCUT.sub("", " ".join(text.split())))
    return (found[1], found[2] or "") if found else (text, "")
