"""Backups: which table they belong to, their order, which are dropped, and what a failed attempt leaves behind."""

import os
import shutil
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from credibility.model import BlockChoice, RatingDraft, StoreError
from credibility.table.file import backups as copies
from credibility.table.file.backups import BACKUPS_KEPT, backup_folder, backups
from credibility.table.file.checkup import check_file
from credibility.table.file.facts import facts_of
from credibility.table.file.restoring import restore
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores


def rate(path: Path, score: float) -> None:
    """Open the table, rate the Guardian and close it."""
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", score, "one"))
    assert store.close() is None


def rated(path: Path) -> float | None:
    store = RatingsStore.open(path, STARTER)
    try:
        return scores(store, "theguardian.com")[0][1]
    finally:
        store.close()


class Clock(datetime):
    """A clock that the test sets."""

    shown = datetime(2026, 11, 29, 12, tzinfo=UTC)

    @classmethod
    def now(cls, tz=None):  # type: ignore[no-untyped-def]
        return cls.shown


@pytest.mark.parametrize(
    "names",
    [
        ("ratings.db", "ratings-work.db"),
        ("ratings-a.db", "ratings.db"),
        ("ratings.db", "ratings.sqlite"),
        ("a.db", "a-20260101-000000-000000-edits.db"),
    ],
)
def test_two_tables_in_one_folder_neither_prune_nor_restore_each_other(tmp_path: Path, names: tuple[str, str]) -> None:
    one, other = (tmp_path / name for name in names)
    rate(one, 41)
    for score in range(BACKUPS_KEPT + 3):
        rate(other, score)
    assert (len(backups(one)), len(backups(other))) == (1, BACKUPS_KEPT)
    rate(other, 77)
    one.write_bytes(b"garbage" * 1000)
    assert rated(one) == 41
    assert restore(one)[0].name.startswith(one.stem)


def test_a_copied_table_keeps_its_own_backups(tmp_path: Path) -> None:
    one, twin = tmp_path / "one.db", tmp_path / "twin.db"
    rate(one, 41)
    shutil.copy(one, twin)
    for score in range(BACKUPS_KEPT + 3):
        rate(twin, score)
    assert len(backups(one)) == 1
    assert {facts_of(copy)["copy_of"] for copy in backups(twin)} == {"twin.db"}


def test_a_renamed_table_keeps_its_backups(tmp_path: Path) -> None:
    before, after = tmp_path / "before.db", tmp_path / "after.db"
    rate(before, 41)
    before.rename(after)
    rate(after, 42)
    assert [facts_of(copy)["copy_of"] for copy in backups(after)] == ["after.db", "before.db"]


@pytest.mark.parametrize("name", ["my [old] ratings.db", "a*b?.db", "[x].db"])
def test_brackets_in_a_name_hide_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for score in range(BACKUPS_KEPT + 2):
        rate(path, score)
    assert len(backups(path)) == BACKUPS_KEPT
    path.write_bytes(b"garbage" * 1000)
    assert rated(path) == BACKUPS_KEPT + 1


def test_a_clock_that_was_ahead_kills_no_later_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "datetime", Clock)
    Clock.shown = datetime(2099, 1, 1, tzinfo=UTC)
    for score in range(BACKUPS_KEPT + 1):
        rate(path, score)
    Clock.shown = datetime(2026, 11, 29, tzinfo=UTC)
    for score in range(50, 53):
        rate(path, score)
        store = RatingsStore.open(path, STARTER)
        assert store.back_up().exists()
        store.close()
    newest = backups(path)
    assert len(newest) == BACKUPS_KEPT
    assert "20261129" in newest[0].name
    path.write_bytes(b"garbage" * 1000)
    assert rated(path) == 52


def test_a_clock_that_stands_still_overwrites_no_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "datetime", Clock)
    store = RatingsStore.open(path, STARTER)
    assert len({store.back_up() for _ in range(4)}) == 4
    store.close()


def test_backups_made_before_there_were_numbers_are_the_older_ones(path: Path) -> None:
    rate(path, 41)
    old = backup_folder(path) / "ratings-20990101-000000-000000-edits.db"
    backups(path)[0].rename(old)
    with sqlite3.connect(old) as connection:
        connection.execute("DELETE FROM fact WHERE name IN ('id', 'copy_of', 'copy_number')")
    connection.close()
    rate(path, 42)
    assert backups(path)[1:] == (old,)
    path.write_bytes(b"garbage" * 1000)
    assert rated(path) == 42


def test_a_backup_that_fails_leaves_nothing_and_is_made_next_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))

    def half(database: object, target: Path, *_: object) -> None:
        target.write_bytes(b"half")
        target.with_name(target.name + "-journal").write_bytes(b"")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(copies, "_copy", half)
    told = store.close()
    assert told is not None
    assert told.startswith("No backup was made; the table itself is saved.")
    assert not any(each.name.endswith((".part", "-journal")) for each in backup_folder(path).iterdir())
    monkeypatch.undo()
    assert rated(path) == 41
    assert len(backups(path)) == 1


def test_what_a_power_cut_left_is_swept_once_it_is_old(path: Path) -> None:
    rate(path, 41)
    folder = backup_folder(path)
    old, young, other = folder / "ratings-x.part", folder / "ratings-y.part", folder / "letters-x.part"
    for each in (old, young, other, folder / "ratings-x.part-journal"):
        each.write_bytes(b"half")
    for each in (old, other, folder / "ratings-x.part-journal"):
        os.utime(each, (time.time() - 7200,) * 2)
    rate(path, 42)
    assert sorted(each.name for each in folder.iterdir() if "part" in each.name) == ["letters-x.part", "ratings-y.part"]


def test_undo_and_choices_are_changes_that_are_backed_up_too(path: Path) -> None:
    rate(path, 41)
    store = RatingsStore.open(path, STARTER)
    store.steps.undo()
    store.close()
    store = RatingsStore.open(path, STARTER)
    store.choices.keep("a", "", BlockChoice(frozenset({"x"})))
    store.close()
    assert len(backups(path)) == 3
    RatingsStore.open(path, STARTER).close()
    assert len(backups(path)) == 3


def test_restoring_refuses_what_is_no_sound_table(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ida")
    with pytest.raises(StoreError, match="not a sound ratings table"):
        restore(path, letter)
    assert not path.exists()
    rate(path, 41)
    with pytest.raises(StoreError, match="not a sound ratings table"):
        restore(path, letter)
    assert rated(path) == 41


def test_a_table_restored_from_itself_is_still_there(path: Path) -> None:
    rate(path, 41)
    restore(path, path)
    assert rated(path) == 41


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_stale_write_ahead_log_is_not_applied_to_what_is_restored(path: Path, is_gone: bool) -> None:
    rate(path, 41)
    copy = backups(path)[0]
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 99, "in the log"))
    log = path.with_name("ratings.db-wal").read_bytes()
    store.close()
    path.with_name("ratings.db-wal").write_bytes(log)
    if is_gone:
        path.unlink()
    else:
        path.write_bytes(b"garbage" * 1000)
    _, aside = restore(path, copy)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == log
    assert rated(path) == 41


def test_a_restore_cut_off_between_its_moves_is_ended_at_the_next_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rate(path, 41)
    moved = Path.replace

    def cut_off(self: Path, target: Path) -> Path:
        if self.name.endswith(".arriving"):
            raise KeyboardInterrupt
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        restore(path)
    monkeypatch.undo()
    assert not path.exists()
    assert rated(path) == 41


def test_the_log_of_a_backup_that_is_a_live_table_comes_along(path: Path, tmp_path: Path) -> None:
    live = tmp_path / "live" / "other.db"
    store = RatingsStore.open(live, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 12, "still in the log"))
    restore(path, live)
    store.close()
    assert rated(path) == 12


def test_checking_says_how_many_cells_are_odd(path: Path) -> None:
    rate(path, 41)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rating SET rated_on = '2024' WHERE rater = 'mine'")
    connection.close()
    told = check_file(path)
    assert (told.problems, told.odd) == ((), 1)
