"""Trouble with the file: damage, locks, full disks, newer versions, files that are not ratings tables."""

import sqlite3
from pathlib import Path

import pytest

from credibility.model import (
    OutletDraft,
    OutletQuery,
    RatingDraft,
    StoreError,
)
from credibility.table.file import backups as copies
from credibility.table.file import opening
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores


def test_a_garbage_file_that_is_nobodys_backup_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("My diary.")
    with pytest.raises(StoreError, match="not a ratings table"):
        RatingsStore.open(path, STARTER)
    assert path.read_text() == "My diary."


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE diary(day)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        RatingsStore.open(path, STARTER)
    assert path.read_bytes() == before


def test_a_table_whose_making_was_cut_off_is_made_anew(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA journal_mode = WAL")
    other.close()
    store = RatingsStore.open(path, STARTER)
    assert store.notices == () and store.queries.outlets(OutletQuery()).total == 5
    store.close()


def test_a_path_with_odd_letters(tmp_path: Path) -> None:
    path = tmp_path / "my ratings?#%20é" / "ratings #1.db"
    for score in (41, 42):
        store = RatingsStore.open(path, STARTER)
        store.edits.set_rating(RatingDraft("theguardian.com", score, "one"))
        store.close()
    assert len(copies.backups(path)) == 2


def spoil_header(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:40_000] = b"\xff" * (40_000 - 4096)
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("spoil", [spoil_header, truncate, empty, scribble])
def test_a_damaged_table_is_restored_from_the_newest_sound_backup(path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    before = content(store)
    store.close()
    spoil(path)
    again = RatingsStore.open(path, STARTER)
    assert content(again) == before
    assert "put in its place" in again.notices[0]
    assert list(path.parent.glob("ratings.replaced-*.db"))
    again.close()


def test_a_damaged_backup_is_passed_over_for_an_older_one(path: Path) -> None:
    for score in (41, 42):
        store = RatingsStore.open(path, STARTER)
        store.edits.set_rating(RatingDraft("theguardian.com", score, "one"))
        store.close()
    newest, older = copies.backups(path)
    truncate(newest)
    truncate(path)
    again = RatingsStore.open(path, STARTER)
    assert older.name in again.notices[0]
    assert scores(again, "theguardian.com")[0] == ("mine", 41)
    again.close()


def test_a_big_table_is_read_through_only_when_there_is_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_CHECKED_EACH_TIME", 1000)
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    store.close()
    RatingsStore.open(path, STARTER).close()
    scribble(path)
    with pytest.raises(StoreError, match="damaged"):
        broken = RatingsStore.open(path, STARTER)
        broken.snapshot()
    again = RatingsStore.open(path, STARTER)
    assert "put in its place" in again.notices[0]
    assert scores(again, "theguardian.com")[0] == ("mine", 41)
    again.close()
    truncate(path)
    cut = RatingsStore.open(path, STARTER)
    assert "put in its place" in cut.notices[0]
    cut.close()


def test_without_a_sound_backup_a_new_table_is_made_and_the_damaged_one_kept(path: Path) -> None:
    RatingsStore.open(path, STARTER).close()
    truncate(path)
    store = RatingsStore.open(path, STARTER)
    assert "no sound backup" in store.notices[0]
    assert store.queries.outlets(OutletQuery()).total == 5
    store.close()


def test_backups_are_rotated(path: Path) -> None:
    for score in range(copies.BACKUPS_KEPT + 3):
        store = RatingsStore.open(path, STARTER)
        store.edits.set_rating(RatingDraft("theguardian.com", score, "one"))
        store.close()
    assert len(copies.backups(path)) == copies.BACKUPS_KEPT
    RatingsStore.open(path, STARTER).close()
    assert len(copies.backups(path)) == copies.BACKUPS_KEPT


def test_a_table_locked_by_another_program_says_so(path: Path, store: RatingsStore) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = content(store)
    with pytest.raises(StoreError, match="in use by another program"):
        store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    other.execute("ROLLBACK")
    other.close()
    assert content(store) == before
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))


def test_a_full_disk_says_so_and_keeps_the_table(store: RatingsStore) -> None:
    before = content(store)
    pages = store.session.database.execute("PRAGMA page_count").fetchone()[0]
    store.session.database.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(StoreError, match="disk is full"):
        for number in range(200):
            store.edits.save_outlet(OutletDraft(f"example{number}.org", "Example " * 10, notes="much to say " * 100))
            before = content(store)
    assert content(store) == before


def test_a_folder_that_cannot_be_written_says_so() -> None:
    with pytest.raises(StoreError, match="could not be opened"):
        RatingsStore.open(Path("/proc/nowhere/ratings.db"), STARTER)


def test_a_table_of_a_newer_program_is_left_alone(path: Path) -> None:
    RatingsStore.open(path, STARTER).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(StoreError, match="newer SourceTint"):
        RatingsStore.open(path, STARTER)
