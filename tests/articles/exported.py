"""The lighthouse article as feeds, notes, mailboxes, books and read-later services export it, made by rule."""

import base64
import hashlib
import json
from html import escape

from tests.articles import lighthouse

BODY = (
    lighthouse.body().partition("</p>")[2].replace("/courier/report", "https://news.example.org/courier/report")
)  # without headline and byline
FOG = "The ferry sails again on Monday, after nine days of fog. " * 8
SECOND = ("Ferry and fog", "https://news.example.org/2019/03/07/ferry", f"<p>{FOG}</p>")
ROW = {
    "title": lighthouse.TITLE,
    "url": lighthouse.URL,
    "author": "Ada Quill",
    "slug": "lamp",
    "publishedAt": "2019-03-05T18:30:00+01:00",
    "savedAt": "2026-11-01T10:00:00Z",
}


def _entry(title: str, url: str, body: str) -> str:
    return (
        f"<item><title>{escape(title)}</title><link>{url}</link><dc:creator>Ada Quill</dc:creator>"
        "<pubDate>Tue, 05 Mar 2019 18:30:00 +0100</pubDate>"
        f"<description>A short summary.</description><content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def rss(*more: tuple[str, str, str]) -> bytes:
    entries = "".join(_entry(*each) for each in ((lighthouse.TITLE, lighthouse.URL, BODY), *more))
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Example Courier</title><language>en</language>{entries}</channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Courier</title><entry>'
        f'<title>{lighthouse.TITLE}</title><link rel="self" href="https://news.example.org/feed"/><link href="{lighthouse.URL}"/>'
        "<author><name>Ada Quill</name></author><published>2019-03-05T18:30:00+01:00</published>"
        f"<content type='html'>{escape(BODY)}</content>"
        "</entry></feed>"
    ).encode()


def enex(*more: tuple[str, str, str]) -> bytes:
    """As Evernote exports it: two pictures by their digest, a clip's time that is no article's."""
    digest = hashlib.md5(lighthouse.png()).hexdigest()
    picture = f'<en-media type="image/png" hash="{digest}" alt="A white tower"/>'
    notes = []
    for title, url, body in (
        (lighthouse.TITLE, lighthouse.URL, BODY.replace("<img src='page_files/tower.png' alt='A white tower'>", picture)),
        *more,
    ):
        content = f'<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>{body}</en-note>'
        data = base64.b64encode(lighthouse.png()).decode()
        notes.append(
            f"<note><title>{title}</title><content><![CDATA[{content}]]></content>"
            "<created>20260306T080000Z</created>"
            f"<note-attributes><author>somebody</author><source-url>{url}</source-url></note-attributes>"
            f"<resource><data encoding='base64'>{data}</data><mime>image/png</mime></resource></note>"
        )
    kind = '<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
    return f'<?xml version="1.0" encoding="UTF-8"?>{kind}<en-export application="Evernote">{"".join(notes)}</en-export>'.encode()


def fb2(*more: str) -> bytes:
    first, second, *others = lighthouse.PARAGRAPHS
    linked = second.replace("Example Courier", '<a l:href="https://news.example.org/courier/report">Example Courier</a>')
    chapter = (
        f"<section><title><p>{lighthouse.TITLE}</p></title><p>{first}</p><image l:href='#tower.png'/><p>{linked}</p>"
        f"<section><title><p>What the fishermen say</p></title><p>{others[0]}</p><cite><p>{lighthouse.QUOTATION}</p></cite>"
        f"<p>{others[1]}</p>"
        "<p>The stairs are mended first, before the winter storms.</p><p>The lamp room follows in the year after that.</p>"
        f"<p>{others[2]}</p></section></section>"
    )
    picture = base64.b64encode(lighthouse.png()).decode()
    return (
        '<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"'
        ' xmlns:l="http://www.w3.org/1999/xlink">'
        "<description><title-info><author><first-name>Ada</first-name><last-name>Quill</last-name></author>"
        f"<book-title>{lighthouse.TITLE}</book-title><lang>en</lang></title-info></description><body>{chapter}{''.join(more)}</body>"
        f'<binary id="tower.png" content-type="image/png">{picture}</binary></FictionBook>'
    ).encode()


def wallabag(*more: tuple[str, str, str]) -> bytes:
    rows: list[dict[str, object]] = [
        {"id": 1, "title": lighthouse.TITLE, "url": lighthouse.URL, "content": BODY, "published_by": ["Ada Quill"]},
        *({"id": 2, "title": title, "url": url, "content": body} for title, url, body in more),
    ]
    rows[0]["published_at"] = "2019-03-05T18:30:00+0100"
    return json.dumps(rows).encode()


def jsonfeed() -> bytes:
    """What feed readers write: the author is an object."""
    item = {"title": lighthouse.TITLE, "url": lighthouse.URL, "content_html": BODY, "authors": [{"name": "Ada Quill"}]}
    item["date_published"] = "2019-03-05T18:30:00+01:00"
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Example Courier", "items": [item]}).encode()


def omnivore() -> bytes:
    """A ZIP of pages with a list of what is known of each."""
    return lighthouse.zipped({"metadata_0_to_20.json": json.dumps([ROW]), "content/lamp.html": f"<html><body>{BODY}</body></html>"})


def mbox(*more: bytes) -> bytes:
    return b"".join(b"From ada@example.org Tue Mar  5 18:30:00 2019\n" + message + b"\n\n" for message in (lighthouse.eml(), *more))


def emlx() -> bytes:
    message = lighthouse.eml()
    return (
        b"%d\n" % len(message)
        + message
        + b'<?xml version="1.0"?><plist version="1.0"><dict><key>flags</key><integer>1</integer></dict></plist>\n'
    )


def joplin() -> str:
    text = lighthouse.markdown().partition("---\n\n")[2].partition("## Comments")[0].replace(f"# {lighthouse.TITLE}", lighthouse.TITLE)
    fields = f"id: {'0123456789abcdef' * 2}\nparent_id: 0123\ncreated_time: 2026-03-06T10:11:12.000Z\nauthor: Ada Quill\n"
    fields += f"source_url: {lighthouse.URL}\nmarkup_language: 1\ntype_: 1"
    return f"{text.strip()}\n\n{fields}"


def readwise() -> str:
    text = lighthouse.markdown().partition("---\n\n")[2].partition("## Comments")[0].replace(f"# {lighthouse.TITLE}\n\n", "")
    return (
        f"# {lighthouse.TITLE}\n\n![rw-book-cover](https://x.example/y.png)\n\n## Metadata\n- Author: [[Ada Quill]]\n"
        f"- Full Title: {lighthouse.TITLE}\n- Category: #articles\n- URL: {lighthouse.URL}\n\n## Full Document\n{text}"
    )
