"""On a machine without fonts every script is drawn in the window, and what cannot be drawn is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.test_scripts import SCRIPTS

ON_PAPER_ONLY = {"Thaana"}
"""Qt takes no font for this script that does not shape it; ours does not."""

ROOT = Path(__file__).resolve().parents[3]
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'
BEGIN = """
import json, sys
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from PySide6.QtWidgets import QApplication
from app.files.faces import shipped_faces
from ui.theme.typefaces import Typefaces
application = QApplication([])
typefaces = Typefaces(shipped_faces())
typefaces.begin(application)

def families_of(words, *families):
    font = QFont()
    font.setFamilies(families)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return sorted({run.rawFont().familyName() for run in layout.glyphRuns()})
"""


def told(program: str, folder: Path) -> str:
    """What a program prints in a process of its own that finds no font."""
    (folder / "fonts.conf").write_text(NO_FONTS, "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", BEGIN + program], env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_every_script_is_drawn_without_an_installed_font(tmp_path: Path) -> None:
    scripts = {script: words for script, words in SCRIPTS.items() if script not in ON_PAPER_ONLY}
    program = f"""
missing = {{}}
for script, words in {scripts!r}.items():
    said = typefaces.ready(words)
    fonts = QFontMetrics(QFont("Source Serif 4")), QFontMetrics(application.font())
    lost = [letter for letter in words if letter.isalnum() and not all(font.inFontUcs4(ord(letter)) for font in fonts)]
    if said or lost:
        missing[script] = [*said, *lost]
print(missing)
"""
    assert told(program, tmp_path) == "{}"


def test_only_the_text_faces_are_loaded_for_an_english_article(tmp_path: Path) -> None:
    program = """
from PySide6.QtGui import QFontDatabase
before = set(QFontDatabase.families())
said = typefaces.ready("“The harbour,” he said – in Łódź, Ελλάδα and Москва – “is closed.”")
print(said, set(QFontDatabase.families()) - before, application.font().family())
"""
    assert told(program, tmp_path) == "() set() Source Sans 3"


@pytest.mark.parametrize(("language", "region"), [("ja", "JP"), ("zh", "SC"), ("zh-TW", "TC"), ("ko", "KR")])
def test_han_letters_have_the_forms_of_the_language(tmp_path: Path, language: str, region: str) -> None:
    program = f"""
typefaces.ready("直骨角")
print(families_of("直骨角", "Source Serif 4", typefaces.han_family({language!r}, "直骨角")))
"""
    assert told(program, tmp_path) == f"['Noto Sans CJK {region}']"


def test_what_no_font_has_is_said(tmp_path: Path) -> None:
    assert told('print(*typefaces.ready("a \\U00012000"))', tmp_path).startswith(
        "1 character of the script Cuneiform (U+12000) cannot be drawn."
    )
