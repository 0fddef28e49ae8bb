"""The user's ratings table: the one door to its SQLite file. Every edit is one recorded, undoable change set.

Safe to call from several threads and beside other processes: each edit is one immediate transaction on the file as it is
at that moment. Errors leave everything as it was: StoreError for the file, RatingError for what was typed.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from credibility.model import (
    ChangeSet,
    CitingArticle,
    ColumnMapping,
    Correction,
    ImportPreview,
    ImportRecord,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    Profile,
    Provenance,
    Rater,
    Rating,
    RatingDraft,
    RatingError,
    RatingStatus,
    ReadList,
    SetAside,
    Span,
    Tier,
)
from credibility.outlets import store_changes, store_citations, store_file, store_import, store_rows, store_table
from credibility.outlets.drafts import CheckedDraft, check_outlet, check_rating
from credibility.outlets.lists.preview import preview
from credibility.outlets.registry import OutletRegistry, build_registry, with_outlets, with_ratings
from credibility.outlets.schema import MINE, RECORDED
from credibility.outlets.starter import Starter, read_starter
from credibility.outlets.store_import import Progress
from credibility.outlets.store_starter import deliver, is_delivered

Answer = TypeVar("Answer")
_HISTORY_SHOWN = 500
_RENEWED_ONE_BY_ONE = 200  # outlets an edit may touch before the snapshot is better made anew


def _no_progress(_share: float, _phrase: str) -> bool:
    return True


class RatingsStore:
    """The open table. Use `open`; close it when done."""

    def __init__(self, database: Database, path: Path, notices: tuple[str, ...]) -> None:
        self._database = database
        self._lock = threading.RLock()
        self._snapshot: OutletRegistry | None = None
        self._seen_version = -1
        self._kept_order: tuple[object, list[str]] = (None, [])
        self._actor = "you"
        self.path = path
        self.notices = notices

    @classmethod
    def open(cls, path: Path, starter: Starter | Mapping[str, str], *, patience: float = 5.0) -> "RatingsStore":
        """Open or create the table, restore it from the newest sound backup when it is damaged, bring the starter in.

        `starter` is best given as the documents `read_starter` reads, by file name: they are read only when the table has another.

        `notices` says in sentences what was done. Raises StoreError: read-only folder, locked, foreign file, newer version, disk full.
        """
        database, notices = store_file.open_database(path, patience)
        store = cls(database, path, notices)
        try:
            told = store._deliver(starter)
        except BaseException:
            database.close()
            raise
        store.notices = (*notices, told) if told else notices
        return store

    def close(self) -> None:
        """Back the table up if it changed, and close it."""
        with self._lock, store_file.named_errors(self.path):
            self._back_up_if_changed()
            self._database.close()

    # Reading

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, as it is now, edits of other processes included."""
        with self._lock, store_file.named_errors(self.path):
            version = int(self._database.execute("PRAGMA data_version").fetchone()[0])
            if self._snapshot is None or version != self._seen_version:
                self._snapshot = self._reading(self._load)
                self._seen_version = version
            return self._snapshot

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table, by SQL."""
        with self._lock, store_file.named_errors(self.path):
            if query.words.strip():
                self._ready_to_search()
            return self._reading(lambda: store_table.read_page(self._database, self._order(query), offset, limit))

    def outlet(self, slug: str) -> Outlet:
        """One outlet with names and locators. Raises RatingError when unknown."""
        with self._lock, store_file.named_errors(self.path):
            found = store_rows.read_outlets(self._database, [slug]).get(slug)
        if found is None:
            raise RatingError(f"There is no outlet “{slug}” in the table.", "Look for it by name, or add it.")
        return found

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose name, other name or locator contains the words, best first."""
        with self._lock, store_file.named_errors(self.path):
            self._ready_to_search()
            slugs = store_table.find_slugs(self._database, words, limit)
            found = store_rows.read_outlets(self._database, slugs)
            return tuple(found[slug] for slug in slugs)

    def raters(self) -> tuple[Rater, ...]:
        """All raters in order of precedence, those switched off too."""
        with self._lock, store_file.named_errors(self.path):
            return tuple(store_rows.read_raters(self._database).values())

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the first rater's first."""
        self.outlet(slug)
        with self._lock, store_file.named_errors(self.path):
            ratings = store_rows.read_ratings(self._database, store_rows.read_raters(self._database), [slug])
        return tuple(sorted(ratings, key=lambda rating: (not rating.rater.enabled, rating.rater.precedence, not rating.scope.is_whole)))

    def history(self, slug: str | None = None, limit: int = _HISTORY_SHOWN) -> tuple[ChangeSet, ...]:
        """Change sets that touched this outlet (or any), newest first."""
        with self._lock, store_file.named_errors(self.path):
            return store_changes.read_history(self._database, slug, limit)

    def corrections(self, fingerprint: str) -> tuple[Correction, ...]:
        """The reader's corrections of one article, in text order."""
        with self._lock, store_file.named_errors(self.path):
            return store_rows.read_corrections(self._database, fingerprint)

    # Editing

    def set_rating(self, draft: RatingDraft) -> None:
        """Set the user's own rating; the whole outlet's unless the draft has a scope."""
        check_rating(draft)
        outlet = self.outlet(draft.outlet)
        provenance = Provenance(
            original="" if draft.score is None else f"{draft.score:g}",
            reason=draft.reason.strip(),
            url=draft.url or None,
            rated_on=date.today(),
            status=RatingStatus.MINE,
        )
        rating = Rating(outlet.slug, Rater(MINE, "", 0), Tier.of_score(draft.score), draft.score, draft.scope, provenance)
        told = "unrated" if draft.score is None else f"{draft.score:g} ({rating.tier.label})"
        with self._edit(f"Rate {outlet.name} {told}"):
            store_rows.upsert(self._database, "rating", store_rows.rating_row(rating), RECORDED["rating"])

    def clear_rating(self, slug: str) -> None:
        """Remove the user's own ratings of an outlet; the next rater decides. Raises RatingError when there are none."""
        outlet = self.outlet(slug)
        with self._edit(f"Take back the rating of {outlet.name}"):
            gone = self._database.execute("DELETE FROM rating WHERE outlet = ? AND rater = ?", (slug, MINE)).rowcount
            if not gone:
                raise RatingError(f"You have not rated {outlet.name}.", "Other raters' ratings can be outvoted by your own, not removed.")

    def save_outlet(self, draft: OutletDraft) -> None:
        """Add an outlet, or change the one of that slug; its parent, dates and ratings stay."""
        checked = check_outlet(draft)
        with self._edit("") as number:
            present = store_rows.read_outlets(self._database, [checked.slug]).get(checked.slug)
            self._refuse_taken(checked)
            base = present or Outlet(checked.slug, checked.name)
            outlet = replace(
                base,
                name=checked.name,
                kind=draft.kind,
                country=checked.country,
                language=draft.language or None,
                notes=draft.notes.strip(),
            )
            summary = f"Change {outlet.name}" if present else f"Add {outlet.name}"
            self._database.execute("UPDATE change_set SET summary = ? WHERE id = ?", (summary, number))
            self._save(outlet, checked, present)

    def remove_outlet(self, slug: str) -> None:
        """Remove an outlet with its names, locators and ratings."""
        outlet = self.outlet(slug)
        with self._edit(f"Remove {outlet.name}"):
            self._database.execute("DELETE FROM outlet WHERE slug = ?", (slug,))

    def set_raters(self, order: tuple[tuple[str, bool], ...]) -> None:
        """Put the raters into this order, each switched on or off; the user's own rating always comes first.

        Raters that the order does not name come after it, switched off.
        """
        named = dict(order)
        with self._edit("Change the order of the raters"):
            rest = [slug for slug in store_rows.read_raters(self._database) if slug not in named]
            places = enumerate([slug for slug in named if slug != MINE] + [slug for slug in rest if slug != MINE], start=1)
            for slug, place in [(MINE, 0), *((slug, place) for place, slug in places)]:
                enabled = int(named.get(slug, False))
                self._database.execute(
                    "UPDATE rater SET precedence = ?, enabled = ? WHERE slug = ? AND (precedence <> ? OR enabled <> ?)",
                    (place, enabled, slug, place, enabled),
                )

    def add_correction(self, correction: Correction, summary: str = "Correct a claim") -> None:
        """Keep the reader's word on one claim; a correction of the same words there is replaced."""
        with self._edit(summary):
            store_rows.upsert(self._database, "correction", store_rows.correction_row(correction), RECORDED["correction"])

    def remove_corrections(self, fingerprint: str, quote: str, span: Span) -> None:
        """Take the corrections of these words back. Nothing happens when there are none."""
        with self._edit("Take a correction back"):
            self._database.execute(
                "DELETE FROM correction WHERE fingerprint = ? AND quote = ? AND starts = ?", (fingerprint, quote, span.start)
            )

    # Lists and profiles

    def preview_list(self, read: ReadList) -> ImportPreview:
        """What importing a list would do to the table as it is now."""
        return preview(read, self.snapshot())

    def import_list(self, read: ReadList, *, withdraw: bool = False, progress: Progress = _no_progress) -> ImportRecord:
        """Write a list into the table as one undoable step, whole or not at all; the user's own ratings stay.

        `withdraw` takes the rater's imported ratings away that the list no longer has. `progress` may cancel (RatingError).
        """
        with self._edit(f"Import {read.rater.title}") as number:
            registry = self.snapshot()
            written = store_import.write_import(self._database, preview(read, registry), registry, number, withdraw, progress)
            # An import that changes nothing leaves no change set to point at.
            self._database.execute(
                "UPDATE list_import SET change_set = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE change_set = ?)",
                (written, number),
            )
        return next(record for record in self.imports() if record.id == written)

    def imports(self) -> tuple[ImportRecord, ...]:
        """The imports that were done, newest first."""
        with self._lock, store_file.named_errors(self.path):
            return store_import.read_imports(self._database)

    def quarantine(self, number: int) -> tuple[SetAside, ...]:
        """The rows an import could not read, with line and reason."""
        with self._lock, store_file.named_errors(self.path):
            return store_import.read_quarantine(self._database, number)

    def mappings(self) -> dict[str, ColumnMapping]:
        """The column mappings that were kept, by name."""
        with self._lock, store_file.named_errors(self.path):
            return store_import.read_mappings(self._database)

    def save_mapping(self, name: str, mapping: ColumnMapping) -> None:
        """Keep a column mapping under a name."""
        with self._writing():
            store_import.write_mapping(self._database, name, mapping)

    def profiles(self) -> tuple[Profile, ...]:
        """The named orders of raters."""
        with self._lock, store_file.named_errors(self.path):
            rows = self._database.execute("SELECT name, raters FROM profile ORDER BY name")
            return tuple(Profile(name, tuple((slug, bool(enabled)) for slug, enabled in json.loads(raters))) for name, raters in rows)

    def save_profile(self, profile: Profile) -> None:
        """Keep an order of raters under its name."""
        with self._edit(f"Keep the profile “{profile.name}”"):
            row = {"name": profile.name, "raters": json.dumps(profile.raters)}
            store_rows.upsert(self._database, "profile", row, RECORDED["profile"])

    def use_profile(self, name: str) -> None:
        """Put the raters into the order of a profile. Raises RatingError when there is none of that name."""
        found = next((profile for profile in self.profiles() if profile.name == name), None)
        if found is None:
            raise RatingError(f"There is no profile “{name}”.", "Choose one of those that were kept.")
        self.set_raters(found.raters)

    def remove_profile(self, name: str) -> None:
        """Forget an order of raters; the order in force stays as it is. Nothing happens when there is none of that name."""
        with self._edit(f"Forget the profile “{name}”"):
            store_rows.delete(self._database, "profile", {"name": name}, RECORDED["profile"])

    # Articles that were opened

    def record_article(self, fingerprint: str, path: Path, title: str, cited: Mapping[str, int]) -> None:
        """Keep that an article was opened and how many of its claims each outlet carried. No edit: undo passes it by."""
        with self._writing():
            store_citations.write_article(self._database, fingerprint, path, title, cited)

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """The articles opened so far that cite an outlet, opened last first."""
        with self._lock, store_file.named_errors(self.path):
            return store_citations.read_citing(self._database, slug)

    # Undo and redo

    def can_undo(self) -> str | None:
        """The summary of what undo would take back, or None."""
        with self._lock, store_file.named_errors(self.path):
            found = store_changes.next_undo(self._database)
            return found[1] if found else None

    def can_redo(self) -> str | None:
        """The summary of what redo would do again, or None."""
        with self._lock, store_file.named_errors(self.path):
            found = store_changes.next_redo(self._database)
            return found[1] if found else None

    def undo(self) -> str | None:
        """Take the newest change set back; gives its summary, None when there is none."""
        return self._step(store_changes.next_undo, store_changes.take_back)

    def redo(self) -> str | None:
        """Do the change set again that was taken back last."""
        return self._step(store_changes.next_redo, store_changes.do_again)

    # The file

    def back_up(self, why: str = "by-hand") -> Path:
        """Copy the table into the folder of backups; gives the copy."""
        with self._lock, store_file.named_errors(self.path):
            return store_file.backup(self._database, self.path, why)

    # How

    def _deliver(self, starter: Starter | Mapping[str, str]) -> str | None:
        with store_file.named_errors(self.path):
            if is_delivered(self._database, starter):
                return None
        read = starter if isinstance(starter, Starter) else read_starter(starter)
        with self._writing():
            told = deliver(self._database, read)
            store_table.fill_search(self._database)
        return told

    def _step(self, choose: Callable[[Database], tuple[int, str] | None], act: Callable[[Database, int], None]) -> str | None:
        with self._lock:
            with self._writing():
                found = choose(self._database)
                if found is None:
                    return None
                act(self._database, found[0])
                store_table.fill_search(self._database, found[0])
            self._refresh(found[0])
            return found[1]

    @contextmanager
    def _edit(self, summary: str) -> Iterator[int]:
        with self._lock:
            with self._writing(), store_changes.recorded(self._database, self._actor, summary) as number:
                yield number
                store_table.fill_search(self._database, number)
            self._refresh(number)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One immediate transaction: it waits for other writers first, so nothing it read can be overtaken."""
        with self._lock, store_file.named_errors(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.conn.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def _reading(self, read: Callable[[], Answer]) -> Answer:
        """Several queries on one state of the file: that of the running transaction, or of one made for them."""
        if self._database.conn.in_transaction:
            return read()
        self._database.execute("BEGIN")
        try:
            return read()
        finally:
            self._database.execute("ROLLBACK")

    def _load(self) -> OutletRegistry:
        raters = store_rows.read_raters(self._database)
        return build_registry(
            store_rows.read_outlets(self._database).values(), store_rows.read_ratings(self._database, raters), raters.values()
        )

    def _refresh(self, number: int) -> None:
        """Renew the kept snapshot after an own edit, for the outlets it touched; names are compiled anew only if they changed."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        with store_file.named_errors(self.path):
            slugs, everything = store_changes.touched(self._database, number)
            if everything or len(slugs) > _RENEWED_ONE_BY_ONE:
                self._snapshot = None
                return
            outlets = store_rows.read_outlets(self._database, slugs)
            ratings = store_rows.read_ratings(self._database, store_rows.read_raters(self._database), slugs)
        grouped = {slug: tuple(rating for rating in ratings if rating.outlet == slug) for slug in slugs}
        changed = {slug: outlets.get(slug) for slug in slugs if outlets.get(slug) != _as_kept(snapshot.outlet(slug), outlets.get(slug))}
        self._snapshot = with_outlets(snapshot, changed, grouped) if changed else with_ratings(snapshot, grouped)

    def _order(self, query: OutletQuery) -> list[str]:
        """The order of the rows, kept for the next page of the same question while nobody changes the file."""
        state = (query, self._database.conn.total_changes, self._database.execute("PRAGMA data_version").fetchone()[0])
        if self._kept_order[0] != state:
            self._kept_order = (state, store_table.order_of(self._database, query))
        return self._kept_order[1]

    def _ready_to_search(self) -> None:
        if store_table.lacks_search(self._database):
            with self._writing():
                store_table.fill_search(self._database)

    def _refuse_taken(self, checked: CheckedDraft) -> None:
        for locator in checked.locators:
            row = self._database.execute(
                "SELECT outlet.name FROM locator JOIN outlet ON outlet.slug = locator.outlet WHERE key = ? AND outlet <> ? "
                "UNION ALL SELECT name FROM outlet WHERE slug = ? AND slug <> ?",
                (locator.key, checked.slug, locator.key, checked.slug),
            ).fetchone()
            if row:
                raise RatingError(f"{locator.key} already leads to {row[0]}.", "Remove it there first, or leave it out here.")

    def _save(self, outlet: Outlet, checked: CheckedDraft, present: Outlet | None) -> None:
        row = store_rows.outlet_row(outlet, "mine")
        store_rows.upsert(self._database, "outlet", row, RECORDED["outlet"])
        names = [store_rows.name_row(outlet.slug, name) for name in checked.names]
        locators = [{"key": each.key, "outlet": each.outlet, "kind": each.kind} for each in checked.locators]
        before = [store_rows.name_row(outlet.slug, name) for name in present.names] if present else []
        for gone in before:
            if not any(gone["text"] == name["text"] and gone["rules"] == name["rules"] for name in names):
                store_rows.delete(self._database, "name", gone, RECORDED["name"])
        for key in present.locators if present else ():
            if not any(key == locator["key"] for locator in locators):
                store_rows.delete(self._database, "locator", {"key": key}, RECORDED["locator"])
        for name in names:
            store_rows.upsert(self._database, "name", name, RECORDED["name"])
        for locator in locators:
            store_rows.upsert(self._database, "locator", locator, RECORDED["locator"])

    def _back_up_if_changed(self) -> None:
        newest = self._database.execute("SELECT max(id) FROM change").fetchone()[0]
        known = self._database.execute("SELECT value FROM fact WHERE name = 'backed_up'").fetchone()
        if newest is None or (known and int(known[0]) == newest):
            return
        self._database.execute(
            "INSERT INTO fact VALUES ('backed_up', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (str(newest),)
        )
        store_file.backup(self._database, self.path, "edits")


def _as_kept(known: Outlet | None, present: Outlet | None) -> Outlet | None:
    """The snapshot's outlet without the name that the registry gave it because the file has none, to compare it with the file's."""
    if known is None or present is None or known.names == present.names:
        return known
    return replace(known, names=present.names) if known.names[:-1] == present.names else known
