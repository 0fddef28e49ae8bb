"""What a release brings besides the program: manual page, file types, locked dependencies."""

import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from credibility.articles.kinds.formats import FORMATS
from tests.man_page import PAGE, man_page, troff

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "resources" / "desktop"
OF_THE_SYSTEM = {
    *[
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".mhtml",
        ".mht",
        ".warc",
        ".gz",
        ".zst",
        ".zip",
        ".epub",
        ".fb2",
        ".eml",
        ".emlx",
        ".mbox",
        ".rss",
        ".atom",
        ".xml",
    ],
    *[".json", ".docx", ".odt", ".fodt", ".rtf", ".pdf"],
}
"""Endings that shared-mime-info knows, or that belong to other programs too."""


def test_the_manual_page_is_what_help_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == man_page(), "run `python -m tests.man_page`"
    for command in ("open", "export", "batch", "stats", "ratings import", "corrections export", "anchor"):
        assert f".SS sourcetint {command}\n" in man_page()


def test_text_cannot_become_a_request_of_troff() -> None:
    assert troff(".so /etc/passwd\n'x -y \\n") == "\\&.so /etc/passwd 'x \\-y \\en"


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no `man` here")
def test_man_shows_the_page_without_complaint() -> None:
    shown = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C.UTF-8", "MANPAGER": "cat", "PATH": "/usr/bin:/bin"},
    )
    assert "sourcetint batch" in shown.stdout
    assert shown.stderr == ""


def test_the_desktop_entry_opens_every_kind_that_is_read() -> None:
    entry = (DESKTOP / "sourcetint.desktop").read_text(encoding="utf-8")
    types = set(re.search(r"^MimeType=(.*);$", entry, re.M).group(1).split(";"))
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    own = ET.parse(DESKTOP / "sourcetint.xml").getroot().findall("m:mime-type", space)
    assert {each.get("type") for each in own} <= types
    globs = {glob.get("pattern").removeprefix("*") for each in own for glob in each.findall("m:glob", space)}
    assert {suffix for form in FORMATS for suffix in form.suffixes} <= OF_THE_SYSTEM | globs
    assert {"application/pdf", "text/html", "application/epub+zip", "application/rtf"} <= types


def test_everything_that_the_program_needs_is_locked_with_its_hashes() -> None:
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = {match.lower().replace("_", "-") for match in re.findall(r"^([A-Za-z0-9_.\-]+)==", locked, re.M)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[A-Za-z0-9_.\-]+", line).group().lower().replace("_", "-") for line in project["dependencies"]}
    assert needed - names == set(), "run the command at the head of requirements.lock"
    entries = [entry for entry in re.split(r"\n(?=\S)", locked) if "==" in entry.split("\n")[0] and not entry.startswith("#")]
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
