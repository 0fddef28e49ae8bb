"""The page that asks which column of an unknown list holds what, and shows at once how its rows are read then."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import in_figures, said, shown, tr
from credibility.model import RatingError, Tier
from credibility.model.lists import ColumnMapping, ListFile, SampleRow, ScaleCheck
from ui.basics.plain import plain_label, set_tip
from ui.basics.widgets import label
from ui.outlets.imports.grid import Grid
from ui.outlets.imports.labels import CRITERIA, LabelsModel
from ui.outlets.imports.models import RowsModel
from ui.outlets.imports.outcome import Outcome
from ui.outlets.imports.sample import Sampled, read_words, sample_columns
from ui.outlets.tiers import TierDelegate
from ui.ports.lists import ImportPort
from ui.theme import Theme

NONE = "—"
PARTS = (
    ("address", said("Address"), said("The outlet's domain or link; several in one cell are one outlet")),
    ("score", said("Score"), said("A number, scaled from its worst and best value to 0–100")),
    ("label", said("or label"), said("A word such as “reliable”, for which you say the score")),
    ("name", said("Name"), said("The outlet's name, for outlets that are new, or to find outlets by where there is no address")),
    ("reason", said("Reason"), said("The list's reason for the rating")),
    ("url", said("Evidence link"), said("A page that shows the rating")),
    ("rated_on", said("Rated on"), said("The date of the rating")),
    ("country", said("Country"), said("A code of two or three letters, or a name")),
)
"""What a column can hold: field of the mapping, words, explanation."""
LISTED: tuple[tuple[Tier | None, float | None], ...] = (
    (None, None),
    *((tier, tier.value * 20 - 10.0) for tier in reversed(Tier) if tier is not Tier.UNRATED),
)
"""What it can mean that an outlet is in a list that says nothing else: the middle of a tier."""


class ColumnsPage(QWidget):
    """Makes a ColumnMapping out of choices; `changed` follows each. `table_chosen` asks for another table of a database."""

    changed = Signal()
    table_chosen = Signal(str)

    def __init__(self, port: ImportPort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._theme = theme
        self.file: ListFile | None = None
        self.problem = ""
        self.heading = label("", scale=1.2, bold=True)
        self.question = label("", tone="alarm")
        self.title = _line(tr("What the list is called"), tr("What the list is called; its columns are kept under this title"))
        self.licence = _line(tr("The list's licence"), tr("The list's licence, kept with every rating"))
        self.kept = _combo(tr("Columns as kept for an earlier list"))
        self.tables = _combo(tr("Table of the database"))
        self.combos = {key: _combo(_bare(words), f"{_bare(words)}: {shown(explanation)}") for key, words, explanation in PARTS}
        self.lowest, self.highest = _figure(tr("The figure of the worst rating")), _figure(tr("The figure of the best rating"))
        self.listed = _combo(tr("Being listed means"), tr("Being listed means: what every outlet in the list is worth"))
        self.listed.addItems(
            [NONE if tier is None or score is None else f"{tr(tier.label)} · {in_figures(score)}" for tier, score in LISTED]
        )
        self.labels, self.criteria = LabelsModel(parent=self), LabelsModel(CRITERIA, self)
        self.label_table, self.criteria_table = QTableView(), QTableView()
        self.outcome = Outcome()
        self.sample: RowsModel[Sampled] = RowsModel((), self)
        self.sample_table = Grid(self.sample, theme, tr("First rows of the file and how they are read"))
        self.told = label("", tone="soft")
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(7)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        scale = QWidget()
        row = QHBoxLayout(scale)
        row.setContentsMargins(0, 0, 0, 0)
        for words, figure in ((tr("worst"), self.lowest), (tr("best"), self.highest)):
            row.addWidget(plain_label(words))
            row.addWidget(figure, 1)
        fields: list[tuple[str, str, QWidget]] = [
            ("tables", tr("Table"), self.tables),
            ("title", tr("Title *"), self.title),
            ("licence", tr("Licence"), self.licence),
            ("kept", tr("As kept for"), self.kept),
        ]
        fields += [(key, shown(words), self.combos[key]) for key, words, _ in PARTS]
        fields.insert(6, ("scale", tr("from – to"), scale))
        fields.insert(8, ("listed", tr("or being listed"), self.listed))
        for key, words, field in fields:
            buddy = plain_label(words, field)
            form.addRow(buddy, field)
            self._rows[key] = (buddy, field)
        asked = QWidget()
        asked.setObjectName("card")
        asked.setLayout(form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(asked)
        area.setMinimumWidth(350)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _dress(self.label_table, self.labels, tr("Scores of the list's labels"))
        _dress(self.criteria_table, self.criteria, tr("Weights of the list's criteria"))
        self.label_table.setItemDelegateForColumn(2, TierDelegate(self._theme, self))
        right = QVBoxLayout()
        right.addWidget(self.told)
        right.addWidget(self.sample_table, 3)
        right.addWidget(self.outcome)
        right.addWidget(self.label_table, 2)
        right.addWidget(self.criteria_table, 2)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(area, 2)
        middle.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.question)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        for key, combo in self.combos.items():
            combo.activated.connect(partial(self._on_chosen, key))
        for figure in (self.lowest, self.highest):
            figure.valueChanged.connect(lambda _value: self._try())
        self.title.textChanged.connect(lambda _words: self._try())
        for model in (self.labels, self.criteria):
            model.changed.connect(self._try)
        self.listed.activated.connect(partial(self._on_chosen, "listed"))
        self.kept.activated.connect(lambda _place: self._use_kept())
        self.tables.activated.connect(lambda _place: self.table_chosen.emit(self.tables.currentText()))

    def show_file(self, file: ListFile) -> None:
        """Begin with the guess, or with the mapping kept for a list whose columns this file has."""
        self.file = file
        self.heading.setText(tr("Which columns does {file} have?", file=file.path.name))
        self.question.setText(shown(file.question))
        self.question.setVisible(bool(file.question))
        _fill(self.tables, file.tables, file.table)
        _fill(self.kept, (NONE, *file.fitting), file.fitting[0] if len(file.fitting) == 1 else NONE)
        for combo in self.combos.values():
            _fill(combo, (NONE, *file.columns), NONE)
        self._show(("tables",), bool(file.tables))
        self._show(("kept",), bool(file.fitting))
        self.title.setText(file.path.stem)
        self._show_mapping(file.guess or ColumnMapping(""))
        if len(file.fitting) == 1:
            self._use_kept()

    @property
    def mapping(self) -> ColumnMapping:
        """The choices as a mapping."""
        chosen = {key: "" if combo.currentText() == NONE else combo.currentText() for key, combo in self.combos.items()}
        listed = LISTED[self.listed.currentIndex()][1]
        return ColumnMapping(
            **chosen,
            lowest=self.lowest.value(),
            highest=self.highest.value(),
            labels=self.labels.scores,
            criteria=self.criteria.scores,
            listed=listed,
        )

    def _on_chosen(self, key: str, _place: int) -> None:
        """A list is rated by a score, by a label or by its outlets being listed: choosing one lets the others go."""
        ways = {"score": self.combos["score"], "label": self.combos["label"], "listed": self.listed}
        if key in ways and ways[key].currentText() != NONE:
            for other in ways.keys() - {key}:
                ways[other].setCurrentIndex(0)
        if key == "label":
            self._read_labels(())
        if key == "score" and self.file and self.combos["score"].currentText() != NONE:
            self._show_scale(self._port.scale(self.file, self.combos["score"].currentText()))
        self._try()

    def _use_kept(self) -> None:
        name = self.kept.currentText()
        mapping = self._port.mappings().get(name)
        if mapping:
            self.title.setText(name)
            self._show_mapping(mapping)

    def _show_mapping(self, mapping: ColumnMapping) -> None:
        for key, combo in self.combos.items():
            combo.setCurrentIndex(max(0, combo.findText(getattr(mapping, key) or NONE)))
        self._show_scale((mapping.lowest, mapping.highest))
        self.listed.setCurrentIndex(next((place for place, (_, score) in enumerate(LISTED) if score == mapping.listed), 0))
        self.criteria.show_labels(mapping.criteria)
        self._read_labels(mapping.labels)
        self._try()

    def _show_scale(self, ends: tuple[float, float]) -> None:
        for figure, value in zip((self.lowest, self.highest), ends, strict=True):
            figure.blockSignals(True)  # the sample is read once, when both are known
            figure.setValue(value)
            figure.blockSignals(False)

    def _read_labels(self, known: tuple[tuple[str, float], ...]) -> None:
        column = self.combos["label"].currentText()
        found = self._port.labels(self.file, column) if self.file and column != NONE else ()
        scores = {label.casefold(): score for label, score in known}
        self.labels.show_labels([(label, scores.get(label.casefold(), guess)) for label, guess in found])

    def _try(self) -> None:
        """Read the sample by the choices as they are."""
        if self.file is None:
            return
        mapping = self.mapping
        self._show(("scale",), bool(mapping.score))
        self._show(("listed",), not (mapping.score or mapping.label) and not self.criteria.rowCount())
        self.label_table.setVisible(bool(mapping.label))
        self.criteria_table.setVisible(self.criteria.rowCount() > 0)
        try:
            read = self._port.sample(self.file, mapping)
            self.problem = "" if self.title.text().strip() else tr("Give the list a title.")
        except RatingError as error:
            self.problem, read = shown(str(error)), tuple(SampleRow(line) for line, _ in self.file.sample)
        self.outcome.show_check(ScaleCheck() if self.problem else self._port.check(self.file, mapping))
        self.sample.columns = sample_columns(self.file)
        self.sample.show_rows([(row, cells) for row, (_, cells) in zip(read, self.file.sample, strict=True)])
        self.sample_table.fit()
        good = sum(1 for row in read if row.score is not None)
        self.told.setText(self.problem or read_words(len(read), self.file.rows, good))
        self.changed.emit()

    def _show(self, keys: tuple[str, ...], on: bool) -> None:
        for key in keys:
            for part in self._rows[key]:
                part.setVisible(on)


def _dress(table: QTableView, model: LabelsModel, name: str) -> None:
    table.setModel(model)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setColumnWidth(0, 260)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)


def _fill(combo: QComboBox, items: tuple[str, ...], chosen: str) -> None:
    combo.clear()
    combo.addItems(items)
    combo.setCurrentIndex(max(0, combo.findText(chosen)))


def _bare(words: str) -> str:
    """A field's words without the mark of those that must be filled."""
    return shown(words).rstrip(" *")


def _combo(name: str, tip: str = "") -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    set_tip(made, tip or name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def _line(name: str, tip: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    set_tip(made, tip)
    return made


def _figure(tip: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setRange(-1_000_000, 1_000_000)
    made.setDecimals(3)
    made.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    made.setMinimumWidth(48)
    made.setAccessibleName(tip)
    set_tip(made, tip)
    return made
