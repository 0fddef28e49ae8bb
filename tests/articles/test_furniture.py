"""Lines of the page's own within an article's text are left out; what looks like one and belongs to the text stays."""

import pytest

from credibility.articles.extract import extract
from credibility.model import Container, SavedPage
from tests.articles.bridge import PROSE, page, prose


@pytest.mark.parametrize(
    "appeal",
    [
        "Never miss the latest news by signing up to our newsletter today!",
        "Follow us on every network you can think of.",
        "We want to hear what you think about this article. Submit a letter to the editor.",
        "Lust auf mehr? Lass dir die besten Geschichten jede Woche in deinen Posteingang liefern.",
        "Jetzt registrieren und keine Ausgabe verpassen!",
        "Abonnez-vous pour recevoir chaque matin les nouvelles de la ville.",
        "¡Suscríbete hoy y recibe las noticias de la ciudad!",
        "Iscriviti alla nostra lettera di ogni settimana.",
        "Meld je aan voor het nieuws van de stad.",
    ],
)
def test_appeal_to_the_reader_is_left_out(appeal):
    assert appeal not in page(prose(f"<p>{appeal}</p>")).text


@pytest.mark.parametrize(
    "told",
    [
        "“Please subscribe to the ferry's own newsletter,” the captain told everybody who came aboard on Tuesday.",
        "The council has had a newsletter since March, and half of the town reads it every week with its breakfast.",
        "Residents signed up in great numbers for the first crossing, which will take place on the last day of May.",
    ],
)
def test_what_is_told_of_subscribing_stays(told):
    assert told in page(prose(f"<p>{told}</p>")).text


@pytest.mark.parametrize(
    "line",
    ["Last change: 14.02.2019", "Top stories at the Courier", "© Example Media", "Comments", "You may also like:", "No comments yet"],
)
def test_short_line_below_the_end_is_left_out(line):
    text = page(f"{prose()}<p>{line}</p>").text
    assert line not in text
    assert text.endswith(PROSE[-1])


@pytest.mark.parametrize(
    "below",
    [
        "<p>[The Bridge Keeper's Almanac, p. 41]</p>",
        "<p>(Graphic: crossings in 2019 - here)</p>",
        "<p>Reporting by Ada Quill</p>",
        "<ul><li>One bridge</li><li>Two ferries</li></ul>",
        "<table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2019</td><td>41</td></tr></table>",
    ],
)
def test_source_list_or_table_below_the_end_stays(below):
    article = page(prose() + below)
    assert not article.text.endswith(PROSE[-1])


def test_label_of_other_articles_stays_only_above_one():
    assert "Vous aimerez aussi" not in page(prose("<h2>Vous aimerez aussi</h2>")).text


def test_words_with_soft_hyphens_are_recognised():
    soft = [words.replace("e", "e\u00ad") for words in PROSE]
    article = page("".join(f"<p>{words}</p>" for words in soft), around="<nav><p>Home</p><p>Town</p></nav>")
    assert article.text == "\n".join(PROSE)


def test_reading_aids_above_characters_are_no_text():
    lines = "".join(
        f"<p><ruby>橋<rt>はし</rt></ruby>は夏の前に<ruby>開<rp>(</rp><rt>ひら</rt><rp>)</rp></ruby>くと{n}市長が話しました。</p>"
        for n in "一二三四"
    )
    markup = f"<html lang='ja'><head><title>橋が開く</title></head><body><article><h1>橋が開く</h1>{lines}</article></body></html>"
    text = extract(SavedPage("b.html", Container.HTML, markup, "utf-8", "")).text
    assert "橋は夏の前に開くと一市長が話しました" in text


def test_live_commentary_called_comments_is_the_article():
    minutes = "".join(
        f"<div class='live-match-comment'><div class='live-match-comment-body'>Minute {n}: {PROSE[n % 4]}</div></div>" for n in range(8)
    )
    body = f"<body><h1>Town against River</h1><p>Kick-off: 17:00</p>{minutes}</body>"
    markup = f"<html><head><title>Town against River</title></head>{body}</html>"
    article = extract(SavedPage("b.html", Container.HTML, markup, "utf-8", ""))
    assert all(words in article.text for words in PROSE)
    assert not article.comments


def test_text_that_a_script_would_have_shown_is_read():
    slides = "".join(f"<div class='slide' style='display:none'><p>{words} {words.replace('the', 'this')}</p></div>" for words in PROSE * 2)
    body = f"<body><article><h1>Eight bridges</h1><p>{PROSE[0]}</p>{slides}</article></body>"
    markup = f"<html><head><title>Eight bridges</title></head>{body}</html>"
    text = extract(SavedPage("b.html", Container.HTML, markup, "utf-8", "")).text
    assert all(words in text for words in PROSE)
