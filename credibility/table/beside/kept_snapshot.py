"""The snapshot file beside the database: written whole, read only if it is of exactly this state of this table, otherwise ignored.

It saves time, nothing else: deleting it loses nothing. Its head holds what it was made from, and a checksum of the rest, which finds a
file that was cut off or damaged.
"""

import contextlib
import json
import zlib
from pathlib import Path

from sqlite_utils import Database

from credibility.outlets.packed import pack, unpack
from credibility.outlets.registry import OutletRegistry
from credibility.table.schema.migrations import version_of

_CHECKSUM = 4  # bytes
FORMAT = 2
"""Raised whenever a change of the program makes the same rows another registry."""
_MAGIC = b"SourceTint snapshot\n"


def snapshot_file(path: Path) -> Path:
    """Where the snapshot of a database is kept."""
    return path.with_name(path.name + ".snapshot")


def state_of(database: Database) -> str:
    """What identifies the rows of a table: its facts, the counter that every change of any program raises, and the last change.

    The counter alone would not do: a restored backup counts from an earlier number again.
    """
    facts = database.execute("SELECT name, value FROM fact WHERE name NOT LIKE 'backed%' ORDER BY name").fetchall()
    counter = database.execute("SELECT number FROM revision WHERE subject = 'table'").fetchone()
    last = database.execute("SELECT id, at, state FROM change_set ORDER BY id DESC LIMIT 1").fetchone()
    return json.dumps([FORMAT, version_of(database), facts, counter, last])


def read_snapshot(path: Path, state: str) -> OutletRegistry | None:
    """The registry kept for a database in this state; None when there is none, or it is broken, of another state or another table."""
    try:
        data = snapshot_file(path).read_bytes()
    except OSError:
        return None
    head = _head(state)
    if not data.startswith(head):
        return None
    packed = memoryview(data)[len(head) + _CHECKSUM :]  # a table of 50,000 outlets has 17 MB, which need not be copied
    if data[len(head) : len(head) + _CHECKSUM] != _checksum(packed):
        return None
    try:
        return unpack(packed)
    except ValueError:
        return None


def write_snapshot(path: Path, state: str, registry: OutletRegistry) -> None:
    """Keep a registry for this state of a database, replacing an older one at once; where that is not possible, none is kept."""
    packed = pack(registry)
    target = snapshot_file(path)
    passing = target.with_name(target.name + ".new")
    with contextlib.suppress(OSError):
        passing.write_bytes(_head(state) + _checksum(packed) + packed)
        passing.replace(target)


def _head(state: str) -> bytes:
    return _MAGIC + state.encode("utf-8", "surrogatepass") + b"\n"


def _checksum(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECKSUM, "big")
