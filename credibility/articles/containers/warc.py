"""WARC web archives, as crawlers and Webrecorder write them: HTTP responses in the order of the crawl."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import HEAD, PartWish, charset_like, choose, head_of, listed, look_at, without_frames
from credibility.articles.masthead.dates import date_of
from credibility.articles.text.charset import decode
from credibility.model import ArticleError, Container, PartKind, Resource

_MAX_RECORDS = 20_000
_MAX_RECORD = 60_000_000
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)


@dataclass(frozen=True, slots=True)
class _Record:
    url: str
    kind: str
    charset: str | None
    at: datetime | None
    data: bytes


def _record_of(record: Any) -> _Record | None:
    """A captured document; None for requests, metadata, redirects, errors and `revisit` records, which are empty."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    stated = (headers.get_header("Content-Type") if headers is not None else None) or record.rec_headers.get_header("Content-Type") or ""
    charset = _CHARSET.search(stated)
    return _Record(
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        kind=stated.split(";")[0].strip().lower(),
        charset=charset.group(1) if charset else None,
        at=date_of(record.rec_headers.get_header("WARC-Date") or ""),
        data=record.content_stream().read(_MAX_RECORD),
    )


def _records(data: bytes) -> Iterator[_Record]:
    """All captured documents; of a truncated file, those before the cut."""
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data))):
            if number >= _MAX_RECORDS:
                return
            if found := _record_of(record):
                yield found
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError, AttributeError):
        return


def _captures(records: list[_Record]) -> dict[str, _Record]:
    """The pages by address, in the order of the crawl.

    Of several captures of one address, the one with the most markup is kept: the others are mostly truncated copies, or the cookie
    prompt shown before it. So the page with the most markup of all, which is read by default, is always included.
    """
    found: dict[str, _Record] = {}
    for number, record in enumerate(records):
        if record.kind not in ("text/html", "application/xhtml+xml") or not record.data.strip():
            continue
        address = _address(record.url) or f"record {number}"
        if address not in found or len(record.data) > len(found[address].data):
            found[address] = record
    return found


def _address(url: str) -> str:
    try:
        return urldefrag(url).url
    except ValueError:
        return url


def open_warc(data: bytes, part: PartWish = None) -> Opened:
    """One page of a WARC file (not compressed): the one asked for, else the one with the most markup."""
    records = list(_records(data))
    captures = _captures(records)
    if not captures:
        raise ArticleError("This web archive holds no page that was answered with text.", "Choose another file.")
    main = max(captures, key=lambda name: len(captures[name].data))
    usual = charset_like(captures[main].data, captures[main].charset)
    pages = {
        name: look_at(name, head_of(record.data, record.charset, usual), whole=len(record.data) <= HEAD, url=record.url or None)
        for name, record in captures.items()
    }
    offered, parts = listed(without_frames(pages.values(), pages[main]), pages[main], PartKind.PAGE)
    place = choose(parts, part)
    page = captures[offered[place].name]
    decoded = decode(page.data, page.charset, prescan=True)
    images = tuple(Resource(record.url, record.kind, record.data) for record in records if record.kind.startswith("image/"))
    return Opened(Container.WARC, decoded.text, decoded.charset, page.url or None, "warc-target-uri", page.at, images, parts, place)
