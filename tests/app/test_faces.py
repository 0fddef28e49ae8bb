"""What the shipped typefaces cover, and what the user is told about characters that they do not."""

import hashlib
import re
from pathlib import Path

import pytest

from app.files.faces import shipped_faces
from credibility.model import Faces, Helper, Letters, Pack
from credibility.model.faces import families, han_region

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
TWO = Faces(
    (Pack("text", ("Text",), (), Letters.read("20-7e")), Pack("greek", ("Greek",), (), Letters.read("391-3a9,3b1-3c9"))),
    (Helper("Runic", "fonts-runes", Letters.read("16a0-16ea")),),
)


def test_ranges_hold_their_ends_and_nothing_beside_them() -> None:
    letters = Letters.read("41-43,61")
    assert [letter for letter in range(0x3F, 0x65) if letter in letters] == [0x41, 0x42, 0x43, 0x61]


@pytest.mark.parametrize(("text", "packs"), [("plain", ()), ("plain Ω", ("greek",)), ("ᚠ", ())])
def test_only_what_a_text_needs_is_loaded(text: str, packs: tuple[str, ...]) -> None:
    assert tuple(pack.name for pack in TWO.needed(text)) == packs


def test_what_leaves_no_ink_lacks_nothing() -> None:
    assert TWO.lacking("a\u00a0b\u200d\u2066c\u2069\ufe0f\n\t") == frozenset()


def test_what_is_lacking_is_told_by_script_and_package() -> None:
    assert TWO.advice(TWO.lacking("ᚠᚢᚦᚨ \ue000")) == (
        "1 character of no known script (U+E000) cannot be drawn: no font package has them.",
        "4 characters of the script Runic (U+16A0, U+16A2, U+16A6 …)"
        " cannot be drawn. The font package fonts-runes (Debian) has them: install it.",
    )


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("ja-JP", "", "JP"),
        ("ko", "", "KR"),
        ("zh", "旧港口的新计划", "SC"),
        ("zh", "舊港口的新計劃", "TC"),
        ("zh-Hant-HK", "", "HK"),
        ("zh_TW", "旧港口的新计划", "TC"),
        (None, "古い港", "JP"),
        (None, "옛 항구의 새 計劃", "KR"),
        (None, "舊港口的新計劃", "TC"),
        ("en", "Beijing 北京", "SC"),
    ],
)
def test_the_forms_of_han_letters_follow_language_and_letters(language: str | None, text: str, region: str) -> None:
    assert han_region(language, text) == region
    assert families((shipped_faces().pack("han"),), region)[0] == f"Noto Sans CJK {region}"


def test_every_listed_file_is_there_with_the_hash_of_its_source() -> None:
    rows = dict(re.findall(r"^\| `(\S+)` \| \S+ \| `(\w{64})` \|$", (FONTS / "SOURCES.md").read_text("utf-8"), re.M))
    files = [path for pack in shipped_faces().packs for path in pack.files]
    assert {path.relative_to(FONTS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files} == rows
    assert set(FONTS.glob("*/*.tt?")) == set(files)
