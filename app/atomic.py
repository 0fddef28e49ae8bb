"""Write a file so that a reader sees the old one or the new one whole, never half of either."""

import os
import tempfile
from pathlib import Path


def write_atomically(target: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, then replace. Raises OSError and leaves the old file as it was."""
    # Not named after the target: that name may be as long as a name can be.
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


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what the umask grants a new one (a temporary file is private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
