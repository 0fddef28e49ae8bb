"""Everything that the window says is said in the reader's language: with a language that puts all words in brackets, none stand outside."""

import re
from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from credibility.floor.language import speak
from tests.ui.fake_workspace import FakeWorkspace
from ui.claims.gaps import outlets_of
from ui.window import MainWindow
from ui.words import claim_title

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt|Esc|Tab|Backtab|Return|Backspace|Del|Left|Right|Up|Down|Home|End|PgUp|PgDown|F\d+|[A-Z])\b")
ELSEWHERE = ("Profiles of raters", "Rated &by", "Rated by")
"""Words that are not put into the reader's language yet."""

OPENING = (
    "library",
    "notes",
    "keys",
    "help",
    "palette",
    "chart",
    "who_cites",
    "find",
    "note",
    "worksheet",
    "new_claim",
    "extent",
    "beside",
)
"""Actions that open windows and parts which are not there before."""

OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Qt's own parts, which have words of Qt's."""


class Brackets(NullTranslations):
    """A language in which everything is in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


@pytest.fixture
def in_brackets() -> Iterator[None]:
    speak("xx", Brackets())
    yield
    speak()


def outside(words: str) -> str:
    """What stands in no brackets, which may stand in brackets themselves."""
    while words != (words := re.sub(r"⟦[^⟦⟧]*⟧", " ", words)):
        pass
    return words


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Everything that a widget and its parts say: where, and the words."""
    for part in (root, *root.findChildren(QWidget)):
        if part.objectName().startswith(OF_QT):
            continue
        place = f"{type(part).__name__} {part.objectName()}"
        yield from ((place, words) for words in (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle()))
        if isinstance(part, QLabel | QAbstractButton):
            yield place, part.text()
        elif isinstance(part, QLineEdit | QPlainTextEdit):
            yield place, part.placeholderText()
        elif isinstance(part, QComboBox):
            yield from ((place, part.itemText(row)) for row in range(part.count()))
        elif isinstance(part, QTabBar):
            yield from ((place, part.tabText(row)) for row in range(part.count()))
        elif isinstance(part, QMenu):
            yield place, part.title()
        elif isinstance(part, QAbstractItemView):
            yield from ((place, words) for words in rows(part))
    for action in root.findChildren(QAction):
        yield from (
            (f"action {action.objectName()}", words) for words in (action.text(), action.iconText(), action.toolTip(), action.statusTip())
        )


def rows(view: QAbstractItemView) -> Iterator[str]:
    """The cells of a list or table, and the heads of its columns."""
    model = view.model()
    for row in range(model.rowCount() if model else 0):
        for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)
    if isinstance(view, QTableView):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(model.columnCount()))


def english(root: QWidget, data: tuple[str, ...]) -> list[str]:
    """What is said outside of brackets and is no data: names, words of the article, keys and figures."""
    found = []
    for place, words in texts(root):
        rest = outside(words)
        for known in data:
            rest = rest.replace(known, " ")
        if re.search(r"[^\W\d_]", KEYS.sub(" ", rest)):
            found.append(f"{place}: {words!r}")
    return sorted(set(found))


def data_of(workspace: FakeWorkspace) -> tuple[str, ...]:
    """Names, reasons, addresses and words of the article that stand anywhere, the longest first."""
    reading = workspace.reading
    assert reading is not None
    text, found = (
        reading.article.text,
        {reading.article.title, "SourceTint", "bridge", "saved", ".html", *QFontDatabase.families(), *ELSEWHERE},
    )
    for rated in reading.claims:
        source = rated.claim.source
        spans = (*rated.claim.content, *source.spans, *source.title, *source.justification)
        found.update(" ".join(span.of(text).split()) for span in spans)
        found.update((source.name, claim_title(rated, text), *(link.name for link in rated.chain)))
        for rating in filter(None, (rated.rating, *rated.others)):
            found.update((rating.rater.title, rating.provenance.reason or "", rating.provenance.url or ""))
    found.update(outlet.name for outlet in outlets_of(reading))
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def test_everything_in_the_window_is_said_in_the_language_of_the_reader(
    in_brackets: None, window: MainWindow, workspace: FakeWorkspace
) -> None:
    assert "⟦&File⟧" in [action.text() for action in window.menuBar().actions()]
    faults = set()
    for claim in workspace.reading.claims if workspace.reading else ():
        window.show_claim(claim.id)
        window.panel.card.unfold()
        faults.update(english(window, data_of(workspace)))
    assert not faults, "\n".join(sorted(faults))


def test_windows_beside_the_article_speak_it_too(in_brackets: None, window: MainWindow, workspace: FakeWorkspace) -> None:
    data = data_of(workspace)
    window.show_claim(window.panel.model.claims[0].id)
    for name in OPENING:
        window.commands[name].trigger()
    opened = {type(part).__name__ for part in window.findChildren(QWidget)}
    assert {"LibraryWindow", "NotesWindow", "HelpWindow", "Palette", "ChartDialog", "ClaimLine", "NoteForm", "WorksheetForm"} <= opened
    assert not english(window, data)
