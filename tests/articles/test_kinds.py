"""Kinds of file that are known and not read: each is named, with what to do, and nothing that may be an article is among them."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from credibility.articles.extract import extract
from credibility.articles.kinds.formats import FORMATS, all_formats
from credibility.articles.kinds.unread import UNREAD
from credibility.articles.load import load_page
from credibility.model import ArticleError
from tests.articles import kind_tables, lighthouse
from tests.bench.material import ROOT
from ui.frame.asking import READABLE

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
ADDRESS = "https://news.example.org/lamp"


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


UNREADABLE = {
    "letter.doc": (stream("WordDocument"), "DOC"),
    "mail.msg": (stream("__substg1.0_0037001F"), "MSG"),
    "secret.docx": (stream("EncryptedPackage"), "protected"),
    "sheet.xls": (stream("Workbook"), "XLS"),
    "book.mobi": (b"A lamp".ljust(60, b"\0") + b"BOOKMOBI" + bytes(100), "Kindle"),
    "scan.png": (lighthouse.png(), "picture"),
    "scan.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(100), "picture"),
    "photo.heic": (b"\0\0\0\x18ftypheic" + bytes(100), "picture"),
    "scan.webp": (b"RIFF\x10\0\0\0WEBPVP8 " + bytes(100), "picture"),
    "talk.mp4": (b"\0\0\0\x18ftypisom" + bytes(100), "video"),
    "talk.mp3": (b"ID3\x04\0\0" + bytes(100), "recording"),
    "saved.rar": (b"Rar!\x1a\x07\x01\0" + bytes(100), "RAR"),
    "saved.7z": (b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(100), "7z"),
    "saved.tar": (b"page.html".ljust(257, b"\0") + b"ustar\0" + bytes(300), "tar"),
    "program": (b"\x7fELF\x02\x01\x01" + bytes(500), "program"),
    "link.url": (f"[InternetShortcut]\r\nURL={ADDRESS}\r\n", "link to an address"),
    "link.desktop": (f"[Desktop Entry]\nName=Lamp\nType=Link\nURL={ADDRESS}\n", "link to an address"),
    "link.webloc": (
        f'<?xml version="1.0"?>\n<plist version="1.0"><dict>\n<key>URL</key><string>{ADDRESS}</string></dict></plist>',
        "link to an address",
    ),
    "page.har": (json.dumps({"log": {"entries": [{"response": {"text": lighthouse.page()}}]}}), "HAR"),
    "data.json": (json.dumps([{"id": number, "score": 3, "rows": []} for number in range(9)]), "JSON"),
    "feed.xml": ('<?xml version="1.0"?><stations><station>Lamp</station></stations>', "XML"),
    "table.csv": ("name,height,year\nLamp,30,1902\nTower,40,1911\n", "table"),
    "table.txt": ("name\theight\tyear\nLamp\t30\t1902\nTower\t40\t1911\nPier\t2\t1950\n", "table"),
    "bookmarks.html": (f'<!DOCTYPE NETSCAPE-Bookmark-file-1><dl><dt><a href="{ADDRESS}">The lamp</a></dl>', "bookmarks"),
    "ril_export.html": (f'<!DOCTYPE html><html><head><title>Pocket Export</title></head><a href="{ADDRESS}">x</a>', "addresses"),
    "paper.tex": ("\\documentclass{article}\n\\begin{document}\nThe lamp burns.\n\\end{document}\n", "LaTeX"),
    "lamp.py": ("import os\n\n\ndef lamp():\n    return os.name\n\n\nclass Tower:\n    pass\n\nfor x in y:\n    print(x)\n", "source code"),
    "lamp.txt": ("function lamp() {\n  var x = 1;\n  return x;\n}\nlamp();\n", "source code"),
    "key.pem": ("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "encrypted"),
    "sheet.xlsx": (lighthouse.zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "spreadsheet"),
    "talk.odp": (lighthouse.zipped({"mimetype": "application/vnd.oasis.opendocument.presentation"}), "presentation"),
    "note.pages": (lighthouse.zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), "Pages"),
    "scans.zip": (lighthouse.zipped({"1.jpg": "x", "2.JPG": "y"}), "picture"),
}  # fmt: skip


def refusal(folder: Path, name: str, data: bytes | str) -> ArticleError:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(ArticleError) as caught:
        extract(load_page(path))
    return caught.value


@pytest.mark.parametrize("name", UNREADABLE)
def test_is_named_and_not_read(tmp_path, name):
    data, word = UNREADABLE[name]
    error = refusal(tmp_path, name, data)
    assert word in error.reason
    assert any(kind.advice == error.advice for kind in UNREAD)


def _protected_book(way: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(lighthouse.epub())) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    note = f'<encryption><EncryptedData><EncryptionMethod Algorithm="{way}"/></EncryptedData></encryption>'
    return lighthouse.zipped(members | {"META-INF/encryption.xml": note})


def test_a_protected_book_is_named_but_one_with_protected_typefaces_is_read(tmp_path):
    assert "copy-protected" in refusal(tmp_path, "book.epub", _protected_book("http://www.w3.org/2001/04/xmlenc#aes128-cbc")).reason
    (tmp_path / "book.epub").write_bytes(_protected_book("http://www.idpf.org/2008/embedding"))
    assert extract(load_page(tmp_path / "book.epub")).title == lighthouse.TITLE


@pytest.mark.parametrize(
    "words",
    [
        "BMW said that the lamp will be lit again.",
        "MZ, the maker of the lamp, said that it will be lit again.",
        "OTTO Lamp said that it will be lit again; the tower, he said, is sound.",
        "[1] The lamp, according to Reuters, will be lit again.",
        "{Editor’s note: this was corrected.} The lamp will be lit again.",
        "From the harbour, the Guardian reports, the lamp, the tower, and the pier can be seen.",
    ],
)
def test_an_article_is_not_taken_for_one_of_them(tmp_path, words):
    (tmp_path / "note.txt").write_text("\n\n".join([words] * 5), "utf8")
    assert words in extract(load_page(tmp_path / "note.txt")).text


def test_a_page_full_of_styles_is_not_source_code(tmp_path):
    (tmp_path / "page.html").write_text(lighthouse.page(head="<style>\n" + "a {\n color: red;\n}\n" * 300 + "</style>"), "utf8")
    assert extract(load_page(tmp_path / "page.html")).title == lighthouse.TITLE


def test_readme_lists_what_is_read_and_what_is_not():
    assert kind_tables.written() == kind_tables.tables()


def test_messages_and_the_open_dialog_know_every_kind():
    endings = re.findall(r"\*(\.\w+)", (ROOT / "ui" / "frame" / "asking.py").read_text("utf8"))
    assert {suffix for one in FORMATS for suffix in one.suffixes} == set(endings)
    assert all(one.name in all_formats() for one in FORMATS)


def test_the_dialog_offers_every_kind_that_is_read() -> None:
    offered = READABLE.strip("()").split()
    assert sorted(offered) == sorted(f"*{suffix}" for one in FORMATS for suffix in one.suffixes)
