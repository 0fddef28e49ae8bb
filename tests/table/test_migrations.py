"""Tables of earlier versions are migrated after a backup, and keep their contents."""

import sqlite3
from pathlib import Path

import pytest

from credibility.model import OutletQuery, Profile, Span, StoreError
from credibility.table.file.backups import backups
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


def test_a_backup_is_made_before_each_step(old: Path) -> None:
    RatingsStore.open(old, STARTER).close()
    before = [copy for copy in backups(old) if "before-version" in copy.name]
    assert [version(copy) for copy in before] == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert is_sound(before[0])


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
