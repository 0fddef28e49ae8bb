"""What the desktop asks of a window: light or dark, and whether with high contrast."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.theme.theme import Scheme


def is_dark() -> bool:
    """Whether the desktop is dark."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def wants_contrast() -> bool:
    """Whether the desktop asks for high contrast; a Qt before 6.10 cannot tell, and the reader chooses it in the settings."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return accessibility is not None and bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def scheme_for(wanted: object) -> Scheme:
    """The scheme of the setting `theme`: "system" is what the desktop asks for, "contrast" as dark as the desktop is."""
    if wanted == "contrast" or (wanted == "system" and wants_contrast()):
        return Scheme.CONTRAST_DARK if is_dark() else Scheme.CONTRAST
    if wanted == "system":
        return Scheme.DARK if is_dark() else Scheme.LIGHT
    return Scheme(wanted)
