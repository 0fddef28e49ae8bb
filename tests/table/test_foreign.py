"""A rating list in somebody else's SQLite file."""

import json
import sqlite3
from pathlib import Path

import pytest

from credibility.model import RatingError
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
