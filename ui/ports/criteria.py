"""What the window asks about raters of the reader's own; `app.ratings.own_raters` fulfils it."""

from typing import Protocol

from credibility.model import Rater, Reading
from credibility.model.edited import Assessment, Criterion, CriterionAnswer


class CriteriaPort(Protocol):
    """The raters that the reader made. Edits are undoable and return the re-rated reading; they raise RatingError or StoreError."""

    def all(self) -> tuple[Rater, ...]:
        """The raters of the reader's own, in the order in which they decide."""
        ...

    def criteria(self, rater: str) -> tuple[Criterion, ...]:
        """What a rater asks of outlets; nothing if it is not one of the reader's own."""
        ...

    def template(self) -> tuple[str, tuple[Criterion, ...]]:
        """A title and nine criteria to start from."""
        ...

    def keep(self, title: str, criteria: tuple[Criterion, ...], rater: str = "") -> Reading | None:
        """Make a rater of these criteria, or change the one of that slug. Criteria without a mark are new."""
        ...

    def remove(self, rater: str) -> Reading | None:
        """Remove a rater of the reader's own, with its worksheets and ratings."""
        ...

    def assessment(self, slug: str, rater: str) -> Assessment:
        """The worksheet of an outlet."""
        ...

    def assess(
        self, slug: str, rater: str, answers: tuple[CriterionAnswer, ...], seen: tuple[CriterionAnswer, ...] | None = None
    ) -> Reading | None:
        """Fill in the worksheet of an outlet; what the answers leave out stays.

        Raises ChangedMeanwhileError when the answers are no longer those `seen`.
        """
        ...
