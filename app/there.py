"""What stands at a path, asked so that the answer is never an error: a name that is too long, a folder closed to us, a loop of links or a
folder that was taken away under the program is a place where nothing is. `pathlib` raises for each of these.
"""

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything stands at a path, as far as this program can see."""
    return os.path.exists(path)  # noqa: PTH110 - it never raises


def is_file(path: Path) -> bool:
    """Whether a file stands at a path, as far as this program can see."""
    return os.path.isfile(path)  # noqa: PTH113 - it never raises


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path, as far as this program can see."""
    return os.path.isdir(path)  # noqa: PTH112 - it never raises


def whole(path: Path) -> Path:
    """A path from the root, without links; as it was given where it leads nowhere."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path
