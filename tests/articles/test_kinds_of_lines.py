"""Lines that a page's markup says little about: each kind with the twin that looks like it."""

import json
from html import escape

import pytest

from credibility.articles.extract import extract
from credibility.articles.extraction import webpage
from credibility.articles.extraction.segments import tokens_of
from credibility.model import Article, BlockKind, Container, SavedPage
from tests.articles.bridge import PROSE, page, prose

PICTURE = "<img src='/ferry.jpg' alt='The ferry at its pier'>"


def _lines(article: Article) -> list[str]:
    return article.text.split("\n")


def _find(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let the extractor find the four paragraphs and these lines."""
    monkeypatch.setattr(webpage, "main_lines", lambda _, **__: [tokens_of(line) for line in (*PROSE, *lines)])


def _tail(article: Article) -> str:
    return _lines(article)[-1]


def test_a_last_paragraph_that_is_set_as_a_heading_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Nobody on the quay could say in the end who had sold the tickets."
    _find(monkeypatch, told)
    assert _tail(page(f"{prose()}<h3>{told}</h3>")) == told


def test_a_last_heading_that_is_no_sentence_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    headline = "Who had sold the tickets on the quay in the end"
    _find(monkeypatch, headline)
    assert _tail(page(f"{prose()}<h3>{headline}</h3>")) == PROSE[-1]


def test_lines_of_code_may_be_the_same() -> None:
    code = "<pre>open ferry\nsail north\nclose ferry</pre>"
    article = page(prose(code, "<p>And then the same once more, for the way back to the town of Larkfield.</p>", code, code))
    assert _lines(article).count("sail north") == 3


def test_a_label_that_the_page_repeats_goes() -> None:
    label = "<p>Article content</p>"
    assert "Article content" not in page(prose(label, label, label, label)).text


def test_what_a_script_unfolds_stays() -> None:
    told = "The older bridge had stood in the river for two hundred years before a flood took its towers."
    assert told in page(prose(f"<div class='js_readmore'><p>{told}</p></div>")).text


def test_a_box_that_leads_to_more_goes() -> None:
    links = "".join(
        f"<p><a href='/{year}'>How the flood of {year} took both towers of the older bridge away</a></p>" for year in (1780, 1808)
    )
    assert "flood of" not in page(prose(f"<div class='js_readmore'>{links}</div>")).text


def test_a_standfirst_set_as_a_quotation_stays() -> None:
    lead = "The bridge took four years, three mayors and one discovery that nobody had been looking for."
    article = page(f"<div class='teaser-text'><blockquote><p>{lead}</p></blockquote></div>{prose()}")
    assert _lines(article)[0] == lead


def test_an_article_within_the_article_is_a_part_of_it() -> None:
    first = "There are several ways across the river, and the cheapest of them is not the one that most people take."
    article = page(f"<article class='c21'><p>{first}</p></article>{prose()}")
    assert _lines(article)[0] == first


def test_an_article_that_leads_elsewhere_is_none() -> None:
    teaser = "There are several towns along the river, and the smallest of them has the largest market of all."
    box = f"<article class='c21'><a href='/market'>The market</a><p>{teaser}</p></article>"
    assert teaser not in page(prose(box)).text


@pytest.mark.parametrize(
    "day", ["12.01.2022", "Mi, 18. Oktober 2023 um 12:50 Uhr", "Redaktion - 31. Januar 2022", "Oct 18, 2023", "3 de mayo de 2021"]
)
def test_a_day_beside_a_picture_is_no_caption(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _find(monkeypatch)
    article = page(prose(f"<div>{PICTURE}<div>{day}</div></div>"))
    assert not [block for block in article.blocks if block.kind is BlockKind.CAPTION]


@pytest.mark.parametrize(
    "told", ["On 14 March 2020 the ferry crossed the river for the last time before the great flood", "The pier in 1931"]
)
def test_a_line_about_a_picture_is_its_caption(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _find(monkeypatch)
    article = page(prose(f"<div>{PICTURE}<div>{told}</div></div>"))
    assert [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.CAPTION] == [told]


@pytest.mark.parametrize("sign", ["😀", ":)"])
def test_a_sign_within_a_line_is_read(sign: str) -> None:
    line = f"The captain laughed <img src='/smile.png' alt='{sign}'> when he was asked about the new bridge."
    assert f"The captain laughed {sign} when he was asked about the new bridge." in _lines(page(prose(f"<p>{line}</p>")))


def test_an_ornament_within_a_line_does_not_break_it() -> None:
    line = "Given a set of <img src='/n.svg' alt='N' aria-hidden='true'> towers, how many ferries does a river need?"
    assert "Given a set of towers, how many ferries does a river need?" in _lines(page(prose(f"<p>{line}</p>")))


def test_a_picture_between_two_lines_divides_them() -> None:
    pier, winter = "The ferry lies at its pier, and the pier is old.", "It will stay there for the winter, say its owners."
    assert f"{pier}\n{winter}" in page(prose(f"<p>{pier} {PICTURE} {winter}</p>")).text


@pytest.mark.parametrize("line", ["Table of contents", "Inhaltsverzeichnis:"])
def test_contents_that_are_not_listed_have_no_label(line: str) -> None:
    assert line not in page(prose(f"<p>{line}</p>")).text


def test_contents_that_are_listed_keep_theirs() -> None:
    listed = "<h3>Contents</h3><ul><li>the bridge and its two towers</li><li>the ferry and its two piers</li></ul>"
    assert "Contents\nthe bridge" in page(prose(listed)).text


@pytest.mark.parametrize(
    "appeal",
    [
        "You can become one of us for the price of a coffee. Cancel anytime.",
        "Das ist schön, und es geht jeden Monat. Jederzeit kündbar.",
        "Besuchen Sie unseren Larkfield-Shop mit Tassen und Mützen!",
        "Schauen Sie mal in unseren Fährennewsletter!",
    ],
)
def test_an_appeal_to_buy_goes(appeal: str) -> None:
    assert appeal not in page(prose(f"<p>{appeal}</p>")).text


def test_what_is_told_of_shops_stays() -> None:
    told = "Im Larkfield-Shop am Hafen kann man Tassen und Mützen kaufen, sagt die Stadt, und zwar seit dem Mai."
    assert told in page(prose(f"<p>{told}</p>"), language="de").text


def test_where_to_read_on_stays_below_the_end() -> None:
    line = "Mehr zu den Fahrzeiten bei der Reederei: kelpline.de"
    assert _tail(page(f"{prose()}<p>{line}</p>")) == line


def test_who_owns_the_rights_to_a_text_stays() -> None:
    owner = "© 2019 Larkfield Herald. All rights reserved. This text may not be published, broadcast or rewritten."
    assert _tail(page(f"{prose()}<p>{owner}</p>")) == owner


def test_an_article_in_the_data_of_an_attribute_is_read() -> None:
    told = "".join(f"<p>{line}</p>" for line in PROSE)
    data = escape(json.dumps({"user": None, "story": {"title": "The Bridge Opens", "text": told}}), quote=True)
    markup = f"<html><head><title>The Bridge Opens</title></head><body><p>Loading</p><div data-page='{data}'></div></body></html>"
    article = extract(SavedPage("bridge.html", Container.HTML, markup, "utf-8", "", "https://news.example.org/bridge", "saved-from"))
    assert article.text == "\n".join(PROSE)


def test_settings_in_an_attribute_are_no_article() -> None:
    data = escape(json.dumps({"labels": ["Next picture", "Close", "Back"] * 40}), quote=True)
    article = page(prose() + f"<div data-options='{data}'></div>")
    assert article.text == "\n".join(PROSE)
