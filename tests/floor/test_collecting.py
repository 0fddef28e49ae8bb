"""The collector pauses where many lasting objects are made, and always comes back."""

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from credibility.floor.collecting import pause_for_start, paused, resume_after_start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector on and nothing frozen, whatever a test does."""
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_it_is_off_inside_and_on_again_after() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), paused():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_the_table_loaded_while_the_window_starts_leaves_it_off() -> None:
    pause_for_start()
    with paused():
        pass
    assert not gc.isenabled()


def test_what_the_start_made_is_not_collected_again() -> None:
    pause_for_start()
    kept = [[] for _ in range(1000)]
    assert gc.get_freeze_count() == 0
    resume_after_start()
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(kept)


def test_no_other_module_decides_when_it_runs() -> None:
    found = [
        str(path.relative_to(ROOT))
        for folder in ("app", "credibility", "ui")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom) and "gc" in (getattr(node, "module", None), *(each.name for each in node.names))
    ]
    assert found == ["credibility/floor/collecting.py"]
