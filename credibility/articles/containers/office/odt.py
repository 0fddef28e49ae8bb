"""ODT, as LibreOffice writes it, packed or flat: headings, lists, tables, links, quotations and pictures of its text."""

import re
from collections.abc import Callable
from html import escape

from lxml import etree

from credibility.articles.addresses import web_address
from credibility.articles.containers.office.letterhead import with_head
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.ziparchive import ZipDoor, images_among
from credibility.floor.language import said
from credibility.model import ArticleError, Container

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MOST_XML = 30_000_000
_SIMPLE = {
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TEXT}list-header": "li",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
_LEFT_OUT = frozenset(
    {f"{_TEXT}{name}" for name in ("tracked-changes", "note", "table-of-content", "alphabetical-index", "sequence-decls", "bibliography")}
    | {f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "event-listeners")}
    | {"{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc", "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title"}
)
_QUOTATION = re.compile(r"quot", re.I)
_MOST_SPACES = 100
_DAMAGED = ArticleError(said("This OpenDocument text is damaged."), said("Open it in LibreOffice and save it again."))


def is_odt(door: ZipDoor) -> bool:
    """Whether a ZIP file is an OpenDocument text."""
    return "content.xml" in door and door.head("mimetype", 100).strip().startswith(b"application/vnd.oasis.opendocument.text")


def open_odt(door: ZipDoor) -> Opened:
    """The text of a packed document. Raises ArticleError."""
    page = _page(door.read("content.xml", _MOST_XML))
    return Opened(Container.ODT, with_head(page), "utf-8", resources=images_among(door, "content.xml", page))


def open_fodt(data: bytes) -> Opened:
    """The text of a flat document, whose pictures are left out. Raises ArticleError."""
    return Opened(Container.ODT, with_head(_page(data[: 4 * _MOST_XML])), "utf-8")


def _page(data: bytes) -> str:
    # No huge trees: libxml2 then stops at a depth of 256 and at entities that grow.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    text = root.find(f".//{_OFFICE}text") if root is not None else None
    if root is None or text is None:
        raise ArticleError(_DAMAGED.reason, _DAMAGED.advice)
    return _OdfMarkup(root).children(text)


class _OdfMarkup:
    """Writes a document's elements as a page's."""

    def __init__(self, root: etree._Element) -> None:
        self._parents: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        for style in root.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name") or ""
            self._parents[name] = style.get(f"{_STYLE}parent-style-name") or ""
            look = style.find(f"{_STYLE}text-properties")
            if look is not None:
                self._marks[name] = (
                    "strong" if look.get(f"{_FO}font-weight") == "bold" else "em" if look.get(f"{_FO}font-style") == "italic" else ""
                )
        self._writers: dict[str, Callable[[etree._Element], str]] = {
            f"{_TEXT}h": self._heading,
            f"{_TEXT}p": self._paragraph,
            f"{_TEXT}a": self._link,
            f"{_TEXT}span": self._span,
            f"{_TEXT}s": lambda element: " " * min(_MOST_SPACES, int(_digits(element.get(f"{_TEXT}c")))),
            f"{_TEXT}tab": lambda _: " ",
            f"{_TEXT}line-break": lambda _: "<br>",
            f"{_DRAW}image": lambda element: f'<img src="{escape(element.get(_HREF) or "")}">',
        }

    def children(self, element: etree._Element) -> str:
        """What stands in an element, as markup."""
        return escape(element.text or "") + "".join(self._one(child) + escape(child.tail or "") for child in element)

    def _one(self, element: etree._Element) -> str:
        if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
            return ""
        if writer := self._writers.get(element.tag):
            return writer(element)
        inner = self.children(element)
        tag = _SIMPLE.get(element.tag)
        return f"<{tag}>{inner}</{tag}>" if tag else inner

    def _heading(self, element: etree._Element) -> str:
        level = min(6, max(1, int(_digits(element.get(f"{_TEXT}outline-level")))))
        return f"<h{level}>{self.children(element)}</h{level}>"

    def _paragraph(self, element: etree._Element) -> str:
        name = element.get(f"{_TEXT}style-name") or ""
        names = (name, self._parents.get(name, ""))
        inner = self.children(element)
        if "Title" in names:
            return f"<h1>{inner}</h1>"
        return f"<blockquote><p>{inner}</p></blockquote>" if any(map(_QUOTATION.search, names)) else f"<p>{inner}</p>"

    def _link(self, element: etree._Element) -> str:
        url, inner = web_address(element.get(_HREF)), self.children(element)
        return f'<a href="{escape(url)}">{inner}</a>' if url else inner

    def _span(self, element: etree._Element) -> str:
        tag, inner = self._marks.get(element.get(f"{_TEXT}style-name") or ""), self.children(element)
        return f"<{tag}>{inner}</{tag}>" if tag else inner


def _digits(value: str | None) -> str:
    return value if value and value.isdecimal() and len(value) < 6 else "1"
