"""Open the table for a command, and find outlets in it; its notices go to standard error."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.files.saved_files import SavedFiles
from app.printing import warn
from app.workspace import Workspace
from credibility.floor.language import said
from credibility.model import Outlet, RatingError


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


def one_outlet(workspace: Workspace, words: str) -> Outlet:
    """The one outlet that a domain or name means. Raises RatingError that lists the candidates when it means none or several."""
    outlets, _ = workspace.table.resolve_words(words)
    if len(outlets) == 1:
        return outlets[0]
    if outlets:
        named = ", ".join(f"{outlet.name} ({outlet.domain})" for outlet in outlets)
        raise RatingError(said("“{words}” could mean {named}.", words=words, named=named), said("Give the domain."))
    near = ", ".join(f"{outlet.name} ({outlet.domain})" for outlet in workspace.table.find_outlets(words, 5))
    raise RatingError(
        said("No outlet in your table is called “{words}”.", words=words),
        said("Did you mean {near}?", near=near) if near else said("Try `sourcetint ratings list`."),
    )
