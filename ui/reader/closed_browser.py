"""A text browser that shows what it is given and never opens, fetches or follows anything by itself."""

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget


class ClosedBrowser(QTextBrowser):
    """Text to read and to select; a link says only that it was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)  # the window takes dropped files
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one that comes and goes would relayout the page
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._own_document: QTextDocument | None = None

    def show_document(self, document: QTextDocument) -> None:
        """Show another document, which belongs to this view from now on. The one before it goes, and whatever points into it goes first.

        Qt keeps extra selections when the document changes. They are cursors, and setting others reads them: by then theirs is gone.
        """
        self.setExtraSelections([])
        old, self._own_document = self._own_document, document
        document.setParent(self)
        self.setDocument(document)
        if old is not None:  # Qt deletes its own first document, not ours
            old.deleteLater()

    def show_own_page(self, markdown: str, margin: int) -> None:
        """Show a text that ships with the program. Words of articles, lists and readers never come this way: this is markup."""
        document = QTextDocument()
        document.setDocumentMargin(margin)
        document.setDefaultFont(self.font())
        document.setMarkdown(markdown)
        self.show_document(document)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes on to the next part of the window, not to the next of perhaps hundreds of links."""
        return QWidget.focusNextPrevChild(self, next)

    def step_link(self, step: int) -> None:
        """Give the keyboard to the next link or the one before; Return then follows it."""
        super().focusNextPrevChild(step > 0)
        self.setFocus()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002
        """Nothing: whatever the text names, no file is read and no connection made.

        A blank value of the right kind is needed: for None or an empty one Qt goes on to open the path by itself.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(Qt.GlobalColor.transparent)
            return blank
        return QByteArray(b" ")
