"""Very long texts are searched up to a limit, and the reader is told."""

import pytest

from credibility.model import Article, Block, BlockKind, Claims, Link, Span
from credibility.sandbox import reach
from credibility.sandbox.reach import CUT_OFF, told, within_reach


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "LONGEST", 20)


def article(*lines: str) -> Article:
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = blocks[-1].span.end + 1 if blocks else 0
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
    return Article("", text, tuple(blocks), "f", links=tuple(Link(block.span, "https://x.example/") for block in blocks))


def test_an_article_within_reach_is_left_as_it_is() -> None:
    whole = article("It is short.")
    assert within_reach(whole) is whole
    assert told(Claims(), whole).notes == ()


def test_whole_blocks_within_reach_are_searched_and_the_rest_is_told_of() -> None:
    whole = article("First line.", "Second.", "Third line, too far.")
    near = within_reach(whole)
    assert near.text == "First line.\nSecond."
    assert (near.blocks, near.links) == (whole.blocks[:2], whole.links[:2])
    assert told(Claims(), whole).notes == (CUT_OFF,)


def test_of_an_endless_line_its_first_sentences_are_searched() -> None:
    whole = article("One line. It is long. It never ends and never ends.")
    near = within_reach(whole)
    assert (near.text, near.blocks[0].span, near.links) == ("One line.", Span(0, 9), ())
    assert told(Claims(), whole).notes == (CUT_OFF,)


def test_one_endless_sentence_leaves_nothing_to_search() -> None:
    near = within_reach(article("One line that never ends and never ends."))
    assert (near.text, near.blocks, near.links) == ("", (), ())


def test_a_row_of_a_table_is_never_cut() -> None:
    row = Block(BlockKind.TABLE_ROW, Span(0, 32), cells=(Span(0, 16), Span(17, 32)))
    near = within_reach(Article("", "A cell. Another.\tAnd one. More…", (row,), "f"))
    assert near.blocks == ()
