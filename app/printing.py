"""All printing goes through here: line by line, harmless to the terminal, in whatever encoding the output has.

What the program says is shown in the reader's language; JSON is not.

Titles, names and reasons are untrusted. Control characters and bidirectional marks are made visible, and what the output's encoding
lacks becomes a question mark instead of a traceback. `tests/app/test_printing.py` finds any code that prints in another way.
"""

import errno
import json
import os
import re
import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any, NoReturn, TextIO

from credibility.floor.characters import visible
from credibility.floor.language import said, shown

if TYPE_CHECKING:
    from tqdm import tqdm

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")  # JSON leaves these as they are, a terminal does not


class OutputClosedError(OSError):
    """Standard output was closed before the program began."""

    def __init__(self) -> None:
        super().__init__(errno.EBADF, said("standard output is closed"))


def say(*lines: object) -> None:
    """Print each argument as one line, with line breaks inside it made visible. Raises OutputClosedError."""
    if sys.stdout is None:
        raise OutputClosedError
    _write(sys.stdout, "".join(f"{_line(line)}\n" for line in lines))


def warn(line: object) -> None:
    """Print one line, prefixed with the program's name, to standard error, if there is one."""
    if sys.stderr is not None:
        try:
            _write(sys.stderr, f"sourcetint: {_line(line)}\n")
        except BrokenPipeError:
            silence(sys.stderr)


def say_json(value: Mapping[str, Any]) -> None:
    """Print a value as JSON. Control characters and whatever the output's encoding lacks are escaped, so nothing is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if sys.stdout is None:
        raise OutputClosedError
    try:
        text.encode(_encoding(sys.stdout))
    except UnicodeEncodeError:
        text = json.dumps(value, indent=1)
    _write(sys.stdout, _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def ask(question: str) -> str:
    """Ask a question at the terminal and return the answer."""
    if sys.stdout is None:
        raise OutputClosedError
    _write(sys.stdout, visible(shown(question)))
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def progress_bar(total: int, unit: str) -> "tqdm[NoReturn]":
    """A bar on standard error, where that is a terminal; a context manager whose `update(1)` moves it."""
    from tqdm import tqdm  # noqa: PLC0415 - few commands need it

    return tqdm(total=total, unit=unit, disable=None if sys.stderr is not None else True, dynamic_ncols=True)


def flush() -> None:
    """Hand on what was printed; an output that cannot take it says so here."""
    if sys.stdout is not None:
        sys.stdout.flush()


def silence(stream: TextIO) -> None:
    """Let a stream that takes nothing more lead nowhere, so that Python does not complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_plainly(text: str, stream: Any = None) -> None:
    """Print finished text of several lines, such as a help, to a stream, by default standard error."""
    stream = stream or sys.stderr
    if text and stream is not None:
        _write(stream, "\n".join(visible(line) for line in text.split("\n")))


def _line(line: object) -> str:
    return visible(shown(line if isinstance(line, str) else str(line)))  # `str` would make a plain string of what was said


def _write(stream: IO[str], text: str) -> None:
    encoding = _encoding(stream)
    stream.write(text.encode(encoding, "replace").decode(encoding))


def _encoding(stream: IO[str]) -> str:
    return getattr(stream, "encoding", None) or "utf-8"
