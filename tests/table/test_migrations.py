"""Tables of earlier versions are migrated after a backup, and keep their contents."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from credibility.model import OutletQuery, Profile, RatingDraft, Span, StoreError
from credibility.table.file.backups import BACKUPS_KEPT, backup, backups
from credibility.table.file.restoring import is_sound
from credibility.table.schema import migrations
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores

VERSION_1 = Path(__file__).resolve().parents[1] / "data" / "outlets" / "ratings-version-1.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.db"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    connection.close()
    return path


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def test_a_table_of_version_1_keeps_everything(old: Path) -> None:
    store = RatingsStore.open(old, STARTER)
    assert version(old) == migrations.LATEST
    assert scores(store, "theguardian.com") == [("mine", 41.0), ("first", 85.0), ("second", 60.0)]
    assert store.queries.corrections("print")[0].span == Span(3, 13)
    assert store.queries.outlets(OutletQuery(words="hurriyet")).total == 1
    assert [change_set.summary for change_set in store.steps.history()][-1] == "Rate The Guardian 41 (Mixed)"
    assert store.steps.undo().summary == "Correct a claim"
    store.raters.keep(Profile("mine alone", (("mine", True),)))
    store.steps.undo()
    store.close()


def test_a_backup_of_the_table_as_it_was_is_made_before_a_migration(old: Path) -> None:
    RatingsStore.open(old, STARTER).close()
    before = [copy for copy in backups(old) if "before-version" in copy.name]
    assert [version(copy) for copy in before] == [1]
    assert is_sound(before[0])


def test_the_last_copy_of_an_earlier_version_is_never_dropped(old: Path) -> None:
    """Neither by many sessions nor by later migrations: only that copy takes the user back to the program that wrote it."""
    connection = sqlite3.connect(old)
    for _ in range(3):  # copies that an earlier program made at the end of its sessions
        database = Database(connection)
        database.execute("INSERT OR IGNORE INTO fact VALUES ('id', 'x')")
        backup(database, old, "edits")
    connection.close()
    for score in range(BACKUPS_KEPT + 3):
        store = RatingsStore.open(old, STARTER)
        store.edits.set_rating(RatingDraft("theguardian.com", score, "one"))
        store.close()
    kept = [version(copy) for copy in backups(old)]
    assert kept == [*[migrations.LATEST] * BACKUPS_KEPT, 1]
    last = backups(old)[-1]
    assert "before-version" in last.name, "the newest of them, made when the table was migrated"
    restored = old.with_name("again.db")
    last.rename(restored)
    store = RatingsStore.open(restored, STARTER)
    assert scores(store, "theguardian.com")[0] == ("mine", 41.0)
    store.close()


def test_it_ends_as_a_new_table_would(old: Path, tmp_path: Path) -> None:
    def shape(path: Path) -> set[tuple[str, str, str]]:
        connection = sqlite3.connect(path)
        try:
            return {
                (kind, name, " ".join(sql.split()))
                for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            }
        finally:
            connection.close()

    RatingsStore.open(old, STARTER).close()
    fresh = tmp_path / "fresh" / "ratings.db"
    RatingsStore.open(fresh, STARTER).close()
    assert shape(old) == shape(fresh)


def test_a_step_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> tuple[str, ...]:
        return ("CREATE TABLE half(done)", "CREATE TABLE outlet(again)")

    monkeypatch.setattr(migrations, "_STEPS", (migrations.first_version, broken))
    with pytest.raises(StoreError):
        RatingsStore.open(old, STARTER)
    assert version(old) == 1
    monkeypatch.undo()
    store = RatingsStore.open(old, STARTER)
    assert "half" not in store.session.database.table_names()
    assert content(store)["correction"]
    store.close()


def test_opening_an_up_to_date_table_makes_no_backup(old: Path) -> None:
    RatingsStore.open(old, STARTER).close()
    count = len(backups(old))
    RatingsStore.open(old, STARTER).close()
    assert len(backups(old)) == count
