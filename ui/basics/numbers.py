"""Numbers as the reader's own country writes them."""

from PySide6.QtCore import QLocale

from credibility.floor.language import Signs


class DesktopSigns(Signs):
    """As the reader's country writes numbers; some group none of four digits, or others than thousands."""

    def grouped(self, number: object) -> str:
        """Such as "1,200" in Britain, "1.200" in Germany, "1200" in Spain."""
        return number_words(number) if isinstance(number, int) else super().grouped(number)


def desktop_signs() -> Signs:
    """How the desktop writes numbers."""
    locale = QLocale()
    return DesktopSigns(locale.groupSeparator(), locale.decimalPoint())


def number_words(number: int) -> str:
    """Such as "1,200" in Britain, "1.200" in Germany."""
    return QLocale().toString(number)
