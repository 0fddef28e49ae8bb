"""The columns of the ratings table: one row each."""

from collections.abc import Callable
from dataclasses import dataclass

from credibility.floor.language import said, said_as, shown, tr
from credibility.model import OutletRow
from ui.basics.dates import day_words
from ui.outlets.kinds import kind_in_the_table


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names the column to the query's sort, `edits` is what an in-place edit changes: an outlet's field, "rating" or nothing."""

    key: str
    title: str
    width: int
    words: Callable[[OutletRow], str]
    edits: str = ""
    is_number: bool = False


def _score(row: OutletRow) -> str:
    return "" if row.score is None else f"{row.score:.0f}"


def _raters(row: OutletRow) -> str:
    count = str(row.raters) if row.raters else ""
    return f"{count} ≠" if row.disagreeing else count


COLUMNS = (
    Column("name", said("Outlet"), 180, lambda row: row.name, "name"),
    Column("slug", said("Domain"), 140, lambda row: row.slug),
    Column("tier", said("Tier now"), 142, lambda row: tr(row.tier.label), "rating"),
    Column("score", said("Score"), 64, _score, "rating", is_number=True),
    Column("rater", said("Rated by"), 132, lambda row: row.rater),
    Column("rated_on", said_as("date", "On"), 92, lambda row: day_words(row.rated_on) if row.rated_on else ""),
    Column("raters", said("Raters"), 66, _raters, is_number=True),
    Column("reason", said("Reason"), 230, lambda row: row.reason, "rating"),
    Column("kind", said("Kind"), 110, lambda row: kind_in_the_table(row.kind.value), "kind"),
    Column("country", said("Country"), 74, lambda row: row.country, "country"),
    Column("notes", said("Notes"), 180, lambda row: row.notes, "notes"),
)


def column_of(key: str) -> int:
    """The place of a column."""
    return next(place for place, column in enumerate(COLUMNS) if column.key == key)


def spoken(title: str, words: str) -> str:
    """A cell for whoever hears the table: "Score: 72", "Reason: none"."""
    return f"{shown(title)}: {words or tr('none')}"
