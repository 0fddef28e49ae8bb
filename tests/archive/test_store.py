"""The store of a batch: all or nothing per file, nothing twice, and what it answers."""

import sqlite3
from pathlib import Path

import pytest

from credibility.archive.statistics import Restriction, statistics
from credibility.archive.store import CLAIM_COLUMNS, ReadingsStore, StoredArticle
from credibility.model import StoreError


def article(
    fingerprint: str = "f", claims: int = 1, publisher: str = "The Gazette", month: str = "2026-05", outlet: str | None = "bbc.co.uk"
) -> StoredArticle:
    values = (0, "A bridge", None, "gazette.example", publisher, f"{month}-01", "en", fingerprint)
    tier = ("high", "high", 90.0, "pc1") if outlet else ("person", None, None, None)
    rows = tuple(
        (number, f"c{number}", "it is safe", "Ann", "person", outlet, outlet and "BBC", *tier, "asserted")
        for number in range(1, claims + 1)
    )
    return StoredArticle(values, rows, b"x")


@pytest.fixture
def store(tmp_path: Path) -> ReadingsStore:
    with ReadingsStore(tmp_path / "readings.db") as made:
        yield made


def test_what_is_stored_is_there_when_the_file_is_opened_again(store: ReadingsStore, tmp_path: Path) -> None:
    store.add("d1", "a.html", [article(claims=2)])
    with ReadingsStore(tmp_path / "readings.db", create=False) as again:
        assert again.has("d1")
        assert not again.has("d2")
        assert again.counts() == (1, 2)


def test_a_file_read_again_replaces_what_it_was(store: ReadingsStore) -> None:
    store.add("d1", "a.html", [article(claims=3)])
    store.add("d1", "b.html", [article(claims=1)])
    assert store.counts() == (1, 1)


def test_a_file_is_stored_whole_or_not_at_all(store: ReadingsStore) -> None:
    with pytest.raises(StoreError):
        store.add("d1", "a.html", [article(), article()])  # two articles with the same part
    assert store.counts() == (0, 0)
    assert not store.has("d1")


def test_a_failure_goes_when_the_file_is_read(store: ReadingsStore) -> None:
    store.fail("d1", "a.html", "It is damaged.")
    assert store.failures() == [("a.html", "It is damaged.")]
    store.add("d1", "a.html", [article()])
    assert store.failures() == []


def test_the_table_does_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    files = [(f"d{number}", [article(f"f{number}", number % 3)]) for number in range(6)]
    dumps = []
    for name, order in (("one.db", files), ("two.db", files[::-1])):
        with ReadingsStore(tmp_path / name) as made:
            for digest, articles in order:
                made.add(digest, f"{digest}.html", articles)
            dumps.append(list(made.table()))
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) == 6


def test_another_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine(x)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(StoreError, match="not a store of readings"):
        ReadingsStore(other)
    (tmp_path / "text.db").write_text("not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(StoreError):
        ReadingsStore(tmp_path / "text.db")
    with pytest.raises(StoreError, match="does not exist"):
        ReadingsStore(tmp_path / "none.db", create=False)
    assert other.read_bytes() == before
    assert not (tmp_path / "none.db").exists()


def found(store: ReadingsStore, name: str, **restricted: str) -> list[tuple[object, ...]]:
    (table,) = statistics(store, Restriction(**restricted), names=(name,))
    return list(table.rows)


def test_who_cites_whom_by_publisher_period_tier_and_kind(store: ReadingsStore) -> None:
    store.add("d1", "a.html", [article("f1", 2)])
    store.add("d2", "b.html", [article("f2", 1, "The Courier", "2025-12")])
    store.add("d3", "c.html", [article("f3", 1, outlet=None)])
    assert found(store, "who cites whom") == [("The Gazette", "BBC", 2, 1), ("The Courier", "BBC", 1, 1)]
    assert found(store, "outlets cited") == [("BBC", 3, 2)]
    assert found(store, "publishers") == [("The Gazette", 3, 2), ("The Courier", 1, 1)]
    assert found(store, "periods") == [("2025-12", 1, 1), ("2026-05", 3, 2)]
    assert found(store, "tiers") == [("high", 3, 2)]
    assert found(store, "kinds of source") == [("person", 4, 3)]


def test_questions_are_restricted(store: ReadingsStore) -> None:
    store.add("d1", "a.html", [article("f1", 2)])
    store.add("d2", "b.html", [article("f2", 1, "The Courier", "2025-12")])
    assert found(store, "publishers", publisher="the courier") == [("The Courier", 1, 1)]
    assert found(store, "publishers", outlet="BBC.co.uk", since="2026") == [("The Gazette", 2, 1)]
    assert found(store, "publishers", until="2026-01") == [("The Courier", 1, 1)]
    assert found(store, "publishers", publisher="x' OR '1'='1") == []


def test_copies_of_one_article_count_once(store: ReadingsStore) -> None:
    for digest in ("d3", "d1", "d2"):
        store.add(digest, f"{digest}.html", [article("same", 2)])
    assert found(store, "outlets cited") == [("BBC", 2, 1)]


def test_rows_left_out_are_counted(store: ReadingsStore) -> None:
    for number in range(5):
        store.add(f"d{number}", "a.html", [article(f"f{number}", 1, f"Paper {number}")])
    (table,) = statistics(store, Restriction(), top=2, names=("publishers",))
    assert (len(table.rows), table.more) == (2, 3)
    assert len(CLAIM_COLUMNS) == 12
