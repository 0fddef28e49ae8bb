"""Every command refuses immediately what is not a regular file, even when choices are stored for other files."""

import os
import time
from pathlib import Path

import pytest

from app.files.saved_files import SavedFile, SavedFiles, digest_of
from app.workspace import Workspace, open_files
from credibility.model import ArticleError, BlockChoice


@pytest.fixture
def files(workspace: Workspace) -> SavedFiles:
    """Saved files with a choice stored for one of them, so that every file is looked up by its content."""
    choices = workspace.table.store.choices
    choices.keep("0" * 64, "", BlockChoice(dropped=frozenset({"x"})))
    made = open_files()
    made.use(choices)
    return made


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.html")
    return folder / "pipe.html"


def sparse(folder: Path) -> Path:
    with (folder / "sparse.html").open("wb") as file:
        file.truncate(2_000_000_000)
    return folder / "sparse.html"


STRANGE = {"a pipe": pipe, "endless zeros": lambda _: Path("/dev/zero"), "two sparse gigabytes": sparse, "a folder": lambda folder: folder}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices on this system")
@pytest.mark.parametrize("what", STRANGE)
def test_it_is_refused_at_once_whatever_is_kept(tmp_path: Path, files: SavedFiles, what: str) -> None:
    path, begun = STRANGE[what](tmp_path), time.perf_counter()
    file = SavedFile(path)
    assert digest_of(path) is None
    assert not file.is_pdf
    files.ask_ahead(file)
    for ask in (files.read, files.blocks):
        with pytest.raises(ArticleError, match=r"not an ordinary file|too large|is a folder"):
            ask(file)
    took = time.perf_counter() - begun
    files.close()
    assert took < 5  # a pipe would be waited for without end
