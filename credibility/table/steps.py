"""Undo, redo and the history, as the user asks for them."""

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
        """What undo would take back, or None: of this session or from before it, never what another process did meanwhile."""
        return self._session.next_step(back=True)

    def can_redo(self) -> Step | None:
        """What redo would do again, or None."""
        return self._session.next_step(back=False)

    def undo(self, shown: Step | None = None) -> Step | None:
        """Take the step back that was shown, or the next; gives it, None when there is none.

        Raises ChangedMeanwhileError when it was taken back already, RatingError when what it changed was changed again.
        """
        return self._session.step(back=True, shown=shown)

    def redo(self, shown: Step | None = None) -> Step | None:
        """Do the step again that was shown, or the next; as `undo`."""
        return self._session.step(back=False, shown=shown)
