"""DOCX, as Word and others write it: mammoth gives headings, lists, tables, links, notes and pictures, tracked deletions left out."""

from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError

from credibility.articles.containers.office.letterhead import with_head
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.ziparchive import ZipDoor
from credibility.floor.language import said
from credibility.model import ArticleError, Container

_MOST_XML = 30_000_000
_MOST_PICTURE = 12_000_000
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
b => strong
i => em
"""
_UNREADABLE = (ExpatError, LookupError, ValueError, AttributeError, TypeError, OSError)


def is_docx(door: ZipDoor) -> bool:
    """Whether a ZIP file is a Word document."""
    return "[Content_Types].xml" in door and any(name.startswith("word/document") for name in door.names)


def open_docx(door: ZipDoor, data: bytes) -> Opened:
    """The text of a document. Nothing outside of it is ever opened. Raises ArticleError."""
    import mammoth  # noqa: PLC0415 - few files need it

    _refuse_tricks(door)
    try:
        page = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(_picture),
        ).value
    except _UNREADABLE as error:
        raise ArticleError(said("This Word document is damaged."), said("Open it in Word or LibreOffice and save it again.")) from error
    return Opened(Container.DOCX, with_head(page), "utf-8", resources=door.pictures("docx:", _MOST_PICTURE))


def _picture(image: Any) -> dict[str, str]:
    """The name under which the picture is kept beside the page: it stays out of the markup."""
    try:
        with image.open() as file:
            return {"src": f"docx:{file.name}"}
    except KeyError:
        return {"src": ""}  # it is named, and not there


def _refuse_tricks(door: ZipDoor) -> None:
    """Raise for parts far larger than a document's, and for declared entities, which the format forbids."""
    left = _MOST_XML
    for name in door.names:
        if name.lower().endswith((".xml", ".rels")) and not name.startswith(("word/media/", "customXml/")):
            part = door.read(name, left)
            left -= len(part)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"<\0!\0" in part or b"\0<\0!" in part:
                raise ArticleError(
                    said("This Word document declares entities, which no Word document does."),
                    said("It may be built to do harm; do not open it."),
                )
