"""The window's entry: one QApplication, one workspace, one window."""

import gc
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.paths import resource
from app.workspace import Workspace
from credibility.articles.worker import ArticleWorker
from credibility.outlets.store import RatingsStore
from ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class ArticleToOpen:
    """A saved file, and the index of the article in it that was asked for."""

    path: Path
    part: int | None = None


def run_window(database: Path | None, article: ArticleToOpen | None, reader: ArticleWorker, store: RatingsStore) -> int:
    """Show the window, open the article once it is shown, and return Qt's exit code. `reader` reads articles, `store` is the open table."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("SourceTint")
    application.setDesktopFileName("sourcetint")
    application.setWindowIcon(QIcon(str(resource("desktop", "sourcetint.svg"))))
    with Workspace.at(database, reader, store) as workspace:
        window = MainWindow(workspace)
        window.show()
        if article:
            QTimer.singleShot(0, lambda: window.open_path(article.path, part=article.part))
        gc.freeze()  # what the start made stays; the collector need not walk it again
        gc.enable()
        return application.exec()
