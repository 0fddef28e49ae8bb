"""Files that exports are written to: whether they can be, and what to say when they cannot."""

import os
from pathlib import Path

from app.files.atomic import write_atomically
from app.files.there import is_file, is_folder, is_there
from credibility.floor.language import said
from credibility.model import ExportError

RATINGS = (".csv", ".json", ".pack")
"""Endings of files that ratings are exported to."""


def check_target(target: Path) -> None:
    """Raise ExportError early if the target cannot be written."""
    if is_folder(target):
        raise ExportError(said("{target} is a folder.", target=target), said("Give a file name, such as article.pdf."))
    if is_there(target) and not is_file(target):
        raise ExportError(said("{target} is not a regular file.", target=target), said("Choose another name."))
    if not is_folder(target.parent):
        raise ExportError(said("The folder {parent} does not exist.", parent=target.parent), said("Create it, or choose another place."))
    if not os.access(target.parent, os.W_OK) or (is_there(target) and not os.access(target, os.W_OK)):
        raise ExportError(said("{target} cannot be written.", target=target), said("Choose another place, or change its permissions."))


def write_target(target: Path, data: bytes) -> None:
    """Replace the file in one step. Raises ExportError, and then leaves an old file as it was."""
    try:
        write_atomically(target, data)
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(
            said("{target} cannot be written: {reason}.", target=target, reason=reason),
            said("Choose another place; the old file stays as it was."),
        ) from error
