"""“This is the article”: the blocks that the reader drops and includes are recognised when the file is read again."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credibility.articles.extract import blocks_on, extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, BlockChoice, Container, PageBlock, SavedPage
from credibility.sandbox.worker import ArticleWorker
from tests.articles import lighthouse


def saved(markup: str, container: Container = Container.HTML) -> SavedPage:
    return SavedPage("page.html", container, markup, "utf-8", "0" * 64)


PAGE = saved(lighthouse.page())
TEXT = saved(lighthouse.text(), Container.TEXT)


def block_with(blocks: tuple[PageBlock, ...], words: str) -> PageBlock:
    return next(block for block in blocks if words in block.text)


def keep(page: SavedPage, change) -> BlockChoice:
    """The choice after applying `change` to the set of kept numbers."""
    blocks = blocks_on(page)
    kept = {block.number for block in blocks if block.kept}
    change(kept, blocks)
    return BlockChoice.of(blocks, kept)


@pytest.mark.parametrize("page", [PAGE, TEXT])
def test_an_empty_choice_is_the_article_as_it_was_found(page):
    assert extract(page, BlockChoice()) == extract(page)
    assert BlockChoice.of(blocks_on(page), {block.number for block in blocks_on(page) if block.found}).is_empty


@pytest.mark.parametrize("page", [PAGE, TEXT])
def test_what_is_kept_is_the_article_in_its_order(page):
    article = extract(page)
    kept = [block.text for block in blocks_on(page) if block.kept]
    written = [article.images[b.image].alt if b.image is not None else b.span.of(article.text) for b in article.blocks]
    assert kept == written


def test_the_page_shows_what_was_left_out_too():
    blocks = blocks_on(PAGE)
    assert not block_with(blocks, lighthouse.COMMENT).kept
    assert not block_with(blocks, lighthouse.TITLE).kept
    assert block_with(blocks, lighthouse.PARAGRAPHS[0]).kept


def test_a_dropped_paragraph_is_gone_and_the_others_stay():
    choice = keep(PAGE, lambda kept, blocks: kept.discard(block_with(blocks, "nine in ten").number))
    article = extract(PAGE, choice)
    assert "nine in ten" not in article.text
    assert len(article.blocks) == len(extract(PAGE).blocks) - 1


def test_an_included_comment_becomes_text_and_is_a_comment_no_more():
    choice = keep(PAGE, lambda kept, blocks: kept.add(block_with(blocks, lighthouse.COMMENT).number))
    article = extract(PAGE, choice)
    assert lighthouse.COMMENT in article.text
    assert lighthouse.COMMENT not in " ".join(comment.text for comment in article.comments)


def test_links_of_an_included_block_are_kept():
    teaser = '<nav><p><a href="https://tide.example/story">The pier again</a></p></nav><h1>'
    page = saved(lighthouse.page().replace("<h1>", teaser, 1))
    assert "The pier again" not in extract(page).text
    choice = keep(page, lambda kept, blocks: kept.add(block_with(blocks, "The pier again").number))
    assert "https://tide.example/story" in [link.url for link in extract(page, choice).links]


def test_a_choice_survives_a_page_that_has_grown():
    choice = keep(PAGE, lambda kept, blocks: kept.discard(block_with(blocks, "nine in ten").number))
    grown = saved(lighthouse.page().replace("<h1>", "<p>Sign up for our letter.</p><h1>"))
    assert "nine in ten" not in extract(grown, choice).text


def test_the_same_words_twice_are_two_blocks():
    page = saved("<article><p>Every lamp was lit.</p><p>Every lamp was lit.</p></article>")
    first, second = (block for block in blocks_on(page) if "lamp" in block.text)
    assert first.key != second.key


def test_parts_grow_outwards():
    blocks = blocks_on(PAGE)
    first, item = block_with(blocks, lighthouse.PARAGRAPHS[0]), block_with(blocks, "The stairs are mended")
    sizes = [sum(part in block.parts for block in blocks) for part in item.parts]
    assert sizes == sorted(set(sizes))
    assert sizes[0] == 2
    assert sizes[-1] == len(blocks)
    assert set(first.parts) & set(item.parts)


def test_an_article_without_any_text_is_refused():
    with pytest.raises(ArticleError, match="No article"):
        extract(PAGE, keep(PAGE, lambda kept, blocks: kept.clear()))


def test_the_guarded_process_knows_blocks_and_choice(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(lighthouse.page(), encoding="utf-8")
    with ArticleWorker() as worker:
        assert worker.blocks(path) == blocks_on(load_page(path))
        choice = keep(load_page(path), lambda kept, blocks: kept.discard(block_with(blocks, "nine in ten").number))
        assert "nine in ten" not in worker.article(path, choices={"": choice}).text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_markup_has_numbered_blocks_with_keys_of_their_own(markup):
    blocks = blocks_on(saved(markup))
    assert [block.number for block in blocks] == list(range(len(blocks)))
    assert len({block.key for block in blocks}) == len(blocks)
