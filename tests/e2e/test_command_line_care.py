"""What the command line takes care of: nothing is overwritten by mistake, nothing happens unsaid, no error is a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.files.paths import database_path
from app.workspace import Workspace
from credibility.floor.progress import silent
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, ROOT


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the example, which a test may lose."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "own.html"))


def test_export_refuses_a_name_that_is_no_pdfs_and_the_article_stays(run: Run, own: Path) -> None:
    before = own.read_bytes()
    code, _, said = run("export", own, "-o", own)
    assert (code, "the article itself" in said) == (5, True)
    code, _, said = run("export", own, "-o", own.with_suffix(".txt"))
    assert (code, "ends in one of .pdf" in said) == (5, True)
    assert own.read_bytes() == before


def test_export_refuses_to_replace_the_article_itself(run: Run, own: Path, tmp_path: Path) -> None:
    paper, link = tmp_path / "own.pdf", tmp_path / "other.pdf"
    assert run("export", own, "-o", paper)[0] == 0
    link.symlink_to(paper)
    before = paper.read_bytes()
    for target in (paper, link):
        code, _, said = run("export", paper, "-o", target)
        assert (code, "the article itself" in said) == (5, True)
    assert paper.read_bytes() == before


def test_an_article_that_is_gone_can_still_be_exported(own: Path, tmp_path: Path, home: Path) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"%PDF-1.7 of last week")
    with Workspace.at() as workspace:
        workspace.open_article(own)
        own.unlink()
        assert workspace.export(old, silent).path == old
    assert old.stat().st_size > 10_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_export_refuses_what_is_no_ordinary_file(run: Run, own: Path, tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.pdf")
    code, _, said = run("export", own, "-o", pipe)
    assert (code, "not a regular file" in said, pipe.is_fifo()) == (5, True, True)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no such names")
def test_a_name_that_is_not_utf8_is_no_hindrance(run: Run, own: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")
    shutil.copy(own, odd)
    code, out, _ = run("claims", odd)
    assert (code, "sourced claims" in out) == (0, True)


def test_a_table_that_was_restored_is_told_of(run: Run, home: Path) -> None:
    assert run("ratings", "set", "reuters.com", "10", "--reason", "A test")[0] == 0
    table = database_path()
    damaged = bytearray(table.read_bytes())
    damaged[4000:60000] = os.urandom(56000)
    table.write_bytes(damaged)
    code, _, said = run("ratings", "show", "reuters.com")
    assert code == 0
    assert said.startswith("sourcetint: ")
    assert "backup" in said or "starter" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
def test_a_full_disk_is_a_named_error(home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "app", "claims", str(EXAMPLE)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "SOURCETINT_HOME": str(home)},
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (1, "sourcetint: The output cannot be written: the disk is full.\n")


def test_a_mistyped_command_is_guessed_and_a_file_is_no_command(run: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, said = run("claim", own)
    assert (code, "Did you mean “claims”?" in said) == (2, True)
    monkeypatch.chdir(own.parent)
    shutil.copy(own, "claim")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert "no display" in run("claim")[2]


def test_a_claim_is_listed_with_the_words_of_its_source(run: Run, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The Ferry\n\nThe mayor said that the ferry sails again.\n\nIt was mended in May.\n", "utf-8")
    assert "    The mayor: Person." in run("claims", note)[1]


def test_a_binary_file_is_no_list(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"domain,score\x00\x01\x02\xff\xfe")
    code, _, said = run("ratings", "import", path, "--yes")
    assert (code, "holds binary data" in said) == (6, True)
