"""The help in another language says what the English one says: part for part, with the same keys, commands and names of files."""

import re
from pathlib import Path

import pytest

from tests.help_page import PAGE

PAGES = sorted(page for page in PAGE.parent.glob("*.md") if page != PAGE)
CODE, STRESSED = re.compile(r"`([^`]+)`"), re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")


def shape(text: str) -> list[tuple[str, list[str], bool, int]]:
    """Of each part of a page: its mark, its code in order of the alphabet, whether it begins in bold, and how often a command is named."""
    parts = [part for block in re.split(r"\n{2,}", text.strip()) for part in re.split(r"\n(?=- )", block)]
    return [
        (re.match(r"(#+ |- )?", part)[0], sorted(CODE.findall(part)), part.startswith("**"), len(STRESSED.findall(part)))  # type: ignore[index]
        for part in parts
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_part_is_there_with_its_keys_and_commands(page: Path) -> None:
    for number, (english, other) in enumerate(
        zip(shape(PAGE.read_text(encoding="utf-8")), shape(page.read_text(encoding="utf-8")), strict=True)
    ):
        assert english == other, f"part {number} of {page.name}"


def test_there_is_a_page_in_turkish() -> None:
    assert "tr" in [page.stem for page in PAGES]
    assert shape("## A\n\nSay `b` and `a`.\n- *One*\n- `c`") == [
        ("## ", [], False, 0),
        ("", ["a", "b"], False, 0),
        ("- ", [], False, 1),
        ("- ", ["c"], False, 0),
    ]
