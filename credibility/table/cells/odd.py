"""List the cells that another program filled with invalid values, and say how to fix each.

They never prevent the table from opening: `lenient` reads each as the least harmful value.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from credibility.floor.language import said
from credibility.outlets.rating.scopes import read_scope
from credibility.outlets.starter import read_rules
from credibility.table.cells import lenient

Execute = Callable[..., Any]
Test = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class OddCell:
    """One cell: where it is, what it contains, how it is read until it is fixed, and what to write instead."""

    table: str
    key: str
    column: str
    value: str
    taken: str
    mend: str
    outlet: str = ""

    def __str__(self) -> str:
        return said(
            "{table} {key}: {column} is “{value}”, {taken}; {mend}",
            table=self.table,
            key=self.key,
            column=self.column,
            value=self.value,
            taken=self.taken,
            mend=self.mend,
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a cell may contain, how it is read otherwise, and how to fix it."""

    is_fine: Test
    taken: str
    mend: str


def _can(read: Callable[[Any], object]) -> Test:
    def test(value: object) -> bool:
        try:
            read(value)
        except (ValueError, TypeError, AttributeError):
            return False
        return True

    return test


def _text(value: object) -> bool:
    return value is None or (isinstance(value, str) and "\ufffd" not in value)


def _between(low: float, high: float) -> Test:
    return lambda value: value is None or (isinstance(value, int | float) and low <= value <= high)


def _one_of(*values: object) -> _Rule:
    named = ", ".join(str(value) for value in values)
    return _Rule(
        lambda value: value in values, said("taken as “{value}”", value=str(values[-1])), said("write one of {values}", values=named)
    )


def _list_of(test: Test) -> Test:
    def fits(value: object) -> bool:
        read = lenient.structure(value)
        return isinstance(read, list) and all(map(test, read))

    return fits


_WORDS = _Rule(_text, said("shown with marks in place of what is not text"), said("write text in UTF-8"))
_DAY = _Rule(
    lambda value: value is None or (isinstance(value, str) and _can(date.fromisoformat)(value)),
    said("taken as the first day of that year or month, or as no date"),
    said("write a whole day such as 2024-05-31, or leave it empty (NULL)"),
)
_MOMENT = _Rule(
    _can(lambda value: datetime.fromisoformat(value.replace("Z", "+00:00"))), said("taken as 1970"), said("write 2024-05-31T12:00:00.000Z")
)
_FLAG = _Rule(lambda value: value in (0, 1), said("taken as 0 unless it is another number"), said("write 0 or 1"))
_COUNT = _Rule(lambda value: isinstance(value, int), said("taken as 0"), said("write a whole number"))
_WEIGHT = _Rule(lambda value: isinstance(value, int | float) and value > 0, said("taken as 1"), said("write a number above 0"))
_PERIOD = _Rule(
    lambda value: value is None or (isinstance(value, str) and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value) is not None),
    said("shown as it is"),
    said("write a year, a month or a day: 2024, 2024-05 or 2024-05-31"),
)
_SCORE = _Rule(_between(0, 100), said("taken as unrated"), said("write a number from 0 to 100, or leave it empty (NULL)"))
_SCOPE = _Rule(
    lambda value: isinstance(value, str) and _can(read_scope)(value),
    said("so the rating has no say"),
    said("write path:…, author:…, topic:… or dates:2013-, parted by semicolons, or nothing for the whole outlet"),
)
_RULES = _Rule(
    lambda value: isinstance(value, str) and _can(read_rules)(value),
    said("so the name is not looked for in text"),
    said("write plain, needs_the, needs_cue, needs_antecedent, needs_country, acronym or never, joined by +"),
)
_PAIRS = _Rule(
    _list_of(lambda pair: isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str)),
    said("so it is left out"),
    said('write JSON such as [["mine", true]], or delete the row'),
)
_OBJECT = _Rule(
    lambda value: isinstance(lenient.structure(value), dict), said("so it is left out"), said("write a JSON object, or delete the row")
)
_TEXTS = _Rule(_list_of(lambda each: isinstance(each, str)), said("taken as empty"), said("write a JSON list of texts, or delete the row"))
_ROW_BEFORE = _Rule(
    lambda value: value is None or isinstance(lenient.structure(value), dict), said("so it cannot be undone"), said("leave it")
)
_COUNTRY = _Rule(
    lambda value: value is None or (isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None),
    said("shown as it is"),
    said("write two capital letters such as GB, or leave it empty (NULL)"),
)
_LAST = _Rule(lambda value: isinstance(value, int), said("so the rater comes last"), said("write a whole number"))
_ANSWER = _Rule(lambda value: value in (0, 1, None), said("taken as not answered"), said("write 1, 0 or leave it empty (NULL)"))

_ORIGINS = ("starter", "mine", "imported")
_CHECKED: Mapping[str, tuple[tuple[str, ...], Mapping[str, _Rule]]] = {
    "outlet": (("slug",), {"kind": _one_of(*lenient.KINDS), "state": _one_of("controlled", "influenced", "public", "none"),
                           "country": _COUNTRY, "inherits": _FLAG, "active_from": _PERIOD, "active_to": _PERIOD, "inherits_until": _PERIOD,
                           "origin": _one_of(*_ORIGINS)}),
    "name": (("outlet", "text"), {"rules": _RULES, "kind": _one_of("short", "acronym", "foreign", "former", "name")}),
    "locator": (("key",), {"kind": _one_of("host", "path", "account", "shortener", "domain")}),
    "rater": (("slug",), {"precedence": _LAST,
                          "enabled": _FLAG, "retrieved_on": _DAY}),
    "rating": (("outlet", "rater"), {"scope": _SCOPE, "score": _SCORE, "rated_on": _DAY, "retrieved_on": _DAY,
                                     "status": _one_of(*_ORIGINS),
                                     "confidence": _Rule(_between(0, 1), said("taken as 1"), said("write a number from 0 to 1"))}),
    "correction": (("fingerprint", "quote"), {"kind": _one_of("not-a-claim", "other-outlet"), "starts": _COUNT, "ends": _COUNT}),
    "mending": (("fingerprint", "quote", "kind"),
                {"kind": _one_of("said", "source", "claim", "edges"), "starts": _COUNT, "ends": _COUNT}),
    "profile": (("name",), {"raters": _PAIRS}),
    "criterion": (("rater", "mark"), {"weight": _WEIGHT, "place": _COUNT}),
    "band": (("rater", "label"), {"score": _SCORE}),
    "answer": (("outlet", "rater", "criterion"),
               {"met": _ANSWER,
                "answered_on": _DAY}),
    "mapping": (("name",), {"columns": _OBJECT}),
    "choice": (("file", "part"), {"added": _TEXTS, "dropped": _TEXTS}),
    "last_part": (("file",), {}),
    "article": (("title",), {"opened_at": _MOMENT}),
    "citation": (("article", "outlet"), {"claims": _COUNT}),
    "change_set": (("id",), {"at": _MOMENT}),
    "change": (("id",), {"before": _ROW_BEFORE, "after": _ROW_BEFORE}),
    "list_import": (("id",), {"at": _MOMENT, "rows": _COUNT, "added": _COUNT, "changed": _COUNT, "merged": _COUNT,
                              "passed_over": _COUNT, "quarantined": _COUNT}),
    "quarantine": (("list_import",), {"line": _COUNT}),
}  # fmt: skip
_NUMBERS = ("score", "confidence", "precedence", "enabled", "inherits", "tier", "visit", "id", "change_set", "list_import")
_ASTRAY = (
    ("rating", "rater", "rater", "slug", said("so the rating has no say"), said("add the rater, or delete the row")),
    ("rating", "outlet", "outlet", "slug", said("so the rating has no say"), said("add the outlet, or delete the row")),
    ("name", "outlet", "outlet", "slug", said("so the name leads nowhere"), said("add the outlet, or delete the row")),
    ("locator", "outlet", "outlet", "slug", said("so the address leads nowhere"), said("add the outlet, or delete the row")),
    ("correction", "outlet", "outlet", "slug", said("so the claim has no outlet"), said("add the outlet, or delete the row")),
)


def odd_cells(execute: Execute) -> tuple[OddCell, ...]:
    """All invalid cells of the user's tables. `execute` is that of a connection to a database of any schema version."""
    present = {row[0] for row in execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = [cell for table in _CHECKED if table in present for cell in _odd_in(execute, table)]
    found += [cell for table, *rest in _ASTRAY if {table, rest[1]} <= present for cell in _astray(execute, table, *rest)]
    return tuple(found)


def _odd_in(execute: Execute, table: str) -> Iterator[OddCell]:
    keys, rules = _CHECKED[table]
    columns = [row[1] for row in execute(f"PRAGMA table_info({table})")]
    tested = [
        (place, column, rules.get(column, _WORDS)) for place, column in enumerate(columns) if column in rules or column not in _NUMBERS
    ]
    named = [columns.index(key) for key in keys]
    owner = columns.index("slug" if table == "outlet" else "outlet") if table == "outlet" or "outlet" in columns else None
    for row in execute(f"SELECT {', '.join(columns)} FROM {table}"):
        for place, column, rule in tested:
            if not rule.is_fine(row[place]):
                key = " · ".join(lenient.words(row[at]) for at in named)
                outlet = lenient.words(row[owner]) if owner is not None else ""
                yield OddCell(table, key, column, _shown(row[place]), rule.taken, rule.mend, outlet)


def _astray(execute: Execute, table: str, column: str, parent: str, key: str, taken: str, mend: str) -> Iterator[OddCell]:
    named = _CHECKED[table][0]
    rows = execute(
        f"SELECT {', '.join(named)}, {column} FROM {table} "
        f"WHERE {column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} WHERE {parent}.{key} = {table}.{column})"
    )
    for *keys, value in rows:
        told = said("{value}”, which is not in the table “{table}", value=_shown(value), table=parent)
        yield OddCell(table, " · ".join(map(lenient.words, keys)), column, told, taken, mend)


def _shown(value: object) -> str:
    text = lenient.words(value)
    return text if len(text) <= 60 else text[:59] + "…"
