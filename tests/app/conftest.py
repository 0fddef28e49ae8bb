"""Fixtures: a workspace over the small starter of the table's tests, and the command line over the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import app.command_line
import app.ratings.opening
from app.files.paths import documents
from app.workspace import Workspace
from credibility.floor.language import speak
from tests.another_language import speak_another
from tests.spare_readers import handed_on, spare_readers  # noqa: F401 - fixtures
from tests.table.starters import STARTER

PC1 = "domain,pc1\ntheguardian.com,0.9\nnewsweek.com,0.5\nnews.example,0.2\n–,0.5\n"
"""A list of a known format: two outlets of the table, a new one, and a row that cannot be read."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh data folder, and a starter of five outlets."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SOURCETINT_HOME", str(folder))
    monkeypatch.setattr(app.ratings.opening, "documents", lambda kind, *ends: STARTER if kind == "starter" else documents(kind, *ends))
    return folder


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.at() as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the test's folder."""

    def call(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return call


@pytest.fixture
def pc1(write: Callable[[str, str | bytes], Path]) -> Path:
    return write("domain_pc1.csv", PC1)


@pytest.fixture
def article(write: Callable[[str, str | bytes], Path]) -> Path:
    """A saved article that cites Newsweek and the Guardian."""
    page = """<html><head><title>The bridge is closed</title>
<meta property="article:published_time" content="2024-05-05"></head>
<body><article><h1>The bridge is closed</h1>
<p>The bridge over the river was closed on Monday after an inspection found cracks in two of its beams, and nobody knows for how long.</p>
<p>Newsweek reported that the bridge will stay closed for a year. The Guardian reported that the town had known of it since spring.</p>
<p>Newsweek reported that the repair will cost more than a new bridge. The council meets on Thursday to talk about what comes next.</p>
</article></body></html>"""
    return write("bridge.html", page)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language for tests is spoken, whatever the settings say; lines are not broken."""
    monkeypatch.setattr(app.command_line, "begin_speaking", lambda: None)
    monkeypatch.setenv("COLUMNS", "10000")
    speak_another(values_apart=True, gathered_only=True)
    yield
    speak()
