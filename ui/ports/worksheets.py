"""What the window asks of the workspace about worksheets; `app.reading.worksheets` fulfils it."""

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from credibility.model import Reading
from credibility.model.notes import Answers


class WorksheetPort(Protocol):
    """Worksheets on claims of the open article. Raises RatingError or StoreError, and then changes nothing."""

    def here(self) -> dict[str, Answers]:
        """The answers about claims of the open article by the claims' ids."""
        ...

    def keep(self, claim_id: str, answers: Answers) -> Reading:
        """Keep the answers about a claim, as a step of undo; without any, what was kept is removed."""
        ...

    def export(self, target: Path, claims: Collection[str] = (), *, blank: bool = False) -> int:
        """Write the worksheets of these claims, by default of those with answers, and return how many. Raises ExportError."""
        ...
