"""Write a file so that a reader sees the old one or the new one whole, never half of either."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_PREFIX, _SUFFIX = ".sourcetint-", ".part"
_ABANDONED = 3600.0  # seconds after which a file that was never finished is nobody's any more


def write_atomically(target: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, then replace. Raises OSError and leaves the old file as it was."""
    _sweep(target.parent)
    # Not named after the target: that name may be as long as a name can be.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove what attempts left that were cut off, such as by a power cut, once it is old. What cannot be removed stays."""
    for each in _parts_in(folder):
        with suppress(OSError):
            if abs(time.time() - each.stat().st_mtime) > _ABANDONED:
                each.unlink()


def _parts_in(folder: Path) -> list[Path]:
    """The unfinished files in a folder; none where it cannot be listed."""
    try:
        return list(folder.glob(f"{_PREFIX}*{_SUFFIX}"))
    except OSError:
        return []


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what the umask grants a new one (a temporary file is private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
