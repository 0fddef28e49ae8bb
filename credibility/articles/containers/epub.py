"""EPUB: a ZIP file with chapters as XHTML, in the order of the package's spine. One chapter is one article."""

import re
from html import escape

from bs4 import BeautifulSoup, Tag

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import HEAD, FoundPart, PartWish, choose, first_heading, listed, look_at
from credibility.articles.containers.ziparchive import ZipDoor, beside, images_among
from credibility.articles.extraction.dom import parse_xml
from credibility.articles.text.charset import decode
from credibility.articles.text.folding import squeeze
from credibility.model import ArticleError, Container, PartKind

_MAX_CHAPTERS = 2000
_TAG = re.compile(r"<[^>]*>")
_METADATA = {"creator": "author", "date": "date", "publisher": "og:site_name", "language": "language", "source": "og:url"}


def _xml(door: ZipDoor, member: str) -> BeautifulSoup:
    """An XML member as a tree, empty when there is none."""
    return parse_xml(door.read(member) if member in door else b"")


def _all(tree: Tag, name: str) -> list[Tag]:
    """All elements with this name, whatever their namespace prefix."""
    return tree.find_all(re.compile(rf"^(?:[\w.-]+:)?{name}$"))


def _attribute(element: Tag, name: str) -> str:
    return str(element.get(name) or "")


def _spine(name: str, package: Tag) -> list[str]:
    """The chapters' member names in reading order."""
    hrefs = {_attribute(item, "id"): _attribute(item, "href") for item in _all(package, "item")}
    ids = [_attribute(each, "idref") for each in _all(package, "itemref")[:_MAX_CHAPTERS]]
    return [beside(name, hrefs[each]) for each in ids if hrefs.get(each)]


def _contents(door: ZipDoor, name: str, package: Tag) -> dict[str, str]:
    """The chapters' titles by member, from the book's own tables of contents: EPUB 3's page, older books' NCX."""
    titles: dict[str, str] = {}
    for item in _all(package, "item"):
        member = beside(name, _attribute(item, "href"))
        if "nav" in _attribute(item, "properties").split():
            entries = [(_attribute(link, "href"), link.get_text()) for link in _all(_xml(door, member), "a")]
        elif _attribute(item, "media-type") == "application/x-dtbncx+xml":
            points = [(_all(point, "content"), _all(point, "text")) for point in _all(_xml(door, member), "navPoint")]
            entries = [(_attribute(places[0], "src"), words[0].get_text()) for places, words in points if places and words]
        else:
            continue
        for reference, words in entries:
            titles.setdefault(beside(member, reference), squeeze(words))
    return {member: title for member, title in titles.items() if title}


def _metadata(package: Tag) -> str:
    """The book's metadata as meta tags, since chapters rarely have their own."""
    found = [(name, squeeze(element.get_text())) for term, name in _METADATA.items() for element in _all(package, term)[:4]]
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in found if value)


def _chapter(member: str, markup: str, contents: dict[str, str]) -> FoundPart:
    """A chapter titled by the book's table of contents, else by its first heading, its title or its file name."""
    head = markup[:HEAD]
    return look_at(member, head, whole=len(markup) <= HEAD, title=contents.get(member) or first_heading(head))


def open_epub(door: ZipDoor, part: PartWish = None) -> Opened:
    """One chapter of a book: the one asked for, else the longest."""
    roots = _all(_xml(door, "META-INF/container.xml"), "rootfile")
    name = _attribute(roots[0], "full-path") if roots else ""
    package = _xml(door, name)
    chapters = {member: decode(door.read(member), prescan=True) for member in dict.fromkeys(_spine(name, package)) if member in door}
    if not chapters:
        raise ArticleError("This file holds no chapter.", "Choose another file.")
    contents = _contents(door, name, package)
    found = {member: _chapter(member, decoded.text, contents) for member, decoded in chapters.items()}
    main = max(chapters, key=lambda member: len(_TAG.sub("", chapters[member].text)))
    # A page without text, such as a cover picture, is not an article.
    worded = tuple(each for each in found.values() if each.name == main or not each.is_blank)
    offered, parts = listed(worded, found[main], PartKind.CHAPTER)
    chosen = choose(parts, part)
    member = offered[chosen].name
    markup = f"<head>{_metadata(package)}</head>{chapters[member].text}"
    images = images_among(door, member, chapters[member].text)
    return Opened(Container.EPUB, markup, chapters[member].charset, None, None, None, images, parts, chosen)
