"""Articles that a page holds elsewhere than in its body, pages that stand before an article, and what savers note about their copies."""

import json
import re
from html import escape

import pytest

from credibility.articles.detours.elsewhere import FROM_SCRIPTS, NOT_SHOWN
from credibility.articles.detours.walls import CUT_OFF
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError
from tests.articles import lighthouse
from tests.articles.test_containers import EXPECTED, opened, words

TEXT = "\n".join(lighthouse.PARAGRAPHS)
PARAGRAPHS = "".join(f"<p>{each}</p>" for each in lighthouse.PARAGRAPHS)
TITLE = f"<title>{lighthouse.TITLE}</title>"
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": lighthouse.TITLE,
    "datePublished": "2019-03-05T18:30:00+01:00",
}


def page(body: str, head: str = TITLE) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(NEWS | fields)}</script>"


@pytest.mark.parametrize(
    "name", ["tone-comment", "opinion comment", "js-comments", "comment", "comments-wrapper", "post-comments", "article comment-body"]
)
def test_a_wrapper_that_is_merely_called_comment_is_the_article(tmp_path, name):
    markup = page(
        f"<nav><a href='/'>Home</a></nav><main><article><h1>{lighthouse.TITLE}</h1><div class='{name}'>{PARAGRAPHS}</div></article></main>"
    )
    article = opened(tmp_path, "page.html", markup)
    assert article.text == TEXT
    assert article.comments == ()


def test_comments_below_an_article_are_still_no_text(tmp_path):
    article = opened(tmp_path, "page.html", lighthouse.page())
    assert lighthouse.COMMENT not in article.text
    assert len(article.comments) == 1


def test_behind_noscript(tmp_path):
    article = opened(
        tmp_path, "page.html", page(f"<div id='app'></div><noscript><article><h1>{lighthouse.TITLE}</h1>{PARAGRAPHS}</article></noscript>")
    )
    assert (article.title, article.text) == (lighthouse.TITLE, TEXT)


def test_in_a_frame_with_its_own_markup(tmp_path):
    article = opened(
        tmp_path, "page.html", page(f'<iframe srcdoc="<p>Buy a boat</p>"></iframe><iframe srcdoc="{escape(lighthouse.page())}"></iframe>')
    )
    assert words(article) == EXPECTED
    assert article.url == lighthouse.URL


def test_in_a_frame_of_an_mhtml_file(tmp_path):
    outer = "<html><head><title>x</title></head><body><nav>Home</nav><iframe src=3D'cid:frame-2@x'></iframe></body></html>"
    data = lighthouse.mhtml().replace(b"Content-Type: multipart", b"X: y\r\nContent-Type: multipart", 1)
    boundary = data.partition(b'boundary="')[2].partition(b'"')[0]
    head, _, rest = data.partition(b"--" + boundary)
    first = "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    first += f"Content-Location: {lighthouse.URL}\r\n\r\n{outer}\r\n"
    inner = re.sub(
        rb"Content-Location:\s+" + lighthouse.URL.encode(),
        b"Content-ID: <frame-2@x>\nContent-Location: https://x.example/frame",
        rest,
        count=1,
    )
    article = opened(tmp_path, "page.mhtml", head + b"--" + boundary + first.encode() + b"--" + boundary + inner)
    assert words(article) == EXPECTED
    assert article.url == lighthouse.URL


@pytest.mark.parametrize("body", [TEXT.replace("\n", "\n\n"), PARAGRAPHS])
def test_a_page_that_shows_the_beginning_gives_what_its_linked_data_holds(tmp_path, body):
    teaser = f"<article><h1>{lighthouse.TITLE}</h1><p>{lighthouse.PARAGRAPHS[0]}</p><p>Subscribe to continue reading.</p></article>"
    article = opened(tmp_path, "page.html", page(teaser, TITLE + linked(articleBody=body)))
    assert (article.text, article.notes) == (TEXT, (NOT_SHOWN,))
    assert article.published is not None


def test_a_page_that_shows_everything_is_not_read_from_its_linked_data(tmp_path):
    article = opened(tmp_path, "page.html", page(f"<article>{PARAGRAPHS}</article>", linked(articleBody=f"{TEXT}\nMore.")))
    assert (article.text, article.notes) == (TEXT, ())


BODY = [{"html": f"<p>{each}</p>"} for each in lighthouse.PARAGRAPHS]
STATE = {
    "props": {"article": {"headline": lighthouse.TITLE, "publishedAt": "2019-03-05", "body": BODY}, "menu": ["Home. Sport and more of it."]}
}


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(STATE)}</script>",
        f"<script>window.__PRELOADED_STATE__ = {json.dumps(STATE)};\nstart()</script>",
        f"<script>window.__STATE__={json.dumps({'page': {'title': lighthouse.TITLE, 'date': '2019-03-05', 'text': PARAGRAPHS}})}</script>",
    ],
)
def test_in_the_state_for_scripts(tmp_path, script):
    article = opened(tmp_path, "page.html", page(f"<div id='root'></div>{script}", ""))
    assert (article.title, article.text, article.notes) == (lighthouse.TITLE, TEXT, (FROM_SCRIPTS,))
    assert article.published is not None


WALLS = {
    "drawn by scripts": page("<div id='root'></div><script src='app.js'></script>"),
    "whether a person": page("<h1>Just a moment</h1><p>Verifying you are human. This may take a few seconds.</p>"),
    "about cookies": page(
        "<div><h2>We value your privacy</h2><p>We and our partners use cookies to store data.</p><p>Accept all cookies</p></div>"
    ),
}


@pytest.mark.parametrize("word", WALLS)
def test_what_stands_before_an_article_is_named(tmp_path, word):
    (tmp_path / "page.html").write_text(WALLS[word], "utf8")
    with pytest.raises(ArticleError, match=word):
        extract(load_page(tmp_path / "page.html"))


def test_a_text_that_is_cut_off_is_said_to_be(tmp_path):
    start = f"<article><h1>{lighthouse.TITLE}</h1>{''.join(f'<p>{each}</p>' for each in lighthouse.PARAGRAPHS[:3])}"
    article = opened(tmp_path, "page.html", page(f"{start}<p>Subscribe to continue reading this story.</p></article>"))
    assert (article.text, article.notes) == ("\n".join(lighthouse.PARAGRAPHS[:3]), (CUT_OFF,))


SAVERS = {
    "monolith": (f"<!-- Saved from {lighthouse.URL} at 2026-03-06T08:00:00Z using monolith v2.8.1 -->", "", ""),
    "httrack": (
        f"<!-- Mirrored from {lighthouse.URL[8:]} by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 06 Mar 2026 08:00:00 GMT -->",
        "",
        "",
    ),
    "savepage": ("", f"<meta name='savepage-url' content='{lighthouse.URL}'><meta name='savepage-date' content='Wed Mar 06 2026'>", ""),
    "scrapbook": ("", "", f" data-scrapbook-source='{lighthouse.URL}' data-scrapbook-create='20260306080000123'"),
    "saved-from": (f"<!-- saved from url=(0092)about:reader?url={lighthouse.URL.replace('/', '%2F').replace(':', '%3A')} -->", "", ""),
}


@pytest.mark.parametrize("saver", SAVERS)
def test_the_address_that_a_saver_noted(tmp_path, saver):
    note, head, attributes = SAVERS[saver]
    markup = note + lighthouse.page(head=head).replace("<html", f"<html{attributes}").replace(
        f"<link rel='canonical' href='{lighthouse.URL}'>", ""
    )
    article = opened(tmp_path, "page.html", markup)
    assert (article.url or "").replace("http:", "https:") == lighthouse.URL
    assert article.url_from == saver


@pytest.mark.parametrize(
    "copy", [f"https://archive.ph/2019.03.07-101112/{lighthouse.URL}", f"https://web.archive.org/web/20190307101112/{lighthouse.URL}"]
)
def test_a_copy_in_an_archive_is_its_original(tmp_path, copy):
    markup = page(
        f"<article><div style='font-size:40px'>{lighthouse.TITLE}</div>{PARAGRAPHS}</article>", f"<title>{lighthouse.TITLE} - News</title>"
    )
    head = f"<meta property='og:site_name' content='archive.ph'><link rel='canonical' href='{copy}'>"
    head += "<meta property='article:modified_time' content='2026-03-07T10:11:12Z'>"
    article = opened(tmp_path, "page.html", markup.replace("</head>", f"{head}</head>").replace("2019/harbour", "2019/03/05"))
    assert article.url == lighthouse.URL.replace("2019/harbour", "2019/03/05")
    assert article.published is not None
    assert article.published.date().isoformat() == "2019-03-05"
    assert (article.text, article.publisher) == (TEXT, None)


def test_a_reader_views_byline_is_its_byline(tmp_path):
    view = f"<div class='header'><h1 class='reader-title'>{lighthouse.TITLE}</h1><div class='credits reader-credits'>Ada Quill</div></div>"
    article = opened(tmp_path, "page.html", page(f"{view}<div class='content'><div class='page'>{PARAGRAPHS}</div></div>"))
    assert (article.byline, article.text) == ("Ada Quill", TEXT)


def test_singlefiles_page_that_unpacks_itself(tmp_path):
    note = f"<!--\n Page saved with SingleFile \n url: {lighthouse.URL} \n saved date: Wed Mar 06 2019 09:00:00 GMT+0100 (CET)\n-->"
    packed = lighthouse.zipped(
        {"index.html": lighthouse.page("images/0.png", note=note), "images/0.png": lighthouse.png(), "manifest.json": "{}"}
    )
    start = b"<!doctype html><html data-sfz><meta charset=utf-8><body hidden><script>/*unpack*/</script></body></html><!-- "
    for data in (start + packed, start + packed + b" -->", start.replace(b"<!-- ", b"") + packed):
        article = opened(tmp_path, "page.html", data)
        assert words(article) == EXPECTED
        assert (article.url, [image.data for image in article.images]) == (lighthouse.URL, [lighthouse.png()])
