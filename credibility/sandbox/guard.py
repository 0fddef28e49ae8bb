"""What the guarded process gives up before its first file: memory above a limit, the network, new processes, writing, foreign files."""

import sys
from os import fsdecode
from pathlib import Path
from typing import Any

_FORBIDDEN = (
    *("socket.", "ftplib.", "smtplib.", "urllib.", "http.", "webbrowser."),
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil."),
)
_SYSTEM_FOLDERS = ("/etc/localtime", "/usr/share/zoneinfo", "/proc/self/")
_WRITING = frozenset("wax+")


class ForbiddenError(RuntimeError):
    """Something in a file made the reader reach for what it must not touch."""


class Guard:
    """An audit hook that refuses network, processes, writing, and, while a file is read, reading outside its folder and the program's own.

    `folder` is None while no file is read: the libraries that the tagger loads then look around the system.
    """

    def __init__(self) -> None:
        self.folder: str | None = None
        places = (sys.prefix, sys.base_prefix, sys.pycache_prefix, *sys.path)
        self._own = tuple(str(Path(entry).resolve()) for entry in places if entry)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise ForbiddenError for what is refused."""
        if event.startswith(_FORBIDDEN):
            raise ForbiddenError(event)
        if event == "open":
            self._check_open(arguments[0], arguments[1])

    def _check_open(self, path: object, mode: object) -> None:
        if isinstance(mode, str) and _WRITING & set(mode):
            raise ForbiddenError(f"writing {path}")
        if self.folder is not None and isinstance(path, (str, bytes)):
            place = str(Path(fsdecode(path)).resolve())
            if not place.startswith((self.folder, *self._own, *_SYSTEM_FOLDERS)):
                raise ForbiddenError(f"reading {place}")


def limit_memory(limit: int) -> None:
    """Cap the address space, where the system can (Windows cannot; there the caller's time limit is what is left)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
