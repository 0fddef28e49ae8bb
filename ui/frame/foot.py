"""The foot line of the window: what is going on, and the export that is being written."""

from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from ui.basics.plain import plain_label


def build_foot(window: QMainWindow, strip: QWidget) -> QLabel:
    """Fill the status bar; returns the label that says what is going on."""
    told = plain_label()
    told.setProperty("tone", "soft")
    window.statusBar().addWidget(told, 1)
    window.statusBar().addPermanentWidget(strip)
    window.statusBar().setSizeGripEnabled(False)
    return told
