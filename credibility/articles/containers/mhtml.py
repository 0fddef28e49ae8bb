"""MHTML: a file like an e-mail, with the page as one part and its images, styles and frames as others.

Chrome writes `Snapshot-Content-Location`; old Internet Explorer and Mozilla's archive format only `Content-Location` on each part.
The dozens of ad frames beside the page are HTML as well: the page is the part whose location the header names, else the first.
"""

import email
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime
from html import unescape

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import letters_in
from credibility.articles.text.charset import decode
from credibility.floor.language import said
from credibility.model import ArticleError, Container, Resource

_MAX_PARTS = 4000
_FRAME = re.compile(r"""<i?frame\b[^>]{0,2000}?\bsrc=["']?([^"'\s>]{1,2000})""", re.I)
_FEWEST_LETTERS = 400
_MOST_FRAMES = 30
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def _location(part: Message) -> str:
    return "".join(str(part.get("Content-Location", "")).split())


def parts_of(message: Message) -> list[Message]:
    """The leaf parts of a message, up to a limit."""
    return [part for _, part in zip(range(_MAX_PARTS), message.walk(), strict=False) if not part.is_multipart()]


def image_resources(parts: list[Message], page: Message) -> Iterator[Resource]:
    """The images among the parts, under each name they have."""
    for part in parts:
        if part is not page and part.get_content_maintype() == "image":
            yield from _resource(part)


def body_bytes(part: Message) -> bytes:
    """A part's contents, with its transfer encoding decoded."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _resource(part: Message) -> list[Resource]:
    """The part under its location and, where it has one, under its `cid:` address."""
    data, kind = body_bytes(part), part.get_content_type()
    return [Resource(name, kind, data) for name in _names(part)]


def _names(part: Message) -> list[str]:
    """What a page may call a part."""
    content_id = str(part.get("Content-ID", "")).strip().strip("<>")
    return [name for name in (_location(part), f"cid:{content_id}" if content_id else "") if name]


def _page_among(parts: list[Message], location: str, start: str) -> Message:
    pages = [part for part in parts if part.get_content_type() in _PAGE_TYPES]
    if not pages:
        raise ArticleError(
            said("This MHTML file holds no web page."), said("Save the page again from the browser, or choose another file.")
        )
    for page in pages:
        if location and _location(page) == location:
            return page
    for page in pages:
        if start and str(page.get("Content-ID", "")).strip() == start:
            return page
    return pages[0]


def _framed(parts: list[Message], page: Message) -> Message:
    """The page, or the frame that holds its article: one that it shows, when it says next to nothing itself."""
    markup = body_bytes(page).decode("utf-8", "replace")
    if letters_in(markup) >= _FEWEST_LETTERS:
        return page
    names = {unescape(name) for name in _FRAME.findall(markup)}
    frames = [part for part in parts if part.get_content_type() in _PAGE_TYPES and names & set(_names(part))]
    found = [(letters_in(body_bytes(frame).decode("utf-8", "replace")), frame) for frame in frames[:_MOST_FRAMES]]
    size, frame = max(found, key=lambda each: each[0], default=(0, page))
    return frame if size >= _FEWEST_LETTERS else page


def open_mhtml(data: bytes) -> Opened:
    """The page of an MHTML file with its images."""
    message = email.message_from_bytes(data.removeprefix(BOM_UTF8).lstrip(), policy=compat32)
    parts = parts_of(message)
    snapshot = "".join(str(message.get("Snapshot-Content-Location", "")).split())
    page = _page_among(parts, snapshot or _location(message), str(message.get_param("start", "")))
    url = snapshot or _location(page) or None
    page = _framed(parts, page)
    decoded = decode(body_bytes(page), page.get_content_charset(), prescan=True)
    saved_at = None
    if message.get("Date"):
        try:
            saved_at = parsedate_to_datetime(str(message["Date"]))
        except (ValueError, OverflowError, TypeError, IndexError):
            saved_at = None
    url_from = ("snapshot-content-location" if snapshot else "content-location") if url else None
    return Opened(Container.MHTML, decoded.text, decoded.charset, url, url_from, saved_at, tuple(image_resources(parts, page)))
