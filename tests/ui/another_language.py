"""A language that is none, to find words that would stay English: every word of a template is put into ⟦brackets⟧, what is put into the
template is not. What is met outside of brackets is data, or was never looked up."""

import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from string import Formatter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTableView,
    QWidget,
)

from credibility.floor.language import speak

KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt|Esc|Tab|Backtab|Return|Backspace|Del|Left|Right|Up|Down|Home|End|PgUp|PgDown|F\d+|[A-Z])\b")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Qt's own parts, which have words of Qt's."""

_LETTERS = re.compile(r"[^\W\d_]+")
_SAID = re.compile(r"⟦[^⟦⟧]*⟧")


class Bracketed(NullTranslations):
    """Translates "Rate {outlet}" to "⟦Rate {outlet}⟧"; where the values are looked at, too, to "⟦Rate ⟧{outlet}"."""

    def __init__(self, *, without_values: bool) -> None:
        super().__init__()
        self._without_values = without_values

    def gettext(self, message: str) -> str:
        return (
            "".join(_bracketed(*part) for part in Formatter().parse(message)) if self._without_values and "{" in message else f"⟦{message}⟧"
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def _bracketed(words: str, field: str | None, spec: str | None, _conversion: str | None) -> str:
    value = "" if field is None else f"{{{field}{':' + spec if spec else ''}}}"
    return (f"⟦{words}⟧" if words.strip() else words) + value


def speak_another(*, without_values: bool = False) -> None:
    """Speak this language from now on, until `speak()` is called."""
    speak("xx", Bracketed(without_values=without_values))


def outside(words: str) -> str:
    """What stands in no brackets, which may stand in brackets themselves."""
    while words != (words := _SAID.sub(" ", words)):
        pass
    return words


def not_said(words: str, *data: str) -> str:
    """The words that are neither said in this language nor data nor keys; "" where there are none."""
    return _left(words, _any_of(data))


def english_in(root: QWidget, *data: str) -> list[str]:
    """Whatever a reader would meet in a widget, seen or heard, that would stay English: where, and the words."""
    known = _any_of(data)
    return sorted(f"{place}: {words!r}" for place, words in set(_met_in(root)) if words and _left(words, known))


def _left(words: str, known: re.Pattern[str]) -> str:
    return " ".join(_LETTERS.findall(KEYS.sub(" ", known.sub(" ", outside(words)))))


def _any_of(data: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(filter(None, data), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else re.compile("(?!)")


def _met_in(root: QWidget) -> Iterator[tuple[str, str]]:
    for part in (root, *root.findChildren(QWidget)):
        if not part.objectName().startswith(OF_QT):
            yield from ((f"{type(part).__name__} {part.objectName()}", words) for words in _words_of(part))
    for action in root.findChildren(QAction):
        for words in (action.text(), action.iconText(), action.toolTip(), action.statusTip()):
            yield f"action {action.objectName()}", words


def _words_of(part: QWidget) -> Iterator[str]:
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QComboBox():
            yield from (part.itemText(row) for row in range(part.count()))
        case QSpinBox() | QDoubleSpinBox():
            yield from (part.suffix(), part.prefix(), part.specialValueText())
        case QTabBar():
            yield from (part.tabText(row) for row in range(part.count()))
        case QMenu():
            yield part.title()
        case QAbstractItemView():
            yield from _cells(part)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """The cells of a list or table, and the heads of its columns."""
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount() if model else 0):
        yield from (str(model.index(row, column).data(role) or "") for column in range(columns) for role in ROLES)
    if isinstance(view, QTableView):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(columns))
