"""Words of articles and lists are shown as they are: never read as markup, and no file that they name is opened.

The windows are opened over a workspace that has markup in every name (`poisoned`), and whatever Qt would read as HTML is looked for in
everything on screen; the kernel watches the file that the markup names. The code itself is walked for ways around the one door.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, QUrl
from PySide6.QtGui import QAction, QHelpEvent, Qt, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMenu, QMessageBox, QToolTip, QWidget

from credibility.model import CitingArticle, PasswordError, RatingDraft
from tests.ui.fake_book import PAGES, FakeBook
from tests.ui.outlets.imports.conftest import lists, table
from tests.ui.poisoned import Poisoned
from tests.ui.reader.test_reads_nothing import watched
from ui.basics.plain import LONGEST, caption, tip
from ui.outlets.imports.dialog import ImportDialog
from ui.theme import Scheme, theme_of
from ui.window import MainWindow

__all__ = ["lists", "table", "watched"]
ROOT = Path(__file__).resolve().parents[2]
CELLS = 400  # of each table that are looked at


# What is on screen


class Seen:
    """What Qt would show at this moment, and how often the markup stood in it."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.tips: set[str] = set()
        self.labels: set[str] = set()
        self.captions: set[str] = set()

    def look(self) -> None:
        """Take in everything that is there; each rule about it is asserted on the way."""
        for widget in QApplication.allWidgets():
            self._tip(widget.toolTip())
            self._label(widget)
            if isinstance(widget, QAbstractButton):
                self._caption(widget.text())
            if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                self._cells(widget)
            for action in widget.actions():
                self._action(action)

    def _action(self, action: QAction) -> None:
        self._tip(action.toolTip())
        self._caption(action.text())
        menu = action.menu()
        for entry in menu.actions() if isinstance(menu, QMenu) else ():
            self._action(entry)

    def _cells(self, view: QAbstractItemView) -> None:
        model = view.model()
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for number in range(min(CELLS, model.rowCount() * columns)):
            self._tip(model.index(*divmod(number, columns)).data(Qt.ItemDataRole.ToolTipRole) or "")

    def _label(self, widget: QWidget) -> None:
        if not isinstance(widget, QLabel) or widget.metaObject().className() == "QTipLabel":  # Qt's own window of tool tips
            return
        if self.markup in widget.text():
            self.labels.add(widget.text())
        is_icon = isinstance(widget.window(), QMessageBox) and not widget.text()
        assert is_icon or widget.textFormat() is Qt.TextFormat.PlainText, f"a label that guesses: {widget.text()!r}"

    def _caption(self, words: str) -> None:
        if "R&D" in words.replace("&&", "&"):
            self.captions.add(words)
            assert "R&&D" in words, f"a key is marked: {words!r}"

    def _tip(self, words: str) -> None:
        if not words or words in self.tips:
            return
        shown = words
        if Qt.mightBeRichText(words):
            document = QTextDocument()
            document.setHtml(words)
            shown = document.toPlainText()
            assert "\ufffc" not in shown, f"an image in a tool tip: {words!r}"
        if "<img" in words or "&lt;img" in words:
            assert self.markup in shown, f"a tool tip in markup: {words!r}"
            self.tips.add(words)


@pytest.fixture
def seen(watched: Any) -> Seen:
    path, _ = watched
    return Seen(f'R&D <b>x</b><img src="{QUrl.fromLocalFile(str(path)).toString()}">')


@pytest.fixture
def book() -> FakeBook:
    made = FakeBook(PAGES)
    made.printed = True
    made.citing["kestrel.example"] = (CitingArticle(Path(__file__), "The bridge", "a", datetime(2024, 11, 5, tzinfo=UTC), 3),)
    made.raters.keep("Both")
    return made


@pytest.fixture
def window(qtbot: Any, book: FakeBook, seen: Seen) -> Iterator[MainWindow]:
    made = MainWindow(Poisoned(book, seen.markup))
    qtbot.addWidget(made)
    made.resize(1200, 820)
    made.show()
    with qtbot.waitSignals([made.article_opened, made.reader.article_set]):
        made.open_path(Path("/saved/bridge.html"))
    yield made
    made.close()


def show_tips(seen: Seen, widget: QWidget, was_opened: Any) -> None:
    """Show every tool tip as Qt does; none of them may open the file."""
    assert seen.tips
    for words in seen.tips:
        QToolTip.showText(QPoint(9, 9), words, widget)
        QApplication.processEvents()
    QToolTip.hideText()
    assert not was_opened()


def test_the_check_sees_a_tool_tip_in_markup_and_a_label_that_guesses(qtbot, seen):
    guessing = QLabel(seen.markup)
    qtbot.addWidget(guessing)
    with pytest.raises(AssertionError, match="a label that guesses"):
        seen.look()
    guessing.setTextFormat(Qt.TextFormat.PlainText)
    guessing.setToolTip(seen.markup)
    with pytest.raises(AssertionError, match="an image in a tool tip"):
        seen.look()


def test_the_watch_sees_an_ordinary_tool_tip_open_the_file(qtbot, seen, watched):
    widget = QWidget()
    qtbot.addWidget(widget)
    QToolTip.showText(QPoint(9, 9), seen.markup, widget)
    QApplication.processEvents()
    QToolTip.hideText()
    assert watched[1]()


def test_article_claims_and_parts(window, seen, watched):
    window.reader.finish_setting()
    shown = set()
    for rated in window.reader.reading.claims:
        window.show_claim(rated.id)
        window.panel.card.unfold()
        seen.look()
        place = window.reader.point_of(rated.claim.content[0].start)
        for view in (window.reader, window.centre.pages):
            at = view.viewport().mapToGlobal(place)
            QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, at))
            seen._tip(QToolTip.text())
            shown.add(QToolTip.text())
    assert any("lt;img" in words for words in shown), "an outlet's name over its claim"
    block, alts = window.reader.document().begin(), set()
    while block.isValid():
        for part in block:
            alts.add(part.fragment().charFormat().toolTip())
        block = block.next()
    for words in alts:
        seen._tip(words)
    assert any("lt;img" in words for words in alts), "what an image shows"
    window.reader.link_hovered.emit(f"https://news.example/{seen.markup}")
    window.reader.link_activated.emit(f"https://news.example/{seen.markup}")
    window.claims.reject("c4")
    window.centre.switching.choose()
    window.centre.choosing.begin()
    QApplication.processEvents()
    seen.look()
    window.centre.switching.chooser.close()
    assert len(seen.labels) > 40
    assert any("Undo: R&&D" in words for words in seen.captions)
    show_tips(seen, window, watched[1])


def test_ratings_raters_and_their_forms(window, book, seen, watched, qtbot):
    book.set_rating(RatingDraft("kestrel.example", 20.0, "Too many unsigned pieces"))
    window.commands["ratings"].trigger()
    ratings = window.ratings_window
    for row in range(ratings.model.total):
        ratings.table.setCurrentIndex(ratings.model.index(row, 0))
        seen.look()
    assert "R&amp;D" in ratings.buttons["undo"].toolTip()
    window._forms.profiles.fill()
    window._forms.rate_outlet("kestrel.example")
    window._forms.choose_outlet("c1")
    window._forms.ask_unrated()
    ratings.edit_outlet()
    ratings.tools.ask_raters()
    window.opening.locked.emit(Path(f"/saved/{seen.markup.replace('/', '')}"), PasswordError(seen.markup, seen.markup))
    window.messages.warn(PasswordError(seen.markup, seen.markup))
    QApplication.processEvents()
    seen.look()
    assert len(seen.labels) > 20
    show_tips(seen, window, watched[1])
    for widget in QApplication.topLevelWidgets():
        if widget is not window:
            widget.close()


def test_the_import_of_a_list(qtbot, seen, watched, tmp_path, book, lists):
    quoted = seen.markup.replace('"', '""')
    known, unknown = tmp_path / "known.csv", tmp_path / "unknown.csv"
    known.write_text(f'domain,pc1\nnewsweek.com,0.5\n"{quoted}",0.2\n', encoding="utf-8")
    unknown.write_text(f'Site,Points,"{quoted}"\nnewsweek.com,2,"{quoted}"\nnews.example,5,"{quoted}"\n', encoding="utf-8")
    dialog = ImportDialog(lists, theme_of(Scheme.LIGHT, book.styles))
    qtbot.addWidget(dialog)
    dialog.show()
    for path in (known, unknown):
        dialog.open_path(path)
        qtbot.waitUntil(lambda: not dialog.job.is_busy)
        seen.look()
    dialog.columns.title.setText(f"A list {seen.markup}")
    dialog.next_button.click()
    qtbot.waitUntil(lambda: not dialog.job.is_busy)
    seen.look()
    assert len(seen.tips) >= 2
    show_tips(seen, dialog, watched[1])
    dialog.close()


# The door itself


@pytest.mark.parametrize("words", ["<b>x</b>", "a &lt; b", "<?xml ?>", "1 < 2 > 0", "<a href='x'>y</a>\n  z", "plain"])
def test_a_tool_tip_shows_what_it_was_given(words):
    given = tip(words)
    document = QTextDocument()
    (document.setHtml if Qt.mightBeRichText(given) else document.setPlainText)(given)
    assert document.toPlainText() == words


def test_a_tool_tip_does_not_cover_the_screen():
    assert len(tip("x" * 1_000_000)) == LONGEST + 1


def test_a_caption_marks_no_key_and_has_nothing_at_its_right():
    assert caption("R&D\tCtrl+Q") == "R&&D Ctrl+Q"
