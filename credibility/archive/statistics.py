"""What a store of readings tells: who cites whom, by publisher, period, tier and kind of source. No score for anybody.

Copies of one article count once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from credibility.archive.store import Cell, ReadingsStore
from credibility.floor.language import said

TOP = 20
"""Rows that each table has at most, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Which claims are counted: of one publisher, through one outlet (name or domain of each), published from a day on and before another.

    "" restricts nothing. Days are ISO 8601, and may be shortened to a month or a year.
    """

    publisher: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""

    def clause(self) -> tuple[str, tuple[str, ...]]:
        """The restriction as SQL, with its values."""
        parts, values = ["1"], list[str]()
        for words, columns in ((self.publisher, ("publisher", "host")), (self.outlet, ("outlet", "outlet_name"))):
            if words:
                parts.append("(" + " OR ".join(f"lower({column}) = lower(?)" for column in columns) + ")")
                values += [words] * len(columns)
        if self.since:
            parts.append("published >= ?")
            values.append(self.since)
        if self.until:
            parts.append("published < ?")
            values.append(self.until)
        return " AND ".join(parts), tuple(values)


@dataclass(frozen=True, slots=True)
class Statistic:
    """One table: its name, its columns, and its rows with the most claims first (periods in order); `more` rows were left out."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: int = 0


_TABLES: tuple[tuple[str, tuple[tuple[str, str], ...], str], ...] = (
    (said("who cites whom"), ((said("publisher"), "publisher"), (said("outlet"), "outlet_name")), "outlet IS NOT NULL"),
    (said("outlets cited"), ((said("outlet"), "outlet_name"),), "outlet IS NOT NULL"),
    (said("publishers"), ((said("publisher"), "publisher"),), "1"),
    (said("periods"), ((said("period"), "month"),), "1"),
    (said("tiers"), ((said("tier"), "coalesce(tier, 'no rating')"),), "outlet IS NOT NULL"),
    (said("kinds of source"), ((said("kind"), "kind"),), "1"),
)
"""Name, columns with their SQL, and which claims count."""

NAMES = tuple(name for name, _, _ in _TABLES)


def statistics(store: ReadingsStore, restriction: Restriction, top: int = TOP, names: tuple[str, ...] = NAMES) -> Iterator[Statistic]:
    """The tables in order. Each row ends with the number of claims and of articles."""
    where, values = restriction.clause()
    for name, columns, holds in _TABLES:
        if name not in names:
            continue
        shown = ", ".join(f"{sql} AS {column}" for column, sql in columns)
        keys = ", ".join(str(number) for number in range(1, len(columns) + 1))
        order = "1" if name == "periods" else f"claims DESC, {keys}"
        query = f"SELECT {shown}, count(*) AS claims, count(DISTINCT digest || part) AS articles FROM cites "
        query += f"WHERE {where} AND {holds} GROUP BY {keys}"
        rows = store.ask(f"{query} ORDER BY {order}", *values)
        kept = rows if name == "periods" else rows[:top]
        labels = tuple(column for column, _ in columns)
        yield Statistic(
            name,
            (*labels, said("claims"), said("articles")),
            tuple(tuple(_told(cell) for cell in row) for row in kept),
            len(rows) - len(kept),
        )


def _told(cell: Cell) -> Cell:
    return said("not known") if cell in (None, "") else cell
