"""The form for an outlet itself: what it is, what it belongs to, its names with their rules, its addresses, notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import ChangedMeanwhileError, Outlet, OutletDraft, OutletKind
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.facts_fields import FactsFields
from ui.outlets.editing.name_rules import NameRules
from ui.outlets.kinds import kind_words


class OutletForm(QDialog):
    """Asks for an outlet, a new one or changes of one. What the table objects to is shown in the form, which stays open.

    `called` is the name or the domain of a new one, as far as it is known. `saved` carries the slug.
    """

    saved = Signal(str)

    def __init__(self, edits: Edits, outlet: Outlet | None = None, parent: QWidget | None = None, *, called: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Edit {outlet}", outlet=outlet.name) if outlet else tr("Add an outlet"))
        self.setMinimumSize(560, 500)
        self._outlet = self._seen = outlet
        self._edits = edits
        begun = outlet or _begun(called)
        self.name = _field(begun.name, tr("Name"), "The Harbour Gazette")
        self.slug = _field(begun.slug, tr("Main domain"), "harbourgazette.example")
        self.slug.setEnabled(outlet is None)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        for kind in OutletKind:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(begun.kind))
        self.country = _field(begun.country or "", tr("Country, two letters"), "GB")
        self.country.setMaxLength(2)
        self.language = _field(begun.language or "", tr("Language, two letters"), "en")
        self.language.setMaxLength(3)
        self.facts = FactsFields(begun)
        self.names = NameRules(edits, begun.slug, begun.names)
        self.locators = _lines(list(begun.locators), tr("Other domains, one per line"))
        self.notes = _lines([begun.notes] if begun.notes else [], tr("Notes"))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button(tr("Save outlet"), self.save, primary=True)
        self.save_button.setDefault(True)
        save_with_keys(self, self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        facts = self.facts
        outlet = _form(
            (tr("&Name"), self.name),
            (tr("&Domain"), self.slug),
            (tr("&Kind"), self.kind),
            (tr("&Country"), self.country),
            (tr("&Language"), self.language),
            (tr("&State"), facts.state),
            (tr("Belongs &to"), facts.parent),
            ("", facts.inherits),
            (tr("Until"), facts.until),
            (tr("Pu&blished since"), facts.begun),
            (tr("C&losed"), facts.ended),
        )
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(outlet, tr("Outlet"))
        self.pages.addTab(self.names, tr("Names"))
        self.pages.addTab(_form((tr("Other do&mains"), self.locators), (tr("Not&es"), self.notes)), tr("Addresses and notes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        column.addWidget(self.pages, 1)
        column.addWidget(self.complaint)
        column.addLayout(foot(self, self.save_button))

    def draft(self) -> OutletDraft:
        """The outlet as typed."""
        return OutletDraft(
            self.slug.text().strip().lower(),
            self.name.text().strip(),
            self.kind.currentData(),
            self.country.text().strip().upper() or None,
            self.language.text().strip().lower() or None,
            self.names.names(),
            tuple(_words(self.locators)),
            self.notes.toPlainText().strip(),
            self._seen,
            self.facts.facts(),
        )

    def save(self) -> None:
        """Save; close when that went well."""
        if self._edits.do(self._edits.table.save_outlet, self.draft(), complain=self._complain):
            slug = self.draft().slug
            self.accept()
            self.saved.emit(slug)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhileError) and isinstance(error.now, Outlet):
            self._seen = error.now  # the reader knows of it now: saved again, what was typed takes its place
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_outlet(edits: Edits, slug: str | None, owner: QWidget) -> None:
    """Open the form over a window for a new outlet, or for changes of one; nothing when the table cannot be read, which `edits` says."""
    outlet = edits.read(edits.table.outlet, slug) if slug else None
    if outlet is not None or slug is None:
        open_form(OutletForm(edits, outlet, owner))


def _begun(called: str) -> Outlet:
    """A new outlet of which a name or a domain is known, or nothing."""
    is_domain = "." in called and " " not in called
    return Outlet(called if is_domain else "", "" if is_domain else called, OutletKind.NEWS)


def _form(*rows: tuple[str, QWidget]) -> QWidget:
    made = QWidget()
    form = QFormLayout(made)
    form.setContentsMargins(0, 12, 0, 0)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    form.setVerticalSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for words, field in rows:
        form.addRow(plain_label(words, field) if words else "", field)
    return made


def _field(text: str, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def _lines(lines: list[str], name: str) -> QPlainTextEdit:
    made = QPlainTextEdit("\n".join(lines))
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(74)
    return made


def _words(field: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in field.toPlainText().splitlines() if line.strip()]
