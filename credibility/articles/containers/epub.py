"""EPUB: a ZIP file with chapters as XHTML, in the order of the package's spine. One chapter is one article."""

import re
from html import escape

from bs4 import BeautifulSoup, Tag
from lxml import etree

from credibility.articles.addresses import web_address
from credibility.articles.containers.opened import Opened, head_with
from credibility.articles.containers.parts import HEAD, FoundPart, PartWish, choose, first_heading, listed, look_at
from credibility.articles.containers.ziparchive import ZipDoor, beside, images_among
from credibility.articles.extraction.dom import parse, parse_xml, remove, sweep, words_of
from credibility.articles.masthead.makers import unless_maker
from credibility.articles.text.charset import decode
from credibility.articles.text.folding import squeeze
from credibility.floor.language import said
from credibility.model import ArticleError, Container, PartKind

_MAX_CHAPTERS = 2000
_TAG = re.compile(r"<[^>]*>")
_NAVIGATION = "calibre_navbar"
_FOLDER = re.compile(r"""<a\b[^>]{0,300}?href=["'][^"']{0,200}\bindex\.x?html""", re.I)
_DAY = re.compile(r"\s*\[[^\]]*\]\s*$")
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
    return "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in found if unless_maker(value))


def _term(package: Tag, term: str) -> str:
    return next((squeeze(element.get_text()) for element in _all(package, term)), "")


def _publication(package: Tag) -> str:
    """What calibre's news is called, without the day it was fetched."""
    return _DAY.sub("", _term(package, "title"))


def _chapter(member: str, markup: str, contents: dict[str, str]) -> FoundPart:
    """A chapter titled by the book's table of contents, else by its first heading, its title or its file name."""
    head = markup[:HEAD]
    return look_at(member, head, whole=len(markup) <= HEAD, title=contents.get(member) or first_heading(head))


def _is_index(markup: str) -> bool:
    """Whether a leaf of calibre's news only leads to the articles: a list of links and no paragraph."""
    return _FOLDER.search(markup) is not None and "<p" not in markup


def _own(markup: str) -> tuple[str, dict[str, str]]:
    """An article of calibre's news without its navigation, with the title and the address that it has for itself."""
    root = parse(markup)
    values: dict[str, str] = {}
    for bar in [element for element in root.iter("div") if "calibre_navbar" in (element.get("class") or "")]:
        if "downloaded" in words_of(bar):
            values["og:url"] = next((url for link in bar.iter("a") if (url := web_address(link.get("href")))), "")
        remove(bar)
    sweep(root)
    values["og:title"] = next((words_of(head) for head in root.iter("h1", "h2") if words_of(head)), "")
    return etree.tostring(root, encoding="unicode", method="html"), values


def open_epub(door: ZipDoor, part: PartWish = None) -> Opened:
    """One chapter of a book: the one asked for, else the longest."""
    roots = _all(_xml(door, "META-INF/container.xml"), "rootfile")
    name = _attribute(roots[0], "full-path") if roots else ""
    package = _xml(door, name)
    chapters = {member: decode(door.read(member), prescan=True) for member in dict.fromkeys(_spine(name, package)) if member in door}
    if not chapters:
        raise ArticleError(said("This file holds no chapter."), said("Choose another file."))
    contents = _contents(door, name, package)
    found = {member: _chapter(member, decoded.text, contents) for member, decoded in chapters.items()}
    main = max(chapters, key=lambda member: len(_TAG.sub("", chapters[member].text)))
    # A leaf with nothing but a picture or a title cannot be read as an article.
    news = any(_NAVIGATION in decoded.text for decoded in chapters.values())
    worded = tuple(
        each for each in found.values() if each.name == main or not (each.is_blank or (news and _is_index(chapters[each.name].text)))
    )
    offered, parts = listed(worded, found[main], PartKind.CHAPTER)
    chosen = choose(parts, part)
    member = offered[chosen].name
    markup = chapters[member].text
    if news:
        inner, values = _own(markup)
        whole = head_with(values | {"og:site_name": _publication(package), "language": _term(package, "language")}) + inner
    else:
        whole = f"<head>{_metadata(package)}</head>{markup}"
    images = images_among(door, member, chapters[member].text)
    return Opened(Container.EPUB, whole, chapters[member].charset, None, None, None, images, parts, chosen)
