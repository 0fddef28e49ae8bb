"""Find the article attached to a PDF that SourceTint exported, and check it against the text of the pages."""

import re
import unicodedata
from html import unescape

import pypdfium2 as pdfium

from credibility.model import ATTACHED_ARTICLE, ATTACHED_MARK

_MOST_ATTACHMENTS = 50
_MOST_BYTES = 20_000_000
_MOST_PAGES = 3000

_PROBES = 400
_PROBE = 8
"""Characters per probe: enough to be nearly unique on a page, and few enough that page breaks split few probes."""

_SAME = 0.8

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


def _attached(document: pdfium.PdfDocument) -> str | None:
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)
        if attachment.get_name() == ATTACHED_ARTICLE:
            data = bytes(attachment.get_data())
            page = data.decode() if len(data) <= _MOST_BYTES else ""
            return page if ATTACHED_MARK in page[:200] else None
    return None


def _is_printed(page: str, document: pdfium.PdfDocument) -> bool:
    """Whether nearly all of the attachment's text is on the document's pages, by probes at regular intervals."""
    letters = _letters(unescape(_TAG.sub(" ", _HEAD.sub("", page, count=1))))
    shown = _letters("".join(document[number].get_textpage().get_text_range() for number in range(min(len(document), _MOST_PAGES))))
    step = max(_PROBE, len(letters) // _PROBES)
    probes = [letters[start : start + _PROBE] for start in range(0, len(letters), step)]
    return bool(probes) and sum(probe in shown for probe in probes) >= _SAME * len(probes)


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())
