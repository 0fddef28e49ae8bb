"""A CorrectionPort in memory: the reader's corrections of the claims of the open article."""

from pathlib import Path

from credibility.floor.passages.cutting import cut, joined
from credibility.floor.passages.outlet_names import outlet_name_in
from credibility.model import (
    ClaimDraft,
    Correction,
    CorrectionReport,
    RatingError,
    Reach,
    Reading,
    Source,
    SourceKind,
    Span,
)
from tests.ui.fake_state import FakeState


class FakeCorrections(FakeState):
    """Corrects claims as the real corrections do, without a database."""

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
