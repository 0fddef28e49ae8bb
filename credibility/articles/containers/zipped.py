"""Saved pages in a ZIP file, including Firefox's old .maff, which has a folder per tab with an `index.rdf` that states the address."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from credibility.articles.containers.epub import open_epub
from credibility.articles.containers.html import recorded_address
from credibility.articles.containers.loose import loose_in, open_loose
from credibility.articles.containers.office.docx import is_docx, open_docx
from credibility.articles.containers.office.odt import is_odt, open_odt
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import (
    HEAD,
    MOST_PARTS,
    FoundPart,
    PartWish,
    charset_like,
    choose,
    head_of,
    listed,
    look_at,
    without_frames,
)
from credibility.articles.containers.wacz import is_wacz, open_wacz
from credibility.articles.containers.ziparchive import ZipDoor, beside, images_among
from credibility.articles.extraction.dom import parse_xml
from credibility.articles.kinds.packed import unread_zip
from credibility.articles.masthead.dates import date_of
from credibility.articles.text.charset import decode
from credibility.floor.language import said
from credibility.model import ArticleError, Container, PartKind

_PAGE_NAMES = (".html", ".htm", ".xhtml")
_NUMBER = re.compile(r"([0-9]+)")
# Endings of the folder that browsers save beside a page, in various languages.
_BESIDE_A_PAGE = re.compile(
    r"(?:[_.]files|_file|-dateien|-filer|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden|_pliki|_soubory|_tiedostot|_elemei|_dosyalar"
    r"|_fitxers|_fitxategiak|_datoteke|_fajlovi|_bylos|_failid|_fails)/",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Saved:
    """The member that holds a page, and the fields that a MAFF's `index.rdf` states about it."""

    member: str
    fields: Mapping[str, str] = field(default_factory=dict)


def _first_among(pages: Sequence[str], door: ZipDoor) -> str:
    """The page to read by default: an `index` file as high up as possible, else the largest."""
    return min(pages, key=lambda name: (not name.lower().rsplit("/", 1)[-1].startswith("index."), name.count("/"), -door.size(name)))


def _rdf_fields(data: bytes) -> dict[str, str]:
    """The fields of a MAFF's `index.rdf`, by property name without prefix."""
    found = parse_xml(data).find_all(True)
    return {element.name.rpartition(":")[2].lower(): str(element["RDF:resource"]) for element in found if element.get("RDF:resource")}


def _tabs(door: ZipDoor, pages: Sequence[str]) -> list[_Saved]:
    """A MAFF's pages in tab order; for a tab whose `index.rdf` names no page, the first page in its folder."""
    notes = [name for name in door.names if name.rsplit("/", 1)[-1] == "index.rdf"][:MOST_PARTS]
    tabs: dict[str, _Saved] = {}
    for name in notes:
        fields = _rdf_fields(door.head(name, HEAD))
        member = beside(name, fields["indexfilename"]) if fields.get("indexfilename") else ""
        if member not in door:
            folder = name.removesuffix("index.rdf")
            within = [page for page in pages if page.startswith(folder)] or (pages if len(notes) == 1 else [])
            member = _first_among(within, door) if within else ""
        if member:
            tabs.setdefault(member, _Saved(member, fields))
    return list(tabs.values())


def _articles(pages: Sequence[str], main: str) -> list[_Saved]:
    """The packed pages, by name, without the frames that browsers save in a page's folder of images and styles."""
    kept = [page for page in pages if page == main or not _BESIDE_A_PAGE.search(page)]
    return [_Saved(page) for page in sorted(kept[:MOST_PARTS], key=_by_number)]


def _by_number(name: str) -> list[str | int]:
    """A sort key that puts "page 9" before "page 10": words and numbers in turn."""
    return [int(piece[:18]) if number % 2 else piece for number, piece in enumerate(_NUMBER.split(name.lower()))]


def open_zipped(data: bytes, part: PartWish = None) -> Opened:
    """A page in a ZIP file: an EPUB's chapter, a MAFF's tab, or one of several packed pages."""
    door = ZipDoor(data)
    if kind := unread_zip(door):
        raise kind.refusal()
    if "META-INF/container.xml" in door:
        return open_epub(door, part)
    if is_wacz(door):
        return open_wacz(door, part)
    if is_docx(door):
        return open_docx(door, data)
    if is_odt(door):
        return open_odt(door)
    pages = [name for name in door.names if name.lower().endswith(_PAGE_NAMES)]
    tabs = _tabs(door, pages)
    if not tabs and not pages:
        if loose := loose_in(door):
            return open_loose(door, loose, part)
        raise ArticleError(said("This archive holds no article."), said("Unpack it and open the article inside."))
    return _open_pages(door, pages, tabs, part)


def _open_pages(door: ZipDoor, pages: Sequence[str], tabs: Sequence[_Saved], part: PartWish) -> Opened:
    """One of the tabs, if there are any, else of the packed pages."""
    main = tabs[0].member if tabs else _first_among(pages, door)
    saved = tabs or _articles(pages, main)
    usual = next((each for each in saved if each.member == main), _Saved(main))
    return _open_one(door, Container.MAFF if tabs else Container.ZIP, saved, usual, part)


def _open_one(door: ZipDoor, container: Container, saved: Sequence[_Saved], main: _Saved, part: PartWish) -> Opened:
    """The page asked for, else the main one."""
    usual = charset_like(door.head(main.member, HEAD))
    found = {each.member: _found(door, each, usual) for each in (main, *saved)}
    in_order = tuple(found[each.member] for each in saved)
    if container is Container.ZIP:
        in_order = without_frames(in_order, found[main.member])
    offered, parts = listed(in_order, found[main.member], PartKind.PAGE)
    place = choose(parts, part)
    page = offered[place].name
    fields = next((each.fields for each in saved if each.member == page), {})
    decoded = decode(door.read(page), prescan=True)
    url, url_from, saved_at = recorded_address(decoded.text)
    if fields.get("originalurl"):
        url, url_from = fields["originalurl"], "maff-originalurl"
    saved_at = date_of(fields.get("archivetime", "")) or saved_at
    images = images_among(door, page, decoded.text)
    return Opened(container, decoded.text, decoded.charset, url, url_from if url else None, saved_at, images, parts, place)


def _found(door: ZipDoor, saved: _Saved, usual: Callable[[], str]) -> FoundPart:
    """Describe a page from its beginning, which is all that is read of the pages that are not opened."""
    head = door.head(saved.member, HEAD + 1)
    markup = head_of(head, None, usual)
    url = saved.fields.get("originalurl") or recorded_address(markup)[0]
    return look_at(saved.member, markup, whole=len(head) <= HEAD, title=saved.fields.get("title", ""), url=url)
