"""Hostile files, made by rule from a seed: bombs, bottomless nesting, scripts, traps for regular expressions, and broken containers."""

import gzip
import io
import json
import plistlib
import random
import zipfile
from collections.abc import Callable, Iterator

from tests.articles import exported, lighthouse, office
from tests.articles.test_pdf import locked, printed
from tests.bench.hostile_documents import DOCUMENTS
from tests.bench.hostile_pdfs import PDFS

Made = tuple[str, bytes]
PROSE = "The harbour board said on Tuesday that the lamp will be lit again before the winter storms arrive from the north. "

VALID: dict[str, Callable[[], bytes]] = {
    "html": lambda: lighthouse.page().encode(),
    "mhtml": lighthouse.mhtml,
    "webarchive": lighthouse.webarchive,
    "xml-webarchive": lambda: lighthouse.webarchive(plistlib.FMT_XML),
    "warc": lighthouse.warc,
    "crawl.warc": lighthouse.crawl,
    "warc.gz": lighthouse.warc_gz,
    "maff": lighthouse.maff,
    "tabs.maff": lighthouse.maff_of_tabs,
    "pages.zip": lighthouse.zip_of_pages,
    "zip": lighthouse.zip_of_page,
    "epub": lighthouse.epub,
    "eml": lighthouse.eml,
    "md": lambda: lighthouse.markdown().encode(),
    "txt": lambda: lighthouse.text().encode(),
    "pdf": printed,
    "locked.pdf": locked,
    "docx": office.docx,
    "odt": office.odt,
    "fodt": office.fodt,
    "rtf": office.rtf,
    "wacz": office.wacz,
    "rss": lambda: exported.rss(exported.SECOND),
    "atom": exported.atom,
    "enex": lambda: exported.enex(exported.SECOND),
    "fb2": exported.fb2,
    "json": lambda: exported.wallabag(exported.SECOND),
    "mbox": lambda: exported.mbox(lighthouse.eml()),
    "emlx": exported.emlx,
}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with a few of the things that happen to files: cut, flipped, doubled, filled, shuffled."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(max(1, len(out)))
        length = chance.choice((1, 2, 8, 64, 512, 4096))
        match chance.randrange(6):
            case 0:
                del out[at : at + length]
            case 1:
                out[at : at + length] = chance.randbytes(length)
            case 2:
                out[at:at] = out[at : at + length] * chance.choice((2, 50))
            case 3:
                del out[at:]
            case 4:
                out[at : at + length] = bytes(length)
            case _:
                out[at : at + 1] = bytes([chance.choice((0, 10, 34, 38, 47, 60, 62, 92, 255))])
    return bytes(out)


def article_with(extra: str) -> bytes:
    """A page with something nasty in the middle of its article."""
    return lighthouse.page().replace("<blockquote>", f"{extra}<blockquote>", 1).encode()


SCRIPTS = {
    "script": "<script>document.location='https://evil.example/'</script><p>after the script</p>",
    "javascript-link": f"<p>{PROSE}<a href='javascript:alert(1)'>click here</a> <a href=' java\nscript:alert(1)'>or here</a></p>",
    "data-link": f"<p>{PROSE}<a href='data:text/html,<script>alert(1)</script>'>click</a></p>",
    "file-link": f"<p>{PROSE}<a href='file:///etc/passwd'>secrets</a><img src='file:///etc/passwd'></p>",
    "remote-image": "<figure><img src='https://evil.example/pixel.png' onerror='alert(1)'><figcaption>A pixel</figcaption></figure>",
    "css-url": "<p style='background:url(https://evil.example/x)'>styled text in a paragraph</p><style>@import url(https://evil.example/y)</style>",
    "meta-refresh": "<meta http-equiv='refresh' content='0;url=https://evil.example/'><p>text after the refresh</p>",
    "iframe": "<iframe src='file:///etc/passwd'></iframe><object data='https://evil.example/x.swf'></object><embed src='x'>",
    "svg-script": "<svg onload='alert(1)'><script>alert(1)</script><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "base": "<base href='javascript:alert(1)//'><p><a href='x'>relative link to nowhere</a></p>",
    "svg-image": "<img src='data:image/svg+xml,%3Csvg onload=alert(1)%3E'>",
    "huge-data-image": f"<img src='data:image/png;base64,{'A' * 20_000_000}'>",
    "png-bomb": "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA///////8CAYAAADnPeN5AAAAAElFTkSuQmCC'>",
    "form": "<form action='https://evil.example/'><input name='password'><button>Send</button></form>",
    "handlers": f"<p onclick='alert(1)' onmouseover='alert(2)'>{PROSE}</p>",
    "bidi": f"<p>\u202e{PROSE}\u202c\u2066 hidden direction \u2069</p>",
    "null": f"<p>{PROSE}\x00\x01\x02</p>",
    "surrogates": "<p>&#xD800;&#xDFFF;&#0;&#x110000;</p>",
    "template": "<template shadowrootmode='open'><p>from the shadow</p><script>alert(1)</script></template>",
}
DEEP = 100_000
YAML_BOMB = b"".join(b"%c: &%c [*%c,*%c]\n" % (n, n, n - 1, n - 1) for n in range(98, 120))
NESTED = {
    "div": lambda: b"<html><body>" + b"<div>" * DEEP + PROSE.encode() + b"</div>" * DEEP,
    "unclosed-b": lambda: b"<html><body><p>" + b"<b><i><font>" * (DEEP // 3) + PROSE.encode() * 20,
    "list": lambda: b"<html><body>" + b"<ul><li>" * DEEP + PROSE.encode(),
    "quote": lambda: b"<html><body>" + b"<blockquote>" * DEEP + PROSE.encode(),
    "table": lambda: b"<html><body>" + b"<table><tr><td>" * 30_000 + PROSE.encode(),
    "span": lambda: b"<html><body><p>" + b"<span>" * DEEP + PROSE.encode(),
    "anchor": lambda: b"<html><body><p>" + b"<a href='https://x.example/'>" * DEEP + PROSE.encode(),
    "json-ld": lambda: lighthouse.page(head=f"<script type='application/ld+json'>{'[' * DEEP}</script>").encode(),
    "json-ld-objects": lambda: lighthouse.page(head="<script type='application/ld+json'>" + '{"a":' * DEEP + "</script>").encode(),
    "markdown-quote": lambda: b"# Title\n\n" + b">" * DEEP + b" " + PROSE.encode() + b"\n\n[a](https://x.example/)",
    "markdown-list": lambda: b"# Title\n\n" + b"\n".join(b" " * depth + b"- x" for depth in range(3000)) + b"\n\n[a](https://x.example/)",
    "markdown-brackets": lambda: b"# Title\n\n" + b"[" * DEEP + b"](https://x.example/)\n\n[a](https://x.example/)",
    "markdown-stars": lambda: b"# Title\n\n" + b"**a " * DEEP + b"\n\n[a](https://x.example/)",
    "front-matter": lambda: b"---\na: " + b"[" * DEEP + b"\n---\n\n" + PROSE.encode(),
    "yaml-bomb": lambda: b"---\na: &a [x,x]\n" + YAML_BOMB + b"title: *w\n---\n\nText",
    "mime": lambda: _nested_mime(3000),
    "plist": lambda: b'<?xml version="1.0"?><!DOCTYPE plist><plist><dict><key>WebMainResource</key>' + b"<array>" * DEEP,
    "warc-headers": lambda: b"WARC/1.0\r\n" + b"X: y\r\n" * DEEP,
}  # fmt: skip


def _nested_mime(depth: int) -> bytes:
    out = b"MIME-Version: 1.0\r\nSnapshot-Content-Location: https://x.example/\r\n"
    for level in range(depth):
        out += b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    return out + b"Content-Type: text/html\r\n\r\n<p>" + PROSE.encode()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (n, b"&%c;" % (n - 1) * 10) for n in range(98, 108)
)
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\nffffffff\r\nxx"
NODE = {"@type": "NewsArticle", "headline": "x" * 50}
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def _zip_bomb(name: str, size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as member:
        for _ in range(size // 1_000_000):
            member.write(b"<p>bomb</p>" * 90_909 + b"x")
    return target.getvalue()


def _lying_zip() -> bytes:
    """States a size of ten bytes for a member of many."""
    data = bytearray(lighthouse.zipped({"index.html": lighthouse.page()}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def _book(**replaced: bytes | str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(lighthouse.epub())) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return lighthouse.zipped(members | {name.replace("__", "/").replace("_dot_", "."): data for name, data in replaced.items()})


def _captured(number: int, markup: str, charset: str = "utf-8") -> bytes:
    return lighthouse.warc_record("response", f"https://x.example/{number}", lighthouse.http(markup.encode(charset), "text/html"))


def _nested_zip(depth: int) -> bytes:
    data = lighthouse.zip_of_page()
    for _ in range(depth):
        data = lighthouse.zipped({"index.html": data, "inner.zip": data})
    return data


ARCHIVES = {
    "zip-bomb.zip": lambda: _zip_bomb("index.html", 600_000_000),
    "epub-bomb.epub": lambda: _zip_bomb("META-INF/container.xml", 600_000_000),
    "lying.zip": _lying_zip,
    "many.zip": lambda: lighthouse.zipped({f"{n}.html": "<p>x</p>" for n in range(30_000)}),
    "traversal.zip": lambda: lighthouse.zipped({"../../../etc/passwd": "x", "../index.html": lighthouse.page("../../../etc/passwd")}),
    "traversal.maff": lambda: lighthouse.maff().replace(b"index_files/", b"../../../../"),
    "nested.zip": lambda: _nested_zip(8),
    "empty.zip": lambda: lighthouse.zipped({}),
    "entities.epub": lambda: _book(**{"META-INF__container_dot_xml": ENTITIES + b"]><container>&k;</container>"}),
    "entities-spine.epub": lambda: _book(OEBPS__content_dot_opf=ENTITIES + b"]><package>&k;</package>"),
    "outside.epub": lambda: _book(OEBPS__content_dot_opf=OUTSIDE + b"<package><metadata><creator>&f;</creator></metadata></package>"),
    "entities-chapter.epub": lambda: _book(OEBPS__text__one_dot_xhtml=ENTITIES + b"]><html><body><p>&k;</p></body></html>"),
    "entities.webarchive": lambda: ENTITIES.replace(b"DOCTYPE x", b"DOCTYPE plist")
    + b"]><plist><dict><key>WebMainResource</key><string>&k;</string></dict></plist>",
    "gzip-bomb.gz": lambda: gzip.compress(b"<p>bomb</p>" * 60_000_000, 1),
    "gzip-text-bomb.gz": lambda: gzip.compress(bytes(700_000_000), 1),
    "gzip-cut.gz": lambda: gzip.compress(lighthouse.page().encode())[:-40],
    "gzip-twice.gz": lambda: gzip.compress(gzip.compress(lighthouse.page().encode())),
    "warc-length.warc": lambda: lighthouse.warc().replace(b"Content-Length: ", b"Content-Length: 99999999"),
    "warc-frames.warc": lambda: b"".join(_captured(n, "<p>x</p>") for n in range(20_000)),
    "warc-pages.warc": lambda: b"".join(_captured(n, lighthouse.notice("\u202e&lt;b&gt;" * 900, PROSE * 3)) for n in range(6000)),
    "warc-unstated.warc": lambda: b"".join(_captured(n, lighthouse.notice("\xe9\xe8", "\xfc\xe4 " * 90), "latin-1") for n in range(6000)),
    "warc-open.warc": lambda: _captured(1, "<" * 5_000_000) + _captured(2, "<title" * 900_000) + _captured(3, "<!--" * 900_000),
    "many-notes.maff": lambda: lighthouse.zipped({f"{n}/index.rdf": "<a>" * 50 for n in range(15_000)} | {"0/index.html": PROSE}),
    "warc-chunked.warc": lambda: lighthouse.warc_record("response", "https://x.example/", CHUNKED),
}  # fmt: skip


def _shadowed_mhtml() -> bytes:
    """Two parts claim to be the page, and a picture claims the page's address."""
    return (
        lighthouse.mhtml()
        .replace(b"https://ads.example.net/frame", lighthouse.URL.encode())
        .replace(b"https://news.example.org/tower.png", lighthouse.URL.encode())
    )


LONG = {
    "endless-line.txt": lambda: PROSE.encode() * 400_000,
    "endless-word.txt": lambda: b"x" * 40_000_000,
    "endless-line.html": lambda: b"<html><body><p>" + PROSE.encode() * 200_000,
    "endless-word.html": lambda: b"<html><body><p>" + b"x" * 20_000_000,
    "many-paragraphs.html": lambda: b"<html><body><article>" + f"<p>{PROSE}</p>".encode() * 60_000,
    "many-links.html": lambda: b"<html><body><article>"
    + b"".join(b"<p>Word <a href='https://x.example/%d'>link</a> and more.</p>" % n for n in range(60_000)),
    "many-breaks.html": lambda: b"<html><body>" + b"<br>" * 1_000_000 + PROSE.encode(),
    "many-tables.html": lambda: b"<html><body>" + b"<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>" * 20_000,
    "many-images.html": lambda: b"<html><body>" + b"<figure><a href='//x.example/'><img src='a'></a></figure>" * 50_000 + PROSE.encode(),
    "many-attributes.html": lambda: b"<html><body><p " + b" ".join(b"a%d='x'" % n for n in range(100_000)) + b">" + PROSE.encode(),
    "many-classes.html": f"<html><body><div class='{'ad1' * 50_000}!'><p>{PROSE * 10}</p></div>".encode,
    "many-numbers.html": f"<html><body><div class='ad-{'1' * 50_000}x'><p>{PROSE * 10}</p></div>".encode,
    "many-comments.html": lambda: b"<!--" * 200_000 + lighthouse.page().encode(),
    "many-quotes.md": lambda: b"# T\n\n[a](https://x.example/)\n\n" + b"".join(b"> line %d\n\n" % n for n in range(30_000)),
    "many-lines.txt": lambda: b"Short line.\n" * 1_000_000,
    "many-names.txt": lambda: b"Title of it\n\n" + b"by " + b"a and " * 24 + b"b\n\n" + PROSE.encode() * 3,
    "many-says.txt": lambda: b"Title of it\n\n"
    + PROSE.encode()
    + b"\n\n"
    + b"".join(b"User %d says:\nA comment of some words.\n" % n for n in range(50_000)),
    "many-meta.html": lambda: b"<html><head>" + b"<meta name='author' content='x'>" * 100_000 + b"</head><body><p>" + PROSE.encode() * 10,
    "many-json.html": lambda: lighthouse.page(head=f"<script type='application/ld+json'>{json.dumps([NODE] * 20_000)}</script>").encode(),
    "many-parts.mhtml": lambda: lighthouse.mhtml().replace(b"MIME-Version", b"X-Pad: y\r\nMIME-Version") * 50,
    "shadowed.mhtml": _shadowed_mhtml,
    "wide.txt": ("ﷺ" * 2_000_000).encode,
    "utf16.txt": lambda: lighthouse.text().encode("utf-16-be"),
    "utf7.html": lambda: b"<meta charset=utf-7>" + b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + lighthouse.page().encode(),
    "base64-charset.html": lambda: lighthouse.page().replace("utf-8", "base64").encode(),
    "unknown-charset.html": lambda: lighthouse.page().replace("utf-8", "x-klingon").encode("latin-1", "replace"),
    "zeros.bin": lambda: bytes(5_000_000),
    "noise.bin": lambda: random.Random(7).randbytes(2_000_000),
    "only-bom.txt": lambda: b"\xef\xbb\xbf",
    "white.txt": lambda: b" \n\t\r\n" * 1000,
}  # fmt: skip


def hostile_files(seed: int, mutants: int = 10) -> Iterator[Made]:
    """All hostile files: a name that tells what it is, and the bytes."""
    for name, extra in SCRIPTS.items():
        yield f"script-{name}.html", article_with(extra)
        yield f"script-{name}.mhtml", lighthouse.mhtml() if name != "script" else _shadowed_mhtml()
    for name, made in NESTED.items():
        yield f"nested-{name}.html", made()
    for table in (ARCHIVES, LONG, PDFS, DOCUMENTS):
        for name, made in table.items():
            yield name, made()
    for name, made in VALID.items():
        data, chance = made(), random.Random(f"{seed} {name}")
        for number in range(mutants):
            yield f"mutant-{number}.{name}", mutated(data, chance)
