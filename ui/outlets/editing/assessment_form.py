"""The worksheet of one outlet: which of the reader's own criteria it meets, with evidence; the score that follows is shown meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import ChangedMeanwhileError, Outlet, Tier
from credibility.model.edited import Assessment, Criterion, CriterionAnswer
from ui.basics.widgets import button, foot, hairline, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.unsaved import ask_unsaved
from ui.outlets.raters.criteria_form import ask_criteria
from ui.ports.criteria import CriteriaPort

ANSWERS = {None: said("Not answered"), True: said("Met"), False: said("Not met")}


class AnswerFields:
    """The fields of one criterion's answer."""

    def __init__(self, criterion: Criterion, answer: CriterionAnswer) -> None:
        self._before = answer
        self.met = QComboBox()
        for met, words in ANSWERS.items():
            self.met.addItem(shown(words), met)
        self.met.setCurrentText(shown(ANSWERS[answer.met]))
        self.met.setAccessibleName(tr("{criterion}: met or not", criterion=criterion.name))
        self.evidence = _line(answer.evidence, tr("{criterion}: evidence", criterion=criterion.name), tr("What you saw (optional)"))
        self.url = _line(answer.url or "", tr("{criterion}: link", criterion=criterion.name), tr("https://… (optional)"))

    def answer(self) -> CriterionAnswer:
        """The answer as typed, with its day if it is as it was."""
        mark, told = self._before.criterion, (self.met.currentData(), self.evidence.text().strip(), self.url.text().strip() or None)
        is_same = told == (self._before.met, self._before.evidence, self._before.url)
        return self._before if is_same else CriterionAnswer(mark, *told)


class AssessmentForm(QDialog):
    """A block per criterion. What the table objects to is shown in the form, which stays open."""

    def __init__(self, port: CriteriaPort, edits: Edits, outlet: Outlet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Assess {outlet}", outlet=outlet.name))
        self.resize(720, 600)
        self._port = port
        self._edits = edits
        self._outlet = outlet
        self._shown = Assessment(())
        self.fields: list[AnswerFields] = []
        self.rater = QComboBox()
        self.rater.setAccessibleName(tr("By whose criteria"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Criteria and answers"))
        self.score = label("", bold=True)
        self.explanation = label("", tone="soft", scale=0.95, selectable=True)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button(tr("Save worksheet"), self.save, primary=True, tip=tr("Its score becomes the rating by these criteria"))
        save_with_keys(self, self.save)
        self._lay_out()
        for rater in port.all():
            self.rater.addItem(rater.title, rater.slug)
        self.rater.activated.connect(lambda _place: self.show_rater())
        self.show_rater()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(8)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        head = QHBoxLayout()
        head.addWidget(label(tr("{domain}, by", domain=self._outlet.slug), tone="soft"), 1)
        head.addWidget(self.rater)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(hairline())
        column.addWidget(self.score)
        column.addWidget(self.explanation)
        column.addWidget(self.complaint)
        aside = button(tr("Criteria…"), self._change_criteria, tip=tr("Change what this rater asks, or make another"))
        column.addLayout(foot(self, self.save_button, aside))

    def show_rater(self) -> None:
        """Show the worksheet by the criteria of the rater that is chosen."""
        self._shown = self._edits.read(self._port.assessment, self._outlet.slug, self.slug, complain=self._complain) or Assessment(())
        self.fields = []
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(2, 2, 10, 2)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        for criterion in self._shown.criteria:
            self._add(grid, criterion, AnswerFields(criterion, self._shown.answer_to(criterion)))
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(page)
        self._explain()
        if self.fields:
            self.fields[0].met.setFocus()

    def _add(self, grid: QGridLayout, criterion: Criterion, fields: AnswerFields) -> None:
        self.fields.append(fields)
        row = 3 * len(self.fields)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(tr("{criterion} · weight {weight:g}", criterion=criterion.name, weight=criterion.weight), bold=True))
        if criterion.fulfilled:
            words.addWidget(label(criterion.fulfilled, tone="soft", scale=0.95))
        grid.addLayout(words, row, 0, 1, 2)
        grid.addWidget(fields.met, row + 1, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(fields.evidence, 3)
        line.addWidget(fields.url, 2)
        grid.addLayout(line, row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 10)
        fields.met.currentIndexChanged.connect(lambda _place: self._explain())

    @property
    def slug(self) -> str:
        """The rater by whose criteria the outlet is assessed."""
        return str(self.rater.currentData() or "")

    @property
    def answers(self) -> tuple[CriterionAnswer, ...]:
        """The answers as typed."""
        return tuple(fields.answer() for fields in self.fields)

    def _explain(self) -> None:
        """Say what the answers come to so far."""
        typed = Assessment(self._shown.criteria, self.answers)
        score = typed.score
        self.score.setText(
            tr("No score yet")
            if score is None
            else tr("{tier}, {score:g} of 100", tier=tr(Tier.of_score(score).label), score=round(score, 1))
        )
        self.explanation.setText(shown(typed.explanation))

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first."""
        if self.answers != tuple(self._shown.answer_to(criterion) for criterion in self._shown.criteria):
            ask_unsaved(self, self.save, super().reject, tr("This worksheet is not saved yet."))
        else:
            super().reject()

    def save(self) -> None:
        """Save; close when that went well."""
        if self._edits.do(self._port.assess, self._outlet.slug, self.slug, self.answers, self._shown.answers, complain=self._complain):
            self.accept()

    def _change_criteria(self) -> None:
        """Open the form of the criteria in place of this one; a worksheet that is not saved is asked about first."""
        owner = self.parentWidget()
        self.reject()
        if owner is not None and not self.isVisible():
            ask_criteria(self._port, self._edits, owner)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhileError) and isinstance(error.now, tuple):
            self._shown = Assessment(
                self._shown.criteria, error.now
            )  # the reader knows of it now: saved again, these answers take its place
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_assessment(port: CriteriaPort, edits: Edits, slug: str, owner: QWidget) -> QDialog | None:
    """Open the worksheet of an outlet, or, for a reader without criteria, the form to make some. None when the table cannot be read."""
    outlet, raters = edits.read(edits.table.outlet, slug), edits.read(port.all)
    if outlet is None or raters is None:
        return None
    if not raters:
        return ask_criteria(port, edits, owner)
    form = AssessmentForm(port, edits, outlet, owner)
    open_form(form)
    return form


def _line(text: str, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setCursorPosition(0)
    return made
