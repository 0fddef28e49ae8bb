"""A WorkspacePort in memory: one article, a small table with undo, settings in a dict."""

import threading
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.files.faces import shipped_faces
from credibility.floor.passages.cutting import cut, joined
from credibility.floor.passages.outlet_names import outlet_name_in
from credibility.model import (
    ArticleError,
    BlockChoice,
    BlockKind,
    Change,
    ChangeSet,
    CitingArticle,
    ClaimDraft,
    Correction,
    CorrectionReport,
    Denier,
    Exported,
    ExportError,
    ExportFormat,
    Faces,
    NameRule,
    Outlet,
    OutletDraft,
    OutletName,
    OutletPage,
    OutletQuery,
    OutletRow,
    PageBlock,
    PagePicture,
    PageSize,
    PasswordError,
    Polarity,
    Print,
    PrintedLine,
    RatedClaim,
    Rating,
    RatingDraft,
    RatingError,
    Reach,
    Reading,
    Resolution,
    ResolvedBy,
    Role,
    Scope,
    SettingsError,
    Source,
    SourceKind,
    Span,
    Step,
    Style,
    Tag,
    Tier,
)
from credibility.model.edited import NamePlace, NamePreview, SplitDraft
from credibility.model.library import PastedArticle
from credibility.model.settings import SETTING, SETTINGS
from tests.ui.articles import MINE, OUTLETS, bridge_article, bridge_reading, rated_claims, rating_of, starter_ratings
from tests.ui.fake_claims import added
from tests.ui.fake_library import FakeLibrary
from tests.ui.fake_lists import FakeLists, FakeOwnRaters, FakeRaters
from tests.ui.fake_notes import FakeNotes
from tests.ui.fake_paper import FakePaper
from tests.ui.fake_places import FakePlaces
from tests.ui.fake_worksheets import FakeWorksheets

PASSWORD = "marrow"
LINES_OF_PAGE = ("The bridge that nobody repaired", "For three winters it was closed.", "A car park was built instead.")
HELP = Path(__file__).resolve().parents[2] / "resources" / "help" / "help.md"
PALETTE = Path(__file__).resolve().parents[2] / "resources" / "palette.toml"


def read_styles() -> dict[Role, Style]:
    """The styles of the project's palette."""
    return {Role(name): Style(**row) for name, row in tomllib.loads(PALETTE.read_text(encoding="utf-8")).items()}


class FakeSettings:
    """Settings in a dict with the defaults of the real ones."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {setting.key: setting.default for setting in SETTINGS} | {"theme": "light"}

    def get(self, key: str) -> object:
        return self.values[key]

    def set(self, key: str, value: object) -> None:
        if key not in self.values:
            raise KeyError(key)
        if not SETTING[key].allows(value):
            raise SettingsError(f"“{value}” is not a valid value.")
        self.values[key] = value

    def reset(self, keys: Iterable[str]) -> None:
        self.values |= {key: SETTING[key].default for key in keys}


class FakeWorkspace:
    """Opens every path ending in .html as the article about the bridge; other paths fail as the real workspace would."""

    def __init__(self, reading: Reading | None = None) -> None:
        self.styles = read_styles()
        self.settings = FakeSettings()
        self.notices: tuple[str, ...] = ()
        self.paper = FakePaper()
        self.help_text = HELP.read_text(encoding="utf-8")
        self._served = reading
        self._reading: Reading | None = None
        self.worksheets = FakeWorksheets()
        self.places = FakePlaces(self)
        self._outlets: dict[str, Outlet] = dict(OUTLETS)
        self._ratings: dict[str, tuple[Rating, ...]] = starter_ratings()
        self._corrected: dict[str, str | None] = {}
        self._rejected: frozenset[str] = frozenset()
        self._said: dict[str, bool] = {}
        self._sources: dict[str, Source] = {}
        self.unplaced: tuple[Correction, ...] = ()
        self._added: tuple[ClaimDraft, ...] = ()
        self._contents: dict[str, tuple[Span, ...]] = {}
        self.lists = FakeLists()
        self.library = FakeLibrary(self.settings)
        self.notes = FakeNotes(self.library.shelf, lambda: self._reading)
        self.raters = FakeRaters(self._rate)
        self.own_raters = FakeOwnRaters(self._rate)
        self.citing: dict[str, tuple[CitingArticle, ...]] = {}
        self._done: list[tuple[ChangeSet, tuple]] = []
        self._undone: list[tuple[ChangeSet, tuple]] = []
        self.recent: tuple[Path, ...] = ()
        self.choice = BlockChoice()
        self.printed = False
        self.broken_page = -1
        self.export_notes: tuple[str, ...] = ()
        self.exported_only: frozenset[str] | None = None
        self.exported_notes = False
        self.drawn: list[tuple[int, float]] = []
        self.stopped: threading.Event | None = None
        self.is_looking = False
        self.second_look: Callable[[tuple[RatedClaim, ...]], tuple[RatedClaim, ...]] | None = None
        self._extra: Callable[[tuple[RatedClaim, ...]], tuple[RatedClaim, ...]] = lambda claims: claims

    is_behind = False
    example = Path("/shipped/example.html")
    lost_backup: str | None = None

    def catch_up(self) -> Reading | None:
        return self._rate() if self._reading else None

    def restore_lost(self) -> Reading | None:
        return self.catch_up()

    @property
    def table(self) -> "FakeWorkspace":
        """The table and the workspace are one here."""
        return self

    @property
    def corrections(self) -> "FakeWorkspace":
        """So are the corrections."""
        return self

    @property
    def faces(self) -> Faces:
        return shipped_faces()

    @property
    def reading(self) -> Reading | None:
        return self._reading

    def open_article(self, path: Path, password: str | None = None, part: int | None = None, place: int | None = None) -> Reading:
        if path.stem == "locked" and password != PASSWORD:
            raise PasswordError("This PDF is locked with a password.", "Enter its password to open it.")
        if path.suffix != ".html":
            raise ArticleError(f"{path.name} is not an article SourceTint can read.", "Save the page as HTML and open that.")
        self.recent = (path, *(old for old in self.recent if old != path))
        self._reading = self._served or bridge_reading(self._ratings)
        return self._rate()

    def refine(self, place: int | None = None) -> Reading | None:
        if self._reading is None or self.second_look is None:
            return None
        if self.stopped is not None:  # a look that lasts until it is stopped
            self.is_looking = True
            assert self.stopped.wait(10)
            self.stopped = None
            raise ArticleError("The second look was stopped.", "Open the article again.")
        self._extra = self.second_look
        return self._rate()

    def stop_refining(self) -> None:
        if self.stopped is not None:
            self.stopped.set()

    def page_blocks(self, place: int | None = None) -> tuple[PageBlock, ...]:
        """The article's paragraphs between a menu and a teaser; the article itself is one part of the page."""
        lines = ["Home  Ships  Tides", *LINES_OF_PAGE, "Read also: the ferry that came twice"]
        last = len(lines) - 1
        return tuple(
            PageBlock(
                number,
                f"b{number}",
                BlockKind.PARAGRAPH,
                line,
                found=0 < number < last,
                kept=self.choice.keeps(f"b{number}", 0 < number < last),
                parts=(1, 0) if 0 < number < last else (0,),
            )
            for number, line in enumerate(lines)
        )

    def choose_blocks(self, choice: BlockChoice, place: int | None = None) -> Reading:
        blocks = self.page_blocks()
        if not any(choice.keeps(block.key, block.found) for block in blocks):
            raise ArticleError("No article was found in this file.", "Keep at least one block.")
        self.choice = choice
        article = bridge_reading(self._ratings).article
        notes = () if choice.is_empty else (f"{len(choice.dropped)} dropped, {len(choice.added)} added",)
        self._reading = replace(bridge_reading(self._ratings), article=replace(article, notes=notes))
        return self._rate()

    @property
    def has_pages(self) -> bool:
        return self._reading is not None and self.printed

    def pages(self, place: int | None = None) -> Print:
        """The text on pages of 8 lines of 60 letters, each letter 6 × 12 points, in lines of 18."""
        text, lines = self._reading.article.text, []
        for start in range(0, len(text), 60):
            row = start // 60
            offsets = tuple(o for o in range(start, min(start + 60, len(text))) if not text[o].isspace())
            if offsets:
                top, lefts = 40.0 + row % 8 * 18, tuple(40.0 + (o - start) * 6 for o in offsets)
                lines.append(PrintedLine(row // 8, top, top + 12, offsets, lefts, tuple(left + 6 for left in lefts)))
        return Print((PageSize(440, 440),) * (lines[-1].page + 1), tuple(lines))

    def draw_page(self, number: int, scale: float, place: int | None = None) -> PagePicture:
        if number == self.broken_page:
            raise ArticleError(f"Page {number + 1} of this PDF is damaged.", "Get the file again.")
        self.drawn.append((number, scale))
        side = round(440 * scale)
        return PagePicture(side, side, b"\xff" * (side * side * 4))

    formats = (ExportFormat("pdf", "Annotated PDF", "application/pdf"), ExportFormat("csv", "Table of claims (CSV)", "text/csv"))

    losses: tuple[str, ...] = ()

    def export_losses(self, target: Path) -> tuple[str, ...]:
        return self.losses

    def export(
        self, target: Path, progress: Callable[[float, str], bool], only: frozenset[str] | None = None, *, notes: bool = False
    ) -> Exported:
        self.exported_only, self.exported_notes = only, notes
        for step in range(5):
            if not progress(step / 5, "Writing pages"):
                raise ExportError("The export was cancelled.", "Nothing was written.")
        if not target.parent.is_dir():
            raise ExportError(f"{target.parent} is not a folder.", "Choose another place.")
        target.write_bytes(b"%PDF-1.7\n")
        return Exported(target, self.export_notes)

    def save_picture(self, target: Path, data: bytes) -> None:
        if not target.parent.is_dir():
            raise ExportError(f"{target.parent} is not a folder.", "Choose another place.")
        target.write_bytes(data)

    def keep_pasted(self, pasted: PastedArticle) -> Path:
        self.pasted = pasted
        return Path("/saved/pasted.html")

    def recent_articles(self) -> tuple[Path, ...]:
        return self.recent

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
                rated = replace(rated, claim=replace(rated.claim, source=self._sources[rated.id]))
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

    def reject_claim(self, claim_id: str) -> Reading:
        return self._edit("Not a claim", claim_id, lambda: setattr(self, "_rejected", self._rejected | {claim_id}))

    def restore_claim(self, claim_id: str) -> Reading:
        def change() -> None:
            self._rejected -= {claim_id}
            self._corrected.pop(claim_id, None)

        return self._edit("Claim restored", claim_id, change)

    def add_claim(self, draft: ClaimDraft) -> Reading:
        if any(rated.claim.content == draft.content for rated in self._reading.claims):
            raise RatingError("These words are a claim already.", "Mend it in its details.")
        if not draft.source.name and not draft.source.kind.is_anonymous and draft.source.kind is not SourceKind.NONE:
            raise RatingError("This kind of source has a name.", "Type it, or choose an anonymous source.")
        return self._edit("Add a claim", "", lambda: setattr(self, "_added", (*self._added, draft)))

    def set_content(self, claim_id: str, content: tuple[Span, ...]) -> Reading:
        if not content:
            raise RatingError("A claim has at least one word.", "Remove it if it is not a claim.")
        return self._edit("Move the edges", claim_id, lambda: self._contents.__setitem__(claim_id, content))

    def split_claim(self, claim_id: str, places: tuple[int, ...]) -> Reading:
        rated = self._reading.claim(claim_id)
        first, *rest = cut(rated.claim.content, places, self._reading.article.text) or ((),)
        if not rest:
            raise RatingError("The claim cannot be split here.", "Put the cursor inside it, or select a part of it.")
        outlet = rated.resolution.outlet
        parts = tuple(ClaimDraft(each, rated.claim.source, outlet.slug if outlet else None) for each in rest)

        def change() -> None:
            self._contents[claim_id] = first
            self._added = (*self._added, *parts)

        return self._edit("Split a claim", claim_id, change)

    def join_claims(self, claim_id: str, other_id: str) -> Reading:
        one, other = self._reading.claim(claim_id).claim, self._reading.claim(other_id).claim
        whole = joined(one.content, other.content, self._reading.article.text)

        def change() -> None:
            self._contents[claim_id] = whole
            self._rejected |= {other_id}

        return self._edit("Join two claims", claim_id, change)

    def forget(self, correction: Correction) -> Reading:
        self.unplaced = tuple(each for each in self.unplaced if each != correction)
        return self._edit("Forget a correction", "", lambda: None)

    def export_all(self, target: Path) -> int:
        if not target.parent.is_dir():
            raise RatingError(f"{target} cannot be written: no such folder.", "Choose another place.")
        target.write_text("{}", encoding="utf-8")
        return 3

    def import_all(self, path: Path) -> CorrectionReport:
        if not path.is_file():
            raise RatingError(f"{path.name} cannot be read.", "Check the name.")
        self._edit("Import 2 corrections", "", lambda: None)
        return CorrectionReport(2, 1, ("it is safe",))

    def set_source(self, claim_id: str, source: Source) -> Reading:
        if not source.name and not source.kind.is_anonymous:
            raise RatingError("This kind of source has a name.", "Type it, or choose an anonymous source.")
        return self._edit("Other source", claim_id, lambda: self._sources.__setitem__(claim_id, source))

    def set_said(self, claim_id: str, said: bool) -> Reading:
        return self._edit("Said" if said else "Not said", claim_id, lambda: self._said.__setitem__(claim_id, said))

    def assign_outlet(self, claim_id: str, slug: str | None, reach: Reach = Reach.CLAIM) -> Reading:
        text = self._reading.article.text
        name = outlet_name_in(self._reading.claim(claim_id), text)
        alike = {rated.id for rated in self._reading.claims if name and outlet_name_in(rated, text) == name}
        meant = alike if reach is not Reach.CLAIM else {claim_id}
        return self._edit("Other outlet", claim_id, lambda: self._corrected.update(dict.fromkeys(meant | {claim_id}, slug)))

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

    def reverse(self, change_set: int) -> Reading | None:
        state = next(state for entry, state in self._done if entry.id == change_set)
        return self._edit("Undone", "", lambda: self._restore(state))

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
