"""Undo, redo and the history."""

from credibility.model import ChangeSet, Step
from credibility.table import history
from credibility.table.session import Session

_SHOWN = 500


class Steps:
    """The change sets of the table."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def history(self, slug: str | None = None, limit: int = _SHOWN) -> tuple[ChangeSet, ...]:
        """Change sets that touched this outlet (or any), newest first."""
        return self._session.read(lambda database: history.read_history(database, slug, limit))

    def can_undo(self) -> Step | None:
        """What undo would undo, or None: a step of this session or from before it, never one another process made meanwhile."""
        return self._session.next_step(back=True)

    def can_redo(self) -> Step | None:
        """What redo would redo, or None."""
        return self._session.next_step(back=False)

    def undo(self, shown: Step | None = None) -> Step | None:
        """Undo `shown`, or else the next step; returns the step, None when there is none.

        Raises ChangedMeanwhileError when it is already undone, RatingError when the rows it changed have changed since.
        """
        return self._session.step(back=True, shown=shown)

    def redo(self, shown: Step | None = None) -> Step | None:
        """Redo `shown`, or else the next step; returns and raises as `undo` does."""
        return self._session.step(back=False, shown=shown)
