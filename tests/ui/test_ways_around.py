"""No code reaches Qt's labels and tool tips but by `ui/basics/plain.py`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
METHODS = frozenset({"setToolTip", "setWhatsThis", "showText", "setHtml", "setMarkdown", "insertHtml", "setTextFormat",
                     "setInformativeText", "setDetailedText", "setToolTipsVisible"})  # fmt: skip


MAKERS = frozenset({"QLabel", "QMessageBox", "QErrorMessage", "QProgressDialog", "QInputDialog", "QWhatsThis", "QToolTip", "QStaticText",
                    "QWizard", "QSystemTrayIcon", "QTextBrowser", "QTextEdit"})  # fmt: skip


DOORS = {"ui/basics/plain.py", "ui/reader/closed_browser.py"}


def ways_around(tree: ast.AST) -> Iterator[str]:
    """What is done to widgets without the door: calls of METHODS and MAKERS, tool tips of cells that `tip` did not make."""
    made_by_tip = {id(value) for value in ast.walk(tree) if _is_tip(value)}
    guarded: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            guarded |= {id(key) for key, value in zip(node.keys, node.values, strict=True) if key and id(value) in made_by_tip}
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            owner = getattr(getattr(node.func, "value", None), "id", "")
            if name in METHODS or name in MAKERS or owner in MAKERS - {"QTextEdit"}:
                yield f"{node.lineno}: {owner}.{name}" if owner else f"{node.lineno}: {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("ToolTipRole", "WhatsThisRole") and id(node) not in guarded:
            yield f"{node.lineno}: {node.attr}"


def _is_tip(node: ast.AST) -> bool:
    body = node.body if isinstance(node, ast.Lambda) else node
    return isinstance(body, ast.Call) and getattr(body.func, "id", "") == "tip"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("made.setToolTip(words)", 1),
        ("QToolTip.showText(place, words)", 1),
        ("QLabel(words)", 1),
        ("QMessageBox.warning(self, title, words)", 1),
        ("{Qt.ItemDataRole.ToolTipRole: hint}", 1),
        ("item.setData(Qt.ItemDataRole.ToolTipRole, words)", 1),
        ("{Qt.ItemDataRole.ToolTipRole: lambda column, row: tip(hint(column, row))}", 0),
        ("set_tip(made, words)", 0),
    ],
)
def test_a_way_around_is_found(code, found):
    assert len(list(ways_around(ast.parse(code)))) == found


def test_no_code_goes_around_the_door():
    found = []
    for folder in ("ui", "app"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name not in DOORS:
                found += [f"{name}:{way}" for way in ways_around(ast.parse(path.read_text(encoding="utf-8")))]
    assert found == []
