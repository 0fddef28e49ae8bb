"""A PaperPort of three pages in plain colours, the second lying on its side."""

from credibility.floor.progress import Progress
from credibility.model import ArticleError, ExportError, PagePicture, PageSize

A4, ACROSS = PageSize(595, 842), PageSize(842, 595)
PAGES = (A4, ACROSS, A4)
INKS = (b"\x20\x20\xc0\x00", b"\x20\xc0\x20\x00", b"\xc0\x20\x20\x00")
"""Red, green and blue, in the order of `PagePicture`."""


class FakePaper:
    """Each page is one colour with a white margin of a tenth; `broken` is the number of a page that cannot be drawn."""

    def __init__(self) -> None:
        self.broken = -1
        self.refusal: ExportError | None = None
        self.discarded = 0
        self.asked: tuple[frozenset[str] | None, bool] = (None, False)
        self.drawn: list[tuple[int, float]] = []

    def make(self, progress: Progress, only: frozenset[str] | None = None, *, notes: bool = False) -> tuple[PageSize, ...]:
        self.asked = (only, notes)
        if not progress(0.5, "Typesetting the pages"):
            raise ExportError("The export was cancelled.", "Nothing was written.")
        if self.refusal:
            raise self.refusal
        return PAGES

    def draw_page(self, number: int, scale: float) -> PagePicture:
        if number == self.broken:
            raise ArticleError(f"Page {number + 1} is damaged.", "Get it again.")
        self.drawn.append((number, scale))
        size = PAGES[number]
        width, height = round(size.width * scale), round(size.height * scale)
        side, top = width // 10, height // 10
        white = b"\xff\xff\xff\x00"
        inner = white * side + INKS[number] * (width - 2 * side) + white * side
        return PagePicture(width, height, white * width * top + inner * (height - 2 * top) + white * width * top)

    def discard(self) -> None:
        self.discarded += 1
