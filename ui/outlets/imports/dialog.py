"""The import of a rating list, page by page: file, columns where they are not known, preview, import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.floor.progress import Progress
from credibility.model import ChangedMeanwhileError, SourceTintError
from credibility.model.edited import Band
from credibility.model.lists import Imported, ImportPreview, ImportRecord, ListFile, ReadList
from ui.basics.drops import dropped_path
from ui.basics.widgets import button, label
from ui.outlets.imports.choose import ChoosePage
from ui.outlets.imports.columns import ColumnsPage
from ui.outlets.imports.job import Job
from ui.outlets.imports.preview import PreviewPage
from ui.ports.lists import ImportPort
from ui.theme import Theme

LISTS = "*.csv *.tsv *.tab *.json *.jsonl *.pack *.txt *.xlsx *.ods *.xls *.db *.sqlite *.sqlite3"
CSV = "CSV (*.csv)"
Previewed = tuple[ImportPreview, tuple[Band, ...]]
"""A preview, and what the words of a known list are worth in it."""


class ImportDialog(QDialog):
    """`imported` carries what was imported; then the dialog closes. Until then nothing in the table is changed."""

    imported = Signal(Imported)

    def __init__(self, port: ImportPort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import ratings"))
        self.setAcceptDrops(True)
        self.resize(1120, 680)
        self._port = port
        self._folder = Path(QDir.homePath())
        self.job = Job()
        self.choose = ChoosePage(theme, self.ask_file, self._export_past)
        self.columns = ColumnsPage(port, theme)
        self.preview = PreviewPage(theme, self._export_rows)
        self.complaint = label("", tone="alarm", selectable=True)
        self.complaint.setAccessibleName(tr("What went wrong"))
        self.back_button = button(tr("Back"), self.go_back)
        self.close_button = button(tr("Close"), self.reject)
        self.next_button = button(tr("Preview"), self.go_on, primary=True)
        self._build()
        self.job.busy_changed.connect(lambda _busy: self._enable())
        self.columns.changed.connect(self._enable)
        self.columns.table_chosen.connect(self._open_table)
        self.preview.withdraw.toggled.connect(lambda _on: self._enable())
        self.preview.list_words.changed.connect(self._remap)
        self._show(self.choose)
        self._show_past()

    def _build(self) -> None:
        self.pages = QStackedWidget()
        for page in (self.choose, self.columns, self.preview):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(self.pages, 1)
        column.addWidget(self.complaint)
        column.addWidget(self.job)
        column.addLayout(row)

    # Pages

    def ask_file(self) -> None:
        """Let the reader choose a file."""
        kinds = f"{tr('Rating lists')} ({LISTS});;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Import a rating list"), str(self._folder), kinds)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path, table: str = "") -> None:
        """Read a file; a known list goes on to its preview, any other asks for its columns."""
        self._folder = path.parent
        self.complaint.clear()
        self.job.run(
            tr("Reading {file}…", file=path.name), lambda _progress: self._port.open(path, table), self._on_opened, self._on_failed
        )

    def _open_table(self, table: str) -> None:
        if self.columns.file:
            self.open_path(self.columns.file.path, table)

    def go_on(self) -> None:
        """From the columns to the preview, from the preview to the import."""
        if self.pages.currentWidget() is self.columns and self.columns.file:
            self._preview(self.columns.file)
        elif self.pages.currentWidget() is self.preview and self.preview.preview:
            self._import(self.preview.preview)

    def go_back(self) -> None:
        """To the page before."""
        is_mapped = self.columns.file is not None
        self._show(self.columns if self.pages.currentWidget() is self.preview and is_mapped else self.choose)

    def _on_opened(self, file: ListFile) -> None:
        if file.is_known:
            self.columns.file = None
            self._preview(file)
        else:
            self.columns.show_file(file)
            self._show(self.columns)

    def _preview(self, file: ListFile) -> None:
        mapping = None if file.is_known else self.columns.mapping
        title, licence = self.columns.title.text().strip(), self.columns.licence.text().strip()

        def work(_progress: Progress) -> Previewed:
            return self._seen(self._port.read(file) if mapping is None else self._port.read(file, mapping, title, licence))

        self.job.run(tr("Comparing {file} with your table…", file=file.path.name), work, self._on_previewed, self._on_failed)

    def _seen(self, read: ReadList) -> Previewed:
        """What importing a list would do; the words of an unknown one were mapped with its columns."""
        return self._port.preview(read), self._port.words(read) if self.columns.file is None else ()

    def _on_previewed(self, seen: Previewed) -> None:
        self.preview.show_preview(*seen)
        self._show(self.preview)

    def _remap(self) -> None:
        """Look again, with the scores that the reader gave to the list's words."""
        preview, scores = self.preview.preview, self.preview.list_words.scores
        if preview is None or not scores:
            return
        self.complaint.clear()
        self.job.run(
            tr("Looking again…"),
            lambda _progress: self._seen(self._port.with_words(preview.read, scores)),
            lambda seen: self.preview.show_preview(*seen),
            self._on_failed,
        )

    def _import(self, preview: ImportPreview) -> None:
        withdraw = self.preview.withdraw.isChecked()
        mapping = self.columns.mapping if self.columns.file else None

        def work(progress: Progress) -> Imported:
            done = self._port.import_list(preview.read, withdraw=withdraw, progress=progress, seen=preview)
            if mapping:
                self._port.keep_mapping(preview.read.rater.title, mapping)
            return done

        self.job.run(tr("Importing…"), work, self._on_imported, lambda error: self._on_not_imported(error, preview.read))

    def _on_not_imported(self, error: Exception, read: ReadList) -> None:
        self._on_failed(error)
        if isinstance(error, ChangedMeanwhileError):
            self.job.run(
                tr("Looking again…"), lambda _progress: self._seen(read), lambda seen: self.preview.show_preview(*seen), self._on_failed
            )

    def _on_imported(self, done: Imported) -> None:
        self.imported.emit(done)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        expected = isinstance(error, SourceTintError)
        self.complaint.setText(shown(str(error)) if expected else tr("Something unexpected went wrong: {error}", error=error))
        self._enable()

    # Files written

    def _export_rows(self, part: str) -> None:
        preview = self.preview.preview
        if preview is None:
            return
        title = preview.read.rater.title
        if part == "quarantine":
            self._save(
                tr("{title}, quarantine.csv", title=title),
                lambda target: self._port.export_quarantine((*preview.read.quarantined, *preview.undecided), target),
            )
        else:
            rows = self.preview.rows.rows
            self._save(tr("{title}, preview.csv", title=title), lambda target: self._port.export_preview(rows, target))

    def _export_past(self, record: ImportRecord) -> None:
        self._save(
            tr("{title}, quarantine.csv", title=record.title),
            lambda target: self._port.export_quarantine(self._port.quarantine(record.id), target),
        )

    def _save(self, name: str, write: Callable[[Path], Path]) -> None:
        clean = "".join(" " if char in '/\\:*?"<>|' else char for char in name)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save rows"), str(self._folder / clean), CSV)
        if not chosen:
            return
        try:
            write(Path(chosen))
        except SourceTintError as error:
            self._on_failed(error)

    # What can be done now

    def _show_past(self) -> None:
        try:
            self.choose.show_past(self._port.past())
        except SourceTintError as error:
            self._on_failed(error)

    def _show(self, page: QWidget) -> None:
        self.complaint.clear()
        self.pages.setCurrentWidget(page)
        self._enable()
        first = {self.choose: self.choose.choose_button, self.columns: self.columns.title, self.preview: self.preview.table}
        first[page].setFocus()

    def _enable(self) -> None:
        page, busy = self.pages.currentWidget(), self.job.is_busy
        self.pages.setEnabled(not busy)
        self.back_button.setVisible(page is not self.choose)
        self.back_button.setEnabled(not busy)
        self.next_button.setVisible(page is not self.choose)
        self.next_button.setText(tr("Import") if page is self.preview else tr("Preview"))
        self.next_button.setAccessibleName(self.next_button.text())
        ready = self.preview.writes if page is self.preview else not self.columns.problem
        self.next_button.setEnabled(ready and not busy)
        self.complaint.setVisible(bool(self.complaint.text()))

    def done(self, result: int) -> None:
        """Stop what runs; an import that is under way is rolled back."""
        self.job.stop()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged in."""
        if dropped_path(event.mimeData()) and not self.job.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file dropped."""
        path = dropped_path(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.open_path(path)
