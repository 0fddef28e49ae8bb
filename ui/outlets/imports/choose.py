"""The first page of an import: choose a file; below it, the lists imported so far."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model.lists import ImportRecord
from ui.basics.dates import moment_words
from ui.basics.widgets import button, label
from ui.outlets.imports.grid import Grid
from ui.outlets.imports.models import ListColumn, RowsModel
from ui.outlets.imports.wording import record_words
from ui.theme import Theme

KNOWN = said(
    "Recognised by their content: Lin et al. 2023 (PC1), Media Bias/Fact Check, the Iffy index and CRED-1, OpenSources, Cite Unseen, "
    "Wikipedia’s perennial sources, NewsGuard metadata, Ad Fontes, and what SourceTint exported. Of any other CSV, TSV, JSON, XLSX, ODS "
    "or SQLite file you say which column holds what. Nothing is changed before you have seen the preview."
)
PAST_COLUMNS: tuple[ListColumn[ImportRecord], ...] = (
    ListColumn(said("Imported"), 140, lambda record: moment_words(record.at), key=lambda record: record.at),
    ListColumn(said("List"), 260, lambda record: record.title),
    ListColumn(said("Rows"), 310, record_words),
    ListColumn(said("Licence"), 190, lambda record: record.licence or tr("unknown")),
    ListColumn(said("SHA-256"), 120, lambda record: record.digest),
)


class ChoosePage(QWidget):
    """`ask()` lets the reader choose a file; `export(rows)` writes the quarantine of the chosen past import."""

    def __init__(
        self, theme: Theme, ask: Callable[[], object], export: Callable[[ImportRecord], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._export = export
        self.past: RowsModel[ImportRecord] = RowsModel(PAST_COLUMNS, self)
        self.past_table = Grid(self.past, theme, tr("Lists imported so far"))
        self.choose_button = button(tr("Choose a file…"), ask, primary=True, tip=tr("Or drop a file here"))
        self.quarantine_button = button(tr("Save its quarantine…"), self._on_export, tip=tr("Rows of that import that could not be read"))
        self.quarantine_button.setEnabled(False)
        self.past_table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._enable())
        self.past.modelReset.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("Import a rating list"), scale=1.3, bold=True))
        column.addWidget(label(shown(KNOWN), tone="soft"))
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        self.heading = label(tr("Imported so far"), bold=True)
        column.addWidget(self.heading)
        column.addWidget(self.past_table, 100)
        column.addWidget(self.quarantine_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)

    def show_past(self, records: tuple[ImportRecord, ...]) -> None:
        """Show the imports that were done, newest first."""
        self.past.show_rows(records)
        self.heading.setText(tr("Imported so far") if records else tr("No list has been imported yet."))
        self.past_table.setVisible(bool(records))
        self.quarantine_button.setVisible(bool(records))

    @property
    def current(self) -> ImportRecord | None:
        """The past import that is chosen."""
        row = self.past_table.currentIndex().row()
        return self.past.rows[row] if 0 <= row < len(self.past.rows) else None

    def _on_export(self) -> None:
        if self.current:
            self._export(self.current)

    def _enable(self) -> None:
        self.quarantine_button.setEnabled(self.current is not None and self.current.quarantined > 0)
