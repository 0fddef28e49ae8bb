"""WARC web archives, as crawlers and Webrecorder write them: HTTP responses in the order of the crawl."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from credibility.articles.charset import decode
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import choose
from credibility.articles.dates import date_of
from credibility.model import ArticleError, Container, Resource

_MAX_RECORDS = 20_000
_MAX_RECORD = 60_000_000
_TITLE = re.compile(rb"<title[^>]*>([^<]{1,400})", re.I)
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
    """All captured documents; a file that was cut short gives those before the cut."""
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(data))):
            if number >= _MAX_RECORDS:
                return
            if found := _record_of(record):
                yield found
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, UnicodeError, AttributeError):
        return


def open_warc(data: bytes, part: int | None = None) -> Opened:
    """One page of a WARC file (not compressed): the one asked for, else the one with the most markup."""
    records = list(_records(data))
    pages = [record for record in records if record.kind in ("text/html", "application/xhtml+xml") and record.data.strip()]
    if not pages:
        raise ArticleError("This web archive holds no page that was answered with text.", "Choose another file.")
    page = pages[choose([len(record.data) for record in pages], part, "page")]
    decoded = decode(page.data, page.charset, prescan=True)
    images = tuple(Resource(record.url, record.kind, record.data) for record in records if record.kind.startswith("image/"))
    titles = tuple(_title(record) for record in pages)
    return Opened(
        Container.WARC, decoded.text, decoded.charset, page.url or None, "warc-target-uri", page.at, images, titles, pages.index(page)
    )


def _title(record: _Record) -> str:
    found = _TITLE.search(record.data[:50_000])
    return " ".join(found.group(1).decode("utf-8", "replace").split()) if found else record.url
