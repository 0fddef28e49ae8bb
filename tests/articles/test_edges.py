"""The beginning and end of an article: standfirst above; last paragraph, provenance and author's note below; and lines inside it."""

import pytest

from credibility.articles.extract import extract
from credibility.articles.extraction.dom import body_of, parse
from credibility.articles.extraction.main_text import evidence_of
from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import segments_of, tokens_of
from credibility.articles.extraction.selection import select
from credibility.model import Article, Container, SavedPage
from tests.articles.bridge import PROSE, page, prose

ADA = Hints(authors=frozenset({"ada", "quill"}))


def last(article: Article) -> str:
    return article.text.split("\n")[-1]


def chosen(markup: str, hints: Hints = ADA) -> list[str]:
    """The segments selected from a body when the four paragraphs are the evidence."""
    evidence = evidence_of([tokens_of(paragraph) for paragraph in PROSE])
    segments = segments_of(body_of(parse(f"<html><body>{markup}</body></html>")), "https://news.example.org/town/bridge")
    return [segment.words for segment in select(segments, evidence, hints)]


@pytest.mark.parametrize(
    "note",
    [
        "More information: B. Wren et al. Bridges of the northern rivers, Example Journal of Stone (2019).",
        "Provided by Example River College",
        "A version of this article appeared in print on 5 March under the headline “Both Banks at Last”.",
        "This article was first published by The Tide Post.",
        "This story is part of a series on the rivers of Norland.",
        "Correction (6 March): The ferry has crossed the river since 1931, not 1913.",
        "An earlier version of this article gave the wrong name of the river.",
        "Additional reporting by Bram Oak in Norland.",
        "Quelle: Beispielkurier",
    ],
)
def test_below_its_end_an_article_tells_where_it_comes_from(note):
    assert chosen(f"<div>{prose()}</div><div>{note}</div><div>Print this page</div>") == [*PROSE, note]


@pytest.mark.parametrize("line", ["This article is for members only.", "This story is now closed.", "Sources of our daily news and more"])
def test_other_lines_below_its_end_are_left_out(line):
    assert chosen(f"<div>{prose()}</div><div>{line}</div><div>Print this page</div>") == [*PROSE]


def test_note_on_the_author_is_kept_and_the_rest_of_the_box_is_not():
    note = "Ada Quill has written about bridges since 1998. Her book is called River Works."
    box = f"<div class='author-box'><h4>Follow us</h4><p>{note}</p><p>The Example Courier is read in nine countries.</p></div>"
    assert chosen(f"<div>{prose()}</div>{box}") == [*PROSE, note]


def test_note_on_somebody_else_is_no_part_of_the_article():
    box = "<div class='author-box'><p>Bram Oak has written about ferries since 1998 and lives by the sea.</p></div>"
    assert chosen(f"<div>{prose()}</div>{box}") == [*PROSE]


def test_last_paragraph_is_kept_when_it_is_made_as_the_others_are():
    close = "The mayor himself, he says, will take the ferry on Monday and the bridge on Tuesday."
    assert chosen(f"<div class='entry'>{prose()}{close}</div>") == [*PROSE, close]
    assert chosen(f"<div class='entry'>{prose()}</div><footer><p>{close}</p></footer>") == [*PROSE]


def test_standfirst_is_found_above_a_long_row_of_buttons():
    buttons = "".join(f"<div><a href='#{number}'>Share {number}</a></div>" for number in range(60))
    summary = "The bridge took four years, one archaeologist and a great many cups of tea."
    body = f"<h1>The Bridge Opens</h1><div>{buttons}</div><h2 class='story-summary'>{summary}</h2><div class='entry'>{prose()}</div>"
    article = extract(SavedPage("b.html", Container.HTML, f"<html><body><main>{body}</main></body></html>", "utf-8", ""))
    assert article.text.split("\n")[0] == summary


def test_heading_that_reads_like_a_byline_is_none_below_two_paragraphs():
    assert "By road" in chosen(f"<div>{prose('<h2>By road</h2>')}</div>")


def test_captions_of_a_gallery_are_no_standfirst():
    slides = "".join(f"<p class='description'>A view of the river from pier {number}.</p>" for number in range(9))
    assert chosen(f"<h1>The Bridge Opens</h1><div>{slides}</div><div>{prose()}</div>") == [*PROSE]
    assert chosen(f"<h1>The Bridge Opens</h1><p class='description'>A view of the river from pier nine.</p><div>{prose()}</div>")[1:] == [
        *PROSE
    ]


def test_heading_keeps_its_picture_though_a_missing_post_stands_between():
    post = "<div><h3>This post cannot be shown</h3></div>"
    towers = "".join(f"<h2>Tower {tower}</h2>{post}<img src='{tower}.jpg'>" for tower in ("one", "two", "three"))
    kept = chosen(f"<div>{prose(towers, '<h2>The road</h2>')}</div>")
    assert [words for words in kept if words.startswith(("Tower", "This"))] == ["Tower one", "Tower two", "Tower three"]


def test_address_at_the_end_is_a_source_and_no_row_of_links():
    article = page(prose() + "<p><a href='https://town.example.org/plans'>https://town.example.org/plans</a></p>")
    assert last(article) == "https://town.example.org/plans"
