"""Lines within an article that lead to another one are kept with their link and marked."""

import pytest

from credibility.articles.extract import extract
from credibility.articles.text.pointers import is_label, is_pointer
from credibility.model import Article, BlockKind, Container, SavedPage
from tests.articles.bridge import PROSE, page, prose

WHALE = "Whale seen off the bay by three fishermen"


def pointers(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.pointer]


def test_labelled_line_between_two_paragraphs_is_kept_with_its_link():
    article = page(prose(f"<p><a href='/whale'>Read also: {WHALE}</a></p>"))
    assert article.text.split("\n") == [*PROSE[:2], f"Read also: {WHALE}", *PROSE[2:]]
    assert [link.url for link in article.links] == ["https://news.example.org/whale"]
    assert pointers(article) == [f"Read also: {WHALE}"]


@pytest.mark.parametrize(
    "label", ["Read more", "Lesen Sie auch:", "À lire aussi", "Lea también", "Leggi anche", "Lees ook", "Les også", "Baca juga", "関連記事"]
)
def test_label_brings_the_headline_in_its_box(label):
    box = f"<div class='teaser'><a href='/whale'><div>{label}</div><h3>{WHALE}</h3><p>4 min</p></a></div>"
    article = page(prose(box))
    assert pointers(article) == [label, WHALE]
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


def test_label_kept_as_a_heading_gets_its_headline_back():
    article = page(prose(f"<h3>Lire aussi :</h3><div class='promo'><a href='/whale'>{WHALE}</a></div>"))
    assert pointers(article) == ["Lire aussi :", WHALE]


def test_headline_of_a_box_that_is_named_so_is_kept_without_a_label():
    assert pointers(page(prose(f"<aside class='recommended pull-left'><a href='/whale'><p>{WHALE}</p></a></aside>"))) == [WHALE]


@pytest.mark.parametrize(
    "box",
    [
        # another site's headline is often an advertisement
        f"<aside class='recommended'><a href='https://shop.example.com/whale'><p>{WHALE}</p></a></aside>",
        # several are a list, which leads away from the article wherever it is
        f"<div class='related'><p><a href='/whale'>{WHALE}</a></p><p><a href='/seal'>Seal seen in the harbour by nobody</a></p></div>",
        f"<div><p>Read more</p><ul><li><a href='/whale'>{WHALE}</a></li><li><a href='/seal'>Seal seen by nobody at all</a></li></ul></div>",
        f"<div><p>Lesen Sie auch</p><p>Anzeige</p><p><a href='/whale'>{WHALE}</a></p></div>",
        "<p><a href='/letters'>Read more: half a year’s subscription for the price of a herring</a></p>",
    ],
)
def test_lists_and_advertisements_stay_out(box):
    assert page(prose(box)).text == "\n".join(PROSE)


def test_label_below_the_last_paragraph_is_no_part_of_the_article():
    assert page(f"{prose()}<p><a href='/whale'>Read also: {WHALE}</a></p>").text == "\n".join(PROSE)


def test_sentence_that_opens_like_a_label_is_no_pointer():
    sentence = "Read more than one book about bridges, the mayor said, before you build a second one over the same river."
    article = page(prose(f"<p>{sentence}</p>"))
    assert sentence in article.text
    assert not pointers(article)


def test_plain_text_has_pointers_too():
    text = "\n\n".join(["The Bridge Opens", *PROSE[:2], f"See also: {WHALE}", *PROSE[2:]])
    article = extract(SavedPage("bridge.txt", Container.TEXT, text, "utf-8", ""))
    assert pointers(article) == [f"See also: {WHALE}"]


def test_labels_are_told_whatever_stands_around_them():
    assert is_label(">> LESEN SIE AUCH:")
    assert not is_label("Related work")
    assert is_pointer("READ MORE | The ferry stays")
    assert not is_pointer("Related: " + "the ferry stays " * 20)
