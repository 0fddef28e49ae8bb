"""A data folder per test, the command line as a function, and the samples beside the project where they are."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.conftest import put_table
from tests.spare_readers import handed_on, spare_readers  # noqa: F401 - fixtures
from ui.window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "resources" / "example" / "great-moon-hoax.html"
NewTable = Callable[[Path], Path]


def begin(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """A window over a workspace, as it comes up at a start of the program."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def open_in(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Open a file and wait until its article is set and was looked at twice."""
    with qtbot.waitSignals([window.article_opened, window.reader.article_set, window.refined]):
        window.open_path(path)


@pytest.fixture
def new_table(delivered: Path) -> NewTable:
    """Another user's table in a folder, as after the first start; the one that is there, if one is."""

    def call(folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / delivered.name
        return path if path.exists() else put_table(delivered, folder)

    return call


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, delivered: Path) -> Path:
    """A data folder of the test's own as after the first start, so that no test sees the user's table or another test's."""
    folder = tmp_path / "home"
    folder.mkdir()
    put_table(delivered, folder)
    monkeypatch.setenv("SOURCETINT_HOME", str(folder))
    return folder


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """The workspace over the fresh data folder."""
    with Workspace.at() as opened:
        yield opened


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """An empty window over it."""
    return begin(workspace, qtbot)


@pytest.fixture
def claims(run: Callable[..., tuple[int, str, str]]) -> Callable[[Path], dict[str, Any]]:
    """The JSON of `sourcetint claims`."""

    def call(path: Path) -> dict[str, Any]:
        code, out, err = run("claims", path, "--json")
        assert code == 0, err
        return dict(json.loads(out))

    return call


@pytest.fixture
def sample() -> Path:
    """The folder of the sample article's four forms; skips where it is not beside the project."""
    folder = SHARED / "samples" / "articles"
    if not folder.is_dir():
        pytest.skip("the sample articles are not beside the project")
    return folder
