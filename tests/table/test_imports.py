"""Importing lists into the table: previewed, written and undone as one step; the user's own ratings stay."""

from pathlib import Path

import pytest

from credibility.model import NameRule, OutletKind, OutletQuery, Rater, RatingDraft, RatingError, Scope
from credibility.model.lists import ColumnMapping, ImportStep, ListEntry, ReadList, SetAside
from credibility.outlets.lists.formats.recognise import recognise
from credibility.outlets.names.hits import find_names
from credibility.table.store import RatingsStore
from tests.table.starters import content, scores

CLASS = Rater("class", "Class 2b", 5, licence="CC0-1.0", version="1")
SHARED = Path(__file__).resolve().parents[3] / "shared" / "samples" / "rating-lists"


def listed(*entries: ListEntry, rows: int | None = None, quarantined: tuple[SetAside, ...] = (), **about: bool) -> ReadList:
    return ReadList(CLASS, rows or len(entries), entries, (), quarantined, "digest", **about)


def entry(line: int, key: str, score: float | None, **told: object) -> ListEntry:
    return ListEntry(line, key, score, f"{score}", **told)  # type: ignore[arg-type]


def test_a_preview_tells_every_row_and_changes_nothing(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "mine"))
    before = content(store)
    preview = store.lists.preview(
        listed(
            entry(2, "theguardian.com", 70),
            entry(3, "gu.com", 10),
            entry(4, "newsweek.com", 80),
            entry(5, "new.example", 40),
            entry(6, "medium.com", 40),
            entry(7, "hurriyet.com.tr", None, kind=OutletKind.SATIRE),
            rates_platforms=False,
        )
    )
    assert [(row.entry.line, row.step, row.outlet) for row in preview.rows] == [
        (2, ImportStep.ADD, "theguardian.com"),
        (3, ImportStep.MERGE, "theguardian.com"),
        (4, ImportStep.CONFLICT, "newsweek.com"),
        (5, ImportStep.ADD, "new.example"),
        (6, ImportStep.SKIP, "medium.com"),
        (7, ImportStep.SKIP, "hurriyet.com.tr"),
    ]
    assert preview.counts[ImportStep.ADD] == 2 and preview.new_outlets == 1
    assert "your rating stays in force" in preview.rows[2].note
    assert content(store) == before


def test_an_import_is_one_step_and_is_undone_whole(store: RatingsStore) -> None:
    before = content(store)
    record = store.lists.import_list(listed(entry(2, "theguardian.com", 70), entry(3, "new.example", 40, name="New Example")))
    assert scores(store, "theguardian.com")[-1] == ("class", 70.0)
    assert store.queries.outlet("new.example").name == "New Example"
    assert (record.added, record.licence, record.digest, record.rows) == (2, "CC0-1.0", "digest", 2)
    assert store.steps.can_undo().summary == "Import Class 2b"
    store.steps.undo()
    assert content(store) == before
    store.steps.redo()
    assert scores(store, "theguardian.com")[-1] == ("class", 70.0)


def test_the_users_own_rating_is_never_overwritten(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "mine"))
    store.lists.import_list(listed(entry(2, "newsweek.com", 80)))
    assert scores(store, "newsweek.com")[0] == ("mine", 20.0)
    assert ("class", 80.0) in scores(store, "newsweek.com")


def test_a_newer_edition_shows_its_difference(store: RatingsStore) -> None:
    store.lists.import_list(listed(entry(2, "theguardian.com", 70), entry(3, "newsweek.com", 50), entry(4, "medium.com", 30)))
    newer = listed(entry(2, "theguardian.com", 70), entry(3, "newsweek.com", 60))
    preview = store.lists.preview(newer)
    assert [row.step for row in preview.rows] == [ImportStep.SAME, ImportStep.CHANGE]
    assert preview.rows[1].before is not None and preview.rows[1].before.score == 50
    assert [rating.outlet for rating in preview.withdrawn] == ["medium.com"]
    store.lists.import_list(newer, withdraw=True)
    assert scores(store, "medium.com") == []
    store.steps.undo()
    assert scores(store, "medium.com") == [("class", 30.0)]


def test_importing_the_same_again_leaves_no_step(store: RatingsStore) -> None:
    read = listed(entry(2, "theguardian.com", 70))
    store.lists.import_list(read)
    again = store.lists.import_list(read)
    assert (again.added, again.change_set, len(store.steps.history())) == (0, None, 1)
    assert len(store.lists.imports()) == 2


def test_rows_that_could_not_be_read_are_kept_with_the_reason(store: RatingsStore) -> None:
    bad = SetAside(7, "???", "no address")
    record = store.lists.import_list(listed(entry(2, "theguardian.com", 70), rows=2, quarantined=(bad,)))
    assert store.lists.quarantine(record.id) == (bad,)
    assert record.quarantined == 1


def test_a_cancelled_import_changes_nothing(store: RatingsStore) -> None:
    before = content(store)
    entries = [entry(line, f"site{line}.example", 50) for line in range(2000)]
    with pytest.raises(RatingError, match="cancelled"):
        store.lists.import_list(listed(*entries), progress=lambda share, phrase: share < 0.6)
    assert content(store) == before
    assert store.lists.imports() == ()


def test_progress_runs_from_none_to_all(store: RatingsStore) -> None:
    shares: list[float] = []

    def note(share: float, phrase: str) -> bool:
        shares.append(share)
        return bool(phrase)

    store.lists.import_list(listed(*[entry(line, f"site{line}.example", 50) for line in range(1200)]), progress=note)
    assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] <= 1


def test_of_several_rows_for_one_outlet_its_own_address_speaks(store: RatingsStore) -> None:
    preview = store.lists.preview(
        listed(entry(2, "gu.com", 10, weak=True), entry(3, "theguardian.com", 70), entry(4, "theguardian.com", 30))
    )
    assert [row.step for row in preview.rows] == [ImportStep.MERGE, ImportStep.ADD, ImportStep.MERGE]


def test_a_part_of_an_outlet_is_rated_apart(store: RatingsStore) -> None:
    store.lists.import_list(listed(entry(2, "newsweek.com", 70), entry(3, "newsweek.com", 10, scope=Scope(topic="blogs"))))
    assert [row.score for row in store.queries.outlets(OutletQuery(words="newsweek", raters=frozenset({"class"}))).rows] == [55.0]
    assert {(rating.score, rating.scope.topic) for rating in store.queries.ratings("newsweek.com") if rating.rater.slug == "class"} == {
        (70, None),
        (10, "blogs"),
    }


def test_newcomers_do_not_spoil_the_names_of_the_table(store: RatingsStore) -> None:
    store.lists.import_list(
        listed(
            entry(2, "a.example", 10, name="Newsweek"),
            entry(3, "b.example", 10, name="Who"),
            entry(4, "c.example", 10, name="Common Dream"),
            entry(5, "d.example", 10, name="InfoStorm"),
            entry(6, "e.example", 10, name="The Sun (Elsewhere)"),
        )
    )
    rules = {slug: store.queries.outlet(slug).names[0].rules for slug in ("a.example", "b.example", "c.example", "d.example", "e.example")}
    assert {slug for slug, rule in rules.items() if rule == (NameRule.NEVER,)} == {"a.example", "b.example", "e.example"}
    found = find_names("Who said so? Newsweek reported it, citing Common Dream and InfoStorm.", store.snapshot())
    assert [mention.outlet.slug for mention in found if mention.outlet] == ["newsweek.com", "c.example", "d.example"]


def test_a_newcomer_under_a_platform_knows_its_parent_and_takes_nothing_over(store: RatingsStore) -> None:
    store.lists.import_list(listed(entry(2, "medium.com/@ada", 10)))
    added = store.queries.outlet("medium.com/@ada")
    assert (added.parent, added.inherits, added.locators) == ("medium.com", False, ("medium.com/@ada",))


def test_mappings_are_kept(store: RatingsStore) -> None:
    mapping = ColumnMapping("Site", "Stars", 1, 5, labels=(("good", 80.0),), rated_on="Checked")
    store.lists.save_mapping("stars", mapping)
    assert store.lists.mappings() == {"stars": mapping}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared rating lists are not beside the project")
def test_real_lists_do_not_sink_anybody(store: RatingsStore) -> None:
    for name in ("rsp/audiodude_sources.jsonl", "pc1/domain_pc1.csv", "opensources/sources.csv"):
        text = (SHARED / name).read_text(encoding="utf-8")
        known = recognise(text)
        assert known is not None
        record = store.lists.import_list(known.read(text))
        assert record.rows == len([line for line in text.splitlines() if line.strip()]) - (0 if name.endswith("jsonl") else 1)
    table = store.snapshot()

    def of(slug: str, rater: str) -> dict[str, float | None]:
        return {
            str(r.scope.topic or r.scope.since or r.scope.until or r.scope.author or ""): r.score
            for r in table.ratings_of(slug)
            if r.rater.slug == rater
        }

    assert of("theguardian.com", "rsp")[""] == 85 and of("theguardian.com", "rsp")["blogs"] == 50
    assert of("forbes.com", "rsp")["2010-08-05"] == 50 and of("forbes.com", "rsp")["2010-08-04"] == 85
    assert of("newsweek.com", "rsp") == {"2012-12-31": 85, "2013-01-01": 50}
    assert "medium.com" in table.outlets and of("medium.com", "pc1") == {}
    assert table.locators.get("medicalmedium.com") != "medium.com"
    assert not any(
        rating.score is not None for slug in ("theonion.com",) for rating in table.ratings_of(slug) if rating.rater.slug == "opensources"
    )
