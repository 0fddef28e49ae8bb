"""Feeds, notes, mailboxes, books and exports of read-later services: each item is an article with its own title, address and date."""

import json

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, Container, PartKind
from tests.articles import exported, lighthouse
from tests.articles.test_containers import EXPECTED, opened, titles, words

ONE = {
    "rss": (exported.rss, Container.FEED),
    "atom": (exported.atom, Container.FEED),
    "enex": (exported.enex, Container.ENEX),
    "fb2": (exported.fb2, Container.FB2),
    "wallabag": (exported.wallabag, Container.EXPORT),
    "json feed": (exported.jsonfeed, Container.EXPORT),
    "mbox": (exported.mbox, Container.EML),
    "emlx": (exported.emlx, Container.EML),
}
SEVERAL = {
    "rss": (lambda: exported.rss(exported.SECOND), PartKind.ARTICLE),
    "enex": (lambda: exported.enex(exported.SECOND), PartKind.NOTE),
    "wallabag": (lambda: exported.wallabag(exported.SECOND), PartKind.ARTICLE),
    "fb2": (lambda: exported.fb2(f"<section><title><p>Ferry and fog</p></title><p>{exported.FOG}</p></section>"), PartKind.CHAPTER),
    "mbox": (
        lambda: exported.mbox(b"Subject: Ferry and fog\nFrom: a@x.example\nTo: b@x.example\n\n" + exported.FOG.encode()),
        PartKind.MESSAGE,
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_same_article_from(tmp_path, name):
    made, container = ONE[name]
    article = opened(tmp_path, "export.bin", made())
    assert load_page(tmp_path / "export.bin").container is container
    assert words(article) == EXPECTED
    assert article.title == lighthouse.TITLE
    assert article.byline == (None if name == "enex" else "Ada Quill")
    assert article.parts == ()
    links = {link.span.of(article.text): link.url for link in article.links}
    assert links["Example Courier"] == "https://news.example.org/courier/report"


@pytest.mark.parametrize("name", ["rss", "atom", "enex", "wallabag", "json feed"])
def test_the_address_is_the_articles(tmp_path, name):
    article = opened(tmp_path, "export.bin", ONE[name][0]())
    assert (article.url, article.url_from) == (lighthouse.URL, "export")
    assert (article.published.date().isoformat() if article.published else None) == (None if name == "enex" else "2019-03-05")


@pytest.mark.parametrize("name", ["enex", "fb2"])
def test_pictures_in_the_file_are_shown(tmp_path, name):
    assert [image.data for image in opened(tmp_path, "export.bin", ONE[name][0]()).images] == [lighthouse.png()]


@pytest.mark.parametrize("name", SEVERAL)
def test_several_items_are_parts(tmp_path, name):
    made, kind = SEVERAL[name]
    path = tmp_path / "export.bin"
    path.write_bytes(made())
    page = load_page(path)
    assert titles(page) == (lighthouse.TITLE, "Ferry and fog")
    assert (page.part, page.parts[0].kind) == (0, kind)
    second = extract(load_page(path, part=1))
    assert (second.title, second.text) == ("Ferry and fog", exported.FOG.strip())
    if name in ("rss", "enex", "wallabag"):
        assert second.url == exported.SECOND[1]
        assert second.published is not None
        assert second.published.day == (5 if name == "rss" else 7)


def test_a_summary_serves_where_a_feed_holds_no_more(tmp_path):
    feed = exported.rss().partition(b"<content:encoded>")
    data = feed[0] + feed[2].partition(b"</content:encoded>")[2]
    assert opened(tmp_path, "feed.rss", data).text == "A short summary."


def test_an_export_without_texts_is_named(tmp_path):
    rows = [{"title": lighthouse.TITLE, "url": lighthouse.URL, "text": "short", "tags": ["a" * 300]}]
    (tmp_path / "list.json").write_text(json.dumps(rows), "utf8")
    with pytest.raises(ArticleError, match="JSON data without the text"):
        load_page(tmp_path / "list.json")
    (tmp_path / "list.json").write_text(json.dumps({"settings": {"text": "x" * 300}}), "utf8")
    with pytest.raises(ArticleError, match="JSON data without the text"):
        load_page(tmp_path / "list.json")


def test_text_and_markdown_in_an_export(tmp_path):
    row = {"title": lighthouse.TITLE, "source": lighthouse.URL, "author": "Ada Quill", "date": "2019-03-05", "sitename": "Example Courier"}
    plain = json.dumps(row | {"text": "\n".join(lighthouse.PARAGRAPHS)})
    article = opened(tmp_path, "one.json", plain)
    assert (article.text, article.publisher) == ("\n".join(lighthouse.PARAGRAPHS), "Example Courier")
    marked = "## What the fishermen say\n\n" + "\n\n".join(lighthouse.PARAGRAPHS)
    assert [block.level for block in opened(tmp_path, "two.json", json.dumps(row | {"content": marked})).blocks][:2] == [2, 0]


def newsletter(html: str, plain: str = "") -> bytes:
    message = lighthouse.email.mime.multipart.MIMEMultipart("alternative")
    message["From"], message["To"] = "Ada Quill from Harbour Letters <ada@letters.example>", "you@example.org"
    message["Subject"], message["Date"], message["Message-ID"] = lighthouse.TITLE, "Tue, 05 Mar 2019 18:30:00 +0100", "<1@x>"
    if plain:
        message.attach(lighthouse.email.mime.text.MIMEText(plain, "plain", "utf-8"))
    message.attach(lighthouse.email.mime.text.MIMEText(html, "html", "utf-8"))
    return message.as_bytes()


POST = (
    "<div style='display:none'>The lamp, in short</div><table><tr><td><p>Forwarded this email? <a href='https://x.example/s'>Subscribe</a></p>"
    f"<h1><a href='{lighthouse.URL}?utm=mail'>{lighthouse.TITLE}</a></h1><p>Mar 5</p><a href='https://x.example/redirect/9'>READ IN APP</a>"
    f"<div>{''.join(f'<p>{words}</p>' for words in lighthouse.PARAGRAPHS)}</div><div><a href='x'>Like</a> <a href='x'>Comment</a>"
    "<p>© 2019 Ada Quill<br>1 Quay Street, Skerry</p><p><a href='https://letters.example/u'>Unsubscribe</a></p></div></td></tr></table>"
)


def test_a_newsletter_is_its_post(tmp_path):
    article = opened(tmp_path, "letter.eml", newsletter(POST))
    assert article.text == "\n".join(lighthouse.PARAGRAPHS)
    assert (article.title, article.byline, article.publisher) == (lighthouse.TITLE, "Ada Quill", "Harbour Letters")
    assert (article.url, article.url_from) == (f"{lighthouse.URL}?utm=mail", "newsletter")


def test_a_message_whose_page_is_empty_gives_its_text(tmp_path):
    article = opened(tmp_path, "letter.eml", newsletter("<html><body> </body></html>", "\n\n".join(lighthouse.PARAGRAPHS)))
    assert article.text == "\n".join(lighthouse.PARAGRAPHS)


@pytest.mark.parametrize("made", [exported.rss, exported.atom, exported.enex, exported.fb2])
def test_an_export_cannot_bring_in_a_file_from_outside(tmp_path, made):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf8")
    before, _, after = made().decode().partition("?>")
    declared = f'{before}?><!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>' + after.replace("<!DOCTYPE en-export", "<!-- ").replace(
        'dtd"><en-export', "-->\n<en-export"
    )
    (tmp_path / "x.xml").write_text(declared.replace("Tuesday", "]]>&f;<![CDATA[" if "CDATA" in declared else "&f;"), "utf8")
    try:
        assert "the secret" not in extract(load_page(tmp_path / "x.xml")).text
    except ArticleError as error:
        assert error.advice
