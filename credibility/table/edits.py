"""Edits of outlets, ratings and corrections. Each is one recorded, undoable change set.

Each edit is one immediate transaction on the file as it is at that moment. Errors leave everything unchanged: StoreError
for the file, RatingError for invalid input.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from credibility.floor.language import said
from credibility.model import (
    ChangedMeanwhileError,
    Correction,
    KeptCorrection,
    Outlet,
    OutletDraft,
    OutletFacts,
    Provenance,
    Rater,
    Rating,
    RatingDraft,
    RatingError,
    RatingStatus,
    Scope,
    Tier,
)
from credibility.model.edited import SplitDraft
from credibility.outlets.entries import CheckedDraft, check_facts, check_outlet, check_rating
from credibility.outlets.rating.scopes import write_scope
from credibility.outlets.starter import write_rules
from credibility.table import history, rows
from credibility.table.cells import lenient, statements
from credibility.table.corrections import merging
from credibility.table.corrections.merging import row_of
from credibility.table.corrections.places import write_passage
from credibility.table.meanwhile import FACTS, merged_draft, refuse_unseen
from credibility.table.schema.tables import MINE, RECORDED
from credibility.table.session import Session


class TableEdits:
    """The user's edits of outlets, ratings and claims."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def set_rating(self, draft: RatingDraft) -> None:
        """Set the user's own rating; the whole outlet's unless the draft has a scope."""
        self.set_ratings((draft,))

    def set_ratings(self, drafts: Sequence[RatingDraft]) -> None:
        """Set several of the user's own ratings as one undoable step, all or none."""
        rated = [(self._outlet(draft.outlet).name, _own_rating(draft)) for draft in drafts]
        if not rated:
            return
        name, first = rated[0]
        told = "unrated" if first.score is None else f"{first.score:g} ({first.tier.label})"
        summary = f"Rate {name} {told}" if len(rated) == 1 else f"Rate {len(rated)} outlets"
        with self._session.edit(summary):
            for draft, (called, _) in zip(drafts, rated, strict=True):
                if draft.seen is not None:
                    refuse_unseen(draft.seen, self._ratings(draft.outlet), draft.scope, called)
            statements.upsert_all(self._session.database, "rating", [rows.rating_row(rating) for _, rating in rated], RECORDED["rating"])

    def clear_rating(self, slug: str, scope: Scope | None = None) -> None:
        """Remove the user's own ratings of an outlet, or the one of this scope. Raises RatingError when there are none."""
        outlet = self._outlet(slug)
        with self._session.edit(f"Remove the rating of {outlet.name}"):
            which, values = ("", ()) if scope is None else (" AND scope = ?", (write_scope(scope),))
            gone = self._session.database.execute(
                f"DELETE FROM rating WHERE outlet = ? AND rater = ?{which}", (slug, MINE, *values)
            ).rowcount
            if not gone:
                raise RatingError(
                    said("You have not rated {outlet}.", outlet=outlet.name),
                    said("Other raters' ratings can be outvoted by your own, not removed."),
                )

    def save_outlet(self, draft: OutletDraft) -> None:
        """Add an outlet, or change the one with that slug; its parent, dates and ratings stay."""
        checked = check_outlet(draft)
        with self._session.edit("") as number:
            present = rows.read_outlets(self._session.database, [checked.slug]).get(checked.slug)
            if draft.seen is not None:
                draft, checked = self._reconciled(draft, checked, present)
            self._refuse_taken(checked)
            base = present or Outlet(checked.slug, checked.name)
            if draft.facts is not None:
                base = self._with_facts(base, check_facts(draft.facts, checked.slug))
            outlet = replace(
                base,
                name=checked.name,
                kind=draft.kind,
                country=checked.country,
                language=draft.language or None,
                notes=draft.notes.strip(),
            )
            summary = f"Change {outlet.name}" if present else f"Add {outlet.name}"
            self._session.database.execute("UPDATE change_set SET summary = ? WHERE id = ?", (summary, number))
            self._save(outlet, checked, present)

    def remove_outlet(self, slug: str) -> None:
        """Remove an outlet with its names, locators and ratings."""
        self.remove_outlets((slug,))

    def remove_outlets(self, slugs: Sequence[str]) -> None:
        """Remove several outlets as one undoable step, all or none. Raises RatingError when one is unknown."""
        names = [self._outlet(slug).name for slug in slugs]
        if not names:
            return
        with self._session.edit(f"Remove {names[0]}" if len(names) == 1 else f"Remove {len(names)} outlets"):
            self._session.database.conn.executemany("DELETE FROM outlet WHERE slug = ?", [(slug,) for slug in slugs])

    def merge_outlets(self, slug: str, into: str) -> None:
        """Make one outlet out of two, as one undoable step: `into` gets the names, addresses and ratings of the other that it lacks.

        A rating that both have from one rater for one scope stays as `into` has it. Raises RatingError when the two are one.
        """
        gone, kept = self._outlet(slug), self._outlet(into)
        if gone.slug == kept.slug:
            raise RatingError(said("“{outlet}” and “{other}” are the same outlet.", outlet=slug, other=into), said("Name two outlets."))
        with self._session.edit(f"Merge {gone.name} ({gone.slug}) into {kept.name}"):
            rows.move_outlet(self._session.database, gone.slug, kept.slug)

    def split_outlet(self, slug: str, draft: SplitDraft) -> None:
        """Make two outlets out of one, as one undoable step: the new one takes these names and addresses away from the other.

        Raises RatingError when the outlet lacks one of them, or the new one would be an outlet that the table has.
        """
        whole = self._outlet(slug)
        checked = check_outlet(OutletDraft(draft.slug, draft.name, whole.kind, whole.country, whole.language, draft.names, draft.locators))
        if missing := [key for key in draft.locators if key not in whole.locators or key == slug]:
            raise RatingError(
                said("“{address}” is not an address that {outlet} could give away.", address=missing[0], outlet=whole.name),
                said("Choose another of its addresses."),
            )
        if self._session.read(lambda database: rows.read_outlets(database, [checked.slug])):
            raise RatingError(said("“{slug}” is an outlet of the table.", slug=checked.slug), said("Give the new outlet another domain."))
        with self._session.edit(f"Split {checked.name} from {whole.name}"):
            database = self._session.database
            for key in {locator.key for locator in checked.locators} & set(whole.locators):
                statements.delete(database, "locator", {"key": key}, RECORDED["locator"])
            for name in draft.names:
                self._delete_name(rows.name_row(slug, name))
            self._refuse_taken(checked)
            made = replace(
                whole, slug=checked.slug, name=checked.name, homepage=None, parent=None, inherits=False, inherits_until=None, notes=""
            )
            self._save(replace(made, names=(), locators=()), checked, None)

    def restore(self, slug: str, change_set: int) -> None:
        """Restore an outlet and its ratings to their state before a change set in its history; this can itself be undone.

        Raises RatingError when one of the rows has since been changed elsewhere.
        """
        told = self._session.read(lambda database: history.summary_of(database, slug, change_set))
        if told is None:
            raise RatingError(said("This step is not in the outlet's history."), said("Choose one of those shown there."))
        with self._session.edit(f"Restore {slug} as before “{told}”"):
            history.roll_back(self._session.database, slug, change_set)

    def reverse(self, change_set: int) -> None:
        """Undo one change set of the history, wherever it is in it and whichever program made it; this can itself be undone.

        Raises RatingError when there is no such change set in force, or when one of its rows has since been changed.
        """
        told = self._session.read(lambda database: history.reversible(database, change_set))
        if told is None:
            raise RatingError(
                said("There is no change {number} to undo.", number=change_set),
                said("`sourcetint ratings history` shows the changes with their numbers."),
            )
        with self._session.edit(f"Undo “{told}”"):
            history.reverse(self._session.database, change_set)

    def add_correction(self, correction: Correction, summary: str = "Correct a claim") -> None:
        """Store a correction of one claim, replacing an earlier one of the same words and the same part of the claim."""
        self.correct((correction,), summary)

    def correct(self, kept: Sequence[Correction], summary: str, *, gone: Sequence[Correction] = (), pages: Sequence[str] = ()) -> None:
        """Store corrections and remove others, as one undoable step. `pages` identify the page that the corrected text was read from."""
        with self._session.edit(summary):
            for correction in gone:
                table, row = row_of(correction)
                statements.delete(self._session.database, table, row, RECORDED[table])
            for correction in kept:
                table, row = row_of(correction)
                statements.upsert(self._session.database, table, row, RECORDED[table])
                write_passage(self._session.database, correction, pages)

    def take_corrections_in(self, brought: Sequence[KeptCorrection]) -> merging.Merged:
        """Add corrections that came from elsewhere, as one undoable step; where one of the reader's own differs, that one stays."""
        with self._session.edit("") as number:
            merged = merging.take_in(self._session.database, brought)
            count = len(merged.added)
            summary = f"Import {count} correction{'' if count == 1 else 's'}"
            self._session.database.execute("UPDATE change_set SET summary = ? WHERE id = ?", (summary, number))
        return merged

    def _outlet(self, slug: str) -> Outlet:
        found = self._session.read(lambda database: rows.read_outlets(database, [slug])).get(slug)
        if found is None:
            raise RatingError(said("There is no outlet “{slug}” in the table.", slug=slug), said("Look for it by name, or add it."))
        return found

    def _with_facts(self, outlet: Outlet, facts: OutletFacts) -> Outlet:
        """The outlet with these facts. Raises RatingError when its parent is unknown or belongs to it."""
        above, passed = facts.parent, {outlet.slug}
        while above is not None:
            parent = rows.read_outlets(self._session.database, [above]).get(above)
            if parent is None and above == facts.parent:
                raise RatingError(
                    said("There is no outlet “{slug}” in the table.", slug=above),
                    said("Give the domain of the outlet that it belongs to."),
                )
            if above in passed:
                raise RatingError(
                    said("{parent} belongs to {outlet} itself.", parent=facts.parent, outlet=outlet.name),
                    said("An outlet cannot belong to a part of it."),
                )
            passed.add(above)
            above = parent.parent if parent else None
        return replace(outlet, **{name: getattr(facts, name) for name in FACTS})

    def _ratings(self, slug: str) -> list[Rating]:
        database = self._session.database
        return rows.read_ratings(database, rows.read_raters(database), [slug])

    def _reconciled(self, draft: OutletDraft, checked: CheckedDraft, present: Outlet | None) -> tuple[OutletDraft, CheckedDraft]:
        """The draft merged with changes made elsewhere. Raises ChangedMeanwhileError where both changed the same field."""
        if present is None:
            raise ChangedMeanwhileError(
                said("{outlet} has since been removed in another window or program.", outlet=draft.name),
                said("Undo the removal there, or add it again."),
            )
        merged = merged_draft(draft, present)
        return merged, check_outlet(merged) if merged != draft else checked

    def _refuse_taken(self, checked: CheckedDraft) -> None:
        for locator in checked.locators:
            row = self._session.database.execute(
                "SELECT outlet.name FROM locator JOIN outlet ON outlet.slug = locator.outlet WHERE key = ? AND outlet <> ? "
                "UNION ALL SELECT name FROM outlet WHERE slug = ? AND slug <> ?",
                (locator.key, checked.slug, locator.key, checked.slug),
            ).fetchone()
            if row:
                raise RatingError(
                    said("{address} already leads to {outlet}.", address=locator.key, outlet=row[0]),
                    said("Remove it there first, or leave it out here."),
                )

    def _save(self, outlet: Outlet, checked: CheckedDraft, present: Outlet | None) -> None:
        row = rows.outlet_row(outlet, "mine")
        statements.upsert(self._session.database, "outlet", row, RECORDED["outlet"])
        names = [rows.name_row(outlet.slug, name) for name in checked.names]
        locators = [{"key": each.key, "outlet": each.outlet, "kind": each.kind} for each in checked.locators]
        before = [rows.name_row(outlet.slug, name) for name in present.names] if present else []
        self._delete_gone(before, names, present.locators if present else (), {locator["key"] for locator in locators})
        for name in names:
            if name not in before:  # a name that stays is not rewritten: another program may have stored more in its cells
                statements.upsert(self._session.database, "name", name, RECORDED["name"])
        for locator in locators:
            statements.upsert(self._session.database, "locator", locator, RECORDED["locator"])

    def _delete_gone(
        self, before: Sequence[statements.Row], names: Sequence[statements.Row], keys: Sequence[str], kept: set[object]
    ) -> None:
        """Delete the outlet's names and addresses that were removed from it."""
        for gone in before:
            if not any(gone["text"] == name["text"] and gone["rules"] == name["rules"] for name in names):
                self._delete_name(gone)
        for key in keys:
            if key not in kept:
                statements.delete(self._session.database, "locator", {"key": key}, RECORDED["locator"])

    def _delete_name(self, gone: statements.Row) -> None:
        """Delete the rows that read as this name, including those whose rules another program wrote in another form."""
        database = self._session.database
        found = database.execute("SELECT rules FROM name WHERE outlet = ? AND text = ?", (gone["outlet"], gone["text"])).fetchall()
        for (written,) in found:
            if write_rules(lenient.rules(written)) == gone["rules"]:
                statements.delete(database, "name", {**gone, "rules": written}, RECORDED["name"])


def _own_rating(draft: RatingDraft) -> Rating:
    check_rating(draft)
    provenance = Provenance(
        original="" if draft.score is None else f"{draft.score:g}",
        reason=draft.reason.strip(),
        url=draft.url or None,
        rated_on=draft.rated_on or date.today(),
        status=RatingStatus.MINE,
    )
    return Rating(draft.outlet, Rater(MINE, "", 0), Tier.of_score(draft.score), draft.score, draft.scope, provenance)
