"""A PDF's pages as pictures, and the position on them of every character of the article.

The article's text was made from the same lines in the same order, so the two are matched in parallel, ignoring white space. A line
that is not in the article (a running head, a block that the reader dropped) is skipped.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from credibility.articles.pdf.glyphs import Glyph, Sheet, sheets_of
from credibility.articles.pdf.lines import Line, columns_of, lines_of, with_initials
from credibility.articles.pdf.running import without_running
from credibility.articles.pdf.upright import turn_of, upright
from credibility.articles.text.folding import drop_invisible
from credibility.floor.language import said
from credibility.model import ArticleError, PagePicture, PageSize, Print, PrintedLine

_SURE = 12
"""Characters a line must have to be searched for beyond its expected position; a short line could match anywhere."""

_AHEAD = 20_000
"""Greatest number of the article's characters between one line and the next."""

_LINES_AHEAD = 60
"""Greatest number of consecutive lines skipped before the article continues."""

_MARKER = re.compile(r"[•◦▪]|\d{1,6}\.")

_MOST_PIXELS = 24_000_000


@dataclass(frozen=True, slots=True)
class _PageLine:
    """A line of a page with its glyphs, without white space; `words` joins their characters."""

    page: int
    line: Line
    glyphs: tuple[Glyph, ...]

    @property
    def words(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def undivided(self) -> "_PageLine":
        """The line without a hyphen at its end, which divides a word and is not part of the text."""
        return replace(self, glyphs=self.glyphs[:-1]) if self.words.endswith("-") else self

    @property
    def unmarked(self) -> "_PageLine":
        """The line without the bullet or number of a list item, which the article of an exported PDF stores apart from its text."""
        return replace(self, glyphs=self.glyphs[len(marker.group()) :]) if (marker := _MARKER.match(self.words)) else self


def _is_letter(letter: str) -> bool:
    return not letter.isspace() and bool(drop_invisible(letter))


def printed(document: pdfium.PdfDocument, text: str) -> Print:
    """The pages of a document, and the positions on them of the characters of the article's text."""
    shown = list(sheets_of(document))
    turns, sheets = [turn_of(sheet) for sheet in shown], [upright(sheet) for sheet in shown]
    sizes = tuple(PageSize(sheet.width, sheet.height) for sheet in shown)
    inked = [(letter, offset) for offset, letter in enumerate(text) if _is_letter(letter)]
    letters, offsets = "".join(letter for letter, _ in inked), [offset for _, offset in inked]
    found = []
    for line, start in _placed(list(_in_order(sheets)), letters):
        made = _printed_line(line, sheets[line.page].height, offsets[start : start + len(line.glyphs)])
        found.append(replace(made, turn=turns[line.page], sheet=sizes[line.page]) if turns[line.page] else made)
    return Print(sizes, tuple(found))


def _placed(lines: Sequence[_PageLine], letters: str) -> Iterator[tuple[_PageLine, int]]:
    """The lines that are in the article, each with the index of its first character."""
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
    """Whether one of the next lines continues the article at this place, so that the lines before it are not part of it."""
    return any(len(line.words) >= _SURE and letters.startswith(line.undivided.words, place) for line in lines)


def _in_order(sheets: Sequence[Sheet]) -> Iterator[_PageLine]:
    """The lines in text order."""
    kept = without_running([(sheet.height, with_initials(lines_of(sheet))) for sheet in sheets])
    for page, lines in enumerate(kept):
        for column in columns_of(lines):
            for line in column:
                yield _PageLine(page, line, tuple(glyph for glyph in line.glyphs if _is_letter(glyph.char)))


def _printed_line(line: _PageLine, height: float, offsets: Sequence[int]) -> PrintedLine:
    lefts, rights = (tuple(glyph.left for glyph in line.glyphs), tuple(glyph.right for glyph in line.glyphs))
    return PrintedLine(line.page, height - line.line.top, height - line.line.bottom, tuple(offsets), lefts, rights)


def draw(document: pdfium.PdfDocument, number: int, scale: float) -> PagePicture:
    """A page as a picture at `scale` pixels per point, or less for a page so large that it would fill the memory. Raises ArticleError.

    The file's annotations are drawn; its scripts and forms are never run.
    """
    if not 0 <= number < len(document):
        raise ArticleError(said("This PDF has no page {number}.", number=number + 1), said("Open the file again; it may have changed."))
    try:
        page = document[number]
        area = max(1.0, page.get_width() * page.get_height())
        scale = min(scale, (_MOST_PIXELS / area) ** 0.5)
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
    except pdfium.PdfiumError as error:
        raise ArticleError(
            said("Page {number} of this PDF is damaged.", number=number + 1), said("Get the file again from where it was saved.")
        ) from error
    rows, width, stride = bytes(bitmap.buffer), bitmap.width * 4, bitmap.stride
    if stride != width:
        rows = b"".join(rows[start : start + width] for start in range(0, stride * bitmap.height, stride))
    picture = PagePicture(bitmap.width, bitmap.height, rows)
    bitmap.close()
    page.close()
    return picture
