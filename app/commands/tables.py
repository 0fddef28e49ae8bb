"""Open the table for a command; its notices go to standard error."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.files.saved_files import SavedFiles
from app.printing import warn
from app.workspace import Workspace


@contextmanager
def opened(database: Path | None, files: SavedFiles | None = None) -> Iterator[Workspace]:
    """The workspace over a database, closed at the end. Warns of a table that was damaged and restored, or could not be backed up."""
    with told_at_the_end(Workspace.at(database, files)) as workspace:
        for line in workspace.notices:
            warn(line)
        yield workspace


@contextmanager
def told_at_the_end(workspace: Workspace) -> Iterator[Workspace]:
    """Close a workspace at the end and warn if that fails; what was done before is saved regardless."""
    try:
        yield workspace
    finally:
        if trouble := workspace.close():
            warn(trouble)
