"""Ask what is at a path without ever raising: for a name that is too long, a folder without permission, a loop of links or a removed
working folder, the answer is that nothing is there. `pathlib` raises for each of these.
"""

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything is at a path, as far as this program can see."""
    return os.path.exists(path)  # noqa: PTH110 - it never raises


def is_file(path: Path) -> bool:
    """Whether a file is at a path, as far as this program can see."""
    return os.path.isfile(path)  # noqa: PTH113 - it never raises


def is_folder(path: Path) -> bool:
    """Whether a folder is at a path, as far as this program can see."""
    return os.path.isdir(path)  # noqa: PTH112 - it never raises


def whole(path: Path) -> Path:
    """The absolute path with links resolved; the path unchanged if that fails."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path
