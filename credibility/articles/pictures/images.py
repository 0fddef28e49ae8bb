"""Images in the saved file: recognised by their first bytes and measured without decoding. Nothing is fetched."""

import base64
import binascii
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
_DATA_URL = re.compile(r"^data:(image/[a-z0-9.+-]+)?((?:;[^,;]*)*),(.*)$", re.I | re.S)
_SOURCE = re.compile(r"""<img\b[^>]{0,4000}?\ssrc\s*=\s*(?:"([^"]{1,1000})"|'([^']{1,1000})'|([^\s>"']{1,1000}))""", re.I)
MAX_BYTES = 12_000_000


def sources_in(markup: str) -> Iterator[str]:
    """The sources of a page's `img` elements. Found by a pattern, because the page is parsed only later."""
    return (unescape(next(filter(None, found.groups()))) for found in _SOURCE.finditer(markup))


def media_type_of(data: bytes) -> str | None:
    """The media type of a raster image by its first bytes; None for anything else (SVG can hold scripts and is left out)."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/avif" if data[4:12] in (b"ftypavif", b"ftypavis") else None


def bytes_of_data_url(url: str) -> bytes | None:
    """The bytes of a `data:image/…` URL of at most `MAX_BYTES`."""
    found = _DATA_URL.match(url)
    if not found or len(url) > MAX_BYTES * 4 // 3 + 200:
        return None
    if ";base64" not in found.group(2).lower():
        return unquote_to_bytes(found.group(3))
    try:
        return base64.b64decode(re.sub(r"\s+", "", found.group(3)) + "==", validate=False)
    except (binascii.Error, ValueError):
        return None


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_LONE = frozenset((0x01, *range(0xD0, 0xD9)))


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, from the header of a PNG or JPEG; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) >= 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    return _size_of_jpeg(data) if data.startswith(b"\xff\xd8\xff") else None


def _size_of_jpeg(data: bytes) -> tuple[int, int] | None:
    """From the first frame header; the segments before it are skipped by their lengths."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 1 if kind == 0xFF else 2 if kind in _LONE else 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
