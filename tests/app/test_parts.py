"""Several articles in one file: the part that is read, the choices for each, and the one read last."""

import sqlite3

import pytest

from app.workspace import Workspace, open_files
from credibility.model import ArticleError, BlockChoice
from tests.articles import lighthouse

SURVEY = "nine in ten fishermen"


@pytest.fixture
def crawl(write):
    return write("crawl.warc", lighthouse.crawl())


def without_the_survey(workspace: Workspace) -> BlockChoice:
    blocks = workspace.page_blocks()
    return BlockChoice.of(blocks, {block.number for block in blocks if block.kept and SURVEY not in block.text})


def test_a_named_part_is_read_else_the_main_one(workspace, crawl):
    first = workspace.open_article(crawl).article
    assert (first.part, len(first.parts)) == (1, 4)
    ferry = workspace.open_article(crawl, part=2).article
    assert (ferry.part, ferry.title) == (2, "Ferry & fog: what “nine days” cost")
    assert workspace.reading.article is ferry
    with pytest.raises(ArticleError, match="no page number 8"):
        workspace.open_article(crawl, part=7)
    assert workspace.reading.article is ferry


def test_what_was_chosen_for_one_part_says_nothing_about_another(workspace, write):
    """Both pages of the archive have the same paragraphs, so a choice for one would show if it affected the other."""
    other = lighthouse.page().replace("<nav>", "<nav>Another edition ")
    path = write("two.zip", lighthouse.zipped({"index.html": lighthouse.page(), "later.html": other}))
    assert SURVEY in workspace.open_article(path, part=1).article.text
    assert SURVEY not in workspace.choose_blocks(without_the_survey(workspace)).article.text
    assert [block.kept for block in workspace.page_blocks() if SURVEY in block.text] == [False]
    assert SURVEY in workspace.open_article(path, part=0).article.text
    assert [block.kept for block in workspace.page_blocks() if SURVEY in block.text] == [True]
    with Workspace.at() as later:
        assert SURVEY not in later.open_article(path, part=1).article.text
        assert SURVEY in later.open_article(path, part=0).article.text


def test_the_blocks_chosen_in_a_part_keep_it_open(workspace, crawl):
    workspace.open_article(crawl, part=3)
    article = workspace.choose_blocks(BlockChoice()).article
    assert article.part == 3


def test_the_part_read_last_is_opened_again_wherever_the_file_lies(workspace, crawl):
    workspace.open_article(crawl, part=3)
    copy = crawl.with_name("copy.warc")
    copy.write_bytes(crawl.read_bytes())
    with Workspace.at() as later:
        assert later.open_article(copy).article.part == 3
        later.open_article(copy, part=1)
    with Workspace.at() as later:
        assert later.open_article(crawl).article.part == 1


def test_a_part_that_could_not_be_read_is_not_remembered(workspace, write):
    pages = {"index.html": lighthouse.page(), "menu.html": f"<title>Menu</title><nav>{'<a href=/>Ships and tides</a> ' * 20}</nav>"}
    path = write("two.zip", lighthouse.zipped(pages))
    before = workspace.open_article(path)
    with pytest.raises(ArticleError):
        workspace.open_article(path, part=1)
    assert workspace.reading is before
    assert workspace.open_article(path).article.part == 0


def test_reading_goes_on_when_the_part_cannot_be_remembered(workspace, crawl, home):
    workspace.table.store.session.database.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(home / "ratings.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert workspace.open_article(crawl, part=2).article.part == 2
    other.close()
    assert any("Which part of this file you read cannot be remembered" in notice for notice in workspace.notices)


def test_a_workspace_that_does_not_follow_the_reader_takes_the_main_part_and_remembers_none(workspace, crawl):
    workspace.open_article(crawl, part=3)
    with Workspace.at(files=open_files(follows_reader=False)) as headless:
        assert headless.open_article(crawl).article.part == 1
        headless.open_article(crawl, part=0)
    assert workspace.open_article(crawl).article.part == 3
