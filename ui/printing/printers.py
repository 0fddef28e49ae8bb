"""Qt's part for printers, loaded when something is printed: without it, and without printers, the window says so in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import ExportError, PageSize

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NONE_KNOWN = said(
    "No printer is known on this computer; the pages can be printed to a PDF file. Debian needs the package libcups2 for printers."
)


def printer_for(pages: tuple[PageSize, ...], title: str) -> "QPrinter":
    """A printer with sheets of the first page's size. Raises ExportError when this system's Qt cannot print."""
    try:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - few articles are printed
    except ImportError as error:
        raise ExportError(
            said("Qt's part for printing cannot be loaded ({error}).", error=error), said("Export a PDF and print that.")
        ) from error
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("SourceTint")
    first = pages[0]
    is_wide = first.width > first.height
    upright = QSizeF(min(first.width, first.height), max(first.width, first.height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def printer_hint() -> str:
    """Words for a computer without printers; "" where there are some. Raises ExportError as `printer_for`."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ExportError(
            said("Qt's part for printing cannot be loaded ({error}).", error=error), said("Export a PDF and print that.")
        ) from error
    return "" if QPrinterInfo.availablePrinterNames() else shown(NONE_KNOWN)


def ask_printer(printer: "QPrinter", count: int, owner: QWidget, then: Callable[[], object]) -> None:
    """Let the reader choose printer and pages without holding up the window; `then` is called when that is done."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog  # noqa: PLC0415 - as above

    dialog = QPrintDialog(printer, owner)
    dialog.setWindowTitle(tr("Print"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    dialog.finished.connect(lambda code: then() if code == QPrintDialog.DialogCode.Accepted.value else None)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
