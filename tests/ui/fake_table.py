"""An OutletPort in memory: a small table of outlets and ratings."""

from dataclasses import replace

from credibility.model import (
    CitingArticle,
    NameRule,
    Outlet,
    OutletDraft,
    OutletName,
    OutletPage,
    OutletQuery,
    OutletRow,
    Rating,
    RatingDraft,
    RatingError,
    Reading,
    Scope,
    Tag,
    Tier,
)
from credibility.model.edited import NamePlace, NamePreview, SplitDraft
from tests.ui.articles import MINE, rating_of
from tests.ui.fake_state import FakeState


class FakeTable(FakeState):
    """Queries and edits as those of the real table, without SQL."""

    citing: dict[str, tuple[CitingArticle, ...]]

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        rows = [self._row(outlet) for outlet in self._outlets.values()]
        words = query.words.lower()
        rows = [row for row in rows if words in row.name.lower() or words in row.slug]
        rows = [row for row in rows if not query.tiers or row.tier in query.tiers]
        rows = [row for row in rows if not query.countries or row.country in query.countries]
        rows = [row for row in rows if not query.raters or {r.rater.slug for r in self._ratings.get(row.slug, ())} & query.raters]
        rows = [row for row in rows if not query.kinds or row.kind in query.kinds]
        rows = [row for row in rows if not query.among or row.slug in query.among]
        rows = [row for row in rows if not query.unrated or row.tier is Tier.UNRATED]
        rows = [row for row in rows if not query.disagreeing or row.disagreeing]
        rows = [row for row in rows if not query.mine or row.rater == MINE.title]
        keys = {
            "name": lambda r: r.name.lower(),
            "score": lambda r: (r.score is not None, r.score or 0),
            "country": lambda r: r.country,
            "kind": lambda r: r.kind.value,
            "tier": lambda r: r.tier.value,
            "slug": lambda r: r.slug,
            "rater": lambda r: r.rater,
        }
        rows.sort(key=keys.get(query.sort, keys["name"]), reverse=query.descending)
        return OutletPage(tuple(rows[offset : offset + limit if limit >= 0 else None]), len(rows), offset)

    def _row(self, outlet: Outlet) -> OutletRow:
        own = self._ratings.get(outlet.slug, ())
        first = own[0] if own else None
        disagreeing = any(abs(rating.tier.value - first.tier.value) >= 2 for rating in own[1:]) if first else False
        return OutletRow(
            outlet.slug,
            outlet.name,
            outlet.country or "",
            outlet.kind,
            first.tier if first else Tier.UNRATED,
            first.score if first else None,
            first.rater.title if first else "",
            first.provenance.rated_on if first else None,
            first.provenance.reason if first else "",
            len(own),
            disagreeing,
            outlet.notes,
        )

    def outlet(self, slug: str) -> Outlet:
        if slug not in self._outlets:
            raise RatingError(f"No outlet {slug} is in your table.", "Add it first.")
        return self._outlets[slug]

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        return tuple(o for o in self._outlets.values() if words.lower() in o.name.lower() or words.lower() in o.slug)[:limit]

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        return self._ratings.get(slug, ())

    def rating_now(self, slug: str) -> Rating | None:
        return next(iter(self.ratings(slug)), None)

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        outlet = self.outlet(draft.outlet)
        if not draft.reason.strip():
            raise RatingError("A rating needs a reason.", "Say in a sentence why.")
        if draft.score is not None and not 0 <= draft.score <= 100:
            raise RatingError("A score lies between 0 and 100.", "Type such a number.")
        kept = tuple(rating for rating in self._ratings.get(draft.outlet, ()) if rating.rater is not MINE)
        old = self._ratings.get(draft.outlet, ())
        before = f"{old[0].score:.0f}" if old and old[0].score is not None else None
        new = (rating_of(draft.outlet, draft.score, MINE, draft.reason, draft.url), *kept)
        return self._edit(
            f"Rated {outlet.name}", draft.outlet, lambda: self._ratings.__setitem__(draft.outlet, new), before, f"{draft.score:.0f}"
        )

    def preview_name(self, slug: str, name: OutletName) -> NamePreview:
        """The word in the text of the open article; a name of lower case is an ordinary word."""
        text = self._reading.article.text if self._reading else ""
        places = tuple(NamePlace("", name.text, "", counts=NameRule.NEVER not in name.rules) for _ in range(text.count(name.text)))
        return NamePreview(name.rules or (NameRule.NEEDS_CUE,), "An ordinary word." if name.text.islower() else "", places)

    def set_tags(self, slug: str, tags: tuple[Tag, ...]) -> Reading | None:
        tagged = replace(self.outlet(slug), tags=tags)
        return self._edit(f"Tag {tagged.name}", slug, lambda: self._outlets.__setitem__(slug, tagged))

    def merge_outlets(self, slug: str, into: str) -> Reading | None:
        return self._edit(f"Merge {slug} into {into}", slug, lambda: self._outlets.pop(slug))

    def split_outlet(self, slug: str, draft: SplitDraft) -> Reading | None:
        if not draft.name:
            raise RatingError("The outlet has no name.", "Give the name it calls itself by.")
        made = Outlet(draft.slug, draft.name, names=draft.names, locators=draft.locators)
        return self._edit(f"Split {slug}", slug, lambda: self._outlets.__setitem__(draft.slug, made))

    def set_ratings(self, drafts: tuple[RatingDraft, ...]) -> Reading | None:
        before = self._state()
        for draft in drafts:
            self.set_rating(draft)
        return self._as_one_step(before, len(drafts), f"Rated {len(drafts)} outlets")

    def remove_outlets(self, slugs: tuple[str, ...]) -> Reading | None:
        before = self._state()
        for slug in slugs:
            self.remove_outlet(slug)
        return self._as_one_step(before, len(slugs), f"Removed {len(slugs)} outlets")

    def _as_one_step(self, before: tuple, steps: int, summary: str) -> Reading | None:
        if steps > 1:
            done = [self._done.pop()[0] for _ in range(steps)]
            changes = tuple(change for entry in reversed(done) for change in entry.changes)
            self._done.append((replace(done[-1], summary=summary, changes=changes), before))
        return self._reading

    def restore_outlet(self, slug: str, change_set: int) -> Reading | None:
        state = next(state for entry, state in self._done if entry.id == change_set)
        return self._edit("Restored", slug, lambda: self._ratings.__setitem__(slug, state[1].get(slug, ())))

    def countries(self) -> tuple[str, ...]:
        return tuple(sorted({outlet.country for outlet in self._outlets.values() if outlet.country}))

    def clear_rating(self, slug: str, scope: Scope | None = None) -> Reading | None:
        kept = tuple(rating for rating in self._ratings.get(slug, ()) if rating.rater is not MINE)
        return self._edit("Own rating removed", slug, lambda: self._ratings.__setitem__(slug, kept))

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        if not draft.name.strip():
            raise RatingError("An outlet needs a name.", "Type one.")
        if " " in draft.slug or "." not in draft.slug:
            raise RatingError(f"“{draft.slug}” is not a domain.", "Type one such as example.org.")
        made = Outlet(
            draft.slug, draft.name, draft.kind, draft.country, draft.language, notes=draft.notes, names=draft.names, locators=draft.locators
        )
        return self._edit(f"Saved {draft.name}", draft.slug, lambda: self._outlets.__setitem__(draft.slug, made))

    def remove_outlet(self, slug: str) -> Reading | None:
        name = self.outlet(slug).name

        def change() -> None:
            del self._outlets[slug]
            self._ratings.pop(slug, None)

        return self._edit(f"Removed {name}", slug, change)

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        return self.citing.get(slug, ())
