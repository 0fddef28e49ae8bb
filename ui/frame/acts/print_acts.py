"""Printing: the pages of the export are made first, then seen or sent to a printer."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr, tr_of
from credibility.model import PageSize, SourceTintError
from ui.frame.asking import ask_notes, ask_only_shown
from ui.frame.looks import Looks
from ui.frame.messages import MessageBar
from ui.jobs.strip import StripJob
from ui.jobs.worker import Worker
from ui.ports.workspace import WorkspacePort
from ui.sides.sides import Sides

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.printing.preview import PrintPreview

Pages = tuple[PageSize, ...]


class PrintActs(QObject):
    """Prints the article of the active side, one at a time; the job's strip is in the status bar."""

    def __init__(self, workspace: WorkspacePort, sides: Sides, looks: Looks, messages: MessageBar, window: QMainWindow) -> None:
        super().__init__(window)
        self._workspace, self._looks, self._messages, self._owner = workspace, looks, messages, window
        self._sides = sides
        self._worker = Worker(self)
        self.job = StripJob(self._worker, tr("Progress of printing"), tr("Stop printing"), self)
        self.job.failed.connect(self._on_failed)
        self.preview: PrintPreview | None = None
        window.statusBar().addPermanentWidget(self.job.strip)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"print": partial(self._make, self._ask_printer), "print_preview": partial(self._make, self._show_preview)}

    def send(self, printer: "QPrinter", pages: Pages) -> None:
        """Print the pages off the GUI thread, with progress and cancel in the status bar."""
        from ui.printing.pages import print_pages  # noqa: PLC0415 - few articles are printed

        self.job.run(partial(print_pages, printer, pages, self._workspace.paper.draw_page), tr("Printing…"), self._on_printed)

    def close(self) -> None:
        """Stop what is under way and delete the pages."""
        self.job.cancel()
        self._worker.wait()
        if self.preview is not None:
            self.preview.close()
        self._workspace.paper.discard()

    def _make(self, then: Callable[[Pages], object]) -> None:
        if self._workspace.reading is None or self.job.is_running or self.preview is not None:
            return
        side = self._sides.active
        panel, notes = side.centre.panel, len(side.notes.notes)
        shown, reading = panel.shown_ids(), self._workspace.reading
        only_shown = ask_only_shown(self._owner, len(shown), len(reading.claims)) if panel.filter else False
        with_notes = ask_notes(self._owner, notes, on_paper=True) if notes and only_shown is not None else False
        if only_shown is not None and with_notes is not None:
            make = partial(self._workspace.paper.make, only=shown if only_shown else None, notes=with_notes)
            self.job.run(make, tr("Laying out the pages…"), then)

    def _ask_printer(self, pages: Pages) -> None:
        from ui.printing.printers import ask_printer, printer_for  # noqa: PLC0415 - as above

        reading = self._workspace.reading
        try:
            printer = printer_for(pages, reading.article.title if reading else "")
        except SourceTintError as error:
            self._messages.warn(error)
            return
        ask_printer(printer, len(pages), self._owner, partial(self.send, printer, pages))

    def _show_preview(self, pages: Pages) -> None:
        from ui.printing.preview import PrintPreview  # noqa: PLC0415 - as above
        from ui.printing.printers import printer_hint  # noqa: PLC0415

        reading = self._workspace.reading
        if reading is None:
            return
        try:
            hint = printer_hint()
        except SourceTintError as error:
            self._messages.warn(error)
            return
        self.preview = PrintPreview(self._workspace.paper, pages, reading, hint, self._looks.theme, self._owner)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.print_asked.connect(partial(self._print_seen, pages))
        self.preview.finished.connect(self._forget_preview)
        self.preview.open()

    def _print_seen(self, pages: Pages) -> None:
        if self.preview is not None:
            self.preview.accept()
        self._ask_printer(pages)

    def _forget_preview(self) -> None:
        self.preview = None

    def _on_printed(self, count: int) -> None:
        self._messages.say(tr_of(count, "{count} page printed.", "{count} pages printed."))

    def _on_failed(self, error: Exception) -> None:
        self._messages.warn(error)
