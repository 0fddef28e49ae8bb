"""What older versions recorded of what was read leaves the table, its history and its backups."""

import sqlite3
from pathlib import Path

import pytest

from credibility.model import BlockChoice
from credibility.table.store import RatingsStore


@pytest.fixture
def visited(store: RatingsStore) -> RatingsStore:
    """Two articles as versions before the library recorded them."""
    with store.session.writing() as database:
        for visit, name in enumerate("ab"):
            database.execute(
                "INSERT INTO article(fingerprint, path, title, opened_at, visit) VALUES (?, ?, ?, '2026-03-05T10:00:00Z', ?)",
                (name, f"/saved/{name}.html", f"Title {name}", visit),
            )
            database.execute("INSERT INTO citation VALUES (?, 'newsweek.com', ?)", (name, visit + 1))
    return store


def test_all_that_was_recorded_is_read_first_visit_first(visited: RatingsStore) -> None:
    assert [(each.fingerprint, each.path, each.title, dict(each.cited)) for each in visited.citations.all()] == [
        ("a", Path("/saved/a.html"), "Title a", {"newsweek.com": 1}),
        ("b", Path("/saved/b.html"), "Title b", {"newsweek.com": 2}),
    ]


def test_forgetting_reaches_every_backup_and_is_no_edit(visited: RatingsStore) -> None:
    visited.choices.keep("file-of-a", "", BlockChoice(frozenset({"x"}), frozenset()))
    copy = visited.back_up()
    visited.citations.forget(["a"], ["file-of-a"])
    assert visited.steps.can_undo() is None
    assert [each.fingerprint for each in visited.citations.all()] == ["b"]
    assert visited.choices.of("file-of-a") == {}
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT fingerprint FROM article").fetchall() == [("b",)]
        assert connection.execute("SELECT count(*) FROM citation, choice").fetchone() == (0,)
    assert b"Title a" not in copy.read_bytes()
    visited.citations.forget()
    assert visited.citations.all() == ()


def test_a_backup_that_cannot_be_changed_goes_with_what_is_forgotten(visited: RatingsStore) -> None:
    copy = visited.back_up()
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 3])
    visited.citations.forget(["a"])
    assert not copy.exists()
