"""Open saved files: only regular files are opened, and reading stops at a size limit."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from credibility.floor.language import said
from credibility.model import ArticleError

LARGEST = 200_000_000
"""Greatest size of an article's file, in bytes."""

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting for a writer if the file turns out to be a pipe."""


def open_saved(path: Path, limit: int = LARGEST) -> BufferedReader:
    """The file, open for reading. Folders, pipes, devices and files over `limit` bytes are refused unread, with ArticleError."""
    with _named(path):
        _refuse_others(path, path.stat(), limit)  # before it is opened: opening a device can do things, opening a pipe waits
        number = os.open(path, _READING)
        try:
            _refuse_others(path, os.fstat(number), limit)  # the file may have been replaced in between
            return os.fdopen(number, "rb")
        except BaseException:
            os.close(number)
            raise


def read_saved(path: Path, limit: int = LARGEST) -> bytes:
    """The file's bytes. Raises ArticleError."""
    with open_saved(path, limit) as file, _named(path):
        data = file.read(limit + 1)
        if len(data) > limit:  # it grew
            raise too_large(path.name, len(data), limit)
        return data


def _refuse_others(path: Path, found: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ArticleError(said("“{name}” is a folder.", name=path.name), said("Choose the saved page inside it."))
    if not stat.S_ISREG(found.st_mode):
        raise ArticleError(said("“{name}” is not an ordinary file.", name=path.name), said("Choose a saved article."))
    if found.st_size > limit:
        raise too_large(path.name, found.st_size, limit)


def too_large(name: str, size: int, limit: int) -> ArticleError:
    """The error for a file that has, or unpacks to, `size` bytes, more than the limit."""
    return ArticleError(
        said(
            "“{name}” is too large to be an article ({size:,.0f} MB; the limit is {limit:,.0f} MB).",
            name=name,
            size=size / 1e6,
            limit=limit / 1e6,
        ),
        said("Save the page without its videos, or as text."),
    )


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn the system's errors about a file into ArticleErrors."""
    try:
        yield
    except FileNotFoundError:
        raise ArticleError(said("“{name}” does not exist.", name=path.name), said("Check whether it was moved or renamed.")) from None
    except PermissionError:
        raise ArticleError(
            said("“{name}” may not be read.", name=path.name), said("Ask its owner for permission, or copy it to a folder of yours.")
        ) from None
    except (OSError, ValueError) as error:
        raise ArticleError(
            said("“{name}” cannot be read: {error}.", name=path.name, error=getattr(error, "strerror", None) or str(error)),
            said("Check the disk, or copy the file elsewhere."),
        ) from error
