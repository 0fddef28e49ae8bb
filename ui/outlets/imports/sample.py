"""The first rows of an unknown list under its own columns, and how they are read."""

from functools import partial

from credibility.floor.language import in_figures, said, shown, tr
from credibility.model.lists import ListFile, SampleRow
from ui.basics.numbers import number_words
from ui.outlets.imports.models import ListColumn

Sampled = tuple[SampleRow, tuple[str, ...]]
"""How a row is read, and its cells."""


def sample_columns(file: ListFile) -> tuple[ListColumn[Sampled], ...]:
    """How a row is read, then the columns of the file under their own titles."""
    read: list[ListColumn[Sampled]] = [
        ListColumn(said("Line"), 56, lambda row: str(row[0].line), is_number=True),
        ListColumn(said("Read as"), 150, lambda row: row[0].address),
        ListColumn(
            said("Tier"),
            170,
            _outcome,
            lambda row: row[0].tier if row[0].score is not None else None,
        ),
    ]
    cells: list[ListColumn[Sampled]] = [
        ListColumn(name or tr("(no title)"), 130, partial(lambda place, row: row[1][place], place))
        for place, name in enumerate(file.columns)
    ]
    return (*read, *cells)


def read_words(sampled: int, rows: int, good: int) -> str:
    """How many of the first rows give a rating, in a sentence."""
    return tr("Of the first {sampled} of {rows} rows, {good} give a rating.", sampled=sampled, rows=number_words(rows), good=good)


def _outcome(row: Sampled) -> str:
    read = row[0]
    return shown(read.problem) or ("" if read.score is None else f"{tr(read.tier.label)} · {in_figures(read.score)}")
