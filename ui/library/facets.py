"""The filters of the library at its left: publishers, outlets cited, what an article holds, tags, each with its count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from credibility.floor.language import said, shown, tr, tr_of
from credibility.model.library import Facet, Group, LibraryQuery
from ui.basics.numbers import number_words
from ui.basics.plain import set_tip
from ui.theme import Theme

HEADINGS = {
    Group.PUBLISHER: said("Publisher"),
    Group.CITES: said("Cites"),
    Group.HOLDS: said("Holds"),
    Group.TAG: said("Tags"),
}
FEW = 5
FACET, MORE, CHOSEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class FacetList(QListWidget):
    """Headings with their filters; Return, Space or a click turns one (`turned`), and "all 63" shows the rest of a group."""

    turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets: tuple[Facet, ...] = ()
        self._query = LibraryQuery()
        self._whole: set[Group] = set()
        self._delegate = FacetDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Filters"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.itemClicked.connect(self._turn)

    def show_facets(self, facets: tuple[Facet, ...], query: LibraryQuery) -> None:
        """List these filters, those of the query marked; the place of the keyboard stays."""
        self._facets, self._query = facets, query
        row, place = self.currentRow(), self.verticalScrollBar().value()
        self.clear()
        for group, heading in HEADINGS.items():
            of_group = [facet for facet in facets if facet.group is group]
            if of_group:
                self._add_group(group, shown(heading), of_group)
        if row >= 0:
            self.setCurrentRow(min(row, self.count() - 1))
        self.verticalScrollBar().setValue(place)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space turn the current filter."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def _add_group(self, group: Group, heading: str, facets: list[Facet]) -> None:
        title = QListWidgetItem(heading, self)
        title.setFlags(Qt.ItemFlag.NoItemFlags)
        chosen = self._query.of(group)
        offered = facets if group in self._whole else [each for place, each in enumerate(facets) if place < FEW or each.value in chosen]
        for facet in offered:
            name, articles = facet_name(facet), tr_of(facet.count, "{count} article", "{count} articles")
            item = QListWidgetItem(name, self)
            item.setData(FACET, facet)
            item.setData(CHOSEN, facet.value in chosen)
            state = f", {tr('chosen')}" if facet.value in chosen else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heading}: {name}, {articles}{state}")
            set_tip(item, f"{name}: {articles}")
        if len(offered) < len(facets):
            more = QListWidgetItem(tr_of(len(facets), "all {count}", "all {count}"), self)
            more.setData(MORE, group)

    def _turn(self, item: QListWidgetItem) -> None:
        if facet := item.data(FACET):
            self.turned.emit(facet)
        elif group := item.data(MORE):
            self._whole.add(group)
            self.show_facets(self._facets, self._query)


class FacetDelegate(QStyledItemDelegate):
    """A heading in small bold letters; a filter with its count at the right, framed and ticked when it is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line; a heading has room above it."""
        return QSize(100, option.fontMetrics.height() + (18 if _is_heading(index) else 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one line."""
        colours, rect = self.theme.colours, QRectF(option.rect).adjusted(8, 0, -8, 0)
        facet, chosen = index.data(FACET), bool(index.data(CHOSEN))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(option.font)
        if _is_heading(index):
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * 0.85)
            painter.setFont(font)
            painter.setPen(QColor(colours.soft))
            painter.drawText(rect.adjusted(8, 0, 0, -3), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, index.data())
            painter.restore()
            return
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if chosen or has_focus or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(colours.accent) if chosen or has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if chosen else colours.raised))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        box = rect.adjusted(8, 0, -8, 0)
        painter.setFont(font)
        words = option.fontMetrics
        if facet is not None:
            painter.setPen(QColor(colours.soft if chosen else colours.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{number_words(facet.count)}")
            box.adjust(0, 0, -words.horizontalAdvance(f"{number_words(facet.count)}") - 8, 0)
        painter.setPen(QColor(colours.ink if facet is not None else colours.link))
        label = f"✓ {index.data()}" if chosen else index.data()
        fitting = words.elidedText(label, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.restore()


def facet_name(facet: Facet) -> str:
    """What a filter is called: what an article holds in the program's words, all else by the name that it has."""
    return tr(facet.label) if facet.group is Group.HOLDS else shown(facet.label)


def _is_heading(index: QModelIndex | QPersistentModelIndex) -> bool:
    return index.data(FACET) is None and index.data(MORE) is None
