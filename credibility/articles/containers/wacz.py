"""WACZ, as ArchiveWeb.page and Browsertrix write it: a ZIP file of WARC files, with a list of the pages that somebody visited."""

import gzip
import json
import zlib
from io import BytesIO
from typing import Any

from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, PartWish
from credibility.articles.containers.unpacking import is_zstd, unpacked_zstd
from credibility.articles.containers.warc import Capture, address_of, open_captures, read_captures
from credibility.articles.containers.ziparchive import ZipDoor
from credibility.floor.language import said
from credibility.model import ArticleError, Container

_ARCHIVES = (".warc", ".warc.gz", ".warc.zst")
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_MOST_BYTES = 200_000_000
_MOST_ARCHIVES = 200


def is_wacz(door: ZipDoor) -> bool:
    """Whether a ZIP file is a WACZ."""
    return any(name in door for name in _LISTS) or ("datapackage.json" in door and bool(_archives(door)))


def _archives(door: ZipDoor) -> list[str]:
    return [name for name in door.names if name.lower().endswith(_ARCHIVES)][:_MOST_ARCHIVES]


def _unpacked(data: bytes, limit: int) -> bytes:
    """A WARC file as it lies in the archive; one that was cut short gives what is there."""
    if is_zstd(data):
        return unpacked_zstd(data, limit)
    if not data.startswith(b"\x1f\x8b"):
        return data
    pieces, size = [], 0
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as file:
            while size <= limit and (piece := file.read(1 << 20)):
                pieces.append(piece)
                size += len(piece)
    except (EOFError, OSError, zlib.error):
        pass
    return b"".join(pieces)


def _titles(door: ZipDoor) -> dict[str, str]:
    """The titles of the pages that were visited, by address; "" for one without a title."""
    found: dict[str, str] = {}
    for name in _LISTS:
        lines = door.read(name).decode("utf-8", "replace").splitlines() if name in door and not found else []
        for line in lines[: MOST_PARTS + 1]:
            entry = _entry(line)
            if isinstance(entry, dict) and isinstance(url := entry.get("url"), str):
                title = entry.get("title")
                found.setdefault(address_of(url), title if isinstance(title, str) and title != url else "")
    return found


def _entry(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def open_wacz(door: ZipDoor, part: PartWish = None) -> Opened:
    """One of the pages that were visited: the one asked for, else the one with the most markup."""
    captures: list[Capture] = []
    broken, left = 0, _MOST_BYTES
    for name in _archives(door):
        data = _unpacked(door.read(name, _MOST_BYTES), left)
        left -= len(data)
        if left < 0:
            raise ArticleError(
                said("This archive unpacks to far more than an article."), said("Save the page alone, without the rest of the site.")
            )
        own, lost = read_captures(data)
        captures += own
        broken += lost
    return open_captures(captures, broken, part, Container.WACZ, _titles(door))
