"""Small lists of our own, one for each trap, with the ratings that are right."""

from credibility.model import Rater
from credibility.model.lists import ColumnMapping, ReadList
from credibility.outlets.lists.unknown.guessing import guess_mapping
from credibility.outlets.lists.unknown.shapes import table_rows
from credibility.outlets.lists.unknown.table import read_table

RATER = Rater("class", "Class 2b", 5)


def guess(text: str, name: str = "list.csv") -> ColumnMapping:
    return guess_mapping(table_rows(text, name))


def read_by_guess(text: str, name: str = "list.csv") -> ReadList:
    rows = table_rows(text, name)
    return read_table(text, rows, guess_mapping(rows), RATER)


def rated(text: str, name: str = "list.csv") -> dict[str, float | None]:
    """Scores by address, or by name where there is none."""
    return {entry.key or entry.name: entry.score for entry in read_by_guess(text, name).entries}


def told(lines: str) -> str:
    """Lines without their indentation."""
    return "\n".join(line.strip() for line in lines.strip().splitlines()) + "\n"
