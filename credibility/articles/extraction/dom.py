"""Parse markup into a tree, and answer questions about elements that several modules ask."""

import re
from typing import TypeAlias
from urllib.parse import urljoin

import lxml.html
from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree

from credibility.articles.addresses import web_address

Element: TypeAlias = lxml.html.HtmlElement

GONE = "sourcetint-gone"
DEAD = frozenset(
    {GONE}
    | {"script", "style", "template", "iframe", "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map", "frameset"}
    | {"button", "input", "select", "textarea", "option", "datalist", "dialog", "link", "meta", "title", "head", "noscript"}
    | {"rt", "rp"}  # how a word of Chinese characters is said, written above it: within a line it would stand in the middle of the word
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SURROGATES = re.compile("[\x00\ud800-\udfff]")
_LONG_TAG = re.compile(r"<([a-z][\w:-]{0,30})[^<>]{20000,}>?", re.I)
_LONG = 20_000
_MOST_ATTRIBUTES = 2000
_LONGEST_SIGN = 8
_ONE_CLASS = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
"""All elements of one class: lxml's own lookup, in Python, asks each time an element is met whether it is a form or a field."""
_LAZY_IMAGE = re.compile(r"<img\b[^>]*>", re.I)


def _shorn(tag: re.Match[str]) -> str:
    """A tag without its attributes if there are thousands: the parser takes quadratic time over them."""
    whole = tag.group()
    return f"<{tag[1]}>" if max(whole.count("="), len(whole.split())) > _MOST_ATTRIBUTES else whole


def parse(markup: str) -> Element:
    """The tree of an HTML page; always has an `html` root with a `body`, however broken the markup is."""
    clean = _XML_DECLARATION.sub("", markup)
    if any(len(piece) > _LONG for piece in clean.split("<")):
        clean = _LONG_TAG.sub(_shorn, clean)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        root = lxml.html.document_fromstring(_encoded(clean) or b"<html></html>", parser=parser)
    except etree.ParserError:
        root = lxml.html.document_fromstring(b"<html><body></body></html>", parser=parser)
    if root.find("body") is None:
        etree.SubElement(root, "body")
    return root


def _encoded(markup: str) -> bytes:
    """The markup without what no parser takes: zeros and lone surrogates."""
    try:
        return (markup.replace("\0", "") if "\0" in markup else markup).encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub("", markup).encode("utf-8")


def parse_xml(data: bytes) -> BeautifulSoup:
    """The tree of an XML document, however broken it is. Entities are expanded within the parser's limits; external ones never are."""
    try:
        return BeautifulSoup(data, "xml")
    except ParserRejectedMarkup:
        return BeautifulSoup("", "xml")


def body_of(root: Element) -> Element:
    """The page's body."""
    body = root.find("body")
    return root if body is None else body


def base_of(root: Element, url: str | None) -> str | None:
    """The base URL of relative links: the page's `<base>`, else its own address."""
    found = root.find(".//base[@href]")
    if found is None:
        return url
    return web_address(urljoin(url or "", found.get("href") or "")) or url


def words_of(element: Element) -> str:
    """The element's text with white space folded."""
    return " ".join(" ".join(element.itertext()).split())


def signature(element: Element) -> str:
    """Class and id of an element in one string, to be matched against lists of names."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_hidden(element: Element) -> bool:
    """Whether the page marks this element as not shown."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def sign_in(image: Element) -> str | None:
    """What an image within a line stands for if it is a sign of that line: an emoji's own text, nothing for a mere ornament."""
    if image.get("aria-hidden") == "true":
        return ""
    alt = image.get("alt") or ""
    return alt if 0 < len(alt) <= _LONGEST_SIGN and not any(map(str.isalnum, alt)) and not alt.isspace() else None


def remove(element: Element) -> None:
    """Mark an element for removal by `sweep`; nothing reads it from now on."""
    element.tag = GONE


def sweep(root: Element) -> None:
    """Remove all marked elements from a tree, but keep the text after each.

    lxml's `drop_tree` would raise on control characters in that text, which broken pages contain.
    """
    etree.strip_elements(root, GONE, with_tail=False)


def strip_dead(root: Element) -> None:
    """Remove what is never read, such as scripts, styles, controls and frames. Shadow roots saved as templates are kept as ordinary parts.

    A picture in a `noscript`, meant for browsers without scripts, is moved out of it.
    """
    for element in list(root.iter("noscript")):
        inner = (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
        if found := _LAZY_IMAGE.search(inner):
            element.addprevious(lxml.html.fromstring(found.group()))
    for element in list(root.iter(*DEAD)):
        if element.tag in ("head", "title", "meta", "link"):
            continue
        if element.tag == "template" and (element.get("shadowrootmode") or element.get("shadowroot") or element.get("shadowmode")):
            element.tag = "div"
            continue
        remove(element)
    sweep(root)
