"""Every script comes back from the PDF on a machine without fonts, and what cannot be drawn is said."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.exports import typesetting
from app.exports.paper import export_pdf
from app.files.faces import shipped_faces
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.floor.progress import silent
from credibility.model import Exported, Reading
from tests.annotations.readings import STYLES
from tests.e2e.conftest import ROOT
from tests.e2e.test_command_line import Run

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "paper"
SENTENCE = "The harbour was closed for three days after the storm had taken the northern mole away."
SCRIPTS = {
    "Arabic": "مرحبا بالعالم من الميناء القديم",
    "Armenian": "Բարև աշխարհ հին նավահանգստից",
    "Bengali": "পুরনো বন্দর থেকে সবাইকে শুভেচ্ছা",
    "Cherokee": "ᎣᏏᏲ ᎡᎶᎯ",
    "Chinese, simplified": "旧港口的新计划将于周二宣布",
    "Chinese, traditional": "舊港口的新計劃將於週二宣佈",
    "Cyrillic": "Привет миру из старого порта",
    "Devanagari": "पुराने बंदरगाह की नई योजना",
    "emoji": "🚢⚓😱👍🏽🇬🇧",
    "Ethiopic": "ሰላም ለዓለም ከአሮጌው ወደብ",
    "Georgian": "გამარჯობა სამყარო ძველი პორტიდან",
    "Greek": "Γειά σου κόσμε ἀπὸ τὸ παλαιὸν λιμάνι",
    "Gujarati": "જૂના બંદરની નવી યોજના",
    "Gurmukhi": "ਪੁਰਾਣੀ ਬੰਦਰਗਾਹ ਦੀ ਨਵੀਂ ਯੋਜਨਾ",
    "Hebrew": "שלום עולם מן הנמל הישן",
    "Japanese": "古い港の新しい計画をカタカナで",
    "Kannada": "ಹಳೆಯ ಬಂದರಿನ ಹೊಸ ಯೋಜನೆ",
    "Khmer": "ផែនការថ្មីសម្រាប់កំពង់ផែចាស់",
    "Korean": "옛 항구의 새 계획",
    "Lao": "ແຜນການໃໝ່ຂອງທ່າເຮືອເກົ່າ",
    "Malayalam": "പഴയ തുറമുഖത്തിന്റെ പുതിയ പദ്ധതി",
    "mathematics": "𝒜𝔅𝓒 ∑∫ ℝ⊂ℂ →⇒↔ ☐☑★♥",
    "Myanmar": "ဆိပ်ကမ်းဟောင်း၏ အစီအစဉ်သစ်",
    "Oriya": "ପୁରୁଣା ବନ୍ଦରର ନୂଆ ଯୋଜନା",
    "Sinhala": "පැරණි වරායේ නව සැලැස්ම",
    "Tamil": "பழைய துறைமுகத்தின் புதிய திட்டம்",
    "Telugu": "పాత ఓడరేవు కొత్త ప్రణాళిక",
    "Thaana": "ބަނދަރުގެ އާ ޕްލޭން",
    "Thai": "แผนใหม่ของท่าเรือเก่า",
    "Tibetan": "གྲུ་ཁ་རྙིང་པའི་འཆར་གཞི་གསར་པ།",
    "Vietnamese": "Kế hoạch mới của cảng cũ",
}


def written(words: str, folder: Path) -> Exported:
    page = folder / "page.txt"
    page.write_text(f"{words}\n\n{words} {SENTENCE} {words}.\n\n{words}: {words}.\n", "utf-8")
    return export_pdf(Reading(extract(load_page(page)), ()), folder / "out.pdf", STYLES, silent)


def printed(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def fonts_of(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf:
        found = (font.get("/BaseFont", font.get("/Name", "")) for page in pdf.pages for font in page.Resources.get("/Font", {}).values())
        return {str(name).split("+")[-1].lstrip("/") for name in found}


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_is_shipped_and_comes_back_from_the_pages(tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    typeset = typesetting._pages
    monkeypatch.setattr(typesetting, "_pages", lambda folder, fonts, standard: tried.append(standard) or typeset(folder, fonts, standard))
    faces = shipped_faces()
    assert faces.lacking(words) == frozenset()  # so the fonts of this machine are not looked at
    exported = written(words, tmp_path)
    assert exported.notes == ()
    assert tried == ["ua-1"]  # Typst takes no page with a glyph missing for PDF/UA, so it would have been set again without
    letters = {letter for letter in words if letter.isalnum()}
    assert letters - set(printed(exported.path)) == set()


def test_the_language_chooses_the_form_of_han_letters(tmp_path: Path) -> None:
    used = {}
    for language in ("ja", "zh", "zh-TW", "zh-HK", "ko"):
        page = tmp_path / f"{language}.html"
        page.write_text(f'<html lang="{language}"><body><article><p>直骨誤画角 {SENTENCE}</p></article></body></html>', "utf-8")
        path = export_pdf(Reading(extract(load_page(page)), ()), tmp_path / f"{language}.pdf", STYLES, silent).path
        used[language] = sorted(name for name in fonts_of(path) if "CJK" in name)
    assert {language: names[0][len("NotoSansCJK") :][:2] for language, names in used.items()} == {
        "ja": "jp",
        "zh": "sc",
        "zh-TW": "tc",
        "zh-HK": "hk",
        "ko": "kr",
    }


def test_what_no_font_has_is_said_with_script_and_package(tmp_path: Path) -> None:
    notes = written("\U0001056f \U000e000a \ue000 \ue001", tmp_path).notes
    assert notes[0].startswith("2 characters of no known script (U+E000, U+E001)")


def test_the_command_says_what_cannot_be_drawn(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{SENTENCE} \ue000\n\n{SENTENCE}\n", "utf-8")
    code, out, err = run("export", page, "-o", tmp_path / "out.pdf")
    assert code == 0
    assert out.startswith("Wrote ")
    assert "1 character of no known script (U+E000) cannot be drawn" in err


AT_NOON = """
import sys
from datetime import UTC, datetime
import app.exports.evidence

class Noon(datetime):
    @classmethod
    def now(cls, tz):
        return datetime(2026, 3, 1, 12, tzinfo=tz)

app.exports.evidence.datetime = Noon
from app.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program at a time that stands still: the last page says when it was written, to the minute."""


def test_a_machine_without_fonts_writes_the_same_pages(tmp_path: Path) -> None:
    """The same bytes on every page with and without a fontconfig that knows fonts."""
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>', "utf-8")
    page = tmp_path / "page.txt"
    page.write_text("\n\n".join(f"{words} {SENTENCE}" for words in SCRIPTS.values()), "utf-8")
    pages = []
    for name, variables in (("with", {}), ("without", {"FONTCONFIG_FILE": str(empty), "HOME": str(tmp_path)})):
        target = tmp_path / f"{name}.pdf"
        environment = {**os.environ, "SOURCETINT_HOME": str(tmp_path / "data"), **variables}
        command = [sys.executable, "-c", AT_NOON, "export", str(page), "-o", str(target)]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        with pikepdf.open(io.BytesIO(target.read_bytes())) as pdf:
            pages.append([sheet.Contents.read_bytes() for sheet in pdf.pages])
    assert pages[0] == pages[1]


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases for paper are not here")
@pytest.mark.parametrize("name", ["ar", "he", "hi", "ja", "ko", "zh", "han-ja", "han-zh", "emoji", "lang", "structures"])
def test_the_cases_for_paper_need_no_other_font(tmp_path: Path, name: str) -> None:
    exported = export_pdf(Reading(extract(load_page(CASES / f"{name}.html")), ()), tmp_path / "out.pdf", STYLES, silent)
    assert exported.notes == ()
    assert [font for font in fonts_of(exported.path) if not font.startswith(("Source", "Noto"))] == []
