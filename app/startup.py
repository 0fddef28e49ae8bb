"""What the first article must not wait for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def passing_over(name: str) -> Iterator[None]:
    """Let imports inside find no module of this name, as if it were not installed; one that is loaded already stays.

    PySide6 and sqlite-utils import numpy wherever they find it, to take its types in signatures and rows that nobody here uses. It is
    installed for the tagger, and a tenth of a second on the way to the first article.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # what the import system itself takes for "there is none"
    try:
        yield
    finally:
        del sys.modules[name]


def installed_version() -> str:
    """The installed version, or "source" when run from a tree that is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - a fiftieth of a second, for one option

    try:
        return version("sourcetint")
    except PackageNotFoundError:
        return "source"
