"""A program that edits the table until it is killed, and the checks of the table afterwards.

``python -m tests.table.crashing FILE FIRST`` makes edit FIRST, FIRST + 1, … and prints each number once it is confirmed.
Edit n rates one outlet with n; every tenth edit imports a list of 200 rows that all say n.
"""

import random
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from credibility.model import Rater, RatingDraft
from credibility.model.lists import ListEntry, ReadList
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER

SLUGS = ("theguardian.com", "newsweek.com", "hurriyet.com.tr", "medium.com")
IMPORT_EVERY = 10
ROWS = 200
EDITS = (2, 14)  # how many are confirmed before the kill, from and up to
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Found:
    """What was in the file after a kill: the last confirmed edit, and the edits that the ratings show."""

    confirmed: int
    edit: int
    imported: frozenset[float]
    integrity: str
    notices: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every confirmed edit is there, plus at most the one under way, and each import is whole or absent."""
        return (
            self.integrity == "ok"
            and self.notices == ()
            and self.confirmed <= self.edit <= self.confirmed + 1
            and len(self.imported) <= 1
            and all(
                self.confirmed - IMPORT_EVERY < number <= self.confirmed + 1 for number in self.imported if self.confirmed >= IMPORT_EVERY
            )
        )


def kill_while_editing(path: Path, first: int, chance: random.Random) -> Found:
    """Let a process make some edits, kill it at a random moment during a later one, then open the table and check it.

    Edits are counted, not seconds, before the moment is chosen: on a busy machine one takes a hundred times as long as on an idle one.
    """
    command = [sys.executable, "-m", "tests.table.crashing", str(path), str(first)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()  # the table is open
    began = time.monotonic()
    heard = [process.stdout.readline() for _ in range(chance.randrange(*EDITS))]
    time.sleep(chance.uniform(0.0, 2 * (time.monotonic() - began) / len(heard)))
    process.kill()
    lines = "".join([*heard, process.stdout.read()]).split("\n")
    process.wait()
    confirmed = max((int(line) for line in lines[:-1] if line), default=first - 1)
    return look(path, confirmed)


def look(path: Path, confirmed: int) -> Found:
    """Open the table as the program does, and as any SQLite tool does."""
    store = RatingsStore.open(path, STARTER)
    edits = [rating.score for slug in SLUGS for rating in store.queries.ratings(slug) if rating.rater.slug == "mine"]
    imported = [row[0] for row in store.session.database.execute("SELECT score FROM rating WHERE rater = 'crash'")]
    assert len(imported) in (0, ROWS)
    number = int(
        store.session.database.execute(
            "SELECT coalesce(max(CAST(substr(reason, 6) AS INTEGER)), -1) FROM rating WHERE rater = 'mine'"
        ).fetchone()[0]
    )
    last_import = int(
        store.session.database.execute("SELECT coalesce(max(CAST(original AS INTEGER)), -1) FROM rating WHERE rater = 'crash'").fetchone()[
            0
        ]
    )
    told = frozenset(
        row[0] for row in store.session.database.execute("SELECT DISTINCT CAST(original AS INTEGER) FROM rating WHERE rater = 'crash'")
    )
    assert all(score is not None for score in edits)
    store.close()
    connection = sqlite3.connect(path)
    integrity = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    connection.close()
    return Found(confirmed, max(number, last_import), told, integrity, store.notices)


def edit(store: RatingsStore, number: int) -> None:
    """Edit `number`."""
    if number % IMPORT_EVERY == 0:
        entries = tuple(ListEntry(line, f"site{line}.example", number % 101, str(number)) for line in range(ROWS))
        store.lists.import_list(ReadList(Rater("crash", "Crash list", 9), ROWS, entries))
    else:
        store.edits.set_rating(RatingDraft(SLUGS[number % len(SLUGS)], number % 101, f"edit {number}"))


def main() -> None:
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    store = RatingsStore.open(path, STARTER)
    print("open", flush=True)
    while True:
        edit(store, number)
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main()
