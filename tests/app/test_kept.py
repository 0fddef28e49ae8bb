"""What older versions kept in JSON files is imported into the table, and the files stay."""

import json
from pathlib import Path

import pytest

from app.kept.older_files import CHOICES, PARTS
from app.workspace import Workspace
from credibility.model import BlockChoice

ONE, OTHER = BlockChoice(frozenset({"x"})), BlockChoice(dropped=frozenset({"y"}))
OLD = {"a": {"added": ["x"], "dropped": []}, "a#0123": {"added": [], "dropped": ["y"]}}


def write(home: Path, name: str, text: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / name
    path.write_text(text, encoding="utf-8")
    return path


def told(workspace: Workspace, name: str) -> list[str]:
    return [line for line in workspace.notices if name in line]


def test_choices_and_parts_of_an_older_version_come_into_the_table(home: Path) -> None:
    old = write(home, CHOICES, json.dumps(OLD))
    write(home, PARTS, '{"b": "4567"}')
    with Workspace.at() as workspace:
        choices = workspace.table.store.choices
        assert choices.of("a") == {"": ONE, "0123": OTHER}
        assert choices.last_part("b") == "4567"
        assert not told(workspace, ".json")
        choices.keep("a", "", BlockChoice())
    assert json.loads(old.read_text()) == OLD
    with Workspace.at() as workspace:
        assert workspace.table.store.choices.of("a") == {"0123": OTHER}  # taken in once


def test_one_bad_row_costs_no_other_and_stays_in_the_file(home: Path) -> None:
    bad = {**OLD, "b": 1, "c": {"added": 3, "dropped": []}, "d": {"added": ["x"]}, "e": {"added": [1], "dropped": []}}
    path = write(home, CHOICES, json.dumps(bad))
    with Workspace.at() as workspace:
        assert workspace.table.store.choices.of("a") == {"": ONE, "0123": OTHER}
        assert told(workspace, CHOICES) == [f"4 of 6 rows of {path} cannot be read; they stay in that file."]
        workspace.table.store.choices.keep("f", "", ONE)
    assert json.loads(path.read_text()) == bad
    with Workspace.at() as workspace:
        assert not told(workspace, CHOICES)


@pytest.mark.parametrize("damaged", ["", "[]", "\x00", "[" * 100_000])
def test_a_damaged_file_is_told_once_and_left_alone(home: Path, damaged: str) -> None:
    path = write(home, CHOICES, damaged)
    with Workspace.at() as workspace:
        assert told(workspace, CHOICES) == [f"{path} cannot be read; it stays where it is."]
    assert path.read_text() == damaged
    with Workspace.at() as workspace:
        assert not told(workspace, CHOICES)


def test_an_older_window_that_still_writes_its_file_loses_nothing(home: Path) -> None:
    write(home, CHOICES, json.dumps(OLD))
    with Workspace.at() as workspace:
        workspace.table.store.choices.keep("a", "", OTHER)
    write(home, CHOICES, json.dumps({**OLD, "g": {"added": ["x"], "dropped": []}}))
    with Workspace.at() as workspace:
        assert workspace.table.store.choices.of("g") == {"": ONE}
        assert workspace.table.store.choices.of("a")[""] == OTHER  # the table knows better


def test_two_tables_in_one_folder_both_take_it_in(home: Path) -> None:
    write(home, CHOICES, json.dumps(OLD))
    for name in ("ratings.db", "ratings-work.db"):
        with Workspace.at(home / name) as workspace:
            assert workspace.table.store.choices.of("a") == {"": ONE, "0123": OTHER}


def test_an_empty_choice_forgets_that_part_only(workspace: Workspace) -> None:
    choices = workspace.table.store.choices
    choices.keep("a", "", ONE)
    choices.keep("a", "0123", ONE)
    choices.keep("a", "", BlockChoice())
    assert choices.of("a") == {"0123": ONE}


def test_the_part_read_last_is_kept_and_the_main_one_needs_no_row(workspace: Workspace) -> None:
    choices = workspace.table.store.choices
    choices.keep_last_part("a", "")
    assert choices.is_empty
    choices.keep_last_part("a", "0123")
    assert choices.last_part("a") == "0123"
    choices.keep_last_part("a", "")
    assert choices.is_empty
