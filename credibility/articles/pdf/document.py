"""Turn a PDF into an HTML page: paragraphs, headings and links, without running heads, page numbers and hyphenation."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

import pypdfium2 as pdfium

from credibility.articles.addresses import web_address
from credibility.articles.containers.opened import Opened, head_with
from credibility.articles.masthead.dates import date_of
from credibility.articles.masthead.makers import unless_maker
from credibility.articles.pdf.attachment import attached_article
from credibility.articles.pdf.glyphs import sheets_of
from credibility.articles.pdf.lines import Line, Piece, columns_of, lines_of, with_initials
from credibility.articles.pdf.running import printed_address, without_running
from credibility.articles.pdf.upright import upright
from credibility.articles.text.folding import squeeze
from credibility.floor.language import said
from credibility.model import ArticleError, Container, PasswordError

_SENTENCE_END = re.compile(r"[.!?…:][\"”’»)\]\d]*$")
_HEADING_RATIO = 1.15
_MUCH, _SENTENCES = 0.2, 3
_LINES_APART = 3
_WORD = re.compile(r"[\w-]+")
_HYPHENATED = re.compile(r"\b[^\W\d_]{2,}-[^\W\d_]{2,}\b")
_COMPOUNDING = frozenset(("long", "short", "well", "self", "half", "mid", "so", "high", "low", "full", "cross", "third", "second", "first"))
_DATELINE = re.compile(r"(?:(?:first )?(?:published|posted)(?: on)?:?\s+)?(.{8,40})", re.I)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that belong together; `level` 1–3 for a heading, else 0."""

    lines: tuple[Line, ...] = field(repr=False)
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def _body_size(lines: Iterable[Line]) -> float:
    """The type size of the body: the largest that much of the text, with sentences, is set in. Tables and notes may have more text."""
    letters: Counter[float] = Counter()
    ends: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
        ends[round(line.size, 1)] += bool(_SENTENCE_END.search(line.text.strip()))
    most = max(letters.values(), default=0)
    running = (size for size, count in letters.items() if count == most or (count >= _MUCH * most and ends[size] >= _SENTENCES))
    return max(running, default=10.0)


def _level(line: Line, body: float) -> int:
    if line.size >= 1.6 * body:
        return 1
    if line.size >= _HEADING_RATIO * body:
        return 2
    return 3 if line.bold and len(line.text) < 90 and not _SENTENCE_END.search(line.text.strip()) else 0


def _pitch(column: Sequence[Line]) -> float:
    """The usual distance between consecutive lines of a column."""
    steps = sorted(upper.bottom - lower.bottom for upper, lower in pairwise(column) if upper.bottom > lower.bottom)
    return steps[len(steps) // 4] if steps else 12.0


def _begins(line: Line, last: Line, column: Sequence[Line], pitch: float) -> bool:
    """Whether a line begins a paragraph: after a gap, in another size, or, after a full stop, indented or following a short line."""
    left, right = min(each.left for each in column), max(each.right for each in column)
    if last.bottom - line.bottom > max(1.35 * pitch, 1.45 * line.size) or abs(line.size - last.size) > 0.1 * last.size:
        return True
    ended = bool(_SENTENCE_END.search(last.text.strip()))
    indented = 0.6 * line.size < line.left - left < 6 * line.size and last.left - left <= 0.6 * line.size
    short = last.right < right - max(0.12 * (right - left), 3 * line.size)
    return ended and (short or indented)


def _paragraphs(columns: Sequence[Sequence[Line]], body: float) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    for column in columns:
        pitch = _pitch(column)
        for number, line in enumerate(column):
            level = _level(line, body)
            joins = number and found and found[-1].level == level and not _begins(line, column[number - 1], column, pitch)
            if joins or (not number and found and _goes_on(found[-1], line, level)):
                found[-1] = _Paragraph((*found[-1].lines, line), level)
            else:
                found.append(_Paragraph((line,), level))
    return found


def _goes_on(paragraph: _Paragraph, line: Line, level: int) -> bool:
    """Whether a column's or page's first line continues the paragraph before it."""
    text = paragraph.text.strip()
    first = line.text.strip()[:1]
    open_end = paragraph.lines[-1].divided or not _SENTENCE_END.search(text)
    return paragraph.level == level == 0 and open_end and (first.islower() or paragraph.lines[-1].divided or text.endswith(","))


def _pieces(lines: Sequence[Line], hyphenated: frozenset[str] = frozenset()) -> list[Piece]:
    """The lines as running text: divided words joined, else a space between them."""
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        own = [*line.pieces]
        if own and number + 1 < len(lines):
            own[-1] = _joined(own[-1], line, lines[number + 1].text.lstrip(), hyphenated)
        pieces += own
    return pieces


def _joined(last: Piece, line: Line, following: str, hyphenated: frozenset[str]) -> Piece:
    """A line's last piece as it goes on into the next line: a hyphen that belongs to the word stays, the typesetter's goes."""
    text = last.text.rstrip()
    divided = line.divided or re.search(r"[^\W\d_]-$", text) is not None
    if not divided:
        return Piece(f"{last.text} ", last.url)
    bare = text.removesuffix("-")
    before, after = re.search(r"[\w-]*$", bare), _WORD.match(following)
    if not before or not after:
        return Piece(bare if line.divided else f"{last.text} ", last.url)
    whole = f"{before[0]}-{after[0]}".lower()
    own = after[0][:1].isupper() or after[0][:1].isdigit() or "-" in after[0] or whole in hyphenated or before[0].lower() in _COMPOUNDING
    return Piece(f"{bare}-" if own else bare, last.url)


def _markup(paragraph: _Paragraph, hyphenated: frozenset[str]) -> str:
    tag = f"h{paragraph.level + 1}" if paragraph.level else "p"
    inner = ""
    for piece in _pieces(paragraph.lines, hyphenated):
        url = web_address(piece.url)
        inner += f'<a href="{escape(url)}">{escape(piece.text)}</a>' if url else escape(piece.text)
    return f"<{tag}>{inner}</{tag}>"


def _dateline(paragraphs: Iterable[_Paragraph]) -> str:
    """A date alone on a line outside the running text, as ISO 8601; "" if there is none."""
    apart = (paragraph for paragraph in paragraphs if len(paragraph.lines) <= _LINES_APART)
    lines = (_DATELINE.fullmatch(squeeze(line.text)) for paragraph in apart for line in paragraph.lines)
    found = next((date for line in lines if line and (date := date_of(line.group(1)))), None)
    return found.isoformat() if found else ""


def _head(document: pdfium.PdfDocument, paragraphs: Sequence[_Paragraph]) -> str:
    """Masthead as meta tags: the largest type on its first page, the document's own data. The day a file was made is no article's date."""
    data = document.get_metadata_dict()
    heads = [paragraph for paragraph in paragraphs[:12] if paragraph.level]
    largest = max(heads, key=lambda paragraph: paragraph.lines[0].size, default=None)
    shown = squeeze("".join(piece.text for piece in _pieces(largest.lines))) if largest else ""
    values = {
        "og:title": shown or unless_maker(squeeze(data.get("Title") or "")),
        "author": unless_maker(squeeze(data.get("Author") or "")),
        "date": _dateline(paragraphs[:12]),
    }
    return head_with(values)


def document_of(source: bytes | str, password: str | None = None) -> pdfium.PdfDocument:
    """A PDF's bytes, or the path of one, as pdfium's document; close it when done. Raises ArticleError, PasswordError when it is locked."""
    try:
        return pdfium.PdfDocument(source, password=password)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            reason = said("This PDF is locked with a password.") if password is None else said("The password does not open this PDF.")
            raise PasswordError(reason, said("Enter its password to open it.")) from error
        raise ArticleError(said("This PDF is damaged."), said("Get the file again from where it was saved.")) from error


def open_pdf(data: bytes, password: str | None = None) -> Opened:
    """The text of a PDF as a page; for a PDF exported by SourceTint, the article attached to it.

    Scripts, forms and other attachments in it are never run or opened. Raises ArticleError, PasswordError when it is locked.
    """
    document = document_of(data, password)
    try:
        if article := attached_article(document):
            return Opened(Container.PDF, article, "utf-8")
        pages = [(sheet.height, with_initials(lines_of(sheet))) for sheet in map(upright, sheets_of(document))]
        url = printed_address(pages)
        kept = without_running(pages)
        body = _body_size(line for lines in kept for line in lines)
        columns = [column for lines in kept for column in columns_of(lines)]
        paragraphs = _paragraphs(columns, body)
        head = _head(document, paragraphs)
    finally:
        document.close()
    if not paragraphs:
        raise ArticleError(said("This PDF holds pictures of pages, no text."), said("Run it through text recognition (OCR) first."))
    hyphenated = frozenset(word.lower() for lines in kept for line in lines for word in _HYPHENATED.findall(line.text))
    markup = f"{head}<body>{''.join(_markup(paragraph, hyphenated) for paragraph in paragraphs)}</body>"
    return Opened(Container.PDF, markup, "utf-8", url, "print" if url else None)
