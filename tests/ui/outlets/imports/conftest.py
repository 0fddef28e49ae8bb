"""The import over a real table of five outlets."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.ratings.lists import Lists
from app.ratings.table import Table
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER
from tests.ui.fake_workspace import read_styles
from ui.outlets.imports.dialog import ImportDialog
from ui.theme import Scheme, Theme, theme_of

PC1 = "domain,pc1\ntheguardian.com,0.9\nnewsweek.com,0.5\nnews.example,0.2\nnews.example,0.3\n–,0.5\n"
SITES = """Site,Points,Verdict,Note
newsweek.com,2,mixed,dated
news.example,5,very reliable,sound
nonsense,3,fake,
low.example,9,?,
more.example,1,mixed,
"""


@pytest.fixture
def theme() -> Theme:
    return theme_of(Scheme.LIGHT, read_styles())


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    store = RatingsStore.open(tmp_path / "home" / "ratings.db", STARTER)
    yield Table(store)
    store.close()


@pytest.fixture
def lists(table: Table) -> Lists:
    return Lists(table)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def call(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return call


@pytest.fixture
def dialog(qtbot, lists: Lists, theme: Theme) -> Iterator[ImportDialog]:
    made = ImportDialog(lists, theme)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot, dialog: ImportDialog) -> Callable[[Path], ImportDialog]:
    """Open a file in the dialog and wait until its page is there."""

    def call(path: Path) -> ImportDialog:
        dialog.open_path(path)
        qtbot.waitUntil(lambda: not dialog.job.is_busy)
        return dialog

    return call
