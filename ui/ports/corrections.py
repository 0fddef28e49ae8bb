"""What the window asks of the workspace about single claims; see `ports` for the rest."""

from pathlib import Path
from typing import Protocol

from credibility.model import ClaimDraft, Correction, CorrectionReport, Reach, Reading, Source, Span


class CorrectionPort(Protocol):
    """Corrections of claims of the current reading; each is one undoable change set and returns the new reading."""

    def add_claim(self, draft: ClaimDraft) -> Reading:
        """The reader adds a claim. Raises RatingError where it is one already, the outlet is unknown, or a name is missing."""
        ...

    def reject_claim(self, claim_id: str) -> Reading:
        """The reader says that this is not a claim."""
        ...

    def set_said(self, claim_id: str, said: bool) -> Reading:
        """The reader says whether who is named said this; what was not said takes no colour."""
        ...

    def set_source(self, claim_id: str, source: Source) -> Reading:
        """The reader says who said this; the outlet that carried it stays. Raises RatingError where a name is missing."""
        ...

    def set_content(self, claim_id: str, content: tuple[Span, ...]) -> Reading:
        """The reader says which words are claimed. Raises RatingError where there are none."""
        ...

    def split_claim(self, claim_id: str, places: tuple[int, ...]) -> Reading:
        """Cut a claim at these places of the article; the parts keep source and outlet. Raises RatingError where nothing is cut off."""
        ...

    def join_claims(self, claim_id: str, other_id: str) -> Reading:
        """Make two claims one, which keeps the source and the outlet of the first named."""
        ...

    def forget(self, correction: Correction) -> Reading:
        """Give up a correction, such as one whose words are gone."""
        ...

    def export_all(self, target: Path) -> int:
        """Write the corrections of all articles into a file; returns how many. Raises RatingError where it cannot be written."""
        ...

    def import_all(self, path: Path) -> CorrectionReport:
        """Add the corrections of a file to the reader's own, none of which is overwritten. Raises RatingError for another kind of file."""
        ...

    def restore_claim(self, claim_id: str) -> Reading:
        """Take the removal of a claim back, or all corrections of one that is on its page."""
        ...

    def assign_outlet(self, claim_id: str, slug: str | None, reach: Reach = Reach.CLAIM) -> Reading:
        """The reader says which outlet carried the claim; None for none."""
        ...
