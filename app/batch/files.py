"""The files of a batch: those named, and all in the folders named, hidden ones left out, in a fixed order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.files.there import is_folder

_BESIDE = ("_files", ".files", "-Dateien", "_fichiers")
"""Endings of the folders in which browsers save a page's pictures and scripts: those are not articles."""


def files_in(places: Iterable[Path], apart: Path) -> Iterator[Path]:
    """Each file once per place that leads to it. `apart` is where the batch writes; what is in it is not read."""
    avoided = apart.absolute()
    for place in places:
        if not is_folder(place):
            yield place
            continue
        for folder, inner, names in os.walk(place):
            here = Path(folder)
            inner[:] = sorted(name for name in inner if _is_read(here / name, avoided))
            yield from (here / name for name in sorted(names) if not name.startswith(".") and not _is_own(here / name, avoided))


def _is_read(folder: Path, avoided: Path) -> bool:
    return not folder.name.startswith(".") and not folder.name.endswith(_BESIDE) and folder.absolute() != avoided


def _is_own(file: Path, avoided: Path) -> bool:
    """Whether a file is the store or belongs to it (SQLite's -wal and -shm)."""
    return file.absolute().parent == avoided.parent and file.name.startswith(avoided.name)
