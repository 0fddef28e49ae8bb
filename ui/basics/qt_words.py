"""What Qt itself says, on standard buttons, in its file dialogs and in the menus of fields, in the language that is spoken."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from credibility.floor.language import current


def translate_qt(application: QApplication, language: str = "") -> bool:
    """Load Qt’s own translation, by default into the language that is spoken. Returns whether Qt ships with one; else Qt stays English."""
    translator = QTranslator(application)
    is_there = translator.load(f"qtbase_{language or current()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return is_there and application.installTranslator(translator)
