"""The page that shows what an import would do, before anything is done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_of
from credibility.model.edited import Band
from credibility.model.lists import ImportPreview, ImportStep, SetAside
from ui.basics.numbers import number_words
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label
from ui.outlets.imports.grid import Grid
from ui.outlets.imports.models import SET_ASIDE_COLUMNS, PreviewModel, RowsModel
from ui.outlets.imports.wording import STEPS, preview_words
from ui.outlets.imports.words import ListWords
from ui.theme import Theme

PAUSE = 120  # milliseconds without a key before rows are filtered


class PreviewPage(QWidget):
    """Counts per step as switches, the rows, the rows that cannot be read. `export(part)` is asked to write "rows" or "quarantine"."""

    def __init__(self, theme: Theme, export: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: ImportPreview | None = None
        self.title = label("", scale=1.2, bold=True)
        self.told = label("", tone="soft")
        self.list_words = ListWords(theme)
        self.switches = {step: _switch(f"{glyph} {shown(word)}", shown(tip)) for step, (glyph, word, tip) in STEPS.items()}
        self.quarantine_switch = _switch(tr("Quarantine"), tr("Rows that cannot be read, with line and reason; they are left out"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search outlets in the list"))
        self.words.setAccessibleName(tr("Search the rows of the list"))
        self.words.setClearButtonEnabled(True)
        self.rows = PreviewModel(self)
        self.quarantined: RowsModel[SetAside] = RowsModel(SET_ASIDE_COLUMNS, self)
        self.table = Grid(self.rows, theme, tr("What the import would do, row by row"), sortable=True)
        self.quarantine_table = Grid(self.quarantined, theme, tr("Rows that cannot be read"), sortable=True)
        self.withdraw = _switch("", tr("Ratings in an earlier edition of this list that are missing from this one"))
        self.export_button = button(tr("Save as CSV…"), lambda: export("quarantine" if self.quarantine_switch.isChecked() else "rows"),
                                    tip=tr("Write the rows shown to a file"))  # fmt: skip
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._narrow)
        self._build()

    def _build(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(6)
        for step, switch in self.switches.items():
            switch.clicked.connect(partial(self._on_step, step))
            switches.addWidget(switch)
        self.quarantine_switch.clicked.connect(lambda _on=False: self._show_quarantine(self.quarantine_switch.isChecked()))
        switches.addWidget(self.quarantine_switch)
        switches.addStretch(1)
        self.words.textChanged.connect(lambda _words: self._pause.start())
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.quarantine_table)
        foot = QHBoxLayout()
        foot.addWidget(self.withdraw)
        foot.addStretch(1)
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.told, self.list_words):
            column.addWidget(part)
        column.addLayout(switches)
        column.addWidget(self.words)
        column.addWidget(self._tables, 1)
        column.addLayout(foot)

    def show_preview(self, preview: ImportPreview, words: Sequence[Band] = ()) -> None:
        """Show another preview, all its rows, and what the list's own words are worth in it."""
        self.preview = preview
        read = preview.read
        self.title.setText(read.rater.title)
        told = [preview_words(preview), tr("Licence: {licence}.", licence=read.rater.licence or tr("unknown"))]
        if read.rater.scale:
            told.append(tr("How its words become scores: {scale}.", scale=read.rater.scale))
        self.told.setText(" ".join(told))
        self.list_words.show_words(words)
        for step, switch in self.switches.items():
            _count(switch, step, preview)
            switch.setChecked(False)
        self.quarantine_switch.setText(f"{tr('Quarantine')}  {number_words(len(read.quarantined))}")
        self.quarantine_switch.setEnabled(bool(read.quarantined))
        self.withdraw.setChecked(False)
        self.withdraw.setVisible(bool(preview.withdrawn))
        self.withdraw.setText(
            tr_of(
                len(preview.withdrawn),
                "Also remove {count} rating that this edition no longer has",
                "Also remove {count} ratings that this edition no longer has",
            )
        )
        self.rows.show_rows((*preview.rows, *preview.withdrawn_rows))
        self.quarantined.show_rows(read.quarantined)
        self._show_quarantine(on=False)

    @property
    def writes(self) -> bool:
        """Whether importing would write anything."""
        counts = self.preview.counts if self.preview else {}
        return any(counts.get(step) for step in (ImportStep.ADD, ImportStep.CHANGE, ImportStep.CONFLICT)) or self.withdraw.isChecked()

    def _on_step(self, step: ImportStep, _on: bool = False) -> None:
        """One step at a time is shown, or all: a second click on it shows all again."""
        for other, switch in self.switches.items():
            if other is not step:
                switch.setChecked(False)
        self._show_quarantine(on=False)

    def _show_quarantine(self, on: bool) -> None:
        self.quarantine_switch.setChecked(on)
        if on:
            for switch in self.switches.values():
                switch.setChecked(False)
        self._tables.setCurrentWidget(self.quarantine_table if on else self.table)
        self.words.setEnabled(not on)
        self._narrow()

    def _narrow(self) -> None:
        self.rows.narrow(frozenset(step for step, switch in self.switches.items() if switch.isChecked()), self.words.text())


def _switch(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setCheckable(True)
    made.setAutoDefault(False)
    set_tip(made, tip)
    made.setAccessibleDescription(tip)
    return made


def _count(switch: QPushButton, step: ImportStep, preview: ImportPreview) -> None:
    glyph, word, _ = STEPS[step]
    count = preview.counts[step]
    switch.setText(f"{glyph} {shown(word)}  {number_words(count)}")
    switch.setAccessibleName(f"{shown(word)}: {tr_of(count, '{count} row', '{count} rows')}")
    switch.setEnabled(count > 0)
