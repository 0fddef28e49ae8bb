"""Dress the application in a theme: one palette and one style sheet for every widget."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Colours, Theme

_PALETTE = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "alarm",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Accent: "accent",
}

_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $edge; padding: 6px 8px; }
QMainWindow, QDialog { background: $panel; }
QToolBar { background: $panel; border: 0; border-bottom: 1px solid $edge; padding: 5px 8px; spacing: 2px; }
QToolBar QToolButton { color: $ink; padding: 5px 7px; border: 1px solid transparent; border-radius: 6px; }
QToolBar QToolButton:hover { background: $raised; border-color: $edge; }
QToolBar QToolButton:pressed { background: $selection; }
QToolBar QToolButton:checked { background: $raised; border-color: $edge; }
QToolBar QToolButton:disabled { color: $faint; }
QToolBar QToolButton:focus { border-color: $accent; }
QToolBar QToolButton#qt_toolbar_ext_button { padding: 0; background: $raised; border-color: $edge; border-radius: 3px; font-weight: 600; }
QToolBar::separator { background: $edge; width: 1px; margin: 5px 6px; }
QMenuBar { background: $panel; border: 0; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $raised; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $edge; margin: 5px 8px; }
QStatusBar { background: $panel; color: $soft; border-top: 1px solid $edge; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $edge; }
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox {
  background: $raised; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px; selection-background-color: $selection;
  selection-color: $ink; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 1px solid $accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QSpinBox[invalid="true"] {
  border: 1px solid $alarm; background: $alarm_wash; }
QPushButton { background: $raised; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover { border-color: $faint; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $panel; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
  background: $panel; color: $faint; border-color: $edge; font-weight: 400; }
QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton[small="true"] { padding: 5px 8px; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; color: $link; padding: 4px 6px; }
QPushButton[quiet="true"]:hover { background: $raised; border-color: $edge; }
QPushButton[quiet="true"]:focus { border-color: $accent; }
QScrollArea { border: 0; background: transparent; }
QScrollArea#details { border: 1px solid transparent; }
QScrollArea#details:focus { border-color: $accent; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $faint; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView { background: $page; border: 0; gridline-color: transparent; selection-background-color: $selection; selection-color: $ink; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $edge; }
QTableView::item:selected { background: $selection; color: $ink; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $soft; border: 0; border-bottom: 1px solid $edge; padding: 7px 11px; font-weight: 600; }
QTableCornerButton::section { background: $panel; border: 0; }
QListView { background: $panel; border: 0; outline: 0; }
QProgressBar { background: $edge; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel { background: transparent; }
QLabel[tone="soft"] { color: $soft; }
QLabel[tone="faint"] { color: $faint; }
QLabel[tone="alarm"] { color: $alarm; }
QLabel[keycap="true"] {
  background: $raised; color: $ink; border: 1px solid $edge; border-bottom: 2px solid $faint; border-radius: 4px; padding: 1px 6px; }
QFrame[rule="true"] { background: $edge; border: 0; max-height: 1px; }
QFrame#message, QFrame#marking { background: $raised; border: 1px solid $faint; border-radius: 8px; }
QFrame#message[alarm="true"] { background: $alarm_wash; border-color: $alarm; }
QTextBrowser#reader { background: $page; border: 0; }
QWidget#side, QWidget#card, QWidget#legend, QWidget#outlets { background: $panel; }
QWidget#welcome { background: $page; }
QDialog#palette { background: $raised; border: 1px solid $faint; border-radius: 8px; }
QDialog#palette QListView { background: $raised; }
QFrame#type { background: $raised; border: 1px solid $faint; border-radius: 8px; }
QWidget#parts { background: $panel; border-bottom: 1px solid $edge; }
QWidget#sidehead { background: $panel; border-top: 3px solid $edge; border-bottom: 1px solid $edge; }
QWidget#sidehead[active="true"] { border-top: 3px solid $accent; }
QLabel[active="true"] { font-weight: bold; }
QWidget#find { background: $panel; border-top: 1px solid $edge; }
""")


_EDGED = Template("""
QComboBox { background: $raised; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 4px 8px; }
QComboBox:focus { border: 2px solid $accent; }
QCheckBox { border: 1px solid $edge; border-radius: 6px; padding: 3px 8px; }
QCheckBox:focus { border: 2px solid $accent; }
QPushButton:focus, QToolBar QToolButton:focus, QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $accent; }
""")
"""In high contrast: an edge around what Qt else draws in grey, and a thicker one where the keyboard is."""


def palette_of(colours: Colours) -> QPalette:
    """The Qt palette of these colours, disabled text included."""
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


def dress(application: QApplication, theme: Theme) -> None:
    """Give every widget of the application the theme's palette and style sheet."""
    names = {name: getattr(theme.colours, name) for name in theme.colours.__dataclass_fields__}
    sheet = "".join(part.substitute(names) for part in ((_SHEET, _EDGED) if theme.has_contrast else (_SHEET,)))
    if sheet == application.styleSheet():
        return  # or Qt would style every widget again
    application.setStyle("Fusion")
    application.setPalette(palette_of(theme.colours))
    application.setStyleSheet(sheet)
