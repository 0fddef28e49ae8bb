"""All notes of all articles in one list, searched by the words of note, passage, title and tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import tr, tr_of
from credibility.model import SourceTintError
from credibility.model.notes import ListedNote
from ui.basics.plain import plain_label
from ui.basics.widgets import label
from ui.claims.delegate import draw_lines
from ui.ports.notes import NotePort
from ui.theme import Theme
from ui.theme.note_marks import draw_note
from ui.words import complaint_words

LISTED = Qt.ItemDataRole.UserRole
PAD, SIDE = 12, 14


class NotesWindow(QWidget):
    """`chosen` carries a note to go to."""

    chosen = Signal(object)

    def __init__(self, port: NotePort, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Notes — SourceTint"))
        self.resize(620, 640)
        self._port = port
        self._all: tuple[ListedNote, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Words in notes, passages, titles and tags"))
        self.words.setAccessibleName(tr("Search notes"))
        self.words.setClearButtonEnabled(True)
        self.count = plain_label()
        self.count.setProperty("tone", "soft")
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Notes"))
        self._delegate = NoteDelegate(theme, self)
        self.list.setItemDelegate(self._delegate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(14, 0, 14, 0)
        for part in (self.words, self.count, self.complaint):
            top.addWidget(part)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.words.textChanged.connect(lambda _words: self._show())
        self.words.returnPressed.connect(self._go_to_list)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(LISTED)))
        QShortcut(QKeySequence("Ctrl+F"), self, self.words.setFocus)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        QShortcut(QKeySequence("Esc"), self, self._escape)
        QShortcut(QKeySequence("Down"), self.words, self._go_to_list, context=Qt.ShortcutContext.WidgetShortcut)

    def come(self) -> None:
        """Come to the front, up to date, with the keyboard in the search."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()

    def refresh(self) -> None:
        """Show the notes as they are kept now."""
        try:
            self._all = self._port.all()
        except SourceTintError as error:
            self.complaint.setText(complaint_words(error))
            self.complaint.show()
            return
        self.complaint.hide()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def _show(self) -> None:
        sought = self.words.text().casefold().split()
        found = [listed for listed in self._all if all(word in _searched(listed) for word in sought)]
        row = self.list.currentRow()
        self.list.clear()
        for listed in found:
            item = QListWidgetItem(listed.note.draft.words or ", ".join(listed.note.draft.tags), self.list)
            item.setData(LISTED, listed)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr("{note}. On: {passage}. {title}", note=item.text(), passage=listed.note.quote.exact[:120], title=listed.title),
            )
        self.list.setCurrentRow(min(max(row, 0), len(found) - 1))
        self.count.setText(self._amount(len(found)))

    def _amount(self, found: int) -> str:
        if not self._all:
            return tr("No notes yet. Select words in an article and choose “Note”.")
        if found == len(self._all):
            return tr_of(found, "{count} note", "{count} notes")
        return tr_of(len(self._all), "{found} of {count} note", "{found} of {count} notes", found=found)

    def _go_to_list(self) -> None:
        if self.list.count():
            self.list.setFocus()

    def _escape(self) -> None:
        if self.words.text():
            self.words.clear()
        else:
            self.close()


class NoteDelegate(QStyledItemDelegate):
    """The mark, what was written, the passage, and tags with the article's title."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Two lines of note, one of passage, one of origin."""
        return QSize(200, round(QFontMetricsF(option.font).height() * 4.2) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one note."""
        listed: ListedNote = index.data(LISTED)
        colours, rect, metrics = self.theme.colours, QRectF(option.rect), QFontMetricsF(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.raised))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.edge))
        draw_note(painter, QRectF(rect.left() + PAD, rect.top() + PAD + 2, SIDE, SIDE), listed.note.draft.colour, self.theme)
        box = rect.adjusted(PAD * 2 + SIDE, PAD, -PAD, -PAD)
        painter.setPen(QColor(colours.ink))
        draw_lines(painter, listed.note.draft.words or tr("(tags only)"), QFont(option.font), box, 2)
        quiet = QFont(option.font)
        quiet.setItalic(True)
        painter.setPen(QColor(colours.soft))
        passage = " ".join(listed.note.quote.exact.split())
        draw_lines(painter, passage, quiet, box.adjusted(0, 2.1 * metrics.height(), 0, 0), 1)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.faint))
        origin = " · ".join(filter(None, [listed.title, *listed.note.draft.tags]))
        shown = metrics.elidedText(origin, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.left(), box.bottom() - metrics.descent()), shown)
        painter.restore()


def _searched(listed: ListedNote) -> str:
    draft = listed.note.draft
    return " ".join((draft.words, listed.note.quote.exact, listed.title, *draft.tags)).casefold()
