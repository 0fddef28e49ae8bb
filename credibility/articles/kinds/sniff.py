"""Detect a container from its content; the file's name only decides between Markdown and plain text."""

import re
from codecs import BOM_UTF8

from credibility.articles.text.clippings import is_joplin
from credibility.model import Container

_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|base|div|article|p|table|script|style|link)\b",
    re.I | re.S,
)
_HTML_TAG = re.compile(rb"</(?:p|div|a|body|html|li|td|span|h[1-6])\s*>", re.I)
_SINGLEFILE = re.compile(rb"<!--\s*\n?\s*Page saved with SingleFile", re.I)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_MARKDOWN_LINE = re.compile(
    rb"^(?P<heading>\#{1,6} \S)|(?P<link>(?<!!)\[[^\]\n]{1,300}\]\(<?https?://)|^(?P<quotation>> ?\S)|^(?P<image>!\[[^\]\n]*\]\()"
    rb"|^(?P<item>[-*+] \S)|(?P<strong>\*\*\S[^*\n]*\*\*)|^(?P<fence>```)",
    re.M,
)
_FRONT_MATTER = re.compile(rb"^(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\n]*\n){1,80}?---[ \t]*\r?\n")
_ROOT = re.compile(rb"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<([\w:.-]+)", re.S)
_ROOTS = {
    **dict.fromkeys((b"rss", b"feed", b"rdf"), Container.FEED),
    b"en-export": Container.ENEX,
    b"fictionbook": Container.FB2,
}
_EXPORTED = re.compile(
    rb'"(?:content_html|contentHtml|html|html_content|content|full_text|fullText|articleBody|text|body|content_text|readable_content|markdown'
    rb'|raw_text)"\s*:\s*"(?:[^"\\]|\\.){200}'
)
_MBOX = re.compile(rb"From [^\n]{3,200}\d{4}[^\n]{0,40}\r?\n[A-Za-z][\w-]*:")
_EMLX = re.compile(rb"\s*\d{1,9}\s*\n[A-Za-z][\w-]*:")
_UNPACKS_ITSELF = re.compile(rb"\s*<!doctype html>\s*<html\b[^>]{0,500}?\bdata-sfz\b", re.I)
_FLAT_ODT = re.compile(rb"<office:document\b[^>]{0,3000}?opendocument\.text[\"']")
SNIFFED = 200_000
MARKDOWN_NAMES = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def _header_names(data: bytes) -> set[bytes]:
    """Names of the mail-style header lines the file begins with, in lower case."""
    names: set[bytes] = set()
    place = 0
    while found := _HEADER_LINE.match(data, place):
        names.add(found.group().split(b":", 1)[0].lower())
        place = found.end()
    return names


def _mail_kind(data: bytes) -> Container | None:
    """MHTML or e-mail for a file that begins with MIME headers."""
    head = data[:65536].lstrip()
    names = _header_names(head)
    if not names & {b"mime-version", b"snapshot-content-location", b"received", b"message-id", b"content-type"} or len(names) < 2:
        return None
    posted = names & {b"received", b"message-id", b"to", b"delivered-to", b"return-path"}
    saved = b"snapshot-content-location" in names or b"multipart/related" in head[:4096].lower() or b"content-location" in names
    if saved and not posted & {b"received", b"to", b"delivered-to", b"return-path"}:
        return Container.MHTML
    return Container.EML if posted or b"from" in names else Container.MHTML


def is_markup(data: bytes) -> bool:
    """Whether the file is an HTML page: it begins like one, or has many closing tags."""
    head = data[:200_000].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML_START.match(head[:20_000]):
        return True
    return len(_HTML_TAG.findall(head)) > max(3, len(head) / 1500)


def _is_markdown(data: bytes, suffix: str) -> bool:
    kinds = {found.lastgroup for found in _MARKDOWN_LINE.finditer(data[:100_000])}
    if _FRONT_MATTER.match(data) or suffix in MARKDOWN_NAMES or is_joplin(data):
        return True
    return len(kinds) >= 2 and bool(kinds & {"heading", "link", "image"})


def _xml_kind(data: bytes) -> Container | None:
    """Feeds, notes and books, by their root."""
    found = _ROOT.match(data[:20_000])
    return _ROOTS.get(found[1].rpartition(b":")[2].lower()) if found else None


def _export_kind(data: bytes) -> Container | None:
    """A JSON file that has texts under the names that exports give them; what it holds is seen when it is read."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return None
    return Container.EXPORT if _EXPORTED.search(data) and b'"log"' not in data[:40] else None


def _signed(data: bytes) -> Container | None:
    """The container of a file that begins with a known signature; None for others."""
    if b"%PDF-" in data[:1024]:
        return Container.PDF
    if data.startswith(b"bplist00") or (b"<!DOCTYPE plist" in data[:400] and b"WebMainResource" in data[:4000]):
        return Container.WEBARCHIVE
    signatures = {b"WARC/": Container.WARC, b"PK\x03\x04": Container.ZIP, b"{\\rtf": Container.RTF, BOM_UTF8 + b"{\\rtf": Container.RTF}
    return next((container for signature, container in signatures.items() if data.startswith(signature)), None)


def _shaped(data: bytes) -> Container | None:
    """Containers that are text of a certain shape: mail, XML of a known root, exports."""
    data = data.removeprefix(BOM_UTF8)
    if _MBOX.match(data):
        return Container.MBOX
    if _EMLX.match(data) and _mail_kind(data.partition(b"\n")[2]) is Container.EML:
        return Container.EMLX
    if _FLAT_ODT.search(data[:4000]):
        return Container.ODT
    return _mail_kind(data) or _xml_kind(data) or _export_kind(data)


def sniff(data: bytes, suffix: str = "") -> Container:
    """The container of a file's bytes (gzip already undone); `suffix` is its lower-case name ending, with the dot.

    Only the first `SNIFFED` bytes are used, so that a caller may pass no more than those.
    """
    data = data[:SNIFFED]
    if found := _signed(data) or _shaped(data):
        return found
    if _UNPACKS_ITSELF.match(data):
        return Container.ZIP
    if is_markup(data):
        return Container.SINGLEFILE if _SINGLEFILE.search(data[:20_000]) else Container.HTML
    return Container.MARKDOWN if _is_markdown(data, suffix) else Container.TEXT
