"""The window's entry point: one QApplication, one workspace, one window."""

import sys
from functools import partial
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.files.paths import resource
from app.files.saved_files import SavedFile
from app.workspace import Workspace
from credibility.floor.collecting import resume_after_start
from credibility.floor.language import count_as
from ui.basics.numbers import desktop_signs
from ui.basics.qt_words import translate_qt
from ui.theme.typefaces import Typefaces
from ui.window import MainWindow


def _say(window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Show an unexpected error in the window, which keeps running; the traceback goes to standard error, for a bug report."""
    sys.__excepthook__(kind, error, trace)
    if isinstance(error, Exception):
        window.messages.warn(error)


def run_window(workspace: Workspace, article: SavedFile | None) -> int:
    """Show the window, open the article once it is shown, and return Qt's exit code. The caller closes the workspace."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("SourceTint")
    application.setDesktopFileName("sourcetint")
    application.setWindowIcon(QIcon(str(resource("desktop", "sourcetint.svg"))))
    translate_qt(application)
    count_as(desktop_signs())
    typefaces = Typefaces(workspace.faces)
    typefaces.begin(application)
    window = MainWindow(workspace, typefaces=typefaces)
    sys.excepthook = partial(_say, window)
    window.show()
    if article:
        QTimer.singleShot(0, lambda: window.open_path(article.path, part=article.part))
    else:
        QTimer.singleShot(0, lambda: window.own.session.restore(window.open_path))
    resume_after_start()
    return application.exec()
