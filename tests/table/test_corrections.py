"""Corrections are kept with what stands around their words, and found again in other copies of a page."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from credibility.model import Correction, CorrectionKind, PositionSelector, QuoteSelector, Source, SourceKind, Span
from credibility.table.schema import migrations
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER

AROUND = {"prefix": "He said: ", "suffix": ", and left."}
REJECTED = Correction(CorrectionKind.NOT_A_CLAIM, "print", "it is safe", Span(9, 19), **AROUND)
OWN = Correction(
    CorrectionKind.CLAIM,
    "print",
    "it is red it is old",
    Span(30, 60),
    "newsweek.com",
    source=Source(SourceKind.PERSON, "Zoë “Z” Ödön"),
    content=(
        (QuoteSelector("it is red", "a", "b"), PositionSelector(30, 39)),
        (QuoteSelector("it is old", "", "."), PositionSelector(51, 60)),
    ),
    **AROUND,
)


def test_a_claim_of_the_readers_comes_back_as_it_was_and_is_undone(store: RatingsStore) -> None:
    store.edits.correct((OWN,), "Add a claim")
    assert store.queries.corrections("print") == (OWN,)
    assert store.steps.undo().summary == "Add a claim"
    assert store.queries.corrections("print") == ()
    store.steps.redo()
    assert store.queries.corrections("print") == (OWN,)


def test_several_are_kept_and_taken_back_in_one_step(store: RatingsStore) -> None:
    store.edits.correct((REJECTED,), "Remove a claim")
    store.edits.correct((OWN,), "Join two claims", gone=(REJECTED,))
    assert store.queries.corrections("print") == (OWN,)
    store.steps.undo()
    assert store.queries.corrections("print") == (REJECTED,)


def test_other_copies_of_a_page_have_its_corrections_and_their_own_decide(store: RatingsStore) -> None:
    store.edits.correct((REJECTED,), "x", pages=("news.example/a", "title:the bridge that nobody repaired"))
    assert store.queries.corrections("copy", ("news.example/a",)) == (REJECTED,)
    assert store.queries.corrections("copy", ("title:the bridge that nobody repaired",)) == (REJECTED,)
    assert store.queries.corrections("copy", ("news.example/b",)) == ()
    assert store.queries.corrections("copy") == ()
    mine = Correction(CorrectionKind.OTHER_OUTLET, "copy", "it is safe", Span(2, 12), "newsweek.com", **AROUND)
    store.edits.correct((mine,), "y")
    assert store.queries.corrections("copy", ("news.example/a",)) == (REJECTED, mine)


@pytest.mark.parametrize("pages", [("news.example/a",), ()])
def test_where_a_page_is_from_stands_outside_the_history(store: RatingsStore, pages: tuple[str, ...]) -> None:
    store.edits.correct((REJECTED,), "x", pages=pages)
    (told,) = store.steps.history()
    assert [change.table for change in told.changes] == ["correction"]


def test_a_table_of_version_5_keeps_its_corrections_and_their_undo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ratings.db"
    with monkeypatch.context() as older:
        older.setattr(migrations, "_STEPS", migrations._STEPS[:5])
        connection = sqlite3.connect(path)
        database = Database(connection)
        migrations.migrate(database, lambda: None, latest=5)
        with connection:
            connection.execute("INSERT INTO correction VALUES ('print', 'it is safe', 9, 19, 'not-a-claim', NULL, '')")
            connection.execute("INSERT INTO mending VALUES ('print', 'it is red', 30, 39, 'said', 'no')")
        connection.close()
    store = RatingsStore.open(path, STARTER)
    kinds = [(each.kind, each.quote, each.prefix) for each in store.queries.corrections("print")]
    assert kinds == [(CorrectionKind.NOT_A_CLAIM, "it is safe", ""), (CorrectionKind.NOT_SAID, "it is red", "")]
    assert store.session.database.execute("PRAGMA user_version").fetchone()[0] == migrations.LATEST
    store.close()


def test_other_edges_are_kept_beside_what_else_was_said_of_the_claim(store: RatingsStore) -> None:
    edges = Correction(CorrectionKind.EDGES, "print", "it is safe", Span(9, 19), content=OWN.content, **AROUND)
    store.edits.correct((edges,), "Move the edges")
    store.edits.correct((REJECTED,), "Remove a claim")
    assert set(store.queries.corrections("print")) == {edges, REJECTED}
    store.steps.undo()
    assert store.queries.corrections("print") == (edges,)


def test_corrections_of_a_file_opened_before_are_of_its_page(tmp_path: Path) -> None:
    path = tmp_path / "ratings.db"
    connection = sqlite3.connect(path)
    migrations.migrate(Database(connection), lambda: None, latest=5)
    with connection:
        connection.execute("INSERT INTO correction VALUES ('print', 'it is safe', 9, 19, 'not-a-claim', NULL, '')")
        connection.execute("INSERT INTO article(fingerprint, path, title, opened_at, visit) VALUES ('print', '/a.html', 'A', '', 1)")
    connection.close()
    store = RatingsStore.open(path, STARTER)
    assert [each.quote for each in store.queries.corrections("a newer reading", ("file:/a.html",))] == ["it is safe"]
    store.close()
