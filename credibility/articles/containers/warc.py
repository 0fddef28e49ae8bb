"""WARC web archives, as crawlers and Webrecorder write them: HTTP responses in the order of the crawl."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import HEAD, FoundPart, PartWish, charset_like, choose, head_of, listed, look_at, without_frames
from credibility.articles.containers.unpacking import CodingError, uncoded
from credibility.articles.kinds.unread import unread_kind
from credibility.articles.masthead.dates import date_of
from credibility.articles.text.charset import decode
from credibility.articles.text.prose import is_sentence
from credibility.floor.language import said, said_of
from credibility.model import ArticleError, Container, PartKind, Resource

_MAX_RECORDS = 20_000
_MAX_RECORD = 60_000_000
_MAX_TOTAL = 400_000_000
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPE = "text/plain"
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError, AttributeError)
_MOST_CONTROL = 0.05


@dataclass(frozen=True, slots=True)
class Capture:
    """A captured document: its address, stated type and encoding, when it was captured, and its bytes."""

    url: str
    kind: str
    charset: str | None
    at: datetime | None
    data: bytes = field(repr=False)

    @property
    def is_text(self) -> bool:
        """Whether it is plain text rather than a page."""
        return self.kind == _TEXT_TYPE


class _Reading:
    """What was read from the archive's records, and how many captures could not be decoded."""

    def __init__(self) -> None:
        self.captures: list[Capture] = []
        self.broken = 0
        self._left = _MAX_TOTAL

    def take(self, record: Any) -> None:
        """Keep a captured document; requests, metadata, redirects, errors and `revisit` records, which are empty, are none."""
        if record.rec_type not in ("response", "resource"):
            return
        headers = record.http_headers
        if headers is not None and headers.get_statuscode() != "200":
            return
        stated = (
            (headers.get_header("Content-Type") if headers is not None else None) or record.rec_headers.get_header("Content-Type") or ""
        )
        kind, charset = stated.split(";")[0].strip().lower(), _CHARSET.search(stated)
        data = self._body(record, headers)
        if data is None or (kind in _PAGE_TYPES and _is_garbled(data)):
            self.broken += kind in (*_PAGE_TYPES, _TEXT_TYPE)
            return
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        at = date_of(record.rec_headers.get_header("WARC-Date") or "")
        self.captures.append(Capture(url, kind, charset.group(1) if charset else None, at, data))

    def _body(self, record: Any, headers: Any) -> bytes | None:
        """What a record holds, its codings undone; None when they cannot be."""
        limit = min(_MAX_RECORD, self._left)
        coding = (headers.get_header("Content-Encoding") or "") if headers is not None else ""
        try:
            if coding:  # undone here: warcio sets no bounds to it
                headers.remove_header("Content-Encoding")
            data: bytes = record.content_stream().read(limit)
            if coding and not _looks_plain(data):
                data = uncoded(data, coding, limit)
        except (CodingError, *_BROKEN):
            return None
        self._left -= len(data)
        return data


def _looks_plain(data: bytes) -> bool:
    """Whether the coding was undone when the page was captured, as several crawlers do without changing the header."""
    return data[:200].lstrip()[:1] == b"<"


def _is_garbled(data: bytes) -> bool:
    """Whether what is said to be a page is packed or binary: control bytes are frequent in it. UTF-16 has zeros instead."""
    sample = data[:4000]
    if sample.count(0) > 0.3 * len(sample):
        return False
    control = sum(sample.count(code) for code in (*range(1, 9), 11, *range(14, 27), *range(28, 32)))
    return control > _MOST_CONTROL * len(sample)


def read_captures(data: bytes) -> tuple[list[Capture], int]:
    """All captured documents, and how many could not be decoded; a file that was cut short gives those before the cut."""
    reading = _Reading()
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data))):
            if number >= _MAX_RECORDS:
                break
            reading.take(record)
    except _BROKEN:
        pass
    return reading.captures, reading.broken


def _pages_among(captures: Sequence[Capture]) -> dict[str, Capture]:
    """The pages by address, in the order of the crawl.

    Of several captures of one address, the one with the most markup is kept: the others are mostly truncated copies, or the cookie
    prompt shown before it. So the page with the most markup of all, which is read by default, is always included.
    """
    found: dict[str, Capture] = {}
    for number, capture in enumerate(captures):
        if not (capture.data.strip() and (capture.kind in _PAGE_TYPES or (capture.is_text and _is_prose(capture.data)))):
            continue
        address = address_of(capture.url) or f"record {number}"
        if address not in found or len(capture.data) > len(found[address].data):
            found[address] = capture
    return found


def _is_prose(data: bytes) -> bool:
    """Whether plain text may be an article: scripts and tables are sent as text as well."""
    head = data[:HEAD]
    return unread_kind(head) is None and any(is_sentence(line.strip()) for line in head.decode("utf-8", "replace").splitlines())


def address_of(url: str) -> str:
    """The address without its fragment."""
    try:
        return urldefrag(url).url
    except ValueError:
        return url


def open_warc(data: bytes, part: PartWish = None) -> Opened:
    """One page of a WARC file (not compressed): the one asked for, else the one with the most markup."""
    captures, broken = read_captures(data)
    return open_captures(captures, broken, part, Container.WARC)


def open_captures(
    captures: Sequence[Capture], broken: int, part: PartWish, container: Container, titles: Mapping[str, str] | None = None
) -> Opened:
    """One of the captured pages; with `titles` (by address, in order) only those of them that were captured are offered."""
    pages = _pages_among(captures)
    if titles and (named := {address: pages[address] for address in titles if address in pages}):
        pages = named
    if not pages:
        raise ArticleError(*_no_pages(broken))
    main = max(pages, key=lambda name: (not pages[name].is_text, len(pages[name].data)))
    usual = charset_like(pages[main].data, pages[main].charset)
    found = {name: _found(name, capture, usual, (titles or {}).get(name, "")) for name, capture in pages.items()}
    offered, parts = listed(without_frames(found.values(), found[main]), found[main], PartKind.PAGE)
    place = choose(parts, part)
    page = pages[offered[place].name]
    decoded = decode(page.data, page.charset, prescan=not page.is_text)
    return Opened(
        Container.TEXT if page.is_text else container,
        decoded.text,
        decoded.charset,
        page.url or None,
        "warc-target-uri",
        page.at,
        tuple(Resource(each.url, each.kind, each.data) for each in captures if each.kind.startswith("image/")),
        parts,
        place,
        (_left_out(broken),) if broken else (),
    )


def _found(name: str, capture: Capture, usual: Any, title: str) -> FoundPart:
    head = head_of(capture.data, capture.charset, usual)
    if capture.is_text and not title:
        title = next((line.strip() for line in head.splitlines() if line.strip()), "")
    return look_at(name, head, whole=len(capture.data) <= HEAD, title=title, url=capture.url or None)


def _left_out(broken: int) -> str:
    return said_of(
        broken,
        "{count} captured page could not be decoded and was left out.",
        "{count} captured pages could not be decoded and were left out.",
    )


def _no_pages(broken: int) -> tuple[str, str]:
    if broken:
        told = said_of(
            broken,
            "This web archive holds no page that can be decoded; {count} cannot.",
            "This web archive holds no page that can be decoded; {count} cannot.",
        )
        return told, said("Save the page itself from the browser.")
    return said("This web archive holds no page that was answered with text."), said("Choose another file.")
