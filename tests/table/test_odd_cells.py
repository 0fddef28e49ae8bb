"""Whatever another SQLite tool writes into a cell, the table opens, and the cell is listed with how to fix it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from credibility.model import Correction, CorrectionKind, NameRule, OutletDraft, OutletQuery, Profile, RatingDraft, Span
from credibility.table.schema.tables import RECORDED
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores

ODD: tuple[object, ...] = (
    "2024",
    "since 2013",
    "needs cue",
    "",
    "–",
    -1,
    7,
    3.5,
    10**18,
    b"\xff\xfe",
    "x" * 5000,
    "[1",
    '{"a": 1}',
    "9999-99-99",
)


def ask_everything(store: RatingsStore) -> None:
    """Run every query that the window and the command line make."""
    registry = store.snapshot()
    for sort in ("name", "score", "rated_on", "rater"):
        store.queries.outlets(OutletQuery(sort=sort))
    store.queries.outlets(OutletQuery(words="guardian"))
    for slug in registry.outlets:
        store.queries.ratings(slug)
        store.steps.history(slug)
    store.citations.all()
    store.queries.find_outlets("news")
    store.queries.countries()
    store.queries.corrections("print")
    store.raters.all()
    store.raters.profiles()
    store.steps.history()
    for record in store.lists.imports():
        store.lists.quarantine(record.id)
    store.lists.mappings()
    store.choices.of("file")
    store.choices.last_part("file")
    assert store.choices.is_empty in (True, False)
    store.odd_cells()


def fill(store: RatingsStore, path: Path) -> None:
    """A row in every table."""
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    store.edits.add_correction(Correction(CorrectionKind.OTHER_OUTLET, "print", "words", Span(1, 5), "newsweek.com"))
    store.raters.keep(Profile("mine", (("mine", True),)))
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO article(fingerprint, path, title) VALUES ('print', 'a.html', 'An article')")
        connection.execute("INSERT INTO citation VALUES ('print', 'newsweek.com', 2)")
        connection.execute("INSERT INTO choice VALUES ('file', '', '[\"x\"]', '[]')")
        connection.execute("INSERT INTO last_part VALUES ('file', 'p')")
        connection.execute("INSERT INTO mapping VALUES ('list', '{\"address\": \"a\"}')")
        connection.execute(
            "INSERT INTO list_import(rater, title, digest, rows, added, changed, merged, passed_over, quarantined) "
            "VALUES ('first', 'a', 'b', 1, 1, 0, 0, 0, 1)"
        )
        connection.execute("INSERT INTO quarantine VALUES (1, 1, 'row', 'why')")
    connection.close()


def cells_of(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [(table, row[1]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")]
    connection.close()
    ours = {"fact", "revision", "recording", "delivered"}  # the program's own notes
    return [cell for cell in cells if cell[0] not in ours]


def test_every_cell_of_every_table_may_hold_anything(store: RatingsStore, path: Path, tmp_path: Path) -> None:
    fill(store, path)
    store.close()
    whole, tried = path, 0
    for table, column in cells_of(whole):
        path = Path(shutil.copy(whole, tmp_path / f"{table}-{column}.db"))
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA recursive_triggers = OFF")
        written = []
        connection.execute("BEGIN")
        for odd in ODD:
            try:
                connection.execute(f"UPDATE {table} SET {column} = ?", (odd,))
            except sqlite3.Error as error:
                assert isinstance(error, sqlite3.IntegrityError | sqlite3.OperationalError), error
            else:
                written.append(odd)
        connection.execute("ROLLBACK")
        for odd in written:
            connection.execute(f"UPDATE {table} SET {column} = ?", (odd,))
        connection.close()
        opened = RatingsStore.open(path, STARTER)
        ask_everything(opened)
        with opened.session.alone() as database:
            database.close()  # without a backup, which this is not about
        tried += len(written)
    assert tried > 300


CELLS = (
    ("rating", "rated_on", "'2024'", "rated_on is “2024”"),
    ("rating", "scope", "'since 2013'", "so the rating has no say"),
    ("name", "rules", "'needs cue'", "so the name is not looked for"),
    ("outlet", "kind", "'newspaper'", "taken as “unknown”"),
    ("outlet", "state", "'partly'", "write one of controlled"),
    ("outlet", "inherits", "'yes'", "write 0 or 1"),
    ("rater", "precedence", "'first'", "so the rater comes last"),
    ("rater", "enabled", "'on'", "write 0 or 1"),
    ("rating", "confidence", "'high'", "taken as 1"),
    ("rating", "reason", "x'ff'", "write text in UTF-8"),
    ("profile", "raters", "'me'", "so it is left out"),
    ("choice", "added", "'me'", "taken as empty"),
)


@pytest.mark.parametrize(("table", "column", "value", "told"), CELLS)
def test_an_odd_cell_is_named_with_how_to_mend_it(store: RatingsStore, path: Path, table: str, column: str, value: str, told: str) -> None:
    fill(store, path)
    assert store.odd_cells() == ()
    with sqlite3.connect(path) as connection:
        key = RECORDED[table][0] if table in RECORDED else "file"
        connection.execute(f"UPDATE {table} SET {column} = {value} WHERE {key} = (SELECT max({key}) FROM {table})")
    connection.close()
    found = store.odd_cells()
    assert found and {(cell.table, cell.column) for cell in found} == {(table, column)}
    assert told in str(found[0])


def test_a_rater_that_nobody_knows_has_no_say_and_is_named(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rating SET rater = 'nobody' WHERE rater = 'first' AND outlet = 'theguardian.com'")
    connection.close()
    assert scores(store, "theguardian.com") == [("second", 60.0)]
    assert [str(cell) for cell in store.odd_cells()] == [
        "rating theguardian.com · nobody: rater is “nobody”, which is not in the table “rater”, so the rating has no say; "
        "add the rater, or delete the row"
    ]


def test_a_rating_with_a_scope_that_cannot_be_read_is_not_taken_for_the_whole_outlets(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE rating SET scope = 'since 2013' WHERE rater = 'first' AND outlet = 'theguardian.com'")
    connection.close()
    assert scores(store, "theguardian.com") == [("second", 60.0)]


def test_saving_an_outlet_leaves_a_name_alone_whose_rules_are_odd(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE name SET rules = 'needs cue' WHERE text = 'Newsweek'")
    connection.close()
    outlet = store.queries.outlet("newsweek.com")
    assert outlet.names[0].rules == (NameRule.NEVER,)
    store.edits.save_outlet(OutletDraft("newsweek.com", "Newsweek", names=outlet.names, locators=outlet.locators, notes="new"))
    rules = "SELECT rules FROM name WHERE outlet = 'newsweek.com'"
    assert store.session.database.execute(rules).fetchall() == [("needs cue",)]
    store.edits.save_outlet(OutletDraft("newsweek.com", "Newsweek", names=(), locators=outlet.locators))
    assert ("needs cue",) not in store.session.database.execute(rules).fetchall()


def test_another_program_may_put_a_blob_anywhere_and_it_is_kept_in_the_history(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE outlet SET notes = x'ff00' WHERE slug = 'medium.com'")
    connection.close()
    (told,) = store.steps.history()
    assert told.changes[0].after is not None and told.changes[0].after["notes"] == "X'FF00'"
    store.edits.remove_outlet("medium.com")
    ask_everything(store)
