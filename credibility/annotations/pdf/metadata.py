"""The file's own data: title, language, date, publisher and address of the article, and the program that made the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pikepdf import Dictionary, Name, Pdf, String
from pikepdf.models.metadata import PdfMetadata

from credibility.floor.web import web_address
from credibility.model import Article

NAMESPACE = "https://sourcetint.org/ns/reading/1/"
"""The XMP namespace of the record. Nothing is fetched from there; it only has to be unique."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When the file was made, in UTC, and by which program ("SourceTint 0.2.0")."""

    now: datetime
    program: str


def describe(document: Pdf, article: Article, stamp: Stamp) -> None:
    """Write the article's data and the program into the file's metadata, for other programs.

    The language is the article's, or none: it is never guessed. The declaration of PDF/UA that Typst writes is taken out, since
    nothing has validated the file; it is a tagged PDF.
    """
    tag = (article.language or "").replace("_", "-")
    if _LANGUAGE.fullmatch(tag):
        document.Root.Lang = String(tag)
    elif "/Lang" in document.Root:
        del document.Root["/Lang"]
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    document.docinfo[Name.Creator] = String(stamp.program)
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["xmp:CreatorTool"] = stamp.program
        metadata.pop("pdfuaid:part", None)
        metadata.pop("dc:language", None)
        if _LANGUAGE.fullmatch(tag):
            metadata["dc:language"] = {tag}
        if article.published:
            metadata["dc:date"] = [article.published.isoformat()]
        if publisher := printable(article.publisher):
            metadata["dc:publisher"] = {publisher}
        if address := printable(web_address(article.url) or web_address(article.canonical)):
            metadata["dc:source"] = address


def write_evidence(document: Pdf, rows: Sequence[tuple[str, str]]) -> None:
    """Write the record of the reading into the file's XMP metadata, a property per row, in this program's namespace."""
    PdfMetadata.register_xml_namespace(NAMESPACE, "sourcetint")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for label, value in rows:
            name = "".join(word.capitalize() for word in re.findall(r"[A-Za-z0-9]+", label))
            metadata[f"{{{NAMESPACE}}}{name}"] = printable(value)


def printable(words: str | None) -> str:
    """The words without control characters, which XMP metadata must not contain."""
    return "".join(letter for letter in words or "" if letter.isprintable())
