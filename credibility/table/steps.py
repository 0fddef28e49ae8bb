"""Undo, redo and the history, as the user asks for them."""

from credibility.model import ChangeSet
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

    def can_undo(self) -> str | None:
        """The summary of what undo would take back, or None."""
        found = self._session.read(history.next_undo)
        return found[1] if found else None

    def can_redo(self) -> str | None:
        """The summary of what redo would do again, or None."""
        found = self._session.read(history.next_redo)
        return found[1] if found else None

    def undo(self) -> str | None:
        """Take the newest change set back; gives its summary, None when there is none."""
        return self._session.step(history.next_undo, history.take_back)

    def redo(self) -> str | None:
        """Do the change set again that was taken back last."""
        return self._session.step(history.next_redo, history.do_again)
