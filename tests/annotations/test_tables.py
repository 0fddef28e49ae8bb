"""Tables on paper: each cell on its place of the grid, and a page on which the words fit."""

import pytest

from credibility.annotations.pdf.tables import columns_of, head_rows, on_grid, plan
from credibility.model import Block, BlockKind, Span

Extents = tuple[tuple[int, int], ...]


def row(words: str, extents: Extents = (), *, head: bool = False) -> tuple[Block, list[tuple[str, list[dict[str, object]]]]]:
    """A row of one-word cells, each with how many columns and rows it takes."""
    cells = words.split()
    block = Block(BlockKind.TABLE_ROW, Span(0, 0), level=int(head), cells=tuple(Span(0, 0) for _ in cells), extents=extents)
    return block, [(word, []) for word in cells]


def places(*rows: tuple[Block, list[tuple[str, list[dict[str, object]]]]]) -> dict[str, tuple[int, int, int, int]]:
    return {cell.words: (cell.x, cell.y, cell.columns, cell.rows) for cell in on_grid(rows)}


def test_cells_stand_in_their_columns_and_rows() -> None:
    assert places(row("a b"), row("c d")) == {"a": (0, 0, 1, 1), "b": (1, 0, 1, 1), "c": (0, 1, 1, 1), "d": (1, 1, 1, 1)}


def test_a_cell_that_spans_rows_keeps_its_columns_below() -> None:
    found = places(row("tall b c", ((1, 2), (1, 1), (1, 3))), row("d"), row("e f"))
    assert found["tall"] == (0, 0, 1, 2)
    assert (found["d"], found["e"], found["f"]) == ((1, 1, 1, 1), (0, 2, 1, 1), (1, 2, 1, 1))
    assert found["c"] == (2, 0, 1, 3)


def test_a_wide_cell_moves_the_next_and_yields_to_what_comes_from_above() -> None:
    assert places(row("wide b", ((2, 1), (1, 1))))["b"] == (2, 0, 1, 1)
    found = places(row("a b tall", ((1, 1), (1, 1), (1, 2))), row("wide", ((3, 1),)))
    assert found["wide"] == (0, 1, 2, 1)


def test_a_cell_ends_with_the_head_or_with_the_table() -> None:
    found = places(row("a b", ((1, 9), (1, 1)), head=True), row("c", head=True), row("d e", ((1, 9), (1, 1))), row("f"))
    assert (found["a"], found["c"]) == ((0, 0, 1, 2), (1, 1, 1, 1))
    assert (found["d"], found["e"], found["f"]) == ((0, 2, 1, 2), (1, 2, 1, 1), (1, 3, 1, 1))


@pytest.mark.parametrize(("heads", "count"), [((True, False, False), 1), ((True, True, False), 2), ((False, True), 0), ((True, True), 0)])
def test_a_head_is_what_stands_above_something(heads: tuple[bool, ...], count: int) -> None:
    assert head_rows([row("a", head=head)[0] for head in heads]) == count


def test_columns_are_those_of_the_widest_row() -> None:
    assert columns_of([row("a b c")[0], row("a b", ((4, 1), (1, 1)))[0]]) == 5


@pytest.mark.parametrize(
    ("letters", "columns", "landscape", "bands"),
    [(3, 4, False, 1), (14, 7, True, 1), (20, 20, True, 3)],
)
def test_words_fit_on_an_upright_page_else_on_one_lying_down_else_in_bands(letters: int, columns: int, landscape: bool, bands: int) -> None:
    cells = on_grid([row(" ".join(["w" * letters] * columns))])
    chosen = plan(cells, columns)
    assert (chosen.landscape, len(chosen.bands)) == (landscape, bands)
    ends = [end for _, end in chosen.bands]
    assert chosen.bands[0][0] == (0 if bands == 1 else 1) and ends[-1] == columns
    assert [start for start, _ in chosen.bands[1:]] == ends[:-1], "each band begins where the one before ends"
