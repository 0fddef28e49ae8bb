"""Write a file so that readers see the whole old file or the whole new one, never part of either."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _SUFFIX = ".sourcetint-", ".part"
_ABANDONED = 3600.0  # seconds after which an unfinished file counts as abandoned


def write_atomically(target: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, then replace. Raises OSError and leaves the old file as it was."""
    with replaced(target) as part:
        part.write_bytes(data)


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A file beside the target to write to, which replaces it at the end. After any error the old file is left as it was."""
    _sweep(target.parent)
    # Not named after the target, whose name may already have the maximum length.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield part
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove old files of interrupted attempts, such as after a power cut. What cannot be removed stays."""
    for each in _parts_in(folder):
        with suppress(OSError):
            if abs(time.time() - each.stat().st_mtime) > _ABANDONED:
                each.unlink()


def _parts_in(folder: Path) -> list[Path]:
    """The unfinished files in a folder; none if it cannot be listed."""
    try:
        return list(folder.glob(f"{_PREFIX}*{_SUFFIX}"))
    except OSError:
        return []


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or the umask's default for a new one (temporary files are private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
