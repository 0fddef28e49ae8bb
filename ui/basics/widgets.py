"""Small makers of labels, buttons and hairlines, each with a name for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QSizePolicy, QWidget

from credibility.floor.language import tr
from ui.basics.plain import caption, plain_label, set_tip


def label(text: str, *, tone: str = "", scale: float = 1.0, bold: bool = False, selectable: bool = False) -> QLabel:
    """A word-wrapped plain-text label; `tone` is "", "soft", "faint" or "alarm"."""
    made = plain_label(text)
    made.setWordWrap(True)
    if tone:
        made.setProperty("tone", tone)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(bold)
    made.setFont(font)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def button(text: str, act: Callable[[], object], *, quiet: bool = False, primary: bool = False, tip: str = "") -> QPushButton:
    """A push button that calls `act()`; quiet ones look like links."""
    made = QPushButton(caption(text))
    made.setAutoDefault(False)
    made.setAccessibleName(text.rstrip("…"))
    made.setAccessibleDescription(tip)
    set_tip(made, tip)
    made.setProperty("quiet", quiet)
    made.setProperty("primary", primary)
    made.clicked.connect(lambda _checked=False: act())
    return made


def hairline() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setProperty("rule", True)
    made.setFixedHeight(1)
    return made


def stacked(layout: QBoxLayout, *parts: QWidget) -> QWidget:
    """A widget that holds the parts without gaps; a widget that can grow takes what room is left."""
    made = QWidget()
    made.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return made


def put_in(area: QScrollArea, page: QWidget) -> None:
    """Show another page in a scroll area.

    `setWidget` alone deletes the page before at once, with the button in it whose click may have asked for the new one.
    """
    old = area.takeWidget()
    if old is not None:
        old.setParent(area)  # or it would be Python's, and gone when this function ends
        old.hide()
        old.deleteLater()
    area.setWidget(page)


def open_form(form: QDialog) -> None:
    """Show a form over its window without holding anything up; it goes when it is closed."""
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.open()


def emptied_layout(layout: QBoxLayout) -> QBoxLayout:
    """The layout without its widgets. They go a turn later: the one just clicked may have asked for this."""
    while (item := layout.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()
            part.deleteLater()
    return layout


def foot(form: QDialog, accept: QWidget, *aside: QWidget) -> QHBoxLayout:
    """The last row of a form: what stands aside at its left, then Cancel, then the button that accepts."""
    row = QHBoxLayout()
    for part in aside:
        row.addWidget(part)
    row.addStretch(1)
    row.addWidget(button(tr("Cancel"), form.reject))
    row.addWidget(accept)
    return row


def save_with_keys(form: QDialog, save: Callable[[], object]) -> None:
    """Ctrl+Return saves a form from every field of it, also where Return begins a new line."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), form, save)


def emptied(menu: QMenu) -> QMenu:
    """The menu without its entries. They go a turn later than with `clear()`: the one just chosen may have asked for this."""
    for action in menu.actions():
        menu.removeAction(action)
        if action.parent() is menu:
            action.deleteLater()
    return menu
