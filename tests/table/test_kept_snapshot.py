"""The snapshot file beside a large table: used for exactly the rows it was made from, ignored and written again otherwise."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from credibility.model import RatingDraft, Tag
from credibility.outlets import packed
from credibility.outlets.names.hits import find_names
from credibility.outlets.names.lookup import outlets_named
from credibility.outlets.registry import OutletRegistry
from credibility.table import snapshots
from credibility.table.beside.kept_snapshot import FORMAT, snapshot_file
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores

TEXT = "Newsweek reported on Monday that The Guardian wrote of it. Hürriyet said no. The Observer said so."


@pytest.fixture(autouse=True)
def every_table_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "_WORTH_A_FILE", 1)


@pytest.fixture
def from_rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the rows were read."""
    read: list[int] = []
    load = snapshots.load

    def counted(database: object) -> OutletRegistry:
        read.append(1)
        return load(database)  # type: ignore[arg-type]

    monkeypatch.setattr(snapshots, "load", counted)
    return read


def opened(path: Path) -> RatingsStore:
    return RatingsStore.open(path, STARTER)


def used_once(path: Path) -> None:
    store = opened(path)
    store.snapshot()
    store.close()


def same(one: OutletRegistry, other: OutletRegistry) -> None:
    assert dict(one.outlets) == dict(other.outlets)
    assert dict(one.ratings) == dict(other.ratings)
    assert dict(one.names.bearers) == dict(other.names.bearers)
    assert (one.locators, one.raters) == (other.locators, other.raters)
    assert find_names(TEXT, one) == find_names(TEXT, other) != ()
    assert outlets_named("the guardian", one) == outlets_named("the guardian", other) != ()


def test_the_second_start_reads_no_rows_and_sees_the_same(path: Path, from_rows: list[int]) -> None:
    store = opened(path)
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "read"))
    store.tags.set("newsweek.com", (Tag("jti"),))
    first = store.snapshot()
    store.close()
    again = opened(path)
    same(again.snapshot(), first)
    assert len(from_rows) == 1
    again.close()


def edited_by_another_program(path: Path) -> None:
    with sqlite3.connect(path) as tool:
        tool.execute("UPDATE rating SET score = 3 WHERE outlet = 'newsweek.com' AND scope = ''")
    tool.close()


def cut_short(path: Path) -> None:
    data = snapshot_file(path).read_bytes()
    snapshot_file(path).write_bytes(data[: len(data) // 2])


def one_byte_changed(path: Path) -> None:
    data = bytearray(snapshot_file(path).read_bytes())
    data[-40] ^= 1
    snapshot_file(path).write_bytes(data)


def another_tables(path: Path) -> None:
    other = path.parent / "other" / "ratings.db"
    used_once(other)
    shutil.copy(snapshot_file(other), snapshot_file(path))


def another_format(path: Path) -> None:
    data = snapshot_file(path).read_bytes()
    snapshot_file(path).write_bytes(data.replace(f"[{FORMAT}, ".encode(), b"[0, ", 1))


def a_folder(path: Path) -> None:
    snapshot_file(path).unlink()
    snapshot_file(path).mkdir()


SPOILERS = (edited_by_another_program, cut_short, one_byte_changed, another_tables, another_format, a_folder)


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_snapshot_that_does_not_fit_is_not_used(path: Path, from_rows: list[int], spoil: Callable[[Path], None]) -> None:
    used_once(path)
    assert snapshot_file(path).is_file()
    spoil(path)
    from_rows.clear()
    store = opened(path)
    expected = 3.0 if spoil is edited_by_another_program else 55.0
    assert ("first", expected) in scores(store, "newsweek.com")
    assert len(from_rows) == 1
    store.close()
    if spoil is not a_folder:
        used_once(path)
        assert len(from_rows) == 1, "it was written again"


def test_a_restored_backup_is_not_taken_for_what_came_after_it(path: Path) -> None:
    store = opened(path)
    copy = store.back_up()
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "before"))
    store.snapshot()
    store.close()
    store = opened(path)
    store.restore(copy)
    store.edits.set_rating(RatingDraft("newsweek.com", 60, "after"))  # the counter stands where it stood
    assert scores(store, "newsweek.com")[0] == ("mine", 60)
    store.close()
    store = opened(path)
    assert scores(store, "newsweek.com")[0] == ("mine", 60)
    store.close()


def test_edits_on_an_unpacked_snapshot_are_seen_at_once(path: Path, from_rows: list[int]) -> None:
    used_once(path)
    from_rows.clear()
    store = opened(path)
    store.snapshot()
    store.edits.set_rating(RatingDraft("medium.com", 20, "read"))
    assert scores(store, "medium.com") == [("mine", 20)]
    assert scores(store, "theguardian.com") == [("first", 85.0), ("second", 60.0)]
    store.edits.remove_outlet("newsweek.com")
    assert store.snapshot().outlet("newsweek.com") is None
    store.steps.undo()
    assert store.snapshot().outlet("newsweek.com") is not None
    assert not from_rows
    same(store.snapshot(), snapshots.load(store.session.database))
    store.close()


def test_a_snapshot_that_cannot_be_written_costs_nothing_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    store = opened(path)
    store.snapshot()
    assert store.close() is None
    assert not snapshot_file(path).exists()


def test_what_is_packed_is_unpacked_the_same(store: RatingsStore) -> None:
    registry = store.snapshot()
    same(packed.unpack(packed.pack(registry)), registry)
    twice = packed.unpack(packed.pack(packed.unpack(packed.pack(registry))))
    same(twice, registry)
