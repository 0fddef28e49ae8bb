"""Decode bytes: by byte-order mark, the container's label, the page's label, strict UTF-8, then a detector."""

import codecs
import re
from dataclasses import dataclass

from credibility.floor.language import said
from credibility.model import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers often decode a label as a superset of the encoding it names (WHATWG Encoding).
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-7": None,
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_PRESCAN = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_META = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,400}>", re.I)
_FEW_LOST = 0.002
_MAX_LOST = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the Python name of the encoding it was read in."""

    text: str
    charset: str


def _codec(label: str | None) -> str | None:
    """The Python codec a browser would use for a charset label; None for labels unknown or not for text."""
    if not label:
        return None
    try:
        found = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    return _READ_AS.get(found.name, found.name) if getattr(found, "_is_text_encoding", True) else None


def _declared_in(data: bytes) -> str | None:
    for tag in _META.finditer(data[:4096]):
        if label := _PRESCAN.search(tag.group()):
            return _codec(label.group(1).decode("ascii"))
    return None


def _strictly(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except (UnicodeDecodeError, ValueError):
        return None


def _without_bom(data: bytes) -> str | None:
    """The codec of UTF-16 without a byte-order mark, recognised by zeros in every other byte of Western text; else None."""
    sample = data[:4000]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - takes 40 ms, and UTF-8 files do not need it

    best = from_bytes(data[:200_000]).best()
    if best is None:
        return None
    return Decoded(data.decode(_READ_AS.get(best.encoding, best.encoding) or "cp1252", "replace"), best.encoding)


def _marked(data: bytes) -> Decoded | None:
    """The text if its first bytes show the encoding, else None."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(codec, "replace"), codec)
    wide = _without_bom(data)
    return Decoded(data.decode(wide, "replace"), wide) if wide else None


def _nearly(data: bytes, label: str | None) -> Decoded | None:
    """The text if only a few characters are broken: losing those is better than guessing the encoding."""
    for codec in filter(None, (label, "utf-8")):
        text = data.decode(codec, "replace")
        if text.count("\ufffd") <= max(3, _FEW_LOST * len(text)):
            return Decoded(text, codec)
    return None


def as_stated(data: bytes, declared: str | None = None, *, prescan: bool = False) -> Decoded | None:
    """The text by its first bytes, by the label of container or markup, or as UTF-8; None if its encoding could only be guessed."""
    if marked := _marked(data):
        return marked
    utf8 = _strictly(data, "utf-8")
    # A page that is valid UTF-8 with multi-byte characters is UTF-8, whatever its label says.
    if utf8 and not data.isascii():
        return utf8
    labels = [label for label in (_codec(declared), _declared_in(data) if prescan else None) if label]
    exact = next(filter(None, (_strictly(data, codec) for codec in labels)), None)
    return exact or utf8 or _nearly(data, next(iter(labels), None))


def decode(data: bytes, declared: str | None = None, *, prescan: bool = False) -> Decoded:
    """The text; `declared` is the container's label, `prescan` looks for one in the markup. Raises ArticleError if it is not text."""
    if marked := _marked(data):
        return marked
    decoded = as_stated(data, declared, prescan=prescan) or _detected(data)
    if decoded is None or decoded.text.count("\ufffd") > _MAX_LOST * len(decoded.text):
        raise ArticleError(
            said("The text in this file is in an encoding that cannot be read."),
            said("Open it in the program that wrote it and save it as UTF-8."),
        )
    return decoded
