"""ENEX, Evernote's export: each note is an article; a clipped one has the address that it was clipped from."""

import base64
import binascii
import hashlib
import re

from credibility.articles.addresses import web_address
from credibility.articles.containers.exports.items import Item, open_items
from credibility.articles.containers.exports.xmltree import Node, all_named, children_named, text_in, tree_of
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, PartWish
from credibility.articles.pictures.images import MAX_BYTES, media_type_of
from credibility.model import Container, PartKind, Resource

_MEDIA = re.compile(r"""<en-media\b[^>]{0,1000}?\bhash=["']([0-9a-f]{32})["'][^>]{0,1000}>""", re.I)
_PROLOGUE = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>\[]*>\s*)?", re.I)
_MOST_PICTURES = 300


def open_enex(data: bytes, part: PartWish = None) -> Opened:
    """One note: the one asked for, else the longest. When it was clipped says nothing about the article."""
    notes = [note for _, note in zip(range(MOST_PARTS), all_named(tree_of(data), "note"), strict=False)]
    pictures = [picture for note in notes for picture in _pictures(note)][:_MOST_PICTURES]
    return open_items([_item(note) for note in notes], part, Container.ENEX, PartKind.NOTE, tuple(pictures))


def _item(note: Node) -> Item:
    attributes = next(iter(children_named(note, "note-attributes")), note)
    content = next(("".join(each.itertext()) for each in children_named(note, "content")), "")
    return Item(
        title=text_in(note, "title"),
        body=_MEDIA.sub(r'<img src="enex:\1">', _PROLOGUE.sub("", content)),
        url=web_address(text_in(attributes, "source-url")) or "",
    )


def _pictures(note: Node) -> list[Resource]:
    """The note's pictures by the digest under which its text names them."""
    found = []
    for resource in children_named(note, "resource"):
        coded = text_in(resource, "data")
        if len(coded) > MAX_BYTES * 3 // 2:
            continue
        try:
            data = base64.b64decode(coded, validate=False)
        except (binascii.Error, ValueError):
            continue
        if kind := media_type_of(data):
            digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
            found.append(Resource(f"enex:{digest}", kind, data))
    return found
