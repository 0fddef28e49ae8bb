"""What is kept of single files: the reader's choices and the part read last."""

import json

import pytest

from app.choices import Choices
from app.last_parts import LastParts
from credibility.model import BlockChoice, StoreError

ONE, OTHER = BlockChoice(frozenset({"x"})), BlockChoice(dropped=frozenset({"y"}))


@pytest.mark.parametrize("damaged", ["", "[]", '{"a": 1}', "\x00", '{"a": {"added": 3, "dropped": []}}'])
def test_a_damaged_file_counts_as_empty_until_something_is_kept(tmp_path, damaged):
    path = tmp_path / "kept.json"
    path.write_text(damaged)
    assert Choices(path).is_empty
    assert LastParts(path).of("a") is None
    Choices(path).keep("a", "", ONE)
    assert Choices(path).of("a") == {"": ONE}


def test_choices_of_an_older_version_are_those_of_the_main_part(tmp_path):
    path = tmp_path / "choices.json"
    path.write_text('{"a": {"added": ["x"], "dropped": []}, "b": {"added": [], "dropped": ["y"]}}')
    assert Choices(path).of("a") == {"": ONE}
    Choices(path).keep("a", "0123", OTHER)
    assert Choices(path).of("a") == {"": ONE, "0123": OTHER}
    assert Choices(path).of("b") == {"": OTHER}
    assert json.loads(path.read_text())["a"] == {"added": ["x"], "dropped": []}


def test_an_empty_choice_forgets_that_part_only(tmp_path):
    choices = Choices(tmp_path / "choices.json")
    choices.keep("a", "", ONE)
    choices.keep("a", "0123", ONE)
    choices.keep("a", "", BlockChoice())
    assert choices.of("a") == {"0123": ONE}


def test_the_part_read_last_is_kept_and_the_main_one_needs_no_row(tmp_path):
    path = tmp_path / "parts.json"
    LastParts(path).keep("a", "")
    assert not path.exists()
    LastParts(path).keep("a", "0123")
    LastParts(path).keep("b", "4567")
    assert (LastParts(path).of("a"), LastParts(path).of("b"), LastParts(path).of("c")) == ("0123", "4567", None)
    LastParts(path).keep("a", "")
    assert json.loads(path.read_text()) == {"b": "4567"}


def test_what_cannot_be_written_is_a_named_error_and_what_was_kept_stays(tmp_path):
    (tmp_path / "file").write_text("in the way")
    choices = Choices(tmp_path / "file" / "choices.json")
    with pytest.raises(StoreError, match="What belongs to this article cannot be remembered"):
        choices.keep("a", "", ONE)
    assert choices.is_empty
