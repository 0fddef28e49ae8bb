"""The choice “This is the article” is stored for a file by its content."""

import pytest
import typst

from app.workspace import Workspace
from credibility.model import ArticleError, BlockChoice


def without_the_repair(workspace: Workspace) -> BlockChoice:
    blocks = workspace.page_blocks()
    return BlockChoice.of(blocks, {block.number for block in blocks if block.kept and "the repair will cost" not in block.text})


def test_a_dropped_block_takes_its_claims_along_and_is_remembered(workspace, article):
    before = workspace.open_article(article)
    after = workspace.choose_blocks(without_the_repair(workspace))
    assert "the repair will cost" not in after.article.text
    assert len(after.claims) == len(before.claims) - 1
    copy = article.with_name("copy.html")
    copy.write_bytes(article.read_bytes())
    with Workspace.at() as another:
        assert another.open_article(copy).article == after.article
        marked = {block.text: (block.found, block.kept) for block in another.page_blocks()}
        assert marked[next(text for text in marked if "the repair will cost" in text)] == (True, False)


def test_an_empty_choice_forgets(workspace, article, home):
    before = workspace.open_article(article)
    workspace.choose_blocks(without_the_repair(workspace))
    assert workspace.choose_blocks(BlockChoice()).article == before.article
    assert workspace.table.store.choices.is_empty


def test_nothing_left_is_refused_and_the_article_stays(workspace, article):
    before = workspace.open_article(article)
    with pytest.raises(ArticleError, match="No article"):
        workspace.choose_blocks(BlockChoice.of(workspace.page_blocks(), ()))
    assert workspace.reading is before


def test_blocks_need_an_open_article(workspace):
    with pytest.raises(ArticleError, match="No article is open"):
        workspace.page_blocks()


@pytest.fixture
def paper(write, article):
    head = b'#set page(paper: "a5")\n#set text(lang: "en")\n= The bridge is closed\n'
    return write("bridge.pdf", typst.compile(head + b"Newsweek reported that the bridge will stay closed for a year.\n"))


def test_a_pdf_has_pages_on_which_its_claims_have_places(workspace, paper):
    reading = workspace.open_article(paper)
    assert workspace.has_pages
    print_ = workspace.pages()
    content = reading.claims[0].claim.content[0]
    (rect,) = print_.rects(content)
    assert (rect.page, rect.right > rect.left) == (0, True)
    picture = workspace.draw_page(0, 1.5)
    assert picture.width == pytest.approx(print_.pages[0].width * 1.5, abs=2)


def test_other_files_have_no_pages(workspace, article):
    workspace.open_article(article)
    assert not workspace.has_pages
    with pytest.raises(ArticleError):
        workspace.pages()
    assert workspace.open_article(article).claims
