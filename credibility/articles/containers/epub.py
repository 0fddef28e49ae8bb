"""EPUB: a ZIP file with chapters as XHTML, in the order of the package's spine. One chapter is one article."""

import posixpath
import re
from html import escape, unescape

from lxml import etree

from credibility.articles.charset import decode
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import choose
from credibility.articles.containers.ziparchive import ZipDoor, beside
from credibility.articles.dom import parse
from credibility.articles.folding import squeeze
from credibility.articles.images import media_type_of
from credibility.model import ArticleError, Container, Resource

_MAX_CHAPTERS = 2000
_MAX_IMAGES = 300
_HEADING = re.compile(r"<(h1|h2)\b[^>]{0,300}>(.{1,600}?)</\1", re.I | re.S)
_TITLE = re.compile(r"<(title)\b[^>]{0,300}>(.{1,600}?)</\1", re.I | re.S)
_TAG = re.compile(r"<[^>]*>")
_DAMAGED = "This EPUB file is damaged."


def _xml(data: bytes) -> etree._Element:
    """An XML document read without entities, network or external files."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(data, parser=parser)
    if root is None:
        raise ArticleError(_DAMAGED, "Get the file again from where it was saved.")
    return root


def _package(door: ZipDoor) -> tuple[str, etree._Element]:
    """Name and tree of the package document."""
    try:
        container = _xml(door.read("META-INF/container.xml"))
        name = next(iter(container.xpath("//*[local-name()='rootfile']/@full-path")), "")
        return name, _xml(door.read(name))
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(_DAMAGED, "Get the file again from where it was saved.") from error


def _spine(name: str, package: etree._Element) -> list[str]:
    """The chapters' member names in reading order."""
    hrefs = {item.get("id"): item.get("href") or "" for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    ids = package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref")
    return [beside(name, hrefs[each]) for each in ids[:_MAX_CHAPTERS] if hrefs.get(each)]


def _metadata(package: etree._Element) -> str:
    """The book's data as meta tags, which the chapter's own do not have."""
    tags = []
    for term, name in (
        ("creator", "author"),
        ("date", "date"),
        ("publisher", "og:site_name"),
        ("language", "language"),
        ("source", "og:url"),
    ):
        values = package.xpath(f"//*[local-name()='metadata']/*[local-name()='{term}']/text()")
        tags += [f'<meta name="{name}" content="{escape(str(value).strip())}">' for value in values[:4]]
    return "".join(tags)


def _title_of(markup: str, name: str) -> str:
    head = markup[:100_000]
    found = _HEADING.search(head) or _TITLE.search(head)
    return squeeze(unescape(_TAG.sub(" ", found.group(2)))) if found else posixpath.basename(name)


def _images(door: ZipDoor, name: str, markup: str) -> tuple[Resource, ...]:
    found: dict[str, Resource] = {}
    for element in parse(markup).iter("img"):
        source = element.get("src") or ""
        member = beside(name, source)
        if source and source not in found and member in door and len(found) < _MAX_IMAGES:
            data = door.read(member)
            if kind := media_type_of(data):
                found[source] = Resource(source, kind, data)
    return tuple(found.values())


def open_epub(door: ZipDoor, part: int | None = None) -> Opened:
    """One chapter of a book: the one asked for, else the longest."""
    name, package = _package(door)
    chapters = {member: decode(door.read(member), prescan=True) for member in dict.fromkeys(_spine(name, package)) if member in door}
    members = list(chapters)
    sizes = [len(_TAG.sub("", chapters[member].text)) for member in members]
    chosen = choose(sizes, part, "chapter")
    member = members[chosen]
    markup = f"<head>{_metadata(package)}</head>{chapters[member].text}"
    titles = tuple(_title_of(chapters[each].text, each) for each in members)
    images = _images(door, member, chapters[member].text)
    return Opened(Container.EPUB, markup, chapters[member].charset, None, None, None, images, titles, chosen)
