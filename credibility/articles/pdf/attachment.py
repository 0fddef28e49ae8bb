"""The article that SourceTint attaches to the PDF files it exports, found again and checked against what the pages say."""

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
"""Letters looked for at once: rarely twice on a page, and short enough that a page's end cuts few."""

_SAME = 0.8

_HEAD = re.compile(r"<head>.*?</head>", re.S)
_TAG = re.compile(r"<[^>]*>")


def attached_article(document: pdfium.PdfDocument) -> str | None:
    """The attached page; None without one, for a format that is not known, and where the pages do not say the same.

    Pages may have been changed or taken out since, and a file may show one article and hold another.
    """
    try:
        page = _attached(document)
        return page if page and _is_printed(page, document) else None
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None  # a damaged attachment takes nothing from the pages


def _attached(document: pdfium.PdfDocument) -> str | None:
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)
        if attachment.get_name() == ATTACHED_ARTICLE:
            data = bytes(attachment.get_data())
            page = data.decode() if len(data) <= _MOST_BYTES else ""
            return page if ATTACHED_MARK in page[:200] else None
    return None


def _is_printed(page: str, document: pdfium.PdfDocument) -> bool:
    """Whether nearly all of the page's words stand on the document's pages, by probes taken at even distances."""
    letters = _letters(unescape(_TAG.sub(" ", _HEAD.sub("", page, count=1))))
    shown = _letters("".join(document[number].get_textpage().get_text_range() for number in range(min(len(document), _MOST_PAGES))))
    step = max(_PROBE, len(letters) // _PROBES)
    probes = [letters[start : start + _PROBE] for start in range(0, len(letters), step)]
    return bool(probes) and sum(probe in shown for probe in probes) >= _SAME * len(probes)


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())
