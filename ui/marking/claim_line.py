"""One line that asks for a new claim: who said it, of what kind that source is, and which outlet carried it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from credibility.floor.language import said, shown, tr
from credibility.floor.sources import SOURCE_KINDS
from credibility.model import ClaimDraft, Outlet, RatingError, Reading, Source, SourceKind, Span
from ui.basics.flow import FlowLayout
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.claims.gaps import outlets_of
from ui.claims.source_form import sources_of
from ui.edits import Edits
from ui.marking.outlet_field import OutletField, fit_in_box


class ClaimLine(QWidget):
    """`taken` carries the draft when it is to be added; `left` says that it is not."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, edits: Edits, reading: Reading, content: tuple[Span, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._sources = sources_of(reading)
        self.source = QComboBox()
        self._name = QLineEdit()
        self._name.setAccessibleName(tr("Who said it"))
        fit_in_box(self._name)
        self.source.setLineEdit(self._name)
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.source.setAccessibleName(tr("Who said it"))
        self.source.addItem(tr(SOURCE_KINDS[SourceKind.NONE]), Source(SourceKind.NONE))
        for known in self._sources:
            self.source.addItem(shown(known.name), known)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of source"))
        for kind, words in SOURCE_KINDS.items():
            self.kind.addItem(tr(words), kind)
        self.outlet = OutletField(edits, outlets_of(reading))
        self.add_button = button(tr("Add claim"), self.take, primary=True, tip=tr("Return adds the claim, Esc leaves it"))
        self.source.currentIndexChanged.connect(self._show_kind)
        self.source.editTextChanged.connect(self._guess_kind)
        self._lay_out()
        source, outlet = likeliest(reading, content[0])
        self.source.setCurrentIndex(max(0, self.source.findText(source.name) if source else 0))
        self.outlet.choose(outlet.slug if outlet else None)
        self._show_kind()

    def _lay_out(self) -> None:
        line = FlowLayout(self)
        for words, field, width in ((tr("Said by"), self.source, 210), ("", self.kind, 150), (tr("through"), self.outlet, 190)):
            field.setMinimumContentsLength(8)
            field.setFixedWidth(width)
            if words:
                told = plain_label(words)
                told.setProperty("tone", "soft")
                told.setFixedHeight(field.sizeHint().height())
                line.addWidget(told)
            line.addWidget(field)
        line.addWidget(self.add_button)

    def begin(self) -> None:
        """Take the keyboard."""
        self.source.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    def draft(self) -> ClaimDraft:
        """The claim as chosen. Raises RatingError where the outlet typed is not in the table."""
        name = " ".join(self.source.currentText().split())
        kind = self.kind.currentData()
        source = Source(kind, "" if name.casefold() in _kinds(SourceKind.NONE, kind) else name)
        slug = None if self.outlet.is_none() else self.outlet.slug()
        if slug is None and not self.outlet.is_none():
            raise RatingError(
                said("There is no outlet “{words}” in your table.", words=self.outlet.words()),
                said("Choose one that is offered, or add it first."),
            )
        return ClaimDraft(self._content, source, slug)

    def take(self) -> None:
        """Hand the claim out."""
        self.taken.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return adds the claim, Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_kind(self) -> None:
        source = self.source.currentData()
        if isinstance(source, Source):
            self.kind.setCurrentIndex(self.kind.findData(source.kind))

    def _guess_kind(self, words: str) -> None:
        """A name that is typed is one of the article's, or else a person's until another kind is chosen."""
        known = next((source for source in self._sources if source.name.casefold() == words.strip().casefold()), None)
        if known is not None:
            self.kind.setCurrentIndex(self.kind.findData(known.kind))
        elif self.kind.currentData() is SourceKind.NONE and words.strip():
            self.kind.setCurrentIndex(self.kind.findData(SourceKind.PERSON))


def _kinds(*kinds: SourceKind) -> tuple[str, ...]:
    """What these kinds are called, as a name that was typed is compared with it."""
    return tuple(tr(SOURCE_KINDS[kind]).casefold() for kind in kinds)


def likeliest(reading: Reading, beside: Span) -> tuple[Source | None, Outlet | None]:
    """Source and outlet of the nearest claim of the same block; nobody where it has none: a wrong speaker is worse than none."""
    block = next((block.span for block in reading.article.blocks if block.span.covers(beside)), None)
    if block is None:
        return None, None
    near = [rated for rated in reading.claims if block.covers(rated.claim.content[0])]
    if not near:
        return None, None
    rated = min(near, key=lambda one: min(abs(one.claim.content[-1].end - beside.start), abs(one.claim.content[0].start - beside.end)))
    known = sources_of(reading)
    name = rated.claim.source.name
    return next((source for source in known if source.name == name), None), rated.resolution.outlet
