"""Rating lists in other programs' SQLite files."""

import json
import sqlite3
import time
from pathlib import Path

import pytest

from credibility.model import RatingError
from credibility.table import foreign
from credibility.table.foreign import is_database, table_names, table_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.db"
    with sqlite3.connect(path) as database:
        database.execute('CREATE TABLE "my sites"(site TEXT, points INTEGER, raw BLOB)')
        database.execute('INSERT INTO "my sites" VALUES (?, ?, ?)', ("example.com", 7, b"caf\xc3\xa9"))
        database.execute("CREATE TABLE empty(a)")
        database.execute('CREATE VIEW good AS SELECT site FROM "my sites" WHERE points > 5')
    database.close()
    return path


def test_tables_that_have_rows_are_offered(file: Path) -> None:
    assert is_database(file.read_bytes()[:100])
    assert table_names(file) == ("my sites", "good")


def test_a_table_is_read_as_objects(file: Path) -> None:
    assert json.loads(table_text(file, "my sites")) == [{"site": "example.com", "points": 7, "raw": "café"}]
    with pytest.raises(RatingError, match="no table “empty”"):
        table_text(file, "empty")


def test_reading_leaves_the_file_and_its_folder_as_they_were(file: Path) -> None:
    before = file.read_bytes()
    table_text(file, "good")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["list.db"]


def test_a_damaged_file_is_a_named_error(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:600])
    with pytest.raises(RatingError, match="cannot be read as a database"):
        table_names(file)


def views(path: Path, *statements: str) -> Path:
    with sqlite3.connect(path) as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    return path


ENDLESS = "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def test_a_view_that_never_gives_a_row_is_not_offered(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS_LOOKING", 0.2)
    views(file, f"{ENDLESS} WHERE i < 0")
    begun = time.monotonic()
    assert table_names(file) == ("my sites", "good")
    assert time.monotonic() - begun < 5


def test_a_view_without_an_end_is_a_named_error(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    views(file, ENDLESS)
    assert "endless" in table_names(file)
    monkeypatch.setattr(foreign, "SECONDS_READING", 0.3)
    with pytest.raises(RatingError, match="takes longer than"):
        table_text(file, "endless")
    monkeypatch.setattr(foreign, "SECONDS_READING", 30.0)
    monkeypatch.setattr(foreign, "MOST_ROWS", 1000)
    with pytest.raises(RatingError, match="more than 1,000 rows"):
        table_text(file, "endless")


def test_a_view_that_makes_a_gigabyte_out_of_nothing_is_a_named_error(file: Path) -> None:
    views(file, "CREATE VIEW huge AS SELECT zeroblob(900000000) AS a", "CREATE VIEW ten AS SELECT hex(zeroblob(15000000)) AS a")
    for view in ("huge", "ten"):
        with pytest.raises(RatingError):
            table_text(file, view)


def test_what_cannot_be_read_hides_nothing_else(file: Path) -> None:
    views(file, "CREATE VIEW broken AS SELECT a FROM nowhere", "CREATE VIRTUAL TABLE words USING fts5(body)")
    views(file, "INSERT INTO words VALUES ('a')")
    assert {"my sites", "good"} <= set(table_names(file))
    assert not {"broken", "words"} & set(table_names(file))
