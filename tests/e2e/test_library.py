"""Yesterday's article: closed, found by a word, its file moved meanwhile, opened again; then forgotten. By keys and actions."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.e2e.conftest import EXAMPLE, begin
from ui.library.window import LibraryWindow
from ui.window import MainWindow


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "hoax.html"))


def library_of(window: MainWindow, qtbot: QtBot, words: str) -> LibraryWindow:
    window.commands["library"].trigger()
    library = window.library.window
    assert library
    library.words.clear()
    qtbot.keyClicks(library.words, words)
    qtbot.keyClick(library.words, Qt.Key.Key_Return)
    return library


def test_an_article_is_found_again_by_a_word_after_its_file_has_moved(kept: Path, qtbot: QtBot) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignal(window.refined):
            window.open_path(kept)
        window.close()
    moved = kept.rename(kept.with_name("renamed.html"))
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        library = library_of(window, qtbot, "herschel")
        assert library.current
        assert library.current.snippet
        assert ("Herschel", True) in library.current.snippet.pieces
        assert library.current.claims > 10
        with qtbot.waitSignal(window.article_opened):
            qtbot.keyClick(library.list, Qt.Key.Key_Return)
        assert workspace.recent_articles() == (moved.resolve(),)
        window.close()


def test_a_dropped_folder_is_searched_and_what_is_forgotten_is_found_no_more(kept: Path, qtbot: QtBot, home: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        library = library_of(window, qtbot, "herschel")
        assert library.current is None
        library.taking_in.begin((kept.parent,))
        qtbot.waitUntil(lambda: library.messages.text.startswith("1 article added"))
        library = library_of(window, qtbot, "herschel")
        assert library.current
        assert library.current.opened_at is None
        assert workspace.reading is None
        library._forget((library.current,), "Forgotten.")
        assert library_of(window, qtbot, "herschel").current is None
        window.close()
    assert b"Herschel" not in (home / "library.db").read_bytes()
