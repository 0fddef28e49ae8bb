"""What the window's fakes share: the article that is open, a small table, the corrections, and the line of edits that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from credibility.floor.sources import SAID_BY_READER
from credibility.model import (
    Change,
    ChangeSet,
    ClaimDraft,
    Correction,
    Denier,
    Outlet,
    Polarity,
    RatedClaim,
    Rating,
    Reading,
    Resolution,
    ResolvedBy,
    Role,
    Source,
    Span,
    Step,
)
from tests.ui.articles import OUTLETS, bridge_article, bridge_reading, rated_claims, starter_ratings
from tests.ui.fake_claims import added


class FakeState:
    """Edits are made on plain dicts; each keeps the whole state before it."""

    def __init__(self, reading: Reading | None = None) -> None:
        self._served = reading
        self._reading: Reading | None = None
        self._outlets: dict[str, Outlet] = dict(OUTLETS)
        self._ratings: dict[str, tuple[Rating, ...]] = starter_ratings()
        self._corrected: dict[str, str | None] = {}
        self._rejected: frozenset[str] = frozenset()
        self._said: dict[str, bool] = {}
        self._sources: dict[str, Source] = {}
        self.unplaced: tuple[Correction, ...] = ()
        self._added: tuple[ClaimDraft, ...] = ()
        self._contents: dict[str, tuple[Span, ...]] = {}
        self._done: list[tuple[ChangeSet, tuple]] = []
        self._undone: list[tuple[ChangeSet, tuple]] = []
        self._extra: Callable[[tuple[RatedClaim, ...]], tuple[RatedClaim, ...]] = lambda claims: claims

    def _rate(self) -> Reading | None:
        if self._reading is None or self._served is not None:
            return self._reading
        _, contents = bridge_article()
        claims = []
        rejected = []
        mine = [added(draft, self._outlets, self._ratings) for draft in self._added]
        found_and_added = (*self._extra(rated_claims(self._reading.article, contents, self._ratings)), *mine)
        for found in sorted(found_and_added, key=lambda rated: rated.claim.content[0].start) if mine else found_and_added:
            rated = found
            if rated.id in self._corrected:
                slug = self._corrected[rated.id]
                outlet = self._outlets[slug] if slug else None
                role = Role.UNRATED if slug not in self._ratings else Role(rated.role)
                own = self._ratings.get(slug or "", ())
                role = Role[own[0].tier.name] if own else (Role.UNRATED if slug else Role.NO_SOURCE)
                resolution = Resolution(outlet, ResolvedBy.CORRECTED)
                rated = replace(rated, resolution=resolution, rating=own[0] if own else None, role=role, others=own[1:])
            if rated.id in self._contents:
                rated = replace(rated, claim=replace(rated.claim, content=self._contents[rated.id]))
            if rated.id in self._sources:
                rated = replace(
                    rated, claim=replace(rated.claim, source=self._sources[rated.id], reasons=(*rated.claim.reasons, SAID_BY_READER))
                )
            if rated.id in self._said:
                polarity = Polarity.ASSERTED if self._said[rated.id] else Polarity.DENIED
                denier = None if self._said[rated.id] else Denier.READER
                rated = replace(rated, claim=replace(rated.claim, polarity=polarity, denied_by=denier))
            (rejected if rated.id in self._rejected else claims).append(rated)
        fresh = bridge_reading(self._ratings)
        self._reading = replace(
            fresh, article=self._reading.article, claims=tuple(claims), rejected=tuple(rejected), unplaced=self.unplaced
        )
        return self._reading

    def _state(self) -> tuple:
        said, sources = dict(self._said), dict(self._sources)
        return (
            dict(self._outlets),
            dict(self._ratings),
            dict(self._corrected),
            self._rejected,
            said,
            sources,
            self._added,
            dict(self._contents),
        )

    def _restore(self, state: tuple) -> None:
        self._outlets, self._ratings, self._corrected, self._rejected = dict(state[0]), dict(state[1]), dict(state[2]), state[3]
        self._said, self._sources, self._added = dict(state[4]), dict(state[5]), state[6]
        self._contents = dict(state[7])

    def _edit(
        self, summary: str, key: str, change: Callable[[], None], before: str | None = None, after: str | None = None
    ) -> Reading | None:
        state = self._state()
        change()
        old = {"rater": "mine", "score": before} if before is not None else None
        new = {"rater": "mine", "score": after} if after is not None else None
        entry = ChangeSet(
            len(self._done) + 1, datetime(2024, 11, 5, 12, tzinfo=UTC), "you", summary, False, (Change("rating", key, old, new),)
        )
        self._done.append((entry, state))
        self._undone.clear()
        return self._rate()

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        done = [entry for entry, _ in self._done] + [replace(entry, undone=True) for entry, _ in self._undone]
        return tuple(entry for entry in reversed(done) if slug is None or any(change.key == slug for change in entry.changes))

    def can_undo(self) -> Step | None:
        return Step(self._done[-1][0].id, self._done[-1][0].summary) if self._done else None

    def can_redo(self) -> Step | None:
        return Step(self._undone[-1][0].id, self._undone[-1][0].summary) if self._undone else None

    def undo(self, shown: Step | None = None) -> Reading | None:
        return self._step(self._done, self._undone)

    def redo(self, shown: Step | None = None) -> Reading | None:
        return self._step(self._undone, self._done)

    def _step(self, source: list, target: list) -> Reading | None:
        entry, state = source.pop()
        target.append((entry, self._state()))
        self._restore(state)
        return self._rate()

    def reverse(self, change_set: int) -> Reading | None:
        state = next(state for entry, state in self._done if entry.id == change_set)
        return self._edit("Undone", "", lambda: self._restore(state))
