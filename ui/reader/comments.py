"""Readers' comments behind the article: apart, marked, collapsed until asked for."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from credibility.floor.language import tr, tr_of
from credibility.model import Article
from ui.reader.typesetting.formats import COMMENT, COMMENT_AUTHOR, DIVIDER, Formats
from ui.reader.typesetting.text_map import fit_for_qt

COMMENTS_URL = "sourcetint:comments"
DEEPEST = 6


class Comments:
    """The comments of the article on the page; they stand behind its last block, so no position of the article moves."""

    def __init__(self) -> None:
        self.shown = False
        self._start = 0

    def set_into(self, document: QTextDocument, article: Article, formats: Formats) -> None:
        """Add the divider, and the comments when they are shown, at the document's end."""
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._start = cursor.position()
        if not article.comments:
            return
        count = len(article.comments)
        words = tr_of(
            count,
            "{count} reader’s comment, kept apart from the article and not searched for claims",
            "{count} readers’ comments, kept apart from the article and not searched for claims",
        )
        cursor.insertBlock(QTextBlockFormat(formats.block(DIVIDER)), formats.run(DIVIDER))
        cursor.insertText(f"{words}  ", formats.run(DIVIDER))
        link = QTextCharFormat(formats.run(DIVIDER, url=COMMENTS_URL))
        cursor.insertText(tr("Hide") if self.shown else tr("Show"), link)
        if self.shown:
            self._insert(cursor, article, formats)

    def toggle(self, document: QTextDocument, article: Article, formats: Formats) -> None:
        """Show the comments, or fold them away again."""
        self.shown = not self.shown
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setPosition(self._start)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.set_into(document, article, formats)
        cursor.endEditBlock()

    @staticmethod
    def _insert(cursor: QTextCursor, article: Article, formats: Formats) -> None:
        for comment in article.comments:
            depth = min(comment.depth, DEEPEST)
            cursor.insertBlock(formats.block(COMMENT_AUTHOR, depth), formats.run(COMMENT_AUTHOR))
            cursor.insertText(fit_for_qt(comment.author or tr("Unnamed reader")), formats.run(COMMENT_AUTHOR))
            for paragraph in comment.text.split("\n"):
                cursor.insertBlock(formats.block(COMMENT, depth), formats.run(COMMENT))
                cursor.insertText(fit_for_qt(paragraph), formats.run(COMMENT))
