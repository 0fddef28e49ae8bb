"""The claims of a reading as a Qt list, those of the filter alone, in the order of the text or by outlet."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from credibility.floor.language import tr
from credibility.floor.sources import source_words
from credibility.model import RatedClaim, Reading, Role, Style
from ui.basics.plain import tip
from ui.filtering import ClaimFilter, FacetIndex
from ui.theme import Theme
from ui.words import claim_in_a_line, claim_title, quoted_content, rated_by, standing_beside_title

Index = QModelIndex | QPersistentModelIndex
MOST_MOVES = 200  # rows inserted and removed one by one; beyond that the list is rebuilt


class ClaimData(IntEnum):
    """What a row holds besides its display text."""

    CLAIM = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    WORDS = Qt.ItemDataRole.UserRole + 3
    STANDING = Qt.ItemDataRole.UserRole + 4


Styles = Mapping[Role, Style]


def _all(rated: RatedClaim, text: str, styles: Styles) -> str:
    head = ", ".join(filter(None, (claim_title(rated, text), standing_beside_title(rated, text, styles))))
    return f"{head}: {quoted_content(rated, text)}"


def _said_besides(rated: RatedClaim, text: str, _styles: Styles) -> str:
    """The source, and whose rating it is: what a screen reader says after the outlet, its tier and the words."""
    return ", ".join(filter(None, (tr("Source: {source}", source=source_words(rated.claim.source, text)), rated_by(rated))))


_PARTS: Mapping[int, Callable[[RatedClaim, str, Styles], object]] = {
    ClaimData.CLAIM: lambda rated, _text, _styles: rated,
    ClaimData.TITLE: lambda rated, text, _styles: claim_title(rated, text),
    ClaimData.WORDS: lambda rated, text, _styles: quoted_content(rated, text),
    ClaimData.STANDING: standing_beside_title,
    Qt.ItemDataRole.ToolTipRole: lambda rated, _text, styles: tip(claim_in_a_line(rated, styles)),
    Qt.ItemDataRole.DisplayRole: _all,
    Qt.ItemDataRole.AccessibleTextRole: _all,
    Qt.ItemDataRole.AccessibleDescriptionRole: _said_besides,
}


class ClaimsModel(QAbstractListModel):
    """One row per shown claim."""

    def __init__(self, theme: Theme, facets: FacetIndex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facets = facets
        self._theme = theme
        self._reading: Reading | None = None
        self._filter = ClaimFilter()
        self._by_outlet = False
        self._in_text: tuple[RatedClaim, ...] = ()
        self._shown: tuple[RatedClaim, ...] = ()
        self._rows: dict[str, int] | None = {}  # by id, as long as they stand

    @property
    def claims(self) -> tuple[RatedClaim, ...]:
        """The claims shown, in text order, whatever the order of the rows."""
        return self._in_text

    def group(self, by_outlet: bool) -> None:
        """Put the rows into the order of the text, or those of one outlet or source together: of most claims first."""
        if by_outlet != self._by_outlet:
            self._by_outlet = by_outlet
            self.beginResetModel()
            self._put(self._ordered())
            self.endResetModel()

    def _put(self, shown: tuple[RatedClaim, ...]) -> None:
        self._shown = shown
        self._rows = None

    def _ordered(self) -> tuple[RatedClaim, ...]:
        if not self._by_outlet or self._reading is None:
            return self._in_text
        text = self._reading.article.text
        together: dict[tuple[bool, str], list[RatedClaim]] = {}
        for rated in self._in_text:
            together.setdefault((rated.resolution.outlet is None, claim_title(rated, text)), []).append(rated)
        ordered = sorted(together.items(), key=lambda item: (item[0][0], -len(item[1])))
        return tuple(rated for _, claims in ordered for rated in claims)

    def show(self, reading: Reading | None, chosen: ClaimFilter | None = None) -> None:
        """Show the claims of a reading; the filter stays as it was unless one is given.

        Of the same article only the rows that came or went change: the others keep selection and place.
        """
        self._filter = self._filter if chosen is None else chosen
        self._in_text = self._facets.held(reading.claims, self._filter) if reading else ()
        same_article = bool(reading and self._reading and reading.article == self._reading.article)
        self._reading = reading
        shown = self._ordered()
        if same_article and self._move_towards(shown):
            before = self._shown
            self._put(shown)
            changed = [row for row, (old, new) in enumerate(zip(before, shown, strict=True)) if old is not new]
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._put(shown)
        self.endResetModel()

    def _move_towards(self, wanted: tuple[RatedClaim, ...]) -> bool:
        """Remove and insert rows until the ids are those wanted. Returns False, having done nothing, when too much has changed for that."""
        if abs(len(self._shown) - len(wanted)) > MOST_MOVES:
            return False
        before, after = [rated.claim.id for rated in self._shown], [rated.claim.id for rated in wanted]
        if before == after:
            return True
        old, new = set(before), set(after)
        if len(old ^ new) > MOST_MOVES or [name for name in before if name in new] != [name for name in after if name in old]:
            return False
        for row in reversed(range(len(self._shown))):
            if self._shown[row].id not in new:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._put((*self._shown[:row], *self._shown[row + 1 :]))
                self.endRemoveRows()
        for row, rated in enumerate(wanted):
            if rated.id not in old:
                self.beginInsertRows(QModelIndex(), row, row)
                self._put((*self._shown[:row], rated, *self._shown[row:]))
                self.endInsertRows()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Name and draw the roles as in this theme."""
        self._theme = theme

    def row_of(self, claim_id: str) -> int:
        """The row of a claim; -1 when it is not shown."""
        if self._rows is None:
            self._rows = {rated.claim.id: row for row, rated in enumerate(self._shown)}
        return self._rows.get(claim_id, -1)

    def spoken(self, claim_id: str) -> str:
        """What a screen reader says of a claim; "" when it is not shown."""
        row = self.row_of(claim_id)
        if row < 0 or self._reading is None:
            return ""
        rated, text = self._shown[row], self._reading.article.text
        return f"{_all(rated, text, self._theme.styles)}. {_said_besides(rated, text, self._theme.styles)}"

    def place_of(self, claim_id: str) -> int:
        """Where a claim stands among `claims`; -1 when it is not shown."""
        if self._shown is self._in_text:
            return self.row_of(claim_id)
        return next((place for place, rated in enumerate(self._in_text) if rated.claim.id == claim_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows at the top; a list has none below."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The parts of a row; the accessible text says all of them."""
        part = _PARTS.get(role)
        if part is None or not index.isValid() or self._reading is None:
            return None
        return part(self._shown[index.row()], self._reading.article.text, self._theme.styles)
