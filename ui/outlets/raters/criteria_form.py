"""The form for a rater of the reader's own: its name, and what it asks of outlets, each with a weight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDoubleSpinBox, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model.edited import Criterion
from ui.basics.plain import plain_label, set_tip
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.unsaved import ask_unsaved
from ui.ports.criteria import CriteriaPort

HEAVIEST = 10_000.0
NEW = said("A new rater")
WHAT_IT_DOES = said(
    "An outlet's score is the weight of the criteria that it meets, in percent of those answered. "
    "It follows from a worksheet that you fill in: choose an outlet and press “Assess…”."
)


class CriterionRow:
    """The fields of one criterion; an empty name is a row that is not there."""

    def __init__(self, criterion: Criterion) -> None:
        self._mark = criterion.mark
        self.name = _line(criterion.name, tr("Criterion"), tr("such as Corrections"))
        self.weight = QDoubleSpinBox()
        self.weight.setRange(0.01, HEAVIEST)
        self.weight.setDecimals(2)
        self.weight.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.weight.setValue(criterion.weight)
        self.weight.setAccessibleName(tr("Weight"))
        self.weight.setFixedWidth(96)
        self.fulfilled = _line(criterion.fulfilled, tr("What fulfils it"), tr("such as: it corrects errors openly"))
        set_tip(self.fulfilled, criterion.fulfilled)
        self.fulfilled.setCursorPosition(0)
        self.fields: tuple[QWidget, ...] = (self.name, self.weight, self.fulfilled)

    def criterion(self) -> Criterion | None:
        """The criterion as typed; None for a row without a name."""
        name = self.name.text().strip()
        return Criterion(self._mark, name, self.weight.value(), self.fulfilled.text().strip()) if name else None


class CriteriaForm(QDialog):
    """Makes a rater of the reader's own, or changes one: a row per criterion, to be emptied where one is no longer asked."""

    def __init__(self, port: CriteriaPort, edits: Edits, rater: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Raters of your own"))
        self.resize(760, 560)
        self._port = port
        self._edits = edits
        self.rater = QComboBox()
        self.rater.setAccessibleName(tr("Which rater"))
        self.title = _line("", tr("Name of the rater"), tr("such as My nine criteria"))
        self.rows: list[CriterionRow] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("Criteria"))
        self.template_button = button(
            tr("Start from nine criteria"), self.start_from_template, tip=tr("As NewsGuard uses, with its weights; rates nothing")
        )
        self.more_button = button(tr("One more"), self.add_empty)
        self.remove_button = button(tr("Remove this rater"), self.remove, tip=tr("With its worksheets and ratings; Undo brings them back"))
        self.save_button = button(tr("Save criteria"), self.save, primary=True, tip=tr("Ratings by these criteria follow"))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        save_with_keys(self, self.save)
        self._lay_out()
        self._offer(rater)
        self.rater.activated.connect(lambda _place: self.show_rater(str(self.rater.currentData() or "")))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        column.addWidget(label(shown(WHAT_IT_DOES), tone="soft"))
        head = QGridLayout()
        head.setHorizontalSpacing(14)
        for place, (words, field) in enumerate(((tr("&Rater"), self.rater), (tr("&Name"), self.title))):
            head.addWidget(plain_label(words, field), place, 0)
            head.addWidget(field, place, 1)
        head.setColumnStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self.complaint)
        additions = QHBoxLayout()
        for part in (self.more_button, self.template_button):
            additions.addWidget(part)
        additions.addStretch(1)
        column.addLayout(additions)
        column.addLayout(foot(self, self.save_button, self.remove_button))

    def _offer(self, chosen: str) -> None:
        raters = self._edits.read(self._port.all, complain=self._complain) or ()
        for rater in raters:
            self.rater.addItem(rater.title, rater.slug)
        self.rater.addItem(shown(NEW), "")
        place = self.rater.findData(chosen) if chosen else 0
        self.rater.setCurrentIndex(max(0, place))
        self.show_rater(str(self.rater.currentData() or ""))

    @property
    def slug(self) -> str:
        """The rater that is changed; "" for a new one."""
        return str(self.rater.currentData() or "")

    def show_rater(self, slug: str) -> None:
        """Show a rater's criteria; "" is a new one without any."""
        self.title.setText(self.rater.currentText() if slug else "")
        self._show(self._edits.read(self._port.criteria, slug, complain=self._complain) or ())
        self.remove_button.setVisible(bool(slug))
        self._started = self._typed()
        self.title.setFocus()

    def start_from_template(self) -> None:
        """Show the nine criteria of the template, to be kept or changed."""
        told = self._edits.read(self._port.template, complain=self._complain)
        if told:
            self.title.setText(self.title.text() or told[0])
            self._show(told[1])

    def _show(self, criteria: tuple[Criterion, ...]) -> None:
        self.rows = []
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(2, 2, 10, 2)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(2, 3)
        for place, words in enumerate((tr("Criterion"), tr("Weight"), tr("Fulfilled if"))):
            self._grid.addWidget(plain_label(words), 0, place)
        for criterion in criteria or (Criterion("", "", 1.0),):
            self.add_row(criterion)
        self._area.setWidget(page)
        self.template_button.setVisible(not self.slug)

    def add_row(self, criterion: Criterion) -> CriterionRow:
        """One more row of fields."""
        made = CriterionRow(criterion)
        self._grid.setRowStretch(len(self.rows) + 1, 0)
        self.rows.append(made)
        for place, field in enumerate(made.fields):
            self._grid.addWidget(field, len(self.rows), place)
        self._grid.setRowStretch(len(self.rows) + 1, 1)
        return made

    def add_empty(self) -> None:
        """One more row, with the keyboard in it."""
        self.add_row(Criterion("", "", 1.0)).name.setFocus()

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first."""
        if self._typed() != self._started:
            ask_unsaved(self, self.save, super().reject, tr("These criteria are not saved yet."))
        else:
            super().reject()

    def save(self) -> None:
        """Save; close when that went well."""
        title, criteria = self._typed()
        if self._edits.do(self._port.keep, title, criteria, self.slug, complain=self._complain):
            self.accept()

    def remove(self) -> None:
        """Remove the rater that is shown; close when that went well."""
        if self._edits.do(self._port.remove, self.slug, complain=self._complain):
            self.accept()

    def _typed(self) -> tuple[str, tuple[Criterion, ...]]:
        return self.title.text().strip(), tuple(criterion for row in self.rows if (criterion := row.criterion()))

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_criteria(port: CriteriaPort, edits: Edits, owner: QWidget) -> CriteriaForm:
    """Open the form over a window."""
    form = CriteriaForm(port, edits, parent=owner)
    open_form(form)
    return form


def _line(text: str, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
