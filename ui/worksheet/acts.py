"""Filling in worksheets on claims, and writing them to a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model.notes import Answers
from ui.basics.widgets import open_form
from ui.edits import Edits
from ui.frame.centre import Centre
from ui.frame.messages import MessageBar
from ui.jobs.exporting import file_stem
from ui.ports.worksheets import WorksheetPort
from ui.words import claim_title, content_words
from ui.worksheet.form import WorksheetForm


class WorksheetActs(QObject):
    """Opens the worksheet of the current claim."""

    def __init__(self, port: WorksheetPort, edits: Edits, centre: Centre, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._port, self._edits, self._centre = port, edits, centre
        self._messages, self._window = messages, window

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"worksheet": self.ask}

    def ask(self) -> None:
        """Show the worksheet of the current claim, as far as it is filled in."""
        rated, reading = self._centre.panel.card.claim, self._centre.reader.reading
        held = self._edits.read(self._port.here)
        if rated is None or reading is None or held is None:
            return
        text = reading.article.text
        form = WorksheetForm(claim_title(rated, text), content_words(rated, text), held.get(rated.id, Answers()), self._window)
        form.saved.connect(lambda answers: self._keep(form, rated.id, answers))
        form.export_asked.connect(lambda: self._ask_export(rated.id))
        open_form(form)

    def _keep(self, form: WorksheetForm, claim_id: str, answers: Answers) -> None:
        if not self._edits.do(self._port.keep, claim_id, answers, complain=form.complain):
            return
        form.accept()
        kept = tr("The worksheet is kept in your library.") if answers else tr("The worksheet is empty and no longer kept.")
        self._messages.say_done(kept, self._edits.undo)

    def _ask_export(self, claim_id: str) -> None:
        reading = self._centre.reader.reading
        if reading is None:
            return
        suggested = f"{QDir.homePath()}/{file_stem(reading)} {tr('worksheet')}.docx"
        filters = f"{tr('Word document')} (*.docx);;PDF (*.pdf);;{tr('Markdown')} (*.md)"
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export worksheets"), suggested, filters)
        if not name:
            return
        held = self._edits.read(self._port.here) or {}
        count = self._edits.read(self._port.export, Path(name), () if held else (claim_id,))
        if count is not None:
            self._messages.say(
                tr_of(count, "{count} worksheet written to {name}.", "{count} worksheets written to {name}.", name=Path(name).name)
            )
