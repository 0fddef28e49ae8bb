"""Ad Fontes Media's ratings, which its customers have: reliability 0–64 beside a bias around 0. Read for the user, never shipped."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from credibility.model import Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.cells import figure
from credibility.outlets.lists.reading import Row, address, number, read_rows
from credibility.outlets.lists.unknown.columns import columns_in
from credibility.outlets.lists.unknown.shapes import columns_of, table_rows
from credibility.outlets.lists.words import heading

RATER = Rater(
    "adfontes",
    "Ad Fontes Media",
    26,
    url="https://adfontesmedia.com/",
    licence="proprietary: for your own use",
    scale="reliability 0–64: 40 and above, generally good, → 60–100; 24–40, a range of possibilities, → 40–59; "
    "below 24, generally problematic, → below 40, and below 16 → below 20",
)
_KNOTS = ((0.0, 0.0), (16.0, 20.0), (24.0, 40.0), (40.0, 60.0), (48.0, 80.0), (64.0, 100.0))
_BEST = 64.0
_FURTHEST = 42.0
_RELIABILITY = re.compile(r"\breliability\b|\bquality\b")
_BIAS = re.compile(r"\bbias\b")
_NAME = re.compile(r"\bsource\b|\bmoniker\b|\bname\b|\boutlet\b")
_LOOKED_AT = 200  # rows


def is_adfontes(text: str) -> bool:
    """Whether the text is a table of reliability within 0–64 beside a bias on both sides of 0, both with decimals."""
    head = heading(text[:2_000])
    if not (_RELIABILITY.search(head) and _BIAS.search(head)):
        return False
    try:
        rows = table_rows(text)[:_LOOKED_AT]
    except ValueError:
        return False
    return bool(_figures(rows, _RELIABILITY, _is_reliability) and _figures(rows, _BIAS, _is_bias))


def read_adfontes(text: str) -> ReadList:
    """Read the table; bias is never looked at."""
    rows = table_rows(text)
    columns = columns_of(rows)
    sites = max(columns_in(rows, columns), key=lambda column: column.sites)
    plan = {
        "address": sites.name if sites.sites else "",
        "name": next((column for column in columns if _NAME.search(heading(column))), ""),
        "reliability": _figures(rows, _RELIABILITY, _is_reliability),
    }
    return read_rows(text, RATER, (_told(row, plan) for row in rows), _entries)


def score_of(reliability: float) -> float:
    """The score of a figure of reliability, linear between the ends of what Ad Fontes says in words."""
    place = min(bisect_right(_KNOTS, (reliability, 101.0)), len(_KNOTS) - 1)
    (left, low), (right, high) = _KNOTS[place - 1], _KNOTS[place]
    return round(low + (reliability - left) / (right - left) * (high - low), 1)


def _figures(rows: Sequence[Row], named: "re.Pattern[str]", fits: Callable[[Sequence[float]], bool]) -> str:
    """The column of that name whose figures fit; "" when there is none."""
    for column in columns_of(rows):
        values = [value for row in rows if (value := figure(row.text(column))) is not None]
        if named.search(heading(column)) and values and fits(values):
            return column
    return ""


def _is_reliability(values: Sequence[float]) -> bool:
    return min(values) >= 0 and 10 < max(values) <= _BEST and _has_decimals(values)


def _is_bias(values: Sequence[float]) -> bool:
    return min(values) < 0 < max(values) and all(abs(value) <= _FURTHEST for value in values) and _has_decimals(values)


def _has_decimals(values: Sequence[float]) -> bool:
    return any(value % 1 for value in values)


def _told(row: Row, plan: Mapping[str, str]) -> Row:
    return Row(row.line, row.raw, {part: row.text(column) if column else "" for part, column in plan.items()})


def _entries(row: Row) -> Iterable[ListEntry]:
    reliability = number(row.text("reliability"), 0, _BEST)
    key = address(row.text("address")) if row.text("address") else ""
    yield ListEntry(row.line, key, score_of(reliability), f"{reliability:g}", row.text("name"), reason=f"reliability {reliability:g} of 64")
