"""A PDF's glyphs with their positions, read with pdfium: the only module that uses its raw interface."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

_MAX_PAGES = 3000
_MAX_GLYPHS = 3_000_000
_LINE_END_HYPHEN = 2


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; its box is in points on the page as shown, with y growing upwards.

    `turn` is the direction its text runs in, in quarters counterclockwise: 0 to the right, 1 upwards. `breaks` is True for a hyphen that
    only divides a word at the end of a line.
    """

    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    breaks: bool = False
    url: str | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its width and height, and its glyphs in drawing order."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...] = field(repr=False)


def _links(page: pdfium.PdfPage, document: pdfium.PdfDocument) -> list[tuple[float, float, float, float, str]]:
    """The web links of a page: left, bottom, right, top, address."""
    found: list[tuple[float, float, float, float, str]] = []
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while len(found) < 2000 and raw.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        box = raw.FS_RECTF()
        if raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            found.append((box.left, box.bottom, box.right, box.top, buffer.value.decode("utf-8", "replace")))
    return found


class _View:
    """The mapping from page space to the page as shown (rotation and crop box), measured once with pdfium."""

    _FINE = 100  # device units per point

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._size = (round(page.get_width() * self._FINE), round(page.get_height() * self._FINE))
        self.origin, x, y = self._shown(0, 0), self._shown(1000, 0), self._shown(0, 1000)
        self.across = ((x[0] - self.origin[0]) / 1000, (x[1] - self.origin[1]) / 1000)
        self.up = ((y[0] - self.origin[0]) / 1000, (y[1] - self.origin[1]) / 1000)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        left, top = ctypes.c_int(0), ctypes.c_int(0)
        raw.FPDF_PageToDevice(self._page.raw, 0, 0, *self._size, 0, x, y, ctypes.byref(left), ctypes.byref(top))
        return left.value / self._FINE, (self._size[1] - top.value) / self._FINE

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a box on the page as shown."""
        xs = [self.origin[0] + x * self.across[0] + y * self.up[0] for x, y in ((left, bottom), (right, top))]
        ys = [self.origin[1] + x * self.across[1] + y * self.up[1] for x, y in ((left, bottom), (right, top))]
        return min(xs), min(ys), max(xs), max(ys)

    def turn(self, angle: float) -> int:
        """Quarters counterclockwise of text drawn at an angle, which pdfium counts clockwise in page space."""
        if angle < 0:
            return 0
        x, y = math.cos(angle), -math.sin(angle)
        across, up = self.across[0] * x + self.up[0] * y, self.across[1] * x + self.up[1] * y
        return round(math.atan2(up, across) / (math.pi / 2)) % 4


def _glyphs(page: pdfium.PdfPage, document: pdfium.PdfDocument) -> Iterator[Glyph]:
    text = page.get_textpage()
    links = _links(page, document)
    view, box = _View(page), raw.FS_RECTF()
    high = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
        middle, centre = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        url = next((link[4] for link in links if link[0] <= middle <= link[2] and link[1] <= centre <= link[3]), None)
        breaks = code in (_LINE_END_HYPHEN, 0xFFFE) or bool(raw.FPDFText_IsHyphen(text.raw, index) == 1 and code == 0xAD)
        size = raw.FPDFText_GetFontSize(text.raw, index)
        bold = raw.FPDFText_GetFontWeight(text.raw, index) >= 600
        char = "" if breaks or not 0 < code < 0x110000 else chr(code)
        turn = view.turn(raw.FPDFText_GetCharAngle(text.raw, index))
        yield Glyph(char, *view.box(box.left, box.bottom, box.right, box.top), size, bold, breaks, url, turn)


def sheets_of(document: pdfium.PdfDocument) -> Iterator[Sheet]:
    """The pages of a document, up to a number of pages and glyphs that no article exceeds."""
    left = _MAX_GLYPHS
    for number in range(min(len(document), _MAX_PAGES)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            continue  # one damaged page should not make the others unreadable
        glyphs = tuple(_glyphs(page, document))
        left -= len(glyphs)
        yield Sheet(page.get_width(), page.get_height(), glyphs)
        page.close()
        if left < 0:
            return
