"""Numbers as the reader's own country writes them."""

from PySide6.QtCore import QLocale


def number_words(number: int) -> str:
    """Such as "1,200" in Britain, "1.200" in Germany."""
    return QLocale().toString(number)
