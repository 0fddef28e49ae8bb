"""What all tests share: a bot for Qt that is patient, and a table as after the first start."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.patience import MILLISECONDS

# The tests read English, whatever the desktop of whoever runs them speaks.
os.environ.pop("LC_ALL", None)
os.environ["LC_MESSAGES"] = "C.UTF-8"


Run = Callable[..., tuple[int, str, str]]
"""A command line as a function: exit code, standard output and standard error."""


class PatientBot(QtBot):
    """pytest-qt's bot, whose waits end when what they wait for happens: their limit is for hangs, not for slow machines."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = MILLISECONDS) -> None:
        """Wait until the callback is true."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = MILLISECONDS, **more: Any) -> Any:
        """Wait for a signal when the block ends."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Sequence[Any], *, timeout: int = MILLISECONDS, **more: Any) -> Any:
        """Wait for all signals when the block ends."""
        return super().waitSignals(list(signals), timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """The bot that the tests of the window use."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table with the starter and nothing else, and its snapshot, as after the first article: see `put_table`.

    Bringing the starter in takes a second and compiling its names half of one, which few tests are about.
    """
    from app.ratings.opening import open_store  # noqa: PLC0415 - most tests need no table

    path = tmp_path_factory.mktemp("delivered") / "ratings.db"
    store = open_store(path)
    store.snapshot()
    store.close()
    return path


def put_table(delivered: Path, folder: Path) -> Path:
    """A copy of the delivered table in a folder."""
    for each in delivered.parent.glob(f"{delivered.name}*"):
        shutil.copy2(each, folder)
    return folder / delivered.name


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line; returns exit code, standard output and standard error."""

    from app.cli import main  # noqa: PLC0415 - most tests need no command line

    def call(*words: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call
