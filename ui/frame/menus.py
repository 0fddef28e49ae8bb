"""Menus and toolbar, built from the tables of `actions`."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.actions import ACTIONS, MENUS, TOOLBAR, ChoiceSpec
from ui.basics.plain import add_entry, set_tip
from ui.basics.widgets import emptied

Choose = Callable[[str, object], None]


def build_menus(
    window: QMainWindow, actions: Mapping[str, QAction], choices: tuple[ChoiceSpec, ...], held: Mapping[str, object], choose: Choose
) -> QMenu:
    """Fill the menu bar; `held` are the values of the choices in force. Returns the menu of recent files, still empty."""
    menus = {title: window.menuBar().addMenu(title) for title in MENUS}
    below: dict[str, QMenu] = {}
    for spec in ACTIONS:
        if spec.submenu and spec.submenu not in below:
            below[spec.submenu] = menus[spec.menu].addMenu(spec.submenu)
        (below[spec.submenu] if spec.submenu else menus[spec.menu]).addAction(actions[spec.name])
    recent = QMenu("&Recent", window)
    recent.setEnabled(False)
    menus["&File"].insertMenu(actions["export_pdf"], recent)
    for title in dict.fromkeys(choice.menu for choice in choices):
        menus[title].addSeparator()
    for choice in choices:
        _add_choices(menus[choice.menu], choice, held[choice.key], choose)
    return recent


def menu_of(window: QMainWindow, title: str) -> QMenu:
    """The menu of that title in the menu bar; KeyError when there is none."""
    for action in window.menuBar().actions():
        menu = action.menu()
        if action.text() == title and isinstance(menu, QMenu):
            return menu
    raise KeyError(title)


def _add_choices(menu: QMenu, spec: ChoiceSpec, held: object, choose: Choose) -> None:
    submenu = menu.addMenu(spec.text)
    group = QActionGroup(submenu)
    for choice in spec.choices:
        action = add_entry(submenu, choice.text)
        action.setCheckable(True)
        action.setChecked(choice.value == held)
        action.setData(choice.value)
        action.triggered.connect(lambda _checked=False, value=choice.value: choose(spec.key, value))
        group.addAction(action)


def fill_recent(menu: QMenu, paths: tuple[Path, ...], open_path: Callable[[Path], object]) -> None:
    """List the files opened before."""
    emptied(menu)
    for path in paths:
        add_entry(menu, path.name, partial(open_path, path)).setStatusTip(str(path))
    menu.setEnabled(bool(paths))


def claim_menu(window: QMainWindow, actions: Mapping[str, QAction]) -> QMenu:
    """What can be done with the current claim; the menu goes away by itself."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in ("edit_rating", "other_outlet", "other_source", "not_said", "not_a_claim"):
        menu.addAction(actions[name])
    menu.addSeparator()
    menu.addAction(actions["copy"])
    return menu


def build_toolbar(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """The toolbar: words, no pictures."""
    bar = QToolBar("Toolbar", window)
    bar.setMovable(False)
    bar.setAccessibleName("Toolbar")
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in TOOLBAR:
        if name == "|":
            gap = QWidget()
            gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(gap)
        elif name:
            bar.addAction(actions[name])
            bar.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        else:
            bar.addSeparator()
    _show_extension(bar)
    return bar


def _show_extension(bar: QToolBar) -> None:
    """Let the button behind which Qt puts what has no room be seen and named: Qt's own picture of it is lost in the style sheet."""
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if extension is not None:
        extension.setText("»")
        extension.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        set_tip(extension, "More of the toolbar")
        extension.setAccessibleName("More of the toolbar")
        extension.setFocusPolicy(Qt.FocusPolicy.TabFocus)
