"""FB2 books: each chapter is a part, as in an EPUB."""

import base64
import binascii
from html import escape

from credibility.articles.addresses import web_address
from credibility.articles.containers.exports.items import Item, open_items
from credibility.articles.containers.exports.xmltree import Node, all_named, children_named, name_of, text_in, tree_of
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import PartWish
from credibility.articles.masthead.makers import unless_maker
from credibility.articles.pictures.images import MAX_BYTES, media_type_of
from credibility.articles.text.folding import squeeze
from credibility.model import Container, PartKind, Resource

_TAGS = {"p": "p", "subtitle": "h3", "cite": "blockquote", "epigraph": "blockquote", "v": "p", "text-author": "p", "emphasis": "em"}
_TAGS |= {"strong": "strong", "code": "code", "sub": "sub", "sup": "sup", "table": "table", "tr": "tr", "td": "td", "th": "th"}
_HREF = "{http://www.w3.org/1999/xlink}href"
_NAMES = ("first-name", "middle-name", "last-name")
_DEEPEST = 200
_MOST_PICTURES = 300


def open_fb2(data: bytes, part: PartWish = None) -> Opened:
    """One chapter of a book: the one asked for, else the longest."""
    root = tree_of(data)
    about = next(all_named(root, "title-info"), root)
    names = [
        " ".join(filter(None, (text_in(each, name) for name in ("first-name", "middle-name", "last-name"))))
        for each in children_named(about, "author")
    ]
    body = next(iter(children_named(root, "body")), root)
    chapters = children_named(body, "section")
    chapters = chapters if len(chapters) > 1 else [body]
    title, author = text_in(about, "book-title"), ", ".join(filter(None, map(unless_maker, names)))
    items = [
        Item(_title(chapter) or title, _inner(chapter), author=author, date=text_in(about, "date"), language=text_in(about, "lang"))
        for chapter in chapters
    ]
    return open_items(items, part, Container.FB2, PartKind.CHAPTER, tuple(_pictures(root)))


def _title(chapter: Node) -> str:
    return squeeze(" ".join("".join(each.itertext()) for each in children_named(chapter, "title")[:1]))


def _inner(node: Node, depth: int = 0) -> str:
    return escape(node.text or "") + "".join(_one(child, depth + 1) + escape(child.tail or "") for child in node)


def _one(node: Node, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    name = name_of(node)
    match name:
        case "title":
            return f"<h2>{escape(squeeze(' '.join(node.itertext())))}</h2>"
        case "image":
            return f'<img src="fb2:{escape((node.get(_HREF) or "").lstrip("#"))}">'
        case "a":
            url = web_address(node.get(_HREF))
            return f'<a href="{escape(url)}">{_inner(node, depth)}</a>' if url else _inner(node, depth)
    tag = _TAGS.get(name)
    return f"<{tag}>{_inner(node, depth)}</{tag}>" if tag else f"<div>{_inner(node, depth)}</div>" if name else ""


def _pictures(root: Node) -> list[Resource]:
    found = []
    for node in children_named(root, "binary")[:_MOST_PICTURES]:
        coded = "".join((node.text or "").split())
        try:
            data = base64.b64decode(coded, validate=False) if len(coded) <= MAX_BYTES * 4 // 3 else b""
        except (binascii.Error, ValueError):
            continue
        if kind := media_type_of(data):
            found.append(Resource(f"fb2:{node.get('id') or ''}", kind, data))
    return found
