"""Looks at examinations are asked for, limited and written down; other sets are free."""

from datetime import date
from pathlib import Path

import pytest

from tests.bench.looks import EXAMINATIONS, LOOKS, RefusedError, allow, looks, note

EXAMINATION = "pages-kept-aside"


@pytest.fixture(autouse=True)
def _an_examination(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXAMINATIONS, EXAMINATION, 3)


def test_a_set_that_is_worked_with_is_free_and_not_counted(tmp_path: Path) -> None:
    file = tmp_path / "looks.txt"
    allow("outlets-dev2", examination=False, details=True, file=file)
    note("outlets-dev2", "found 1 of 2", file=file)
    assert not file.exists()


@pytest.mark.parametrize("wishes", [{"examination": False}, {"examination": True, "details": True}])
def test_an_examination_is_not_looked_at_by_accident(wishes: dict[str, bool], tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        allow(EXAMINATION, file=tmp_path / "looks.txt", **wishes)


def test_an_examination_is_taken_three_times(tmp_path: Path) -> None:
    file = tmp_path / "looks.txt"
    for number in range(3):
        allow(EXAMINATION, examination=True, file=file)
        note(EXAMINATION, f"found {number}", day=date(2026, 11, 29), file=file)
    with pytest.raises(RefusedError, match="3 times"):
        allow(EXAMINATION, examination=True, file=file)
    assert [look.figures for look in looks(EXAMINATION, file)] == ["found 0", "found 1", "found 2"]


def test_details_of_an_examination_are_shown_only_in_so_many_words(tmp_path: Path) -> None:
    file = tmp_path / "looks.txt"
    allow(EXAMINATION, examination=True, details=True, reveal=True, file=file)
    note(EXAMINATION, "found 1", details=True, file=file)
    assert [look.shown for look in looks(EXAMINATION, file)] == ["details"]


def test_the_record_of_looks_can_be_read() -> None:
    assert LOOKS.read_text(encoding="utf-8").startswith("#")
    assert all(len(looks(name)) <= most for name, most in EXAMINATIONS.items() if most)
