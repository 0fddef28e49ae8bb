"""What happens to the user's table when things go wrong: ``python -m tests.bench.safety [--kills 300] [--edits 200]``.

Prints figures: processes killed in the middle of an edit, two processes editing at once, a full disk, a clock that was ahead, a
table that is gone, a table that cannot be written. The tests hold each by a case of its own; here they are many.
"""

import argparse
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from credibility.model import OutletDraft, RatingDraft, StoreError
from credibility.table.file import backups as copies
from credibility.table.file.backups import BACKUPS_KEPT, backups
from credibility.table.file.checkup import check_file
from credibility.table.store import RatingsStore
from tests.table.crashing import ROOT, SLUGS, kill_while_editing
from tests.table.starters import STARTER, scores

SEED = 20261129
ROOM = 200_000  # bytes that are left on the full disk


def kills(folder: Path, wanted: int) -> Iterator[str]:
    """Programs killed at any moment of an edit or an import."""
    chance, began, first, whole, edits = random.Random(SEED), time.perf_counter(), 0, 0, 0
    for number in range(wanted):
        if number % 50 == 0:
            path, first = folder / f"{number}.db", 0
        found = kill_while_editing(path, first, chance)
        whole += found.is_whole
        edits += found.edit + 1 - first
        first = found.edit + 1
        if not found.is_whole:
            yield f"  not whole: {found}"
    yield f"{wanted} kills, {whole} tables whole, {edits} edits made, {time.perf_counter() - began:.0f} s"


def editing(path: str, who: str, many: int) -> None:
    """One of two processes: rates four outlets over and over and adds an outlet with each tenth edit; says whether it saw the other."""
    store, chance = RatingsStore.open(Path(path), STARTER, patience=60.0), random.Random(who)
    print("open", flush=True)
    sys.stdin.readline()
    seen = 0
    for number in range(many):
        if number % 10 == 0:
            store.edits.save_outlet(OutletDraft(f"{who}{number}.example", f"{who} {number}"))
        else:
            store.edits.set_rating(RatingDraft(chance.choice(SLUGS), number % 101, f"{who} edit {number}"))
        time.sleep(chance.uniform(0, 0.02))  # as a hand would
        if store.session.is_behind():
            store.session.catch_up()
            seen += 1
    print(f"noticed {seen}", flush=True)
    sys.stdin.readline()  # until the other has ended
    registry = store.snapshot()
    other = {"one": "two", "two": "one"}[who]
    print(sum(f"{other}{number}.example" in registry.outlets for number in range(0, many, 10)), flush=True)
    store.close()


def two_processes(folder: Path, wanted: int) -> Iterator[str]:
    """Two processes at one table: every edit is in the history, none in the other's place."""
    path, half = folder / "two.db", wanted // 2
    RatingsStore.open(path, STARTER).close()
    command = [sys.executable, "-m", "tests.bench.safety", "--editing", str(path), str(half)]
    both = [subprocess.Popen([*command, who], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for who in ("one", "two")]
    began = time.perf_counter()
    heard = [_in_step(both), _in_step(both), _in_step(both, last=True)]
    for each in both:
        each.wait()
    store = RatingsStore.open(path, STARTER)
    told = store.steps.history(limit=10 * wanted)
    reasons = Counter(change.after["reason"] for step in told for change in step.changes if change.after and change.table == "rating")
    wished = {f"{who} edit {number}" for who in ("one", "two") for number in range(half) if number % 10}
    added = sum(f"{who}{number}.example" in store.snapshot().outlets for who in ("one", "two") for number in range(0, half, 10))
    lost = len(wished - reasons.keys()) + 2 * len(range(0, half, 10)) - added
    store.close()
    yield (
        f"2 processes, {len(told)} edits in the history, {lost} lost, {time.perf_counter() - began:.1f} s; "
        f"noticed the other {heard[1][0].split()[1]} and {heard[1][1].split()[1]} times meanwhile; "
        f"outlets of the other seen at the end: {heard[2][0]} and {heard[2][1]} of {len(range(0, half, 10))}; "
        f"problems {check_file(path).problems}"
    )


def _in_step(both: list["subprocess.Popen[str]"], *, last: bool = False) -> list[str]:
    """A line of each, and then leave to go on."""
    lines = [each.stdout.readline().strip() for each in both if each.stdout]
    for each in both if not last else ():
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    return lines


def full_disk(folder: Path) -> Iterator[str]:
    """Files that cannot grow: an edit is refused whole, what was saved stays, a backup that fails leaves nothing and says what failed."""
    path = folder / "full.db"
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft(SLUGS[0], 41, "before"))
    before, limits = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.getrlimit(resource.RLIMIT_FSIZE)
    size = max(each.stat().st_size for each in folder.glob("full.db*"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + ROOM, limits[1]))
    saved, refused = 0, ""
    try:
        for number in range(2000):
            store.edits.save_outlet(OutletDraft(f"more{number}.example", "More " * 20, notes="much to say " * 80))
            saved += 1
    except StoreError as error:
        refused = str(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM // 2, limits[1]))
    closing = store.close()
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    signal.signal(signal.SIGXFSZ, before)
    left = [each.name for each in path.parent.rglob("full*") if each.name.endswith((".part", "-journal"))]
    again = RatingsStore.open(path, STARTER)
    kept = sum(f"more{number}.example" in again.snapshot().outlets for number in range(2000))
    yield f"full disk: {saved} edits saved, {kept} there afterwards, mine {scores(again, SLUGS[0])[0][1]:g}; then “{refused}”"
    yield f"           at closing “{closing}”; left over: {left}; backup made next time: {again.close() is None and len(backups(path))}"


def clock_ahead(folder: Path) -> Iterator[str]:
    """A year of backups made in 2099, and then today."""
    path = folder / "clock.db"

    class Clock(datetime):
        shown = datetime(2099, 1, 1, tzinfo=UTC)

        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # it is asked for UTC alone
            return cls.shown

    real, copies.datetime = copies.datetime, Clock  # type: ignore[misc]  # a class takes the place of a class
    made = []
    try:
        for number in range(2 * BACKUPS_KEPT):
            if number == BACKUPS_KEPT:
                Clock.shown = datetime(2026, 11, 29, tzinfo=UTC)
            store = RatingsStore.open(path, STARTER)
            store.edits.set_rating(RatingDraft(SLUGS[0], number, "one"))
            made.append(store.back_up())
            made[-1].stat()
            store.close()
    finally:
        copies.datetime = real  # type: ignore[misc]  # and gives it back
    present = backups(path)
    year = present[0].name.split("-")[1][:4]
    yield f"clock ahead: {len(made)} backups made, each there when told; the newest of {len(present)} kept is of {year}"


def missing_table(folder: Path) -> Iterator[str]:
    """The table gone, its backups not."""
    path = folder / "gone.db"
    for number in range(BACKUPS_KEPT):
        store = RatingsStore.open(path, STARTER)
        store.edits.set_rating(RatingDraft(SLUGS[0], number, "one"))
        store.close()
    before = set(backups(path))
    for each in folder.glob("gone.db*"):
        each.unlink()
    store = RatingsStore.open(path, STARTER)
    told, lost = store.notices, store.lost_backup
    store.close()
    for number in range(BACKUPS_KEPT + 2):
        store = RatingsStore.open(path, STARTER)
        store.edits.set_rating(RatingDraft(SLUGS[1], number, "anew"))
        store.close()
    stayed = len(before & set(backups(path)))
    yield f"missing table: {stayed} of {len(before)} old backups there after {BACKUPS_KEPT + 2} more; told “{told[0]}”"
    store = RatingsStore.open(path, STARTER)
    assert lost is not None
    store.restore(lost)
    yield f"               restored in the open store: mine {scores(store, SLUGS[0])[0][1]:g}"
    store.close()


def main() -> None:
    """Print all figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--edits", type=int, default=200)
    options.add_argument("--editing", nargs=3, metavar=("PATH", "EDITS", "WHO"))
    arguments = options.parse_args()
    if arguments.editing:
        path, many, who = arguments.editing
        editing(path, who, int(many))
        return
    parts: tuple[Callable[[Path], Iterator[str]], ...] = (
        lambda folder: two_processes(folder, arguments.edits),
        full_disk,
        clock_ahead,
        missing_table,
        lambda folder: kills(folder, arguments.kills),
    )
    with tempfile.TemporaryDirectory() as name:
        for part in parts:
            for line in part(Path(name)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
