"""Menus and toolbar, built from the tables of `actions`."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from credibility.floor.language import shown, tr
from ui.actions import ACTIONS, GROUPS, MENUS, TOOLBAR
from ui.basics.plain import add_entry, set_tip
from ui.basics.widgets import emptied
from ui.preferences.choices import ChoiceSpec
from ui.theme import Theme
from ui.theme.icons import SIDE, icon

Choose = Callable[[str, object], None]
Held = Callable[[str], object]


def build_menus(window: QMainWindow, actions: Mapping[str, QAction], choices: tuple[ChoiceSpec, ...], held: Held, choose: Choose) -> QMenu:
    """Fill the menu bar; `held` tells which value of a choice is in force. Returns the menu of recent files, still empty."""
    menus = {title: window.menuBar().addMenu(tr(title)) for title in MENUS}
    below: dict[str, QMenu] = {}
    for spec in ACTIONS:
        if spec.name in GROUPS:
            menus[spec.menu].addSeparator()
        if spec.submenu and spec.submenu not in below:
            below[spec.submenu] = menus[spec.menu].addMenu(tr(spec.submenu))
        (below[spec.submenu] if spec.submenu else menus[spec.menu]).addAction(actions[spec.name])
    recent = QMenu(tr("&Recent"), window)
    recent.setEnabled(False)
    menus["&File"].insertMenu(actions["new_tab"], recent)
    for choice in choices:
        _add_choices(menus[choice.menu], choice, held, choose)
    return recent


def menu_of(window: QMainWindow, title: str) -> QMenu:
    """The menu of that title, in English, in the menu bar; KeyError when there is none."""
    for action in window.menuBar().actions():
        menu = action.menu()
        if action.text() == tr(title) and isinstance(menu, QMenu):
            return menu
    raise KeyError(title)


def _add_choices(menu: QMenu, spec: ChoiceSpec, held: Held, choose: Choose) -> None:
    submenu = menu.addMenu(tr(spec.text))
    group = QActionGroup(submenu)
    for choice in spec.choices:
        action = add_entry(submenu, shown(choice.text))
        action.setCheckable(True)
        action.setData(choice.value)
        action.triggered.connect(lambda _checked=False, value=choice.value: choose(spec.key, value))
        group.addAction(action)

    def check() -> None:
        for action in group.actions():
            action.setChecked(action.data() == held(spec.key))

    submenu.aboutToShow.connect(check)  # it may have been chosen elsewhere
    check()


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
    for name in ("edit_rating", "other_outlet", "other_source", "not_said", "not_a_claim", "note"):
        menu.addAction(actions[name])
    menu.addSeparator()
    menu.addAction(actions["copy"])
    return menu


class Toolbar(QToolBar):
    """Icons with words beside them; what has no room stands behind a button at its end."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Toolbar"), parent)
        self._actions = {name: actions[name] for name in TOOLBAR if name in actions}
        self.setMovable(False)
        self.setAccessibleName(tr("Toolbar"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name, words in TOOLBAR.items():
            if name == "|":
                gap = QWidget()
                gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                self.addWidget(gap)
            elif name:
                self._add(name, tr(words))
            else:
                self.addSeparator()
        _show_extension(self)
        self.set_theme(theme)

    def _add(self, name: str, words: str) -> None:
        action = self._actions[name]
        action.setIconText(words)
        action.setIconVisibleInMenu(False)
        self.addAction(action)
        self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def button_of(self, name: str) -> QWidget:
        """The button of an action; the toolbar itself where that has no room."""
        made = self.widgetForAction(self._actions[name])
        return made if made is not None and made.isVisible() else self

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        for name, action in self._actions.items():
            action.setIcon(icon(name, theme))


def _show_extension(bar: QToolBar) -> None:
    """Let the button behind which Qt puts what has no room be seen and named: Qt's own picture of it is lost in the style sheet."""
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if extension is not None:
        extension.setText("»")
        extension.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        set_tip(extension, tr("More of the toolbar"))
        extension.setAccessibleName(tr("More of the toolbar"))
        extension.setFocusPolicy(Qt.FocusPolicy.TabFocus)
