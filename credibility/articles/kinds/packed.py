"""Kinds of ZIP-based files that are not read, recognised by the names of their members."""

import re

from credibility.articles.containers.ziparchive import ZipDoor
from credibility.articles.kinds.unread import LOCKED_BOOK, PAGES, PICTURES, PROGRAM_ZIP, SLIDES, WORKBOOK, UnreadKind

_MEMBERS = {
    "xl/workbook.xml": WORKBOOK,
    "xl/workbook.bin": WORKBOOK,
    "ppt/presentation.xml": SLIDES,
    "AndroidManifest.xml": PROGRAM_ZIP,
    "META-INF/MANIFEST.MF": PROGRAM_ZIP,
}
_MIME = {
    b"application/vnd.oasis.opendocument.spreadsheet": WORKBOOK,
    b"application/vnd.oasis.opendocument.presentation": SLIDES,
}
_APPLE = {
    "Index/Tables/": WORKBOOK,
    "Index/Slide": SLIDES,
    "Index/Document.iwa": PAGES,
    "Index.zip": PAGES,
    "index.apxl": SLIDES,
    "index.xml.gz": PAGES,
}
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|tiff?|heic|bmp)$", re.I)
_FONTS = re.compile(rb"http://(?:www\.idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC)")
_ENCRYPTED = re.compile(rb"<(?:\w+:)?EncryptionMethod\b[^>]*>")


def unread_zip(door: ZipDoor) -> UnreadKind | None:
    """The kind of an archive that is known and not read; None for one that may hold an article."""
    for member, kind in _MEMBERS.items():
        if member in door:
            return kind
    stated = door.head("mimetype", 100).strip() if "mimetype" in door else b""
    if stated in _MIME:
        return _MIME[stated]
    for start, kind in _APPLE.items():
        if any(name.startswith(start) for name in door.names):
            return kind
    if _is_locked(door):
        return LOCKED_BOOK
    return PICTURES if door.names and all(_PICTURE.search(name) for name in door.names) else None


def _is_locked(door: ZipDoor) -> bool:
    """Whether a book's text is encrypted, not only its typefaces."""
    if "META-INF/encryption.xml" not in door:
        return False
    ways = _ENCRYPTED.findall(door.head("META-INF/encryption.xml", 1_000_000))
    return any(not _FONTS.search(way) for way in ways)
