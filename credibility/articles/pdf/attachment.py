"""Find the article attached to a PDF that SourceTint exported, and check it against the text of the pages."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from html import unescape

import pypdfium2 as pdfium

from credibility.model import ATTACHED_ARTICLE, ATTACHED_MARK, ATTACHED_READING, ATTACHED_TIMESTAMP

_MOST_ATTACHMENTS = 50
_MOST_BYTES = 20_000_000
_MOST_PAGES = 3000

_PROBES = 400
_PROBE = 8
"""Characters per probe: enough to be nearly unique on a page, and few enough that page breaks split few probes."""

_SAME = 0.8
_MOSTLY = 0.5

_HEAD = re.compile(r"<head>.*?</head>", re.S)
_TAG = re.compile(r"<[^>]*>")


def attached_article(document: pdfium.PdfDocument) -> str | None:
    """The attached HTML; None if there is none, if its format is unknown, or if the pages do not have the same text.

    Pages may have been changed or removed since, or a file may have been made to show one article and attach another.
    """
    try:
        page = _attached(document)
        return page if page and _is_printed(page, document) else None
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None  # with a damaged attachment, the pages are still readable


def attached_reading(document: pdfium.PdfDocument) -> str:
    """The whole reading that SourceTint attached, as JSON; "" if there is none or it cannot be read."""
    try:
        return (_attachment(document, ATTACHED_READING) or b"").decode()
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return ""


def attached_timestamp(document: pdfium.PdfDocument) -> bytes:
    """The time stamp of the reading, as an authority answered it (RFC 3161); b"" if there is none or it cannot be read."""
    try:
        return _attachment(document, ATTACHED_TIMESTAMP) or b""
    except pdfium.PdfiumError:
        return b""


def _attached(document: pdfium.PdfDocument) -> str | None:
    page = (_attachment(document, ATTACHED_ARTICLE) or b"").decode()
    return page if page and ATTACHED_MARK in page[:200] else None


def _attachment(document: pdfium.PdfDocument, name: str) -> bytes | None:
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)
        if attachment.get_name() == name:
            data = bytes(attachment.get_data())
            return data if len(data) <= _MOST_BYTES else b""
    return None


def _is_printed(page: str, document: pdfium.PdfDocument) -> bool:
    """Whether nearly all of the attachment's text is on the document's pages, by probes at regular intervals.

    Text from right to left comes back from a page with its pieces in another order: there, its words are compared, whatever their order.
    In scripts whose letters are drawn in another order than they are written, probes are shorter.
    """
    said = unescape(_TAG.sub(" ", _HEAD.sub("", page, count=1)))
    printed = " ".join(document[number].get_textpage().get_text_range() for number in range(min(len(document), _MOST_PAGES)))
    letters, shown = _letters(said), _letters(printed)
    if _found(letters, shown, _PROBE):
        return True
    if _share(letters, _is_right_to_left) > _MOSTLY:
        wanted, there = _words(said), _words(printed)
        return sum((wanted & there).values()) >= _SAME * sum(wanted.values())
    return _share(letters, _is_reordered) > _MOSTLY and _found(letters, shown, _PROBE // 2)


def _found(letters: str, shown: str, length: int) -> bool:
    step = max(length, len(letters) // _PROBES)
    probes = [letters[start : start + length] for start in range(0, len(letters), step)]
    return bool(probes) and sum(probe in shown for probe in probes) >= _SAME * len(probes)


def _share(letters: str, has: Callable[[str], bool]) -> float:
    return sum(map(has, letters)) / max(1, len(letters))


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _is_reordered(letter: str) -> bool:
    """Whether it belongs to one of the scripts of India and South-East Asia."""
    return "\u0900" <= letter < "\u1100" or "\u1780" <= letter < "\u1800"


def _words(text: str) -> Counter[str]:
    """The words with their letters in order of the alphabet, since a page may give a word's letters back in another order."""
    return Counter(filter(None, ("".join(sorted(_letters(word))) for word in text.split())))


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())
