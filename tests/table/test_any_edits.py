"""After any sequence of edits, undos, redos and restarts, undo restores the table's contents exactly."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from credibility.model import Correction, CorrectionKind, OutletDraft, OutletName, Profile, Rater, RatingDraft, RatingError, Scope, Span
from credibility.model.lists import ListEntry, ReadList
from credibility.table.snapshots import load
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content

SLUGS = st.sampled_from(
    ["theguardian.com", "theguardian.com/observer", "newsweek.com", "hurriyet.com.tr", "medium.com", "new.example", "other.example"]
)
SCORES = st.none() | st.floats(0, 100).map(lambda score: round(score, 3))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=8)
SCOPES = st.sampled_from([Scope(), Scope(topic="politics"), Scope(path="newsweek.com/opinion")])


class AnyEdits(RuleBasedStateMachine):
    """`done` holds the contents before each edit that can be undone, `undone` the contents after each that can be redone."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "ratings.db"
        self.store = RatingsStore.open(self.path, STARTER)
        self.store.session.database.execute("PRAGMA synchronous = OFF")
        self.done: list[object] = []
        self.undone: list[object] = []

    @rule(slug=SLUGS, score=SCORES, reason=WORDS, scope=SCOPES)
    def rate(self, slug: str, score: float | None, reason: str, scope: Scope) -> None:
        self.edit(lambda: self.store.edits.set_rating(RatingDraft(slug, score, reason, scope=scope)))

    @rule(slug=SLUGS)
    def take_back(self, slug: str) -> None:
        self.edit(lambda: self.store.edits.clear_rating(slug))

    @rule(
        slug=SLUGS, name=WORDS, names=st.lists(WORDS, max_size=3), address=st.none() | st.sampled_from(["a.example", "b.example", "gu.com"])
    )
    def save(self, slug: str, name: str, names: list[str], address: str | None) -> None:
        draft = OutletDraft(slug, name, names=tuple(map(OutletName, names)), locators=(address,) if address else ())
        self.edit(lambda: self.store.edits.save_outlet(draft))

    @rule(slug=SLUGS)
    def remove(self, slug: str) -> None:
        self.edit(lambda: self.store.edits.remove_outlet(slug))

    @rule(order=st.permutations(["first", "second", "mine"]), enabled=st.booleans())
    def order(self, order: list[str], enabled: bool) -> None:
        self.edit(lambda: self.store.raters.set_order(tuple((slug, enabled or slug == "mine") for slug in order)))

    @rule(quote=WORDS, start=st.integers(0, 3), slug=st.none() | SLUGS)
    def correct(self, quote: str, start: int, slug: str | None) -> None:
        kind = CorrectionKind.OTHER_OUTLET if slug else CorrectionKind.NOT_A_CLAIM
        self.edit(lambda: self.store.edits.add_correction(Correction(kind, "print", quote, Span(start, start + 5), slug)))

    @rule(slugs=st.lists(SLUGS, max_size=4), score=st.floats(0, 100).map(lambda score: round(score, 1)), withdraw=st.booleans())
    def take_in(self, slugs: list[str], score: float, withdraw: bool) -> None:
        entries = tuple(ListEntry(line, slug, score, str(score), slug.upper()) for line, slug in enumerate(slugs, start=2))
        self.edit(lambda: self.store.lists.import_list(ReadList(Rater("list", "A list", 9), len(slugs), entries), withdraw=withdraw))

    @rule(name=WORDS)
    def keep_profile(self, name: str) -> None:
        self.edit(lambda: self.store.raters.keep(Profile(name, (("first", True),))))

    @rule()
    def undo(self) -> None:
        now = content(self.store)
        if self.store.steps.undo() is None:
            assert not self.done
        else:
            assert content(self.store) == self.done.pop()
            self.undone.append(now)

    @rule()
    def redo(self) -> None:
        now = content(self.store)
        if self.store.steps.redo() is None:
            assert not self.undone
        else:
            assert content(self.store) == self.undone.pop()
            self.done.append(now)

    @rule()
    def restart(self) -> None:
        before = content(self.store)
        self.store.close()
        self.store = RatingsStore.open(self.path, STARTER)
        self.store.session.database.execute("PRAGMA synchronous = OFF")
        assert content(self.store) == before

    def edit(self, change) -> None:  # type: ignore[no-untyped-def]
        before, steps = content(self.store), len(self.store.steps.history(limit=10_000))
        try:
            change()
        except RatingError:
            assert content(self.store) == before
        if len(self.store.steps.history(limit=10_000)) > steps:
            self.done.append(before)
            self.undone.clear()
        else:
            assert content(self.store) == before

    @invariant()
    def the_kept_snapshot_is_what_the_file_holds(self) -> None:
        kept, fresh = self.store.snapshot(), self.store.session.read(load)
        assert kept.outlets == fresh.outlets and kept.locators == fresh.locators and kept.raters == fresh.raters
        assert {slug: group for slug, group in kept.ratings.items() if group} == {
            slug: group for slug, group in fresh.ratings.items() if group
        }

    def teardown(self) -> None:
        if hasattr(self, "store"):
            first = self.done[0] if self.done else content(self.store)
            while self.store.steps.undo():
                pass
            assert content(self.store) == first
            self.store.session.database.close()
            self.folder.cleanup()


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
