"""No function has more branches than a reader keeps in mind, boolean operators included."""

from pathlib import Path

import pytest
from radon.complexity import cc_visit

ROOT = Path(__file__).resolve().parents[1]
MOST = 15


@pytest.mark.parametrize("folder", ["credibility", "app", "ui"])
def test_no_function_is_a_heap(folder: str) -> None:
    heaps = [
        f"{path.relative_to(ROOT)}: {block.name} {block.complexity}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for block in cc_visit(path.read_text(encoding="utf-8"))
        if block.complexity > MOST and block.letter in "FM"
    ]
    assert heaps == []
