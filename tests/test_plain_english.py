"""Comments, docstrings and messages use none of the phrases that CONTRIBUTING.md lists under "Plain English"."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("app", "credibility", "ui", "tests")
PAGES = (ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "resources" / "docs").rglob("*.md")))
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
AVOIDED = tuple(re.findall(r"`([^`]+)`", re.split(r"^Not used, .*:\n", GUIDE, flags=re.M)[1].split("\n\n")[0]))
_AVOIDED = re.compile(rf"\b(?:{'|'.join(map(re.escape, AVOIDED))})\b", re.I)


def prose(source: str, *, messages: bool) -> Iterator[tuple[int, str]]:
    """Comments and docstrings with their line numbers; with `messages` also every other string that holds a space.

    A docstring is any string that stands as a statement. Literal parts of an f-string count as strings.
    """
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (id(node) in docstrings or (messages and " " in node.value)):
            yield node.lineno, node.value


def avoided(source: str, *, messages: bool) -> list[str]:
    """The listed phrases in a module's prose, as "line: phrase"."""
    return [
        f"{line}: {found[0].lower()}"
        for line, text in prose(source, messages=messages)
        for found in _AVOIDED.finditer(" ".join(text.split()))
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_prose_avoids_the_listed_phrases(folder: str) -> None:
    # Strings in tests are mostly text of articles, which may say what it likes.
    found = [
        f"{path.relative_to(ROOT)}:{phrase}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for phrase in avoided(path.read_text(encoding="utf-8"), messages=folder != "tests")
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_avoid_the_listed_phrases(page: Path) -> None:
    assert _AVOIDED.findall(" ".join(page.read_text(encoding="utf-8").split())) == []


def test_the_guide_lists_phrases() -> None:
    assert len(AVOIDED) >= 20
    assert "``" not in GUIDE
    assert [phrase for phrase in AVOIDED if not re.fullmatch(r"[a-z']+(?: [a-z]+)*", phrase)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("# done hitherto", ["1: hitherto"]),
        ('def read():\n    """Read it\n    hitherto."""', ["2: hitherto"]),
        ('x = 1\n"""Hitherto."""', ["2: hitherto"]),
        ('print(f"{x} was read hitherto.")', ["1: hitherto"]),
        ('key = "hitherto"', []),
        ("hitherto = 1", []),
        ("# hithertofore", []),
    ],
)
def test_comments_docstrings_and_messages_are_prose(source: str, found: list[str]) -> None:
    assert avoided(source, messages=True) == found


def test_strings_are_left_out_where_they_are_text_of_articles() -> None:
    assert avoided('page = "The bridge stood there hitherto."', messages=False) == []
