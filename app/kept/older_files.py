"""Import what older versions kept in JSON files beside the database. The files are left unchanged, so nothing is lost."""

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from credibility.floor.language import said
from credibility.model import BlockChoice, StoreError
from credibility.table.choices import Choices

Row = TypeVar("Row")
CHOICES, PARTS = "choices.json", "parts.json"


def take_in(choices: Choices, folder: Path) -> tuple[str, ...]:
    """Import the reader's choices and the parts read last, once per state of the files. Returns sentences on what was unreadable."""
    return tuple(filter(None, (_take(choices, folder / name) for name in (CHOICES, PARTS))))


def _take(choices: Choices, path: Path) -> str | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    mark = hashlib.sha256(data).hexdigest()
    try:
        if choices.has_taken_in(path.name, mark):
            return None
        rows = _rows(data)
        if path.name == CHOICES:
            chosen = _read(rows, _choice)
            choices.take_in(path.name, mark, choices=((*_file_and_part(key), choice) for key, choice in chosen.items()))
        else:
            parts = _read(rows, _part)
            choices.take_in(path.name, mark, last_parts=parts)
    except StoreError as error:
        return said("The contents of {name} could not be imported into the table: {reason}", name=path.name, reason=error.reason)
    if rows is None:
        return said("{path} cannot be read; it stays where it is.", path=path)
    bad = len(rows) - len(chosen if path.name == CHOICES else parts)
    return (
        said("{bad} of {rows} rows of {path} cannot be read; they stay in that file.", bad=bad, rows=len(rows), path=path) if bad else None
    )


def _rows(data: bytes) -> dict[str, Any] | None:
    """The rows of a file; None if it is not a JSON object."""
    try:
        rows = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return rows if isinstance(rows, dict) else None


def _read(rows: dict[str, Any] | None, read: Callable[[Any], Row]) -> dict[str, Row]:
    def good() -> Iterator[tuple[str, Row]]:
        for key, row in (rows or {}).items():
            try:
                json.dumps([key, row], ensure_ascii=False).encode()  # a lone surrogate, which no table can store, is a ValueError
                if key:
                    yield key, read(row)
            except (ValueError, TypeError, KeyError):
                continue  # the caller counts missing rows

    return dict(good())


def _choice(row: Any) -> BlockChoice:
    added, dropped = row["added"], row["dropped"]
    if not all(isinstance(each, list) and all(isinstance(mark, str) for mark in each) for each in (added, dropped)):
        raise TypeError(row)
    return BlockChoice(frozenset(added), frozenset(dropped))


def _part(row: Any) -> str:
    if not isinstance(row, str):
        raise TypeError(row)
    return row


def _file_and_part(key: str) -> tuple[str, str]:
    """Split a key: the file's SHA-256, followed by "#" and the part's key except for the main part."""
    file, _, part = key.partition("#")
    return file, part
