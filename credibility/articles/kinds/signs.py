"""How to recognise the kinds of file that are not read: by their first bytes, or by the form of their text."""

import re
from collections.abc import Callable

from credibility.articles.kinds.sniff import MARKDOWN_NAMES, is_markup

Test = Callable[[bytes, str], bool]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LINK = re.compile(rb"^\s*(?:\[InternetShortcut\]|\[Desktop Entry\]\s[^\0]{0,2000}?^Type\s*=\s*Link)", re.I | re.M)
_WEBLOC = re.compile(rb"<plist\b[^>]*>\s*<dict>\s*<key>URL</key>", re.I)
_HAR = re.compile(rb'^\s*\{\s*"log"\s*:\s*\{')
_BOOKMARKS = re.compile(rb"NETSCAPE-Bookmark-file|<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>", re.I)
_SAVED_LIST = re.compile(rb'^\xef?\xbb?\xbf?"?(?:URL|title),"?(?:Title|url)"?,', re.I)
_JSON = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|\[\s*(?:[\[{"\d]|\]\s*$))')
_XML = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml\b|^\s*<(?:svg|kml|gpx|opml|urlset|plist)\b", re.I)
_READ_XML = re.compile(rb"<(?:html|body|!doctype html)\b|WebMainResource", re.I)
_CODE_LINE = re.compile(
    r"[;{}]\s*$|^\s*(?:def|class|import|from|return|if|for|while|elif|else|function|var|let|const|#include|public|private)\b.*[:;({]\s*$|^\s*(?://|/\*|\*/)"
)
_CODE_NAMES = frozenset(
    (".py", ".js", ".mjs", ".ts", ".css", ".scss", ".c", ".h", ".cpp", ".java", ".go", ".rs", ".sh", ".bat", ".ps1", ".sql", ".php", ".rb")
)  # fmt: skip
_SENTENCE = re.compile(r"\w+ \w+ \w+ \w+.*[.!?…]")
_FEWEST_ROWS = 4
_EARLY = 4096


def begins(*starts: bytes) -> Test:
    """Whether a file begins with one of these."""
    return lambda data, _: data.startswith(starts)


def magic(*starts: bytes, at: int = 0) -> Test:
    """Whether a binary file has one of these signatures at an offset. Text never matches: an article may begin with "BMW" or "MZ"."""
    return lambda data, _: data.startswith(starts, at) and b"\0" in data[:_EARLY]


def either(*signs: Test) -> Test:
    """Whether one of the signs holds."""
    return lambda data, suffix: any(sign(data, suffix) for sign in signs)


def riff(*kinds: bytes) -> Test:
    """Whether a file is a RIFF container of one of these kinds."""
    return lambda data, _: data.startswith(b"RIFF") and data[8:12] in kinds


def video(data: bytes, _: str) -> bool:
    """Whether a file is MP4, QuickTime or similar, whose signature follows a length field."""
    return data[:1] == b"\0" and data[4:8] in (b"ftyp", b"moov") and data[8:11] not in (b"hei", b"mif", b"avi", b"hev")


def ole_with(*streams: str) -> Test:
    """Whether a file is an OLE container of old Microsoft programs with a stream so called, or any such container."""
    names = tuple(stream.encode("utf-16-le") for stream in streams)
    return lambda data, _: data.startswith(_OLE) and (not names or any(name in data for name in names))


def named_or(suffixes: tuple[str, ...], mark: bytes) -> Test:
    """Whether a file has this name ending, or the mark near its beginning."""
    return lambda data, suffix: suffix in suffixes or data.startswith(mark) or b"\n" + mark in data[:2000]


def is_link_file(data: bytes, _: str) -> bool:
    """Whether a file only holds an address, as desktops write them."""
    return bool(_LINK.match(data[:4000]) or _WEBLOC.search(data[:2000]) or (data.startswith(b"bplist00") and b"SURL" in data[:200]))


def is_har(data: bytes, suffix: str) -> bool:
    """Whether a file is a browser's record of requests and responses."""
    return _HAR.match(data) is not None and (suffix == ".har" or b'"entries"' in data)


def is_bookmarks(data: bytes, _: str) -> bool:
    """Whether a file lists addresses: a browser's bookmarks, Pocket's or Instapaper's list."""
    return bool(_BOOKMARKS.search(data[:2000]) or _SAVED_LIST.match(data[:200]))


def is_json(data: bytes, _: str) -> bool:
    """Whether a file is JSON by how it begins and how its values are divided."""
    if _JSON.match(data) is None:
        return False
    return data.count(b'":') + data.count(b'" :') > 3 or (data.count(b'"') > 1 and data.rstrip()[-1:] in b"}]")


def is_xml(data: bytes, _: str) -> bool:
    """Whether a file is XML but not a web page."""
    return _XML.match(data) is not None and not _READ_XML.search(data[:4000])


def _lines(data: bytes) -> list[str]:
    return [line for line in data[:40_000].decode("utf-8", "replace").splitlines()[:400] if line.strip()]


def is_table(data: bytes, suffix: str) -> bool:
    """Whether a file is rows of cells: each of its lines is divided in the same way, and hardly any is a sentence."""
    lines = [] if is_markup(data) else _lines(data)[:60]
    if len(lines) < (2 if suffix in (".csv", ".tsv") else _FEWEST_ROWS):
        return False
    if suffix in (".csv", ".tsv"):
        return True
    for mark in "\t;|,":
        counts = [line.count(mark) for line in lines[:-1]]
        if min(counts) >= 2 and max(counts) == min(counts):
            return sum(bool(_SENTENCE.search(line)) for line in lines) < 0.2 * len(lines)
    return False


def is_code(data: bytes, suffix: str) -> bool:
    """Whether most lines of a file begin or end like lines of source code."""
    lines = [] if suffix in MARKDOWN_NAMES or is_markup(data) else _lines(data)
    share = sum(bool(_CODE_LINE.search(line)) for line in lines)
    return len(lines) >= _FEWEST_ROWS and share > (0.2 if suffix in _CODE_NAMES else 0.5) * len(lines)
