"""RSS and Atom files: each entry is an article, as much of it as the feed holds."""

from html import escape

from lxml import etree

from credibility.articles.addresses import web_address
from credibility.articles.containers.exports.items import Item, open_items
from credibility.articles.containers.exports.xmltree import Node, all_named, children_named, name_of, text_in, tree_of
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, PartWish
from credibility.articles.masthead.makers import unless_maker
from credibility.model import Container, PartKind


def open_feed(data: bytes, part: PartWish = None) -> Opened:
    """One entry of a feed: the one asked for, else the longest."""
    root = tree_of(data)
    channel = next(all_named(root, "channel"), root)
    publisher, language = text_in(channel, "title"), text_in(channel, "language") or _language(root)
    entries = [_item(entry, publisher, language) for _, entry in zip(range(MOST_PARTS), all_named(root, "item", "entry"), strict=False)]
    return open_items([entry for entry in entries if entry.body.strip()], part, Container.FEED, PartKind.ARTICLE)


def _language(root: Node) -> str:
    return root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _item(entry: Node, publisher: str, language: str) -> Item:
    authors = [text_in(each, "name") or "".join(each.itertext()).strip() for each in children_named(entry, "creator", "author")]
    return Item(
        title=text_in(entry, "title"),
        body=_body(entry),
        url=_address(entry) or "",
        author=", ".join(dict.fromkeys(filter(None, map(_name, authors)))),
        date=text_in(entry, "pubdate", "published", "date", "issued"),
        publisher=publisher,
        language=language,
    )


def _name(author: str) -> str:
    """RSS writes an author as "address (name)"."""
    words = author.partition("(")[2].rstrip(") ") if "@" in author else author
    return unless_maker(words.strip())


def _address(entry: Node) -> str | None:
    links = children_named(entry, "link")
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    found = [link.get("href") or "".join(link.itertext()) for link in own]
    found += [text_in(entry, "origlink"), text_in(entry, "guid")]
    return next((url for each in found if (url := web_address(each.strip()))), None)


def _body(entry: Node) -> str:
    """The whole text if the feed has it, else its summary."""
    for name in ("encoded", "content", "description", "summary"):
        for node in children_named(entry, name):
            if body := _markup(node):
                return body
    return ""


def _markup(node: Node) -> str:
    """What a text of a feed says: markup that is escaped, markup as it stands, or plain words."""
    if any(name_of(child) for child in node):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in node).replace("xmlns=", "data-x=")
    words = (node.text or "").strip()
    if node.get("type") == "text" or "<" not in words:
        return f"<p>{words if '&' in words else escape(words)}</p>" if words else ""
    return words
