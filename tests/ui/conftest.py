"""GUI tests run without a display, over a workspace in memory."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.fake_workspace import FakeWorkspace
from ui.window import MainWindow

ARTICLE = Path("/saved/bridge.html")


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    """Days are written as in Britain, whatever the machine."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def no_key_held() -> Iterator[None]:
    """A key that closes its window is never seen to be let go: Qt would take Ctrl for held in the next test."""
    yield
    if QApplication.instance() is not None:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture
def workspace() -> FakeWorkspace:
    return FakeWorkspace()


@pytest.fixture
def window(qtbot, workspace: FakeWorkspace) -> Iterator[MainWindow]:
    """A window with the article about the bridge in it."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 820)
    made.show()
    with qtbot.waitSignals([made.article_opened, made.reader.article_set]):
        made.open_path(ARTICLE)
    yield made
    made.close()


@pytest.fixture
def owner(qtbot) -> QWidget:
    """An empty window for a part to belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def actions(window: MainWindow) -> Mapping[str, QAction]:
    return window.commands
