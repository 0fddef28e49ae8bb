"""The form for what is known of an outlet beside its ratings: certificates, memberships, owners, each with date and link."""

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.floor.raters import TAGS
from credibility.model import Outlet, Tag
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.scope_fields import read_day

NEVER_A_SCORE = said("Shown beside the ratings, in the card and the table. A tag never colours anything.")


class TagRow:
    """The fields of one tag; an empty kind is a row that is not there."""

    def __init__(self, tag: Tag) -> None:
        self.kind = QComboBox()
        self.kind.setEditable(True)
        self.kind.setAccessibleName(tr("Kind of tag"))
        for kind, words in TAGS.items():
            self.kind.addItem(tr(words), kind)
        self.kind.setCurrentText(tr(TAGS[tag.kind]) if tag.kind in TAGS else tag.kind)
        self.value = _line(tag.value, tr("What it says"), tr("such as the owner’s name"))
        self.dated = _line(tag.dated.isoformat() if tag.dated else "", tr("Day"), "2024-05-03")
        self.url = _line(tag.url or "", tr("Link"), "https://…")
        self.fields: tuple[QWidget, ...] = (self.kind, self.value, self.dated, self.url)

    def tag(self) -> Tag | None:
        """The tag as typed, None for an empty row. Raises ValueError, with a sentence, for a day that cannot be read."""
        words = self.kind.currentText().strip()
        if not words:
            return None
        kind = next((kind for kind, known in TAGS.items() if tr(known) == words), words)
        return Tag(kind, self.value.text().strip(), read_day(self.dated.text(), first=True), self.url.text().strip() or None)


class OutletTagForm(QDialog):
    """A row per tag, and a button for one more."""

    def __init__(self, edits: Edits, outlet: Outlet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags of {outlet}", outlet=outlet.name))
        self.setMinimumWidth(620)
        self._edits = edits
        self._outlet = outlet
        self.rows: list[TagRow] = []
        self._grid = QGridLayout()
        for place, words in enumerate((tr("Kind"), tr("Says"), tr("Day"), tr("Link"))):
            self._grid.addWidget(plain_label(words), 0, place)
        for tag in outlet.tags:
            self.add_row(tag)
        self.add_row(Tag(""))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button(tr("Save tags"), self.save, primary=True)
        save_with_keys(self, self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        column.addWidget(label(shown(NEVER_A_SCORE), tone="soft"))
        column.addLayout(self._grid)
        column.addWidget(self.complaint)
        column.addStretch(1)
        aside = button(tr("One more"), lambda: self.add_row(Tag("")))
        column.addLayout(foot(self, self.save_button, aside))

    def add_row(self, tag: Tag) -> TagRow:
        """One more row of fields."""
        made = TagRow(tag)
        self.rows.append(made)
        for place, field in enumerate(made.fields):
            self._grid.addWidget(field, len(self.rows), place)
        return made

    def save(self) -> None:
        """Save; close when that went well."""
        try:
            tags = tuple(tag for row in self.rows if (tag := row.tag()))
        except ValueError as error:
            self._complain(error)
            return
        if self._edits.do(self._edits.table.set_tags, self._outlet.slug, tags, complain=self._complain):
            self.accept()

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_tags(edits: Edits, slug: str, owner: QWidget) -> OutletTagForm | None:
    """Open the form over a window; None when the table cannot be read, which `edits` says."""
    outlet = edits.read(edits.table.outlet, slug)
    if outlet is None:
        return None
    form = OutletTagForm(edits, outlet, owner)
    open_form(form)
    return form


def _line(text: str, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
