"""Numbers as the reader's own country writes them."""

from PySide6.QtCore import QLocale


def number_words(number: int) -> str:
    """Such as "1,200" in Britain, "1.200" in Germany."""
    return QLocale().toString(number)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 row", "1,200 rows"."""
    return f"{number_words(number)} {noun}{'' if number == 1 else 's'}"
