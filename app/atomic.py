"""Write a file so that a reader sees the old one or the new one whole, never half of either."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_ABANDONED = 3600.0  # seconds after which a file that was never finished is nobody's any more


def write_atomically(target: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, then replace. Raises OSError and leaves the old file as it was."""
    # Not named after the target: that name may be as long as a name can be.
    _sweep(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".sourcetint-", suffix=".part")
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


def _sweep(target: Path) -> None:
    """Remove what attempts left that were cut off, such as by a power cut, once it is old."""
    for each in target.parent.iterdir():
        if each.name.startswith(f".{target.name}.") and each.name.endswith(".part"):
            with suppress(OSError):  # another process sweeps too
                if abs(time.time() - each.stat().st_mtime) > _ABANDONED:
                    each.unlink()


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what the umask grants a new one (a temporary file is private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
