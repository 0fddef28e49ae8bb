"""RTF: striprtf gives the text; links, which it would lose among the words, are marked before and set after."""

import re
from html import escape
from typing import Any

from credibility.articles.addresses import web_address
from credibility.articles.containers.office.letterhead import with_head
from credibility.articles.containers.opened import Opened
from credibility.articles.text.prose import list_marker
from credibility.floor.language import said
from credibility.model import ArticleError, Container

_PICTURE = re.compile(r"(?:[0-9a-fA-F]{2}\s*){400,}")
_BINARY = re.compile(r"\\bin(\d{1,9}) ")
_FIELD = re.compile(r'\{\\field\b[^{}]{0,200}\{[^{}]{0,50}\\fldinst[^"]{0,400}?HYPERLINK\s+"([^"{}]{1,2000})"', re.I)
_LEFT = re.compile("HYPERLINK", re.I)  # striprtf looks for its words with a pattern whose time grows with their square
_RESULT = re.compile(r"\{\\fldrslt\b", re.I)
_BRACE = re.compile(r"\\[{}\\]|[{}]")
_BULLETS = "-*•·‣▪"
_LONGEST_FIELD = 4000
_DEEPEST_FIELD = 12
_OPEN, _MIDDLE, _CLOSE = 0xE000, 0xE001, 0xE002
_MARKS = re.compile(f"[{chr(_OPEN)}-{chr(_CLOSE)}]")
_LINK = re.compile(f"{chr(_OPEN)}(.*?){chr(_MIDDLE)}(.*?){chr(_CLOSE)}")


def open_rtf(data: bytes) -> Opened:
    """The paragraphs of a document, with its links. Raises ArticleError."""
    from striprtf import striprtf  # noqa: PLC0415 - few files need it

    text_of: Any = striprtf.rtf_to_text  # which states no types
    source = _PICTURE.sub("", _without_binary(data.decode("latin-1")))
    try:
        text = text_of(_LEFT.sub("", _with_marks(source)), errors="replace")
    except (ValueError, LookupError, TypeError, OverflowError, AttributeError) as error:
        raise ArticleError(said("This RTF document is damaged."), said("Open it in a word processor and save it again.")) from error
    return Opened(Container.RTF, with_head("".join(_line(line.strip()) for line in text.split("\n") if line.strip())), "utf-8")


def _line(line: str) -> str:
    marker = list_marker(line)
    return f"<ul><li>{_linked(line[len(marker) :])}</li></ul>" if marker in _BULLETS and marker else f"<p>{_linked(line)}</p>"


def _without_binary(source: str) -> str:
    """The source without stretches of bytes, which stand for pictures and may hold braces."""
    pieces, at = [], 0
    while found := _BINARY.search(source, at):
        pieces.append(source[at : found.start()])
        at = found.end() + int(found[1])
    return "".join([*pieces, source[at:]])


def _with_marks(source: str) -> str:
    """The source with each link as its words between marks, its address before them."""
    pieces, at = [], 0
    for found in _FIELD.finditer(source):
        if found.start() < at:
            continue
        end = _end_of_group(source, found.start())
        result = _RESULT.search(source, found.end(), end) if end else None
        if end is None or result is None:
            continue
        words = source[result.end() : end - 1]
        pieces += [source[at : found.start()], rf"{{\u{_OPEN}?", found[1].replace("\\", ""), rf"\u{_MIDDLE}?{{", words, rf"\u{_CLOSE}?}}"]
        at = end
    return "".join([*pieces, source[at:]])


def _end_of_group(source: str, start: int) -> int | None:
    """Where the group that begins at `start` ends; None for one that is longer or deeper than any link."""
    depth = 0
    for brace in _BRACE.finditer(source, start, start + _LONGEST_FIELD):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if not depth:
            return brace.end()
        if depth > _DEEPEST_FIELD:
            return None
    return None


def _linked(line: str) -> str:
    pieces, at = [], 0
    for found in _LINK.finditer(line):
        url, words = web_address(found[1].strip()), escape(_MARKS.sub("", found[2]))
        pieces += [escape(line[at : found.start()]), f'<a href="{escape(url)}">{words}</a>' if url else words]
        at = found.end()
    return _MARKS.sub("", "".join([*pieces, escape(line[at:])]))
