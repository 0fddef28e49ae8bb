"""One article, written for these tests, as the same page in every container it could be saved in."""

import email.mime.image
import email.mime.multipart
import email.mime.text
import gzip
import io
import plistlib
import struct
import zipfile
import zlib

URL = "https://news.example.org/2019/harbour/lighthouse-keeps-its-light"
TITLE = "Lighthouse Keeps Its Light, Harbour Board Decides"
PARAGRAPHS = (
    "The old lighthouse at Skerry Point will keep its lamp for another ten years, the harbour board decided on Tuesday after a debate.",
    "Engineers had told the Example Courier that the lamp room was “safe, dry and in better order than the pier”, if not its stairs.",
    "According to a survey by the coastal trust, nine in ten fishermen still look for the light when instruments fail in heavy weather.",
    "“We have never lost a boat on a night when the lamp was lit,” said Maren Holt, who has chaired the board since the storm of 2003.",
    "The board will publish its accounts in the spring, and visitors may climb the tower on the first Sunday of every month from May on.",
)
QUOTATION = "The lamp is not a monument. It is a tool, and a tool that works every night without a single complaint from anyone."
CAPTION = "The tower at dusk, seen from the northern mole."
COMMENT = "My grandfather painted that tower twice and both times the gulls had the last word on the colour."


def png(width: int = 60, height: int = 60) -> bytes:
    """A valid grey PNG of that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((x * y) % 251 for x in range(width)) for y in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 0))
        + chunk(b"IEND", b"")
    )


def body(image: str = "page_files/tower.png") -> str:
    """The article's own markup."""
    first, second, *others = PARAGRAPHS
    linked = second.replace("Example Courier", '<a href="/courier/report">Example Courier</a>')
    return (
        f"<h1>{TITLE}</h1><p class='byline'>By <a rel='author' href='/people/ada-quill'>Ada Quill</a></p>"
        f"<p>{first}</p><figure><img src='{image}' alt='A white tower'><figcaption>{CAPTION}</figcaption></figure><p>{linked}</p>"
        f"<h2>What the fishermen say</h2><p>{others[0]}</p><blockquote><p>{QUOTATION}</p></blockquote><p>{others[1]}</p>"
        "<ul><li>The stairs are mended first, before the winter storms.</li><li>The lamp room follows in the year after that.</li></ul>"
        f"<p>{others[2]}</p>"
    )


def page(image: str = "page_files/tower.png", note: str = "", head: str = "") -> str:
    """The whole page with navigation, sidebar and comments around the article."""
    return (
        f"<!DOCTYPE html>{note}<html lang='en'><head><meta charset='utf-8'>{head}<title>{TITLE} | Example Courier</title>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='Example Courier'>"
        f"<meta property='article:published_time' content='2019-03-05T18:30:00+01:00'><link rel='canonical' href='{URL}'></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li><li><a href='/weather'>Weather</a></li></ul></nav>"
        f"<main><article>{body(image)}</article></main>"
        "<aside class='sidebar'><h2>Most read</h2><ul><li><a href='/a'>Ferry timetable changes again</a></li>"
        "<li><a href='/b'>Whale seen off the bay</a></li></ul></aside>"
        "<section id='comments'><h2>1 comment</h2><div class='comment'><span class='comment-author'>Gulliver</span>"
        f"<p>{COMMENT}</p></div></section>"
        "<footer><p>Example Courier, all rights reserved. <a href='/imprint'>Imprint</a></p></footer></body></html>"
    )


def mhtml(*, snapshot: bool = True) -> bytes:
    """As Chrome writes it, or (without the snapshot header) as old Internet Explorer did; an advertisement's frame comes first."""
    root = email.mime.multipart.MIMEMultipart("related", type="text/html")
    if snapshot:
        root["From"], root["Snapshot-Content-Location"] = "<Saved by Blink>", URL
    else:
        root["From"], root["Content-Location"] = "<Saved by Windows Internet Explorer 8>", URL
    root["Subject"], root["Date"] = TITLE, "Wed, 06 Mar 2019 09:00:00 +0100"
    frame = email.mime.text.MIMEText(
        "<html><body><p>Buy a boat today and sail for free until the end of summer.</p></body></html>", "html", "utf-8"
    )
    frame["Content-Location"] = "https://ads.example.net/frame"
    main = email.mime.text.MIMEText(page("https://news.example.org/tower.png"), "html", "utf-8")
    main["Content-Location"] = URL
    picture = email.mime.image.MIMEImage(png(), "png")
    picture["Content-Location"] = "https://news.example.org/tower.png"
    for part in (frame, main, picture):
        root.attach(part)
    return root.as_bytes()


def webarchive(kind: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    main = {
        "WebResourceData": page("tower.png").encode("utf-16"),
        "WebResourceURL": URL,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-16",
    }
    picture = {
        "WebResourceData": png(),
        "WebResourceURL": "https://news.example.org/2019/harbour/tower.png",
        "WebResourceMIMEType": "image/png",
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=kind)


def warc_record(kind: str, url: str, http: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-03-06T08:00:00Z\r\n"
    head += f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{zlib.crc32(url.encode()):012d}>\r\n"
    head += f"Content-Type: application/http; msgtype={kind}\r\n"
    return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def http(body_bytes: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body_bytes)}\r\n\r\n".encode() + body_bytes


def warc() -> bytes:
    """A redirect, a short page, the article and its picture."""
    short = b"<html><head><title>Weather</title></head><body><p>Rain until noon, then clearing from the west.</p></body></html>"
    records = (
        warc_record("response", "http://news.example.org/", http(b"moved", status="301 Moved Permanently")),
        warc_record("response", "https://news.example.org/weather", http(short)),
        warc_record("response", URL, http(page("tower.png").encode())),
        warc_record("response", "https://news.example.org/2019/harbour/tower.png", http(png(), "image/png")),
    )
    return b"".join(records)


def warc_gz() -> bytes:
    """Each record as a separate gzip member, as crawlers write it."""
    short, article = http(b"<html><title>Weather</title><p>Rain until noon.</p></html>"), http(page("tower.png").encode())
    return gzip.compress(warc_record("response", "https://news.example.org/weather", short)) + gzip.compress(
        warc_record("response", URL, article)
    )


def notice(title: str, words: str = "The ferry sails again on Monday, after nine days of fog.") -> str:
    """A short separate page."""
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article><p>{words}</p></article></body></html>"


def crawl() -> bytes:
    """A realistic crawl: four pages, a frame and an empty answer; one page was captured twice, once behind a cookie prompt."""
    frame = (
        b"<html><body><script>var t = 'many words that nobody sees, in a script of a frame';</script><p>Buy a boat today</p></body></html>"
    )
    question = b"<html><head><title>Before you read</title></head><body><p>May we keep crumbs of your biscuits here?</p></body></html>"
    fog = notice("Туман над гаванью").encode("cp1251")
    untitled = f"<html><body><p>{PARAGRAPHS[0]} {PARAGRAPHS[2]}</p></body></html>".encode()
    records = (
        ("https://news.example.org/fog", http(fog, "text/html; charset=windows-1251")),
        ("https://ads.example.net/frame", http(frame)),
        (URL, http(page("tower.png").encode())),
        (f"{URL}#comments", http(question)),
        ("https://news.example.org/blank", http(b"<html><body></body></html>")),
        ("https://news.example.org/ferry", http(notice("Ferry &amp; fog:\n  what\t&#8220;nine days&#8221; cost").encode())),
        ("https://news.example.org/2019/board", http(untitled)),
    )
    return b"".join(warc_record("response", url, answer) for url, answer in records)


def zipped(members: dict[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def maff() -> bytes:
    rdf = (
        '<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<RDF:Description RDF:about="urn:root">'
        f'<MAF:originalurl RDF:resource="{URL}"/><MAF:archivetime RDF:resource="Wed, 06 Mar 2019 09:00:00 +0100"/>'
        '<MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>'
    )
    return zipped({"1551/index.rdf": rdf, "1551/index.html": page("index_files/tower.png"), "1551/index_files/tower.png": png()})


def maff_of_tabs(index: str = "index.html") -> bytes:
    """Two tabs, each with its `index.rdf`, as Firefox saved them; the second page is the longer one."""
    rdf = (
        '<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="{0}"/><MAF:title RDF:resource="{1}"/>'
        '<MAF:archivetime RDF:resource="Wed, 06 Mar 2019 09:00:00 +0100"/><MAF:indexfilename RDF:resource="{2}"/>'
        "</RDF:Description></RDF:RDF>"
    )
    return zipped(
        {
            "1551_0/index.rdf": rdf.format("https://news.example.org/ferry", "Ferry sails again", index),
            "1551_0/index.html": notice("Ferry | Example Courier"),
            "1551_1/index.rdf": rdf.format(URL, TITLE, index),
            "1551_1/index.html": page("index_files/tower.png"),
            "1551_1/index_files/tower.png": png(),
        }
    )


def zip_of_pages() -> bytes:
    """Packed pages in no particular order, with a frame beside one of them."""
    saved = f"<!-- saved from url=(0060){URL} -->"
    return zipped(
        {
            "saved/page 10.html": page("page 10_files/tower.png", note=saved),
            "saved/page 10_files/tower.png": png(),
            "saved/page 10_files/ad.html": notice("Advertisement", PARAGRAPHS[0]),
            "saved/page 9.html": notice("Ferry sails again"),
            "saved/counter.html": "<script>count()</script>",
        }
    )


def zip_of_page() -> bytes:
    return zipped({"saved/index.html": page(), "saved/page_files/tower.png": png(), "saved/page_files/ad.html": "<p>Buy a boat</p>"})


def epub() -> bytes:
    declaration = "<?xml version='1.0' encoding='utf-8'?>"
    chapter = declaration + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>{0}</title></head><body>{1}</body></html>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<dc:creator>Ada Quill</dc:creator>"
        f"<dc:source>{URL}</dc:source><dc:language>en</dc:language></metadata>"
        "<manifest><item id='a' href='text/cover.xhtml'/><item id='b' href='text/one.xhtml'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
    article = body("../images/tower.png").replace("<p class='byline'>By <a rel='author' href='/people/ada-quill'>Ada Quill</a></p>", "")
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>",
            "OEBPS/content.opf": package,
            "OEBPS/text/cover.xhtml": chapter.format("Cover", "<h1>Harbour Stories</h1><p>A small book of the coast.</p>"),
            "OEBPS/text/one.xhtml": chapter.format(
                TITLE,
                article.replace("'/courier/report'", "'https://news.example.org/courier/report'").replace(
                    '"/courier/report"', '"https://news.example.org/courier/report"'
                ),
            ),
            "OEBPS/images/tower.png": png(),
        }
    )


def eml() -> bytes:
    message = email.mime.multipart.MIMEMultipart("related")
    message["From"], message["To"] = "Ada Quill <ada@example.org>", "reader@example.net"
    message["Subject"], message["Date"], message["Message-ID"] = TITLE, "Tue, 05 Mar 2019 18:30:00 +0100", "<1@example.org>"
    article = body("cid:tower").replace("<p class='byline'>By <a rel='author' href='/people/ada-quill'>Ada Quill</a></p>", "")
    markup = article.replace('"/courier/report"', '"https://news.example.org/courier/report"')
    alternative = email.mime.multipart.MIMEMultipart("alternative")
    alternative.attach(email.mime.text.MIMEText("Open this message in a program that shows pages.", "plain", "utf-8"))
    alternative.attach(email.mime.text.MIMEText(f"<html><body>{markup}</body></html>", "html", "utf-8"))
    message.attach(alternative)
    picture = email.mime.image.MIMEImage(png(), "png")
    picture["Content-ID"] = "<tower>"
    message.attach(picture)
    return message.as_bytes()


def markdown() -> str:
    first, second, *others = PARAGRAPHS
    linked = second.replace("Example Courier", "[Example Courier](https://news.example.org/courier/report)")
    return (
        f'---\ntitle: "{TITLE}"\nsource: {URL}\nauthor:\n  - "[[Ada Quill]]"\npublished: 2019-03-05\nsite: Example Courier\n---\n\n'
        f"# {TITLE}\n\n"
        f"{first}\n\n{linked}\n\n## What the fishermen say\n\n{others[0]}\n\n> {QUOTATION}\n\n{others[1]}\n\n"
        f"- The stairs are mended first, before the winter storms.\n- The lamp room follows in the year after that.\n\n{others[2]}\n\n"
        f"## Comments\n\n### Gulliver\n\n{COMMENT}\n"
    )


def text() -> str:
    first, second, *others = PARAGRAPHS
    return "\n\n".join(
        (
            TITLE, "By Ada Quill", "Published 5 March 2019", first, second, "What the fishermen say", others[0], QUOTATION, others[1],
            "- The stairs are mended first, before the winter storms.", "- The lamp room follows in the year after that.", others[2],
            "1 comment", f"Gulliver says:\n{COMMENT}",
        )
    )  # fmt: skip
