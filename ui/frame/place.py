"""Where a window stands on the desktop and how large it is, as a text that settings can keep."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


def place_of(window: QWidget) -> str:
    """The window's place."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_place(window: QWidget, place: object) -> None:
    """Put the window where it stood; stays where it is for anything that is no place."""
    if isinstance(place, str) and place:
        window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))
