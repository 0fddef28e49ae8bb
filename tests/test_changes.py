"""What is new is told in a file per change, and the changelog's newest section is the version of the program."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FRAGMENTS = ROOT / "resources" / "docs" / "changes"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
KINDS = [kind["directory"] for kind in SETTINGS["tool"]["towncrier"]["type"]]


def faults(name: str, text: str) -> list[str]:
    """What is wrong with a file of a change."""
    found = []
    if not re.fullmatch(rf"\+[a-z0-9]+(-[a-z0-9]+)*\.({'|'.join(KINDS)})\.md", name):
        found.append("its name is not +A-FEW-WORDS.KIND.md")
    if not re.match(r"[A-Z0-9*`“(]", text) or not text.rstrip().endswith("."):
        found.append("it is not a sentence")
    if len(text) > 600 or "\n\n" in text.strip():
        found.append("it is longer than a paragraph")
    return found


@pytest.mark.parametrize("file", sorted(FRAGMENTS.glob("[!R]*")), ids=lambda file: file.name)
def test_every_change_is_a_sentence_in_a_file_of_its_kind(file: Path) -> None:
    assert faults(file.name, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("slow-pages.fixed.md", "Pages are drawn sooner."),
        ("+slow-pages.bugfix.md", "Pages are drawn sooner."),
        ("+slow-pages.fixed.md", "pages"),
        ("+slow-pages.fixed.md", "Pages are drawn sooner.\n\nMuch sooner."),
    ],
)
def test_a_file_that_would_be_lost_or_is_no_sentence_is_noticed(name: str, text: str) -> None:
    assert faults(name, text) != []
    assert faults("+slow-pages.fixed.md", "Pages are drawn sooner.") == []


def test_the_newest_section_is_the_version_of_the_program() -> None:
    heads = re.findall(r"^## \[(.+?)\] - (\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert heads
    assert heads[0][0] == SETTINGS["project"]["version"]


@pytest.mark.skipif(find_spec("towncrier") is None, reason="towncrier is not installed (pip install -e '.[dev]')")
def test_a_release_makes_a_section_of_the_files_and_deletes_them(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    folder = tmp_path / FRAGMENTS.relative_to(ROOT)
    folder.mkdir(parents=True)
    shutil.copy(FRAGMENTS / "README.md", folder)
    (folder / "+quick-pages.fixed.md").write_text("Pages are drawn sooner.\n", encoding="utf-8")
    (folder / "+numbers.added.md").write_text("Claims have numbers.\n", encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--yes", "--version", "9.8.7", "--date", "2031-02-03"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    log = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    section = log.split("## [9.8.7] - 2031-02-03\n")[1].split("\n## [")[0]
    assert section.split() == ["###", "Added", "-", "Claims", "have", "numbers.", "###", "Fixed", "-", "Pages", "are", "drawn", "sooner."]
    assert log.index("<!-- versions -->") < log.index("[9.8.7]") < log.index(f"[{SETTINGS['project']['version']}]")
    assert sorted(file.name for file in folder.iterdir()) == ["README.md"]
