"""Keep what the first article does not need from delaying it."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _Hidden(MetaPathFinder):
    """Refuses to find one module for the thread that made it; other threads import it as usual."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread = threading.get_ident()

    def find_spec(self, fullname: str, *_: object) -> None:
        """Raise ModuleNotFoundError for the hidden module; leave all others to the next finder by returning None."""
        if fullname == self._name and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


@contextmanager
def hiding(name: str) -> Iterator[None]:
    """Make this thread's imports inside fail to find a module, as if it were not installed, unless it is loaded already.

    PySide6 and sqlite-utils import numpy if it is installed, only to accept its types in calls that this program never makes. It is
    installed for the tagger, which runs in another process, and importing it would delay the first article by 0.1 s. `sys.modules` is
    left alone because other threads may be importing at the same time, such as the one that opens the table.
    """
    hidden = _Hidden(name)
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)


def installed_version() -> str:
    """The installed version, or "source" when run from a tree that is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - takes 0.02 s, and only one option needs it

    try:
        return version("sourcetint")
    except PackageNotFoundError:
        return "source"
