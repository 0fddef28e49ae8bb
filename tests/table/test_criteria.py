"""Raters of the user's own: criteria, worksheets, the score that follows and explains itself; undo, conflicts, other programs."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from credibility.model import ChangedMeanwhileError, RatingError, RatingStatus
from credibility.model.edited import Assessment, Criterion, CriterionAnswer
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores

GUARDIAN = "theguardian.com"
CRITERIA = (
    Criterion("", "Corrections", 50, "It corrects errors openly."),
    Criterion("", "Owners named", 30),
    Criterion("", "Authors named", 20),
)


def made(store: RatingsStore) -> str:
    return store.own.keep("My criteria", CRITERIA)


def rating(store: RatingsStore):  # type: ignore[no-untyped-def]
    return next((each for each in store.queries.ratings(GUARDIAN) if each.rater.slug.startswith("own-")), None)


def assess(store: RatingsStore, **met: bool | None) -> None:
    names = {"corrections": "corrections", "owners": "owners-named", "authors": "authors-named"}
    store.own.assess(GUARDIAN, "own-my-criteria", [CriterionAnswer(names[name], said) for name, said in met.items()])


@pytest.mark.parametrize(
    ("met", "score", "explained"),
    [
        ((True, True, True), 100.0, "Score 100: 3 of 3 criteria met (A 50, B 30, C 20)."),
        ((True, False, False), 50.0, "Score 50: 1 of 3 criteria met (A 50); not met: B 30, C 20."),
        ((False, False, False), 0.0, "Score 0: 0 of 3 criteria met; not met: A 50, B 30, C 20."),
        ((True, True, None), 100.0, "Score 100: 2 of 3 criteria met (A 50, B 30); not answered, so left out: C 20."),
        ((None, True, False), 60.0, "Score 60: 1 of 3 criteria met (B 30); not met: C 20; not answered, so left out: A 50."),
        ((None, True, None), None, "No score until half of the weight is answered: 1 of 3 criteria met (B 30); "
                                   "not answered, so left out: A 50, C 20."),
        ((None, None, None), None, "No score until half of the weight is answered: no criterion is answered; "
                                   "not answered, so left out: A 50, B 30, C 20."),
    ],
)  # fmt: skip
def test_a_score_follows_and_explains_itself(met: tuple[bool | None, ...], score: float | None, explained: str) -> None:
    criteria = tuple(Criterion(name, name.upper(), weight) for name, weight in (("a", 50), ("b", 30), ("c", 20)))
    sheet = Assessment(criteria, tuple(CriterionAnswer(name, said) for name, said in zip("abc", met, strict=True)))
    assert (sheet.score, sheet.explanation) == (score, explained)


def test_the_rating_follows_the_answers_and_decides_after_the_users_own(store: RatingsStore) -> None:
    made(store)
    assert [rater.slug for rater in store.raters.all()][:3] == ["mine", "own-my-criteria", "first"]
    assess(store, corrections=True, owners=False)
    found = rating(store)
    assert (found.score, found.provenance.original, found.provenance.status) == (62.5, "1 of 3 criteria met", RatingStatus.MINE)
    assert found.provenance.reason == "Score 62.5: 1 of 3 criteria met (Corrections 50); not met: Owners named 30; " \
        "not answered, so left out: Authors named 20."  # fmt: skip
    assert store.snapshot().ratings_of(GUARDIAN)[0] == found
    assess(store, corrections=None)
    assert rating(store) is None, "too little is answered, so nothing is rated"


def test_every_edit_is_one_step_of_undo_and_redo(store: RatingsStore) -> None:
    states = [content(store)]
    made(store)
    states.append(content(store))
    assess(store, corrections=True, owners=True, authors=False)
    states.append(content(store))
    criteria = store.own.all()["own-my-criteria"]
    store.own.keep("Mine", [replace(criteria[0], name="Corrects itself", weight=10), criteria[1]], "own-my-criteria")
    states.append(content(store))
    assert rating(store).score == 100.0
    store.own.remove("own-my-criteria")
    assert rating(store) is None
    states.append(content(store))
    for state in reversed(states[:-1]):
        store.steps.undo()
        assert content(store) == state
    for state in states[1:]:
        store.steps.redo()
        assert content(store) == state


def test_a_criterion_that_is_renamed_keeps_its_answers(store: RatingsStore) -> None:
    slug = made(store)
    assess(store, corrections=True, owners=True, authors=True)
    first, *rest = store.own.all()[slug]
    store.own.keep("My criteria", [*rest, replace(first, name="Errors corrected")], slug)
    assert [each.name for each in store.own.all()[slug]] == ["Owners named", "Authors named", "Errors corrected"]
    assert store.own.assessment(GUARDIAN, slug).answer_to(first).met is True
    assert "Errors corrected 50" in rating(store).provenance.reason


@pytest.mark.parametrize(
    ("title", "criteria", "said"),
    [
        ("", CRITERIA, "needs a name"),
        ("Mine", (), "needs a criterion"),
        ("Mine", (Criterion("", " ", 1),), "cannot be a criterion"),
        ("Mine", (Criterion("", "A", 0),), "weight 0"),
        ("Mine", (Criterion("", "A", float("nan")),), "weight nan"),
        ("Mine", (Criterion("", "A", 1), Criterion("", "a", 2)), "there twice"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(title: str, criteria: tuple[Criterion, ...], said: str, store: RatingsStore) -> None:
    before = content(store)
    with pytest.raises(RatingError, match=said):
        store.own.keep(title, criteria)
    assert content(store) == before


def test_answers_that_cannot_be_are_refused(store: RatingsStore) -> None:
    slug = made(store)
    before = content(store)
    for outlet, rater, answer, said in (
        (GUARDIAN, slug, CriterionAnswer("nothing", True), "not one of the criteria"),
        (GUARDIAN, slug, CriterionAnswer("corrections", True, url="javascript:alert(1)"), "not a web address"),
        (GUARDIAN, "first", CriterionAnswer("corrections", True), "not a rater of your own"),
        ("nowhere.example", slug, CriterionAnswer("corrections", True), "no outlet"),
    ):
        with pytest.raises(RatingError, match=said):
            store.own.assess(outlet, rater, [answer])
    assert content(store) == before


def test_a_worksheet_filled_in_elsewhere_is_not_overwritten_unseen(store: RatingsStore) -> None:
    slug = made(store)
    seen = store.own.assessment(GUARDIAN, slug).answers
    assess(store, corrections=False)
    with pytest.raises(ChangedMeanwhileError) as raised:
        store.own.assess(GUARDIAN, slug, [CriterionAnswer("corrections", True)], seen)
    store.own.assess(GUARDIAN, slug, [CriterionAnswer("corrections", True)], raised.value.now)
    assert rating(store).score == 100.0


def test_merged_outlets_keep_one_worksheet(store: RatingsStore) -> None:
    slug = made(store)
    assess(store, corrections=True, owners=True)
    store.own.assess("newsweek.com", slug, [CriterionAnswer("corrections", False), CriterionAnswer("authors-named", False)])
    before = content(store)
    store.edits.merge_outlets("newsweek.com", GUARDIAN)
    assert [answer.met for answer in store.own.assessment(GUARDIAN, slug).answers] == [True, True]
    store.steps.undo()
    assert content(store) == before
    store.edits.merge_outlets(GUARDIAN, "newsweek.com")
    assert [answer.met for answer in store.own.assessment("newsweek.com", slug).answers] == [False, False]


def test_other_programs_edits_are_recorded_and_reversed(path: Path) -> None:
    store = RatingsStore.open(path, STARTER)
    slug = made(store)
    assess(store, corrections=True, owners=True, authors=True)
    before = content(store)
    other = sqlite3.connect(path)
    other.execute("UPDATE answer SET met = 0 WHERE criterion = 'corrections'")
    other.commit()
    other.close()
    assert store.own.assessment(GUARDIAN, slug).answers[1].met is False
    newest = store.steps.history()[0]
    assert newest.actor == "another program"
    store.edits.reverse(newest.id)
    assert content(store) == before
    assert scores(store, GUARDIAN)[0] == (slug, 100.0)
    store.close()
