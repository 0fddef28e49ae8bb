"""The page's blocks to choose from, with the buttons that keep them or leave them out."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import BlockChoice, PageBlock
from ui.basics.flow import FlowLayout
from ui.basics.widgets import button, hairline, label
from ui.extent.delegate import LEFT, BlockDelegate
from ui.extent.kept_blocks import as_found, beginning, count_words, ending, only_part, switched
from ui.extent.model import BlocksModel
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme

EXPLANATION = said(
    "Every block of the saved page is listed here; those with a mark are the article. Click a box, or choose blocks and press Space. "
    "What you say is remembered for this file."
)


class BlocksList(QListView):
    """A click in the margin, or Space, switches; everything else selects."""

    switched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Blocks of the page"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._relay = QTimer(self)
        self._relay.setSingleShot(True)
        self._relay.setInterval(60)
        self._relay.timeout.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches what is selected."""
        if event.key() == Qt.Key.Key_Space:
            self.switched.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the words switches the block."""
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is Qt.MouseButton.LeftButton and plain and event.position().x() < LEFT and self.selectedIndexes():
            self.switched.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relay.start()

    def sizeHint(self) -> QSize:
        """As much room as there is."""
        return QSize(600, 600)


class ExtentView(QWidget):
    """`accepted` carries the BlockChoice, `cancelled` says that everything stays."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("This is the article"))
        self.model = BlocksModel(self)
        self._delegate = BlockDelegate(theme, typography, self)
        self.list = BlocksList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.count = label("", bold=True)
        self.buttons = {
            "switch": button(tr("Keep or leave out"), self.switch, tip=tr("Space")),
            "begin": button(
                tr("Begins here"), lambda: self._from_current(beginning), tip=tr("Leave out everything before the current block")
            ),
            "end": button(tr("Ends here"), lambda: self._from_current(ending), tip=tr("Leave out everything after the current block")),
            "part": button(
                tr("Only this part"),
                lambda: self._from_current(only_part),
                tip=tr("Keep the part of the page around the current block; once more for the next larger part"),
            ),
            "found": button(
                tr("As found"), lambda: self.model.keep(as_found(self.model.blocks)), tip=tr("As SourceTint found the article")
            ),
            "cancel": button(tr("Cancel"), self.cancelled.emit, tip="Esc"),
            "accept": button(tr("This is the article"), self.accept, primary=True, tip="Ctrl+Return"),
        }
        self.list.switched.connect(self.switch)
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self._enable())
        self.model.changed.connect(self._enable)
        self._build()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 12)
        head.setSpacing(4)
        head.addWidget(self.count)
        head.addWidget(label(shown(EXPLANATION), tone="soft"))
        foot = QWidget()
        row = FlowLayout(foot)  # wraps, so that the window can be narrow
        row.setContentsMargins(24, 10, 24, 10)
        for made in self.buttons.values():
            row.addWidget(made)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(hairline())
        outer.addWidget(self.list, 1)
        outer.addWidget(hairline())
        outer.addWidget(foot)

    def show_blocks(self, blocks: tuple[PageBlock, ...]) -> None:
        """Show a page's blocks, the first one of the article in view."""
        self.model.show(blocks)
        first = next((block.number for block in blocks if block.kept), 0)
        self.list.setCurrentIndex(self.model.index(first))
        self.list.scrollTo(self.model.index(max(0, first - 2)), QAbstractItemView.ScrollHint.PositionAtTop)
        self.list.setFocus()

    def switch(self) -> None:
        """Leave the selected blocks out when all are kept, else keep them."""
        rows = {index.row() for index in self.list.selectedIndexes()}
        if rows:
            self.model.keep(switched(self.model.kept, rows))

    def accept(self) -> None:
        """Say that what is kept now is the article."""
        if self.model.kept:
            self.accepted.emit(BlockChoice.of(self.model.blocks, self.model.kept))

    def set_theme(self, theme: Theme) -> None:
        """Draw the blocks in this theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def set_typography(self, typography: Typography) -> None:
        """Set the blocks as the page is set."""
        self._delegate.typography = typography
        self.list.scheduleDelayedItemsLayout()

    def _from_current(self, edit: object) -> None:
        current = self.list.currentIndex()
        if current.isValid() and callable(edit):
            self.model.keep(edit(self.model.blocks, self.model.kept, current.row()))

    def _enable(self) -> None:
        self.count.setText(count_words(self.model.blocks, self.model.kept))
        self.buttons["accept"].setEnabled(bool(self.model.kept))
        has_one = self.list.currentIndex().isValid()
        for name in ("switch", "begin", "end"):
            self.buttons[name].setEnabled(has_one)
        in_part = has_one and bool(self.model.blocks[self.list.currentIndex().row()].parts)
        self.buttons["part"].setEnabled(in_part)
