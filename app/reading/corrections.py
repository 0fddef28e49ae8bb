"""The reader's corrections of the open article's claims, including missed ones. Implements `ui.ports.corrections.CorrectionPort`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.ratings.table import Table
from app.reading.correction_files import CorrectionFiles
from app.reading.open_article import OpenArticle
from credibility.floor.language import said
from credibility.floor.passages.cutting import cut, joined, mostly_the_same
from credibility.floor.passages.outlet_names import outlet_name_in
from credibility.model import (
    ClaimDraft,
    Correction,
    CorrectionKind,
    CorrectionReport,
    Outlet,
    OutletDraft,
    OutletName,
    RatedClaim,
    RatingError,
    Reach,
    Reading,
    Source,
    SourceKind,
    Span,
)
from credibility.outlets.names.surroundings import default_rules
from credibility.outlets.resolving.corrections import added_claim, correction_for, moved_edges

_SUMMARIES = {
    CorrectionKind.NOT_A_CLAIM: said("Remove a claim from its page"),
    CorrectionKind.OTHER_OUTLET: said("Correct the outlet of a claim"),
    CorrectionKind.SAID: said("Say that a claim was said"),
    CorrectionKind.NOT_SAID: said("Say that a claim was not said"),
    CorrectionKind.OTHER_SOURCE: said("Correct the source of a claim"),
}


class Corrections:
    """Each correction is one undoable step of the table and returns the new reading. Raises RatingError, and then changes nothing."""

    def __init__(self, opened: OpenArticle, table: Table) -> None:
        self._open = opened
        self._table = table

    def add_claim(self, draft: ClaimDraft) -> Reading:
        """The reader says that these words are a claim, who said it, and which outlet carried it."""
        reading = self._reading()
        if not draft.content:
            raise RatingError(said("No words are selected."), said("Select what is claimed."))
        for rated in (*reading.claims, *reading.rejected):
            if rated.claim.content == draft.content:
                where = said("Mend it in its details.") if rated in reading.claims else said("Bring it back below the list of claims.")
                raise RatingError(said("These words are a claim already."), where)
        if draft.outlet:
            self._table.outlet(draft.outlet)
        draft = replace(draft, source=_checked(draft.source))
        return self._keep((added_claim(draft, reading.article),), said("Add a claim"))

    def take_claims(self, brought: Sequence[ClaimDraft]) -> int:
        """Add those claims that this copy lacks, as one step; returns their number. A claim is here if most of its words are."""
        reading = self._reading()
        here = [(*rated.claim.content,) for rated in (*reading.claims, *reading.rejected)]
        lacking = [draft for draft in brought if not any(mostly_the_same(draft.content, content) for content in here)]
        if lacking:
            self._keep(
                [added_claim(draft, reading.article) for draft in lacking],
                said("Add {claims} claims from another copy", claims=len(lacking)),
            )
        return len(lacking)

    def reject_claim(self, claim_id: str) -> Reading:
        """The reader says that this is not a claim."""
        return self._correct(claim_id, CorrectionKind.NOT_A_CLAIM)

    def assign_outlet(self, claim_id: str, slug: str | None, reach: Reach = Reach.CLAIM) -> Reading:
        """The reader says which outlet carried the claim, None for none: this one, all of the same name here, or that name always.

        Always is a new name of the outlet in the table; what the name alone does not decide there is corrected in this article.
        """
        outlet = self._table.outlet(slug) if slug else None
        reading = self._reading()
        name = outlet_name_in(self._claim(claim_id), reading.article.text)
        if reach is Reach.CLAIM or not name:
            return self._correct(claim_id, CorrectionKind.OTHER_OUTLET, slug)
        named = [rated for rated in reading.claims if outlet_name_in(rated, reading.article.text).casefold() == name.casefold()]
        if reach is Reach.ALWAYS and outlet is not None:
            self._table.save_outlet(_with_name(outlet, name))
            now = {rated.id: rated.resolution.outlet for rated in self._reading().claims}
            named = [rated for rated in named if (found := now.get(rated.id)) is None or found.slug != slug]
        kept = [correction_for(rated.found or rated.claim, reading.article, CorrectionKind.OTHER_OUTLET, slug) for rated in named]
        return self._keep(kept, said("Say which outlet “{name}” is in this article", name=name)) if kept else self._reading()

    def set_said(self, claim_id: str, said: bool) -> Reading:
        """The reader says whether the named source said this."""
        return self._correct(claim_id, CorrectionKind.SAID if said else CorrectionKind.NOT_SAID)

    def set_source(self, claim_id: str, source: Source) -> Reading:
        """The reader says who said this."""
        return self._correct(claim_id, CorrectionKind.OTHER_SOURCE, source=_checked(source))

    def set_content(self, claim_id: str, content: tuple[Span, ...]) -> Reading:
        """The reader says which words are claimed; choosing the words that were found stores nothing."""
        rated = self._claim(claim_id)
        if not content:
            raise RatingError(said("A claim has at least one word."), said("Remove it if it is not a claim."))
        kept, gone = self._moved(rated, content)
        return self._keep(kept, said("Move the edges of a claim"), gone)

    def split_claim(self, claim_id: str, places: tuple[int, ...]) -> Reading:
        """Split a claim at these offsets; each part keeps the source and the outlet of the whole."""
        rated, article = self._claim(claim_id), self._reading().article
        first, *rest = cut(rated.claim.content, places, article.text) or ((),)
        if not rest:
            raise RatingError(said("The claim cannot be split here."), said("Put the cursor inside it, or select a part of it."))
        source = Source(rated.claim.source.kind, rated.claim.source.name)
        outlet = rated.resolution.outlet
        parts = [added_claim(ClaimDraft(content, source, outlet.slug if outlet else None), article) for content in rest]
        unsaid = [] if rated.claim.asserted else [_unsaid(part) for part in parts]
        moved, gone = self._moved(rated, first)
        return self._keep((*moved, *parts, *unsaid), said("Split a claim"), gone)

    def join_claims(self, claim_id: str, other_id: str) -> Reading:
        """Join two claims into one with the source and the outlet of the first."""
        rated, other, article = self._claim(claim_id), self._claim(other_id), self._reading().article
        moved, gone = self._moved(rated, joined(rated.claim.content, other.claim.content, article.text))
        if any(each.kind is CorrectionKind.CLAIM for each in other.corrections):
            gone = (*gone, *other.corrections)
        else:
            reason = said("joined with the claim before it")
            moved = (*moved, correction_for(other.found or other.claim, article, CorrectionKind.NOT_A_CLAIM, reason=reason))
        return self._keep(moved, said("Join two claims"), gone)

    def forget(self, correction: Correction) -> Reading:
        """Delete a correction, such as one whose words are no longer there."""
        return self._keep((), said("Forget a correction"), (correction,))

    def export_all(self, target: Path) -> int:
        """Write the corrections of all articles to a file and return their number."""
        return CorrectionFiles(self._table).export(target)

    def import_all(self, path: Path) -> CorrectionReport:
        """Add the corrections in a file to the reader's own, without overwriting any."""
        return CorrectionFiles(self._table).take_in(path)

    def restore_claim(self, claim_id: str) -> Reading:
        """Restore a removed claim, or remove all corrections of one that is on its page."""
        reading = self._reading()
        claim = self._claim(claim_id)
        is_rejected = any(rated.id == claim_id for rated in reading.rejected)
        gone = [
            each
            for each in claim.corrections
            if each.kind is not CorrectionKind.CLAIM and (each.kind is CorrectionKind.NOT_A_CLAIM or not is_rejected)
        ]
        return self._keep((), said("Remove a correction"), gone)

    def _correct(self, claim_id: str, kind: CorrectionKind, slug: str | None = None, source: Source | None = None) -> Reading:
        rated = self._claim(claim_id)
        correction = correction_for(rated.found or rated.claim, self._reading().article, kind, slug, source=source)
        return self._keep((correction,), _SUMMARIES[kind])

    def _moved(self, rated: RatedClaim, content: tuple[Span, ...]) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
        """The corrections to store and those to remove for a claim to have this content."""
        found = rated.found or rated.claim
        before = tuple(each for each in rated.corrections if each.kind is CorrectionKind.EDGES)
        if content == found.content:
            return (), before
        return (moved_edges(found, content, self._reading().article),), ()

    def _keep(self, kept: Sequence[Correction], summary: str, gone: Sequence[Correction] = ()) -> Reading:
        pages = self._open.pages
        reading = self._table.edit(lambda: self._table.store.edits.correct(kept, summary, gone=gone, pages=pages))
        assert reading is not None  # an article is open
        return reading

    def _reading(self) -> Reading:
        if self._open.reading is None:
            raise RatingError(said("No article is open."), said("Open one first."))
        return self._open.reading

    def _claim(self, claim_id: str) -> RatedClaim:
        reading = self._reading()
        for rated in (*reading.claims, *reading.rejected):
            if rated.id == claim_id:
                return rated
        raise RatingError(said("This claim is no longer in the article."), said("Open the article again."))


def _with_name(outlet: Outlet, name: str) -> OutletDraft:
    """The outlet with one more name."""
    known = any(each.text == name for each in outlet.names)
    names = outlet.names if known else (*outlet.names, OutletName(name, rules=default_rules(name)))
    return OutletDraft(outlet.slug, outlet.name, outlet.kind, outlet.country, outlet.language, names, outlet.locators, outlet.notes, outlet)


def _unsaid(part: Correction) -> Correction:
    return replace(part, kind=CorrectionKind.NOT_SAID, outlet=None, source=None, content=())


def _checked(source: Source) -> Source:
    """The source with its name stripped. Raises RatingError when the name is missing and the kind of source requires one."""
    name = " ".join(source.name.split())
    if not (name or source.kind.is_anonymous or source.kind is SourceKind.NONE):
        raise RatingError(said("This kind of source has a name."), said("Type it, or choose an anonymous source."))
    return replace(source, name=name)
