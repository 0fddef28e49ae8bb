"""The wall in Python itself: an audit hook. Native code that bypasses Python's functions bypasses it too."""

import os
from typing import Any

from credibility.sandbox.walls.places import is_within

_FORBIDDEN = (
    *("socket.", "ftplib.", "smtplib.", "urllib.", "http.", "webbrowser.", "syslog."),
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn", "os.startfile", "pty.", "_posixsubprocess."),
    *("os.kill", "signal.pthread_kill", "os.chmod", "os.chown", "os.chflags", "os.lockf", "os.utime"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.setxattr", "os.removexattr", "shutil."),
    *("sqlite3.", "tempfile.", "winreg.", "_winapi.", "msvcrt."),
)
_WRITING_MODES = frozenset("wax+")
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class ForbiddenError(RuntimeError):
    """Reading a file led to an operation that the guarded process must not perform."""


class Hook:
    """Refuses network, processes, signals, databases, writing, and reading outside `places` (absolute paths, links resolved)."""

    def __init__(self, places: tuple[str, ...]) -> None:
        self._places = places

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise ForbiddenError for a refused event."""
        if event.startswith(_FORBIDDEN):
            raise ForbiddenError(event)
        if event == "open":
            self._check_open(*arguments)

    def _check_open(self, path: object, mode: object, flags: object) -> None:
        writes = isinstance(mode, str) and _WRITING_MODES & set(mode)
        if writes or (isinstance(flags, int) and flags & _WRITING_FLAGS):
            raise ForbiddenError(f"writing {path!r}")
        if isinstance(path, (str, bytes)):
            place = os.path.normcase(os.path.realpath(os.fsdecode(path)))
            if not is_within(place, self._places):
                raise ForbiddenError(f"reading {place}")
