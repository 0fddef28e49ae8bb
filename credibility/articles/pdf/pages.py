"""A PDF in its own clothes: its pages as pictures, and the place on them of every letter of the article.

The article's text was made from the same lines in the same order, so the two are walked side by side, white space left out. A line that the
article does not have (a running head, a block that the reader dropped) is passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from credibility.articles.pdf.document import without_running
from credibility.articles.pdf.glyphs import Glyph, Sheet, sheets_of
from credibility.articles.pdf.lines import Line, columns_of, lines_of
from credibility.articles.text.folding import drop_invisible
from credibility.model import ArticleError, PagePicture, PageSize, Print, PrintedLine

_SURE = 12
"""Letters that a line must have to be looked for beyond the place where it is due; a short one could be anywhere."""

_AHEAD = 20_000
"""Letters of the article that may lie between one line and the next."""

_LINES_AHEAD = 60
"""Lines of a page that may be passed over in a row while the article goes on behind them."""

_MARKER = re.compile(r"[•◦▪]|\d{1,6}\.")

_MOST_PIXELS = 24_000_000


@dataclass(frozen=True, slots=True)
class _PageLine:
    """A line of a page with its letters; `words` are they in a row."""

    page: int
    line: Line
    glyphs: tuple[Glyph, ...]

    @property
    def words(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def undivided(self) -> "_PageLine":
        """The line without a hyphen at its end, which divides a word and is no part of the text."""
        return replace(self, glyphs=self.glyphs[:-1]) if self.words.endswith("-") else self

    @property
    def unmarked(self) -> "_PageLine":
        """The line without the bullet or number of a list item, which an article from an exported PDF keeps apart from its text."""
        return replace(self, glyphs=self.glyphs[len(marker.group()) :]) if (marker := _MARKER.match(self.words)) else self


def _is_letter(letter: str) -> bool:
    return not letter.isspace() and bool(drop_invisible(letter))


def printed(document: pdfium.PdfDocument, text: str) -> Print:
    """The pages of a document, and where the letters of the article's text stand on them."""
    sheets = list(sheets_of(document))
    inked = [(letter, offset) for offset, letter in enumerate(text) if _is_letter(letter)]
    letters, offsets = "".join(letter for letter, _ in inked), [offset for _, offset in inked]
    found = []
    for line, start in _placed(list(_in_order(sheets)), letters):
        found.append(_printed_line(line, sheets[line.page].height, offsets[start : start + len(line.glyphs)]))
    return Print(tuple(PageSize(sheet.width, sheet.height) for sheet in sheets), tuple(found))


def _placed(lines: Sequence[_PageLine], letters: str) -> Iterator[tuple[_PageLine, int]]:
    """The lines that the article has, each with the place of its first letter."""
    place = 0
    for number, line in enumerate(lines):
        for form in (line, line.undivided, line.unmarked, line.unmarked.undivided):
            start = place if letters.startswith(form.words, place) else -1
            if start < 0 and len(form.words) >= _SURE and not _goes_on(lines[number + 1 : number + _LINES_AHEAD], letters, place):
                start = letters.find(form.words, place, place + _AHEAD)
            if start >= 0 and form.glyphs:
                yield form, start
                place = start + len(form.glyphs)
                break


def _goes_on(lines: Sequence[_PageLine], letters: str, place: int) -> bool:
    """Whether one of the next lines is what is due: then those before it are none of the article's."""
    return any(len(line.words) >= _SURE and letters.startswith(line.undivided.words, place) for line in lines)


def _in_order(sheets: Sequence[Sheet]) -> Iterator[_PageLine]:
    """The lines in the order in which the text has them."""
    kept = without_running([(sheet.height, lines_of(sheet)) for sheet in sheets])
    for page, lines in enumerate(kept):
        for column in columns_of(lines):
            for line in column:
                yield _PageLine(page, line, tuple(glyph for glyph in line.glyphs if _is_letter(glyph.char)))


def _printed_line(line: _PageLine, height: float, offsets: Sequence[int]) -> PrintedLine:
    lefts, rights = (tuple(glyph.left for glyph in line.glyphs), tuple(glyph.right for glyph in line.glyphs))
    return PrintedLine(line.page, height - line.line.top, height - line.line.bottom, tuple(offsets), lefts, rights)


def draw(document: pdfium.PdfDocument, number: int, scale: float) -> PagePicture:
    """A page as a picture, `scale` pixels per point; a page so large that it would fill the memory is drawn smaller. Raises ArticleError.

    Links and notes of the file are drawn as it has them; its scripts and forms are never run.
    """
    if not 0 <= number < len(document):
        raise ArticleError(f"This PDF has no page {number + 1}.", "Open the file again; it may have changed.")
    try:
        page = document[number]
        area = max(1.0, page.get_width() * page.get_height())
        scale = min(scale, (_MOST_PIXELS / area) ** 0.5)
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
    except pdfium.PdfiumError as error:
        raise ArticleError(f"Page {number + 1} of this PDF is damaged.", "Get the file again from where it was saved.") from error
    rows, width, stride = bytes(bitmap.buffer), bitmap.width * 4, bitmap.stride
    if stride != width:
        rows = b"".join(rows[start : start + width] for start in range(0, stride * bitmap.height, stride))
    picture = PagePicture(bitmap.width, bitmap.height, rows)
    bitmap.close()
    page.close()
    return picture
