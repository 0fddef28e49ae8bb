"""Articles packed loosely: the text, Markdown and MHTML files of a ZIP that holds no web page."""

from dataclasses import replace
from pathlib import PurePosixPath

from credibility.articles.containers.mhtml import open_mhtml
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, FoundPart, PartWish, choose, listed
from credibility.articles.containers.text import open_markdown, open_text
from credibility.articles.containers.ziparchive import ZipDoor
from credibility.articles.kinds.sniff import sniff
from credibility.floor.language import said
from credibility.model import ArticleError, Container, PartKind

_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".mht", ".mhtml"})
_OPENERS = {Container.TEXT: open_text, Container.MARKDOWN: open_markdown, Container.MHTML: open_mhtml}
_SYSTEMS_OWN = ("__MACOSX/", ".")


def loose_in(door: ZipDoor) -> tuple[str, ...]:
    """The members that are articles by their names, in order; a system's own files are none."""
    names = (name for name in door.names if not name.startswith(_SYSTEMS_OWN) and PurePosixPath(name).suffix.lower() in _ENDINGS)
    return tuple(sorted(name for name in names if door.size(name)))[:MOST_PARTS]


def open_loose(door: ZipDoor, names: tuple[str, ...], part: PartWish) -> Opened:
    """One of these members: the one asked for, else the largest; each is a part with its file's name."""
    found = {name: FoundPart(name, PurePosixPath(name).stem) for name in names}
    offered, parts = listed(tuple(found.values()), found[max(names, key=door.size)], PartKind.PAGE)
    place = choose(parts, part)
    name = offered[place].name
    data = door.read(name)
    opener = _OPENERS.get(sniff(data, PurePosixPath(name).suffix.lower()))
    if opener is None:
        raise ArticleError(said("The file in this archive is not what its name says."), said("Unpack it and open the file itself."))
    return replace(opener(data), parts=parts, part=place)
