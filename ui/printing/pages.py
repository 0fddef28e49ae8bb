"""Pages onto a printer: each as large as the sheet allows, turned where sheet and page lie differently."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from credibility.floor.language import said, tr
from credibility.floor.progress import Progress
from credibility.model import ExportError, PagePicture, PageSize

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS = 300  # per inch: more makes no letter sharper on paper, and a page takes 35 MB
POINTS = 72  # per inch

Draw = Callable[[int, float], PagePicture]


def print_pages(printer: "QPrinter", pages: Sequence[PageSize], draw: Draw, progress: Progress) -> int:
    """Print the pages that the printer was asked for, off the GUI thread. Returns how many.

    Raises ExportError when the printer does not take them or the reader cancels, ArticleError when a page cannot be drawn.
    """
    numbers = _numbers(printer, len(pages))
    painter = QPainter()
    try:
        for place, number in enumerate(numbers):
            if not progress(place / len(numbers), said("Printing page {number} of {all}", number=number + 1, all=len(pages))):
                printer.abort()
                raise ExportError(said("Printing was cancelled."), said("Pages that were sent already may still be printed."))
            picture = draw(number, min(DOTS, printer.resolution()) / POINTS)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise ExportError(
                    said("{name} does not take the pages.", name=_name(printer)),
                    said("Check whether it is connected, or choose another place."),
                )
            _paint(painter, QRectF(painter.viewport()), picture)
    finally:
        painter.end()
    return len(numbers)


def _numbers(printer: "QPrinter", count: int) -> Sequence[int]:
    """The pages asked for, in the order asked for."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    numbers = range(max(first, 1) - 1, min(last, count))
    return numbers[::-1] if printer.pageOrder() is printer.PageOrder.LastPageFirst else numbers


def _name(printer: "QPrinter") -> str:
    return f"“{printer.outputFileName() or printer.printerName() or tr('The printer')}”"


def _paint(painter: QPainter, sheet: QRectF, picture: PagePicture) -> None:
    """A page in the middle of the sheet, as large as fits."""
    image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
    is_turned = (picture.width > picture.height) != (sheet.width() > sheet.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(sheet.center())
    if is_turned:
        painter.rotate(90)
        sheet = sheet.transposed()
    share = min(sheet.width() / picture.width, sheet.height() / picture.height)
    width, height = picture.width * share, picture.height * share
    painter.drawImage(QRectF(-width / 2, -height / 2, width, height), image)
    painter.restore()
