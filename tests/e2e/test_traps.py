"""Names, folders and settings as hostile or as broken as a disk may hold them: the window opens, says what is wrong and goes on."""

import ast
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.cli import main, with_default_command
from app.files.atomic import write_atomically
from app.workspace import Workspace
from credibility.model import SettingsError
from tests.e2e.conftest import EXAMPLE, ROOT
from ui.frame.asking import _folder
from ui.window import MainWindow

DEEP = "[" * 100_000
LONG = "x" * 300
SETTINGS: dict[str, str] = {
    "nested 100,000 deep": DEEP,
    "a list of nested ones": f'{{"recent": {DEEP}',
    "no JSON": "\ufffd\0",
    "other kinds of values": json.dumps({name: {"a": [1]} for name in ("recent", "window", "font_family", "theme", "last_folder")}),
    "numbers that are none": '{"font_size": NaN, "measure": Infinity, "leading": -1e999, "threshold": 1e400}',
    "texts that are no names": json.dumps(
        {
            "recent": ["x" * 5000, "/" + LONG, "a\0b", "\ud800", "\udce9.html", "", "a/" * 2000],
            "last_folder": "\ud800\0" + "y" * 9000,
            "window": "\ud800" * 10,
            "font_family": "\ud800\0" + "z" * 100_000,
        }
    ),
}


@pytest.fixture
def opened(home: Path, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Open the window over the data folder as it is then."""
    workspaces: list[Workspace] = []

    def call() -> MainWindow:
        workspaces.append(Workspace.at())
        made = MainWindow(workspaces[-1])
        qtbot.addWidget(made)
        made.show()
        return made

    yield call
    for workspace in workspaces:
        workspace.close()


def open_example(window: MainWindow, qtbot: QtBot, path: Path = EXAMPLE) -> None:
    with qtbot.waitSignal(window.article_opened):
        window.open_path(path)


@pytest.mark.parametrize("what", SETTINGS)
def test_the_window_opens_over_any_settings(what: str, home: Path, opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    for name in ("settings.json", "choices.json", "parts.json"):
        (home / name).write_text(SETTINGS[what], encoding="utf-8")
    window = opened()
    open_example(window, qtbot)
    assert window._workspace.recent_articles() == (EXAMPLE.resolve(),)
    assert str(_folder(window._workspace))
    window.commands["zoom_in"].trigger()
    assert window.close()
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["font_size"] > 13


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (f"{LONG}.html", "cannot be read"),
        ("a\0b.html", ""),
        ("gone.html", "does not exist"),
        ("gone/deeper/still.html", "does not exist"),
        (".", "is a folder"),
        ("loop", ""),
    ],
    ids=["300 letters", "a zero byte", "gone", "no folder", "a folder", "a loop of links"],
)
def test_a_name_that_is_no_article_is_said(name: str, says: str, tmp_path: Path, opened: Callable[[], MainWindow], qtbot: QtBot) -> None:
    if sys.platform != "win32":
        (tmp_path / "loop").symlink_to(tmp_path / "pool")
        (tmp_path / "pool").symlink_to(tmp_path / "loop")
    window = opened()
    window.open_path(tmp_path / name)
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert says in window.messages.text
    assert "did not expect" not in window.messages.text
    open_example(window, qtbot)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_whose_name_is_no_text_is_opened_listed_and_exported(
    tmp_path: Path, opened: Callable[[], MainWindow], qtbot: QtBot, home: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html"))
    shutil.copy(EXAMPLE, path)
    window = opened()
    open_example(window, qtbot, path)
    assert window._workspace.recent_articles() == (path,)
    target = path.with_suffix(".pdf")
    with qtbot.waitSignal(window.exported):
        window.exports.write(target)
    assert target.exists()
    window.close()
    assert opened()._workspace.recent_articles() == (path,)


def test_a_file_with_the_longest_name_there_is_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / "out" / f"{'n' * 251}.pdf"
    target.parent.mkdir()
    write_atomically(target, b"%PDF")
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("words", [[LONG], ["open", LONG], ["open", "loop"]])
def test_a_command_line_with_such_names_comes_as_far_as_the_window(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    if sys.platform != "win32":
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
    monkeypatch.chdir(tmp_path)
    shown: list[Any] = []
    monkeypatch.setattr("app.main.run_window", lambda workspace, article: (workspace.close(), shown.append(article), 0)[-1])
    assert with_default_command(words)[0] == "open"
    assert main(words) == 0
    assert shown[0].path.name == words[-1]


def test_a_folder_of_an_unknown_user_is_said(monkeypatch: pytest.MonkeyPatch, run: Callable[..., tuple[int, str, str]]) -> None:
    monkeypatch.setenv("SOURCETINT_HOME", "~nobody-of-this-name/table")
    code, _, err = run("ratings", "list")
    assert code == 7
    assert "no such user" in err


def test_settings_that_cannot_be_kept_are_said(home: Path, opened: Callable[[], MainWindow]) -> None:
    window = opened()
    with pytest.raises(SettingsError):
        window._workspace.settings.set("theme", "\ud800")
    window._workspace.settings.set("last_folder", "\ud800")


RAISING = frozenset({"exists", "is_file", "is_dir", "resolve", "expanduser", "home", "cwd"})
HANDLED = {
    "app/files/there.py: exists",  # that of os.path
    "app/files/atomic.py: exists",  # its callers wait for OSError
    "app/ratings/list_files.py: is_dir",  # likewise
    "app/files/paths.py: expanduser",
    "ui/outlets/citing.py: exists",  # that of QFileInfo
    "ui/outlets/tools.py: home",  # that of QDir
}


def test_paths_are_asked_where_the_answer_is_no_error() -> None:
    """`app/files/there.py` is the one place; each other that asks a path itself is named above with why it may."""
    asked = set()
    for folder in ("app", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in RAISING:
                    asked.add(f"{path.relative_to(ROOT).as_posix()}: {node.attr}")
    assert asked - HANDLED == set()


DATED, OF_THE_MACHINE = re.compile(r"%[YymdHMS]"), re.compile(r"%[-#aAbBcpxX]")


def test_no_date_is_written_or_read_in_the_language_of_the_machine() -> None:
    """Qt takes over the desktop's locale, in which strftime and strptime name months; and "%-d" is unknown to Windows."""
    found = []
    for folder in ("app", "ui", "credibility"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                words = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
                if len(words) < 40 and DATED.search(words) and OF_THE_MACHINE.search(words):
                    found.append(f"{path.relative_to(ROOT).as_posix()}: {words}")
    assert found == []
