"""A page gives the same article from every container."""

import io
import plistlib
import re
import zipfile
from pathlib import Path

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError, BlockKind, Container, SavedPage
from tests.articles import lighthouse, office

SAVED_FROM = f"<!-- saved from url=(0060){lighthouse.URL} -->"
SINGLEFILE = f"<!--\n Page saved with SingleFile \n url: {lighthouse.URL} \n saved date: Wed Mar 06 2019 09:00:00 GMT+0100 (CET)\n-->"
NOISE = ("Home", "Sport", "Most read", "Whale", "rights reserved", "Buy a boat", lighthouse.COMMENT)


def opened(folder: Path, name: str, data: bytes | str) -> Article:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return extract(load_page(path))


def titles(page: SavedPage) -> tuple[str, ...]:
    return tuple(part.title for part in page.parts)


def words(article: Article) -> str:
    """The running text without captions and pictures, which not every container has."""
    kinds = (BlockKind.CAPTION, BlockKind.IMAGE)
    return " ".join(" ".join(block.span.of(article.text).split()) for block in article.blocks if block.kind not in kinds)


EXPECTED = " ".join(
    (
        *lighthouse.PARAGRAPHS[:2], "What the fishermen say", lighthouse.PARAGRAPHS[2], lighthouse.QUOTATION, lighthouse.PARAGRAPHS[3],
        "The stairs are mended first, before the winter storms.", "The lamp room follows in the year after that.", lighthouse.PARAGRAPHS[4],
    )
)  # fmt: skip

CONTAINERS = {
    "html": ("page.html", lambda: lighthouse.page(note=SAVED_FROM), Container.HTML, "saved-from"),
    "singlefile": ("page.html", lambda: lighthouse.page(note=SINGLEFILE), Container.SINGLEFILE, "singlefile"),
    "mhtml": ("page.mhtml", lighthouse.mhtml, Container.MHTML, "snapshot-content-location"),
    "old mhtml": ("page.mht", lambda: lighthouse.mhtml(snapshot=False), Container.MHTML, "content-location"),
    "webarchive": ("page.webarchive", lighthouse.webarchive, Container.WEBARCHIVE, "webresource-url"),
    "xml webarchive": ("page.webarchive", lambda: lighthouse.webarchive(plistlib.FMT_XML), Container.WEBARCHIVE, "webresource-url"),
    "warc": ("crawl.warc", lighthouse.warc, Container.WARC, "warc-target-uri"),
    "warc.gz": ("crawl.warc.gz", lighthouse.warc_gz, Container.WARC, "warc-target-uri"),
    "maff": ("page.maff", lighthouse.maff, Container.MAFF, "maff-originalurl"),
    "zip": ("page.zip", lighthouse.zip_of_page, Container.ZIP, "canonical"),
    "epub": ("book.epub", lighthouse.epub, Container.EPUB, "og:url"),
    "eml": ("mail.eml", lighthouse.eml, Container.EML, None),
    "docx": ("letter.docx", office.docx, Container.DOCX, None),
    "odt": ("letter.odt", office.odt, Container.ODT, None),
    "flat odt": ("letter.fodt", office.fodt, Container.ODT, None),
    "rtf": ("letter.rtf", office.rtf, Container.RTF, None),
    "wacz": ("visit.wacz", office.wacz, Container.WACZ, "warc-target-uri"),
    "markdown": ("note.md", lighthouse.markdown, Container.MARKDOWN, "front-matter"),
    "text": ("note.txt", lighthouse.text, Container.TEXT, None),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_same_article_from(tmp_path, name):
    file_name, made, container, url_from = CONTAINERS[name]
    data = made()
    article = opened(tmp_path, file_name, data)
    assert load_page(tmp_path / file_name).container is container
    assert words(article) == EXPECTED
    assert article.title == lighthouse.TITLE
    assert article.byline == "Ada Quill"
    assert article.url_from == url_from
    assert article.url == (lighthouse.URL if url_from else None)
    assert not [noise for noise in NOISE if noise in article.text]


@pytest.mark.parametrize("name", CONTAINERS)
def test_container_is_told_by_content_not_by_name(tmp_path, name):
    _, made, container, _ = CONTAINERS[name]
    opened(tmp_path, "renamed.bin", made())
    assert load_page(tmp_path / "renamed.bin").container is container


@pytest.mark.parametrize("name", [name for name in CONTAINERS if name not in ("text", "warc.gz")])
def test_link_survives_in(tmp_path, name):
    file_name, made, _, _ = CONTAINERS[name]
    article = opened(tmp_path, file_name, made())
    links = {link.span.of(article.text): link.url for link in article.links}
    assert links["Example Courier"] == "https://news.example.org/courier/report"


@pytest.mark.parametrize("name", ["mhtml", "old mhtml", "webarchive", "warc", "maff", "zip", "epub", "eml", "docx", "odt"])
def test_picture_in_the_file_is_shown(tmp_path, name):
    file_name, made, _, _ = CONTAINERS[name]
    article = opened(tmp_path, file_name, made())
    assert [image.data for image in article.images] == [lighthouse.png()]
    assert article.images[0].alt == ("" if name == "odt" else "A white tower")


def test_picture_beside_the_page_is_shown(tmp_path):
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "tower.png").write_bytes(lighthouse.png())
    article = opened(tmp_path, "page.html", lighthouse.page())
    assert [image.data for image in article.images] == [lighthouse.png()]


def test_picture_outside_the_page_s_folder_is_not_read(tmp_path):
    (tmp_path / "secret.png").write_bytes(lighthouse.png())
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "page_files").mkdir()
    (tmp_path / "inner" / "page_files" / "link.png").symlink_to(tmp_path / "secret.png")
    for source in ("../secret.png", "page_files/link.png", f"file://{tmp_path}/secret.png", "page_files/%2e%2e/%2e%2e/secret.png"):
        article = opened(tmp_path / "inner", "page.html", lighthouse.page(source))
        assert [image.data for image in article.images] == [b""], source


@pytest.mark.parametrize("name", ["html", "mhtml", "webarchive", "warc", "maff", "zip", "markdown", "text"])
def test_comments_are_apart_in(tmp_path, name):
    file_name, made, _, _ = CONTAINERS[name]
    article = opened(tmp_path, file_name, made())
    assert [(comment.author, comment.text) for comment in article.comments] == [("Gulliver", lighthouse.COMMENT)]


def test_a_warc_s_pages_can_be_picked(tmp_path):
    path = tmp_path / "crawl.warc"
    path.write_bytes(lighthouse.warc())
    page = load_page(path)
    assert titles(page) == ("Weather", f"{lighthouse.TITLE} | Example Courier")
    assert page.part == 1
    assert "Rain until noon" in extract(load_page(path, part=0)).text
    assert extract(page).notes == ("This file holds 2 pages; this is number 2.",)
    with pytest.raises(ArticleError, match="no page number 8"):
        load_page(path, part=7)


def test_a_book_s_chapters_can_be_picked(tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(lighthouse.epub())
    assert titles(load_page(path)) == ("Harbour Stories", lighthouse.TITLE)
    assert extract(load_page(path, part=0)).text == "A small book of the coast."


def test_a_warc_that_was_cut_short_gives_the_pages_before_the_cut(tmp_path):
    data = lighthouse.warc()
    assert words(opened(tmp_path, "cut.warc", data[: data.rindex(b"WARC/1.0") + 200])) == EXPECTED


def test_date_keeps_its_time_zone(tmp_path):
    article = opened(tmp_path, "page.html", lighthouse.page())
    assert article.published is not None
    assert article.published.isoformat() == "2019-03-05T18:30:00+01:00"
    assert (article.publisher, article.language, article.canonical) == ("Example Courier", "en", lighthouse.URL)


def _book(package: str, **members: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(lighthouse.epub())) as archive:
        own = {info.filename: archive.read(info) for info in archive.infolist()}
    return lighthouse.zipped(
        own | {"OEBPS/content.opf": package} | {f"OEBPS/{name.replace('_', '.')}": text for name, text in members.items()}
    )


def _package() -> str:
    with zipfile.ZipFile(io.BytesIO(lighthouse.epub())) as archive:
        return archive.read("OEBPS/content.opf").decode()


NCX = """<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint><navLabel><text>The Cover</text></navLabel><content src="text/cover.xhtml"/></navPoint>
<navPoint><navLabel><text>Chapter  One</text></navLabel><content src="text/one.xhtml#start"/></navPoint></navMap></ncx>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="text/cover.xhtml">The&nbsp;Cover</a></li>
<li><a href="text/one.xhtml">Chapter <i>One</i></a></li></ol></nav></body></html>"""


@pytest.mark.parametrize(
    ("item", "members"),
    [
        ("<item id='t' href='toc.ncx' media-type='application/x-dtbncx+xml'/>", {"toc_ncx": NCX}),
        ("<item id='t' href='nav.xhtml' properties='nav'/>", {"nav_xhtml": NAV.replace("&nbsp;", " ")}),
    ],
    ids=["NCX", "navigation page"],
)
def test_a_book_s_chapters_are_called_as_in_its_table_of_contents(item, members, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(_book(_package().replace("<manifest>", f"<manifest>{item}"), **members))
    assert titles(load_page(path)) == ("The Cover", "Chapter One")


def test_a_book_s_package_may_use_a_prefix(tmp_path):
    path = tmp_path / "book.epub"
    prefixed = re.sub(r"<(/?)(package|metadata|manifest|item|spine|itemref)\b", r"<\1opf:\2", _package()).replace("xmlns=", "xmlns:opf=")
    path.write_bytes(_book(prefixed))
    assert titles(load_page(path)) == ("Harbour Stories", lighthouse.TITLE)


def test_a_book_cannot_bring_in_a_file_from_outside(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf8")
    declared = f'<!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>' + _package().replace("Ada Quill", "&f;")
    path = tmp_path / "book.epub"
    path.write_bytes(_book(declared))
    try:
        page = load_page(path)
    except ArticleError:
        return
    assert "the secret" not in page.markup
