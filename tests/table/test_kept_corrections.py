"""Corrections in the table: kept by article, undone like any edit, several about one claim."""

from dataclasses import replace

import pytest

from credibility.model import (
    Correction,
    CorrectionKind,
    Source,
    SourceKind,
    Span,
)
from credibility.table.store import RatingsStore


def test_corrections_are_kept_per_article_and_undone_like_any_edit(store: RatingsStore) -> None:
    one = Correction(CorrectionKind.OTHER_OUTLET, "print", "it is safe", Span(3, 13), "newsweek.com")
    store.edits.add_correction(one, "Outlet is Newsweek")
    assert (store.queries.corrections("print"), store.queries.corrections("other")) == ((one,), ())
    store.edits.correct((), "Remove a correction", gone=store.queries.corrections("print"))
    assert store.queries.corrections("print") == ()
    store.steps.undo()
    assert store.queries.corrections("print") == (one,)
    assert store.steps.history()[1].summary == "Outlet is Newsweek"


def test_what_was_not_said_is_kept_beside_the_outlet_of_the_same_claim(store: RatingsStore) -> None:
    outlet = Correction(CorrectionKind.OTHER_OUTLET, "print", "it is safe", Span(3, 13), "newsweek.com")
    not_said = Correction(CorrectionKind.NOT_SAID, "print", "it is safe", Span(3, 13))
    store.edits.add_correction(outlet)
    store.edits.add_correction(not_said)
    assert set(store.queries.corrections("print")) == {outlet, not_said}
    store.edits.add_correction(replace(not_said, kind=CorrectionKind.SAID))
    assert set(store.queries.corrections("print")) == {outlet, replace(not_said, kind=CorrectionKind.SAID)}
    store.steps.undo()
    assert set(store.queries.corrections("print")) == {outlet, not_said}
    store.steps.undo()
    assert store.queries.corrections("print") == (outlet,)
    store.steps.redo()
    store.edits.correct((), "Remove a correction", gone=store.queries.corrections("print"))
    assert store.queries.corrections("print") == ()
    store.steps.undo()
    assert set(store.queries.corrections("print")) == {outlet, not_said}


def test_who_said_it_is_kept_beside_whether_it_was_said(store: RatingsStore) -> None:
    not_said = Correction(CorrectionKind.NOT_SAID, "print", "it is safe", Span(3, 13))
    source = replace(not_said, kind=CorrectionKind.OTHER_SOURCE, source=Source(SourceKind.PERSON, "Zoë “Z” Ödön"))
    store.edits.add_correction(not_said)
    store.edits.add_correction(source)
    assert set(store.queries.corrections("print")) == {not_said, source}
    store.steps.undo()
    assert store.queries.corrections("print") == (not_said,)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("source", "[]"), ("source", "{"), ("source", '["x", "nobody"]'), ("said", "perhaps"), ("edge", "1"), ("claim", "{}")],
)
def test_a_mending_that_another_program_left_unreadable_has_no_effect(store: RatingsStore, kind: str, value: str) -> None:
    with store.session.edit("x"):
        store.session.database.execute("INSERT INTO mending VALUES ('print', 'it is safe', 3, 13, ?, ?)", (kind, value))
    assert store.queries.corrections("print") == ()
