"""A saved page in a ZIP file, and Firefox's old .maff, which is one with an `index.rdf` that tells the address."""

from credibility.articles.charset import decode
from credibility.articles.containers.epub import open_epub
from credibility.articles.containers.html import recorded_address
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.ziparchive import ZipDoor, beside, images_among
from credibility.articles.dates import date_of
from credibility.articles.dom import parse_xml
from credibility.model import ArticleError, Container

_PAGE_NAMES = (".html", ".htm", ".xhtml")


def _page_among(names: tuple[str, ...], door: ZipDoor) -> str:
    """The page: an `index` file as high up as possible, else the largest."""
    pages = [name for name in names if name.lower().endswith(_PAGE_NAMES)]
    if not pages:
        raise ArticleError("This archive holds no web page.", "Unpack it and open the article inside.")
    return min(pages, key=lambda name: (not name.lower().rsplit("/", 1)[-1].startswith("index."), name.count("/"), -door.size(name)))


def _rdf_fields(data: bytes) -> dict[str, str]:
    """What a MAFF's notes say, by the name of the property without its prefix."""
    found = parse_xml(data).find_all(True)
    return {element.name.rpartition(":")[2].lower(): str(element["RDF:resource"]) for element in found if element.get("RDF:resource")}


def open_zipped(data: bytes, part: int | None = None) -> Opened:
    """The page in a ZIP file: an EPUB's chapter, a MAFF's page, or a saved page that somebody packed."""
    door = ZipDoor(data)
    if "META-INF/container.xml" in door:
        return open_epub(door, part)
    notes = next((name for name in door.names if name.rsplit("/", 1)[-1] == "index.rdf"), None)
    fields = _rdf_fields(door.read(notes)) if notes else {}
    named = beside(notes, fields["indexfilename"]) if notes and fields.get("indexfilename") else ""
    page = named if named in door else _page_among(door.names, door)
    decoded = decode(door.read(page), prescan=True)
    url, url_from, saved_at = recorded_address(decoded.text)
    if fields.get("originalurl"):
        url, url_from = fields["originalurl"], "maff-originalurl"
    saved_at = date_of(fields.get("archivetime", "")) or saved_at
    container = Container.MAFF if notes else Container.ZIP
    return Opened(
        container, decoded.text, decoded.charset, url, url_from if url else None, saved_at, images_among(door, page, decoded.text)
    )
