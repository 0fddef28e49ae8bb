"""Hostile documents and exports, made by rule: bombs in what is packed, entity tricks in what is XML, and traps for their readers."""

import gzip
import io
import zipfile
from collections.abc import Callable

import brotli
import zstandard

from tests.articles import exported, lighthouse, office

DEEP = 100_000
PROSE = "The harbour board said on Tuesday that the lamp will be lit again before the winter storms arrive from the north. "
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(n)} "{f"&{chr(n - 1)};" * 10}">' for n in range(ord("b"), ord("l"))) + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY k SYSTEM "file:///etc/passwd">]>'
DOCUMENT = office.document_xml


def _with_entities(data: bytes, declared: str) -> bytes:
    """XML whose declaration brings in entities, which stand in its titles."""
    before, _, after = data.decode().partition("?>")
    return f"{before}?>{declared}{after.replace('<title>', '<title>&k;', 1)}".encode()


def bomb(name: str, size: int, members: bytes = b"") -> bytes:
    """A ZIP file with one member that unpacks to far more, beside the members of another."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if members:
            with zipfile.ZipFile(io.BytesIO(members)) as other:
                for info in other.infolist():
                    if info.filename != name:
                        archive.writestr(info.filename, other.read(info))
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(size // 1_000_000):
                member.write(b" " * 1_000_000)
    return target.getvalue()


def _answer(packed: bytes, coding: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\nContent-Length: {len(packed)}\r\n\r\n"
    return lighthouse.warc_record("response", "https://x.example/", head.encode() + packed)


def _gzip_bomb(size: int) -> bytes:
    return gzip.compress(b"WARC/1.0\r\n" + b" " * size)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: bomb("word/document.xml", 600_000_000, office.docx()),
    "picture-bomb.docx": lambda: bomb("word/media/image1.png", 600_000_000, office.docx()),
    "entities.docx": lambda: office.docx(word__document_dot_xml=ENTITIES + DOCUMENT("<w:p><w:r><w:t>&k;</w:t></w:r></w:p>")),
    "hidden-entities.docx": lambda: office.docx(word__document_dot_xml=(ENTITIES + DOCUMENT("&k;")).encode("utf-16")),
    "outside.docx": lambda: office.docx(word__document_dot_xml=OUTSIDE + DOCUMENT("&k;")),
    "deep.docx": lambda: office.docx(word__document_dot_xml=DOCUMENT("<w:ins>" * DEEP + PROSE)),
    "tables.docx": lambda: office.docx(word__document_dot_xml=DOCUMENT("<w:tbl><w:tr><w:tc>" * 3000)),
    "many.docx": lambda: office.docx(word__document_dot_xml=DOCUMENT(f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>" * 20_000)),
    "linked-picture.docx": lambda: office.docx(
        word___rels__document_dot_xml_dot_rels=office.relations(("rP", "image", "file:///etc/passwd"), ("rL", "hyperlink", "file:///etc/passwd"))
    ),
    "bomb.odt": lambda: bomb("content.xml", 600_000_000, office.odt()),
    "entities.odt": lambda: office.odt(ENTITIES + office.fodt().decode().partition("?>")[2].replace("Tuesday", "&k;")),
    "outside.odt": lambda: office.odt(OUTSIDE + office.fodt().decode().partition("?>")[2].replace("Tuesday", "&k;")),
    "deep.fodt": lambda: office.fodt().replace(b"<office:text>", b"<office:text>" + b"<text:section>" * DEEP),
    "spaces.fodt": lambda: office.fodt().replace(b"<text:s/>", b'<text:s text:c="99999"/>' * 10_000),
    "braces.rtf": lambda: b"{\\rtf1 " + b"{" * DEEP + PROSE.encode(),
    "fields.rtf": lambda: b"{\\rtf1 " + b'{\\field{\\*\\fldinst HYPERLINK "https://x.example/"' * 30_000,
    "binary.rtf": lambda: b"{\\rtf1 " + b"\\bin999999999 " * 1000 + PROSE.encode(),
    "picture.rtf": lambda: b"{\\rtf1 {\\pict " + b"00" * 10_000_000 + b"}" + PROSE.encode() + b"}",
    "numbers.rtf": lambda: b"{\\rtf1 " + b"\\u-999999999999 \\uc \\f99999 \\ansicpg7 " * 5000 + b"}",
    "bomb.wacz": lambda: bomb("archive/data.warc", 600_000_000, office.wacz()),
    "packed-bomb.wacz": lambda: office.wacz(archive__data_dot_warc_dot_gz=_gzip_bomb(900_000_000)),
    "list-bomb.wacz": lambda: bomb("pages/pages.jsonl", 600_000_000, office.wacz()),
    "many-archives.wacz": lambda: office.wacz(**{f"archive__{n}_dot_warc": lighthouse.warc() for n in range(3000)}),
    "bomb.warc.zst": lambda: zstandard.compress(b"WARC/1.0\r\n" + b" " * 900_000_000),
    "window.warc.zst": lambda: b"\x28\xb5\x2f\xfd\x00\xff" + bytes(100),
    "dictionary.warc.zst": lambda: b"\x5d\x2a\x4d\x18\xff\xff\xff\xff" + bytes(100),
    "brotli-bomb.warc": lambda: _answer(brotli.compress(b" " * 900_000_000, quality=1), "br") * 20,
    "zstd-bomb.warc": lambda: _answer(zstandard.compress(b" " * 900_000_000), "zstd") * 20,
    "gzip-bomb.warc": lambda: _answer(gzip.compress(b" " * 300_000_000, 1), "gzip") * 20,
    "codings.warc": lambda: _answer(b"x" * 1000, ", ".join(["gzip"] * 1000)),
    "entities.rss": lambda: _with_entities(exported.rss(), ENTITIES),
    "outside.rss": lambda: _with_entities(exported.rss(), OUTSIDE),
    "entities.enex": lambda: _with_entities(exported.enex(), ENTITIES),
    "outside.fb2": lambda: _with_entities(exported.fb2(), OUTSIDE),
    "entities.fb2": lambda: _with_entities(exported.fb2(), ENTITIES),
    "deep.fb2": lambda: exported.fb2("<section>" * DEEP),
    "deep.rss": lambda: exported.rss(("x", "https://x.example/", "<div>" * DEEP + PROSE)),
    "many.rss": lambda: exported.rss(*[("x", f"https://x.example/{n}", f"<p>{PROSE}</p>") for n in range(20_000)]),
    "huge-picture.enex": lambda: exported.enex().replace(b"<mime>", b"<x/>" + b"A" * 60_000_000 + b"<mime>"),
    "many.mbox": lambda: exported.mbox(*[lighthouse.eml()] * 3000),
    "separators.mbox": lambda: b"From a 2019\nX: y\n" * 200_000,
    "deep.json": lambda: b'{"items":' * DEEP + b'[{"title": "x", "content": "' + PROSE.encode() * 9 + b'"}]',
    "many.json": lambda: exported.wallabag(*[("x", f"https://x.example/{n}", f"<p>{PROSE}</p>" * 3) for n in range(30_000)]),
    "quotes.json": lambda: b'{"content": "' + b"\\" * 2_000_000,
}  # fmt: skip
