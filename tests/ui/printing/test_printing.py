"""Pages are seen before and printed; a printer that writes a PDF stands for all others."""

import builtins
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QAction, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from credibility.model import ArticleError, ExportError, Role
from tests.ui.fake_paper import PAGES, FakePaper
from tests.ui.fake_workspace import FakeWorkspace
from ui.printing.pages import print_pages
from ui.printing.preview import PrintPreview
from ui.printing.printers import NONE_KNOWN, printer_for, printer_hint
from ui.window import MainWindow

RED, GREEN, BLUE = (192, 32, 32), (32, 192, 32), (32, 32, 192)


@pytest.fixture
def paper() -> FakePaper:
    return FakePaper()


@pytest.fixture
def printer(qapp, tmp_path: Path) -> QPrinter:
    return to_file(printer_for(PAGES, "The bridge"), tmp_path / "printed.pdf")


def to_file(printer: QPrinter, target: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def going_on(share: float, phrase: str) -> bool:
    return True


def middles(path: Path) -> list[tuple[int, int, int]]:
    """The colour in the middle of every printed page, to the nearest 32."""
    with pdfium.PdfDocument(path) as document:
        images = [page.render(scale=0.25).to_pil().convert("RGB") for page in document]
        return [image.getpixel((image.width // 2, image.height // 2)) for image in images]


def near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_every_page_is_printed_in_its_order(printer: QPrinter, paper: FakePaper) -> None:
    told: list[tuple[float, str]] = []
    assert print_pages(printer, PAGES, paper.draw_page, lambda share, phrase: told.append((share, phrase)) or True) == 3
    printed = middles(Path(printer.outputFileName()))
    assert len(printed) == 3 and all(map(near, printed, (RED, GREEN, BLUE)))
    assert [phrase for _, phrase in told] == [f"Printing page {number} of 3" for number in (1, 2, 3)]
    assert paper.drawn[0][1] == pytest.approx(300 / 72)


def test_a_page_fills_its_sheet_and_one_that_lies_is_turned(printer: QPrinter, paper: FakePaper) -> None:
    print_pages(printer, PAGES, paper.draw_page, going_on)
    with pdfium.PdfDocument(printer.outputFileName()) as document:
        for page in document:
            assert (page.get_width(), page.get_height()) == (pytest.approx(595, abs=1), pytest.approx(842, abs=1))
            image = page.render(scale=1).to_pil().convert("L")
            dark = image.point(lambda value: 255 if value < 200 else 0).getbbox()
            assert dark == pytest.approx((59.5, 84.2, 535.5, 757.8), abs=3)


def test_only_the_pages_asked_for_are_printed_and_the_last_first_on_wish(printer: QPrinter, paper: FakePaper) -> None:
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert print_pages(printer, PAGES, paper.draw_page, going_on) == 2
    assert all(map(near, middles(Path(printer.outputFileName())), (BLUE, GREEN)))


def test_the_sheet_is_that_of_the_first_page(qapp) -> None:
    assert printer_for(PAGES, "").pageLayout().orientation() is QPageLayout.Orientation.Portrait
    assert printer_for(PAGES[1:], "").pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert printer_for(PAGES, "The bridge").docName() == "The bridge"


def test_cancelling_stops_before_the_next_page(printer: QPrinter, paper: FakePaper) -> None:
    with pytest.raises(ExportError, match="cancelled"):
        print_pages(printer, PAGES, paper.draw_page, lambda share, _: share < 0.3)
    assert [number for number, _ in paper.drawn] == [0]


def test_a_printer_that_takes_nothing_is_named(qapp, paper: FakePaper, tmp_path: Path) -> None:
    printer = to_file(printer_for(PAGES, ""), tmp_path / "nowhere" / "printed.pdf")
    with pytest.raises(ExportError, match=r"nowhere.*does not take the pages"):
        print_pages(printer, PAGES, paper.draw_page, going_on)


def test_a_page_that_cannot_be_drawn_is_named(printer: QPrinter, paper: FakePaper) -> None:
    paper.broken = 1
    with pytest.raises(ArticleError, match="Page 2 is damaged"):
        print_pages(printer, PAGES, paper.draw_page, going_on)


def test_a_computer_without_printers_says_so(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    assert printer_hint() == NONE_KNOWN
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Laser"])
    assert printer_hint() == ""


@pytest.fixture
def without_print_support(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "PySide6.QtPrintSupport":
            raise ImportError("libQt6PrintSupport.so.6: cannot open shared object file")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.parametrize("name", ["print", "print_preview"])
def test_a_qt_that_cannot_print_says_so(without_print_support, window: MainWindow, qtbot, name: str) -> None:
    window.commands[name].trigger()
    qtbot.waitUntil(lambda: "Qt's part for printing cannot be loaded" in window.messages.text)
    assert "Export a PDF and print that." in window.messages.text


@pytest.fixture
def preview(window: MainWindow, qtbot) -> PrintPreview:
    window.commands["print_preview"].trigger()
    qtbot.waitUntil(lambda: window.printing.preview is not None)
    assert window.printing.preview
    return window.printing.preview


def test_the_preview_shows_the_pages_as_they_are_drawn(preview: PrintPreview, workspace: FakeWorkspace, qtbot) -> None:
    qtbot.waitUntil(lambda: any(number == 0 for number, _ in workspace.paper.drawn))
    view = preview.pages.viewport()
    qtbot.waitUntil(lambda: near(view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2).getRgb()[:3], RED))
    assert preview.told.text().startswith("3 pages.")
    before = preview.pages.zoom
    preview.pages.zoom_by(1)
    assert preview.pages.zoom > before


def test_from_the_preview_to_the_printer(preview: PrintPreview, window: MainWindow, qtbot, tmp_path: Path) -> None:
    preview.print_button.click()
    qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None)
    dialog = window.findChild(QPrintDialog)
    assert window.printing.preview is None
    assert (dialog.minPage(), dialog.maxPage(), dialog.fromPage(), dialog.toPage()) == (1, 3, 1, 3)
    target = tmp_path / "from-the-window.pdf"
    to_file(dialog.printer(), target)
    dialog.done(QPrintDialog.DialogCode.Accepted.value)
    qtbot.waitUntil(lambda: window.messages.text == "3 pages printed.")
    assert len(middles(target)) == 3


def test_what_cannot_be_made_is_said(window: MainWindow, workspace: FakeWorkspace, actions: Mapping[str, QAction], qtbot) -> None:
    workspace.paper.refusal = ExportError("The pages cannot be typeset.", "Please report this.")
    actions["print"].trigger()
    qtbot.waitUntil(lambda: "cannot be typeset" in window.messages.text)
    assert window.printing.preview is None and window.findChild(QPrintDialog) is None


def test_pages_are_deleted_with_the_window(window: MainWindow, workspace: FakeWorkspace) -> None:
    window.close()
    assert workspace.paper.discarded > 0


@pytest.mark.parametrize("answer", [True, False, None])
def test_with_a_filter_in_force_it_is_asked_what_is_printed(
    window: MainWindow, workspace: FakeWorkspace, qtbot, monkeypatch: pytest.MonkeyPatch, answer: bool | None
) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr("ui.frame.acts.print_acts.ask_only_shown", lambda _window, shown, count: asked.append((shown, count)) or answer)
    monkeypatch.setattr("ui.frame.acts.print_acts.ask_notes", lambda *_, **_how: True)
    window.panel.turn(Role.HIGH)
    shown = window.panel.shown_ids()
    qtbot.wait(1)
    window.commands["print_preview"].trigger()
    assert asked == [(len(shown), 18)]
    if answer is None:
        assert not window.printing.job.is_running
        return
    qtbot.waitUntil(lambda: window.printing.preview is not None)
    assert workspace.paper.asked == (shown if answer else None, False), "there are no notes to ask about"
