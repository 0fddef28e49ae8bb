"""Import every shared list and a table of 50,000 rows: `python -m tests.bench.imports` prints where each row went, and how long it took.

Each list is also undone, redone and imported again, which must change nothing.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from credibility.model import OutletQuery, Rater, RatingDraft
from credibility.model.lists import ImportPreview, ImportStep, ListEntry, ReadList
from credibility.outlets.lists.formats.recognise import recognise
from credibility.outlets.starter import STARTER_FILES
from credibility.table.store import RatingsStore
from tests.table.crashing import kill_while_editing
from tests.table.starters import content

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT.parent / "shared" / "samples" / "rating-lists"
Answer = TypeVar("Answer")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        real_lists(Path(folder))
        big_table(Path(folder) / "big" / "ratings.db")
        kills(Path(folder) / "kills" / "ratings.db")


def real_lists(folder: Path) -> None:
    if not LISTS.exists():
        print(f"{LISTS} is absent: no lists to import")
        return
    print("list, rows = rated + passed over + quarantined, entries = add change same merge conflict skip, processor time to read, import")
    for path in sorted(LISTS.glob("*/*")):
        store = starter_store(folder / path.stem / "ratings.db")
        store.snapshot()
        text = path.read_text(encoding="utf-8")
        known = recognise(text)
        assert known is not None, path
        read, reading = timed(lambda text=text, known=known: known.read(text))
        preview = store.lists.preview(read)
        record, writing = timed(lambda read=read, store=store: store.lists.import_list(read))
        assert record.rows == read.rows
        print(f"{path.name[:41]:42}{accounts(read, preview)}  {reading:5.2f}  {writing:5.2f} s; {around(store, read)}")
        store.close()


def around(store: RatingsStore, read: ReadList) -> str:
    """Undo the import, redo it, import the list again: how long each took. Each must leave the table as it was."""
    imported = content(store)
    _, undoing = timed(store.steps.undo)
    assert content(store) != imported, "undo left the import in the table"
    _, redoing = timed(store.steps.redo)
    assert content(store) == imported, "redo made another table"
    record, again = timed(lambda: store.lists.import_list(read))
    assert (record.added, record.changed, record.change_set) == (0, 0, None), "importing again is not the same"
    assert content(store) == imported, "importing again changed the table"
    return f"undo {undoing:.2f}, redo {redoing:.2f}, again {again:.2f} s: nothing changed"


def accounts(read: ReadList, preview: ImportPreview) -> str:
    rated, passed, quarantined = len({entry.line for entry in read.entries}), len(read.passed_over), len(read.quarantined)
    assert read.rows == rated + passed + quarantined, "rows do not add up"
    counts = preview.counts
    assert len(read.entries) == sum(counts.values()), "entries do not add up"
    steps = (ImportStep.ADD, ImportStep.CHANGE, ImportStep.SAME, ImportStep.MERGE, ImportStep.CONFLICT, ImportStep.SKIP)
    widths = (6, 7, 6, 6, 7, 5)
    told = "".join(f"{counts[step]:>{width}}" for step, width in zip(steps, widths, strict=True))
    return f"{read.rows:>7} = {rated:>6} + {passed:>6} + {quarantined:>5}   {len(read.entries):>7} = {told}"


def big_table(path: Path) -> None:
    writing = fill(path, 50_000)
    print(f"\n50,000 rows: imported in {writing:.1f} s, file {path.stat().st_size / 1e6:.0f} MB")
    store, opening = timed(lambda: starter_store(path))
    page, first = timed(lambda: store.queries.outlets(OutletQuery()))
    print(f"opened and checked in {opening * 1000:.0f} ms, first page of {page.total} in {first * 1000:.0f} ms")
    for words in ("guardian", "springf", "number 4999", "zzz"):
        found, search = timed(lambda words=words: store.queries.outlets(OutletQuery(words=words)))
        print(f"search “{words}”: {found.total} rows in {search * 1000:.0f} ms")
    for sort in ("name", "score", "country", "rated_on"):
        _, sorting = timed(lambda sort=sort: store.queries.outlets(OutletQuery(sort=sort, descending=True), 20_000))
        print(f"sorted by {sort}, page from 20,000: {sorting * 1000:.0f} ms")
    _, whole = timed(store.snapshot)
    _, editing = timed(lambda: store.edits.set_rating(RatingDraft("theguardian.com", 75, "read")))
    _, renewed = timed(store.snapshot)
    print(f"whole snapshot {whole * 1000:.0f} ms; an edit {editing * 1000:.0f} ms and its snapshot {renewed * 1000:.1f} ms")
    store.close()


def fill(path: Path, outlets: int) -> float:
    """Fill a table of the starter up to so many outlets by one import; returns its seconds."""
    store = starter_store(path)
    chance = random.Random(3)
    more = outlets - store.queries.outlets(OutletQuery()).total
    entries = tuple(
        ListEntry(n, f"site{n}.example", round(chance.uniform(0, 100), 1), "x", f"Site Number {n} of Springfield") for n in range(more)
    )
    _, writing = timed(lambda: store.lists.import_list(ReadList(Rater("big", "A big list", 9), len(entries), entries)))
    store.close()
    return writing


def kills(path: Path, times: int = 20) -> None:
    chance, first, whole = random.Random(11), 0, 0
    for _ in range(times):
        found = kill_while_editing(path, first, chance)
        whole += found.is_whole
        first = found.edit + 1
    print(
        f"\nkilled {times} times at random moments in {first} edits and imports: {whole} tables sound, complete and without a half import"
    )


def starter_store(path: Path) -> RatingsStore:
    """A table of the shipped starter."""
    return RatingsStore.open(path, {name: (ROOT / "resources" / "starter" / name).read_text(encoding="utf-8") for name in STARTER_FILES})


def timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    """What the work gives, and the seconds of processor time it took: other programs do not count."""
    started = time.process_time()
    answer = work()
    return answer, time.process_time() - started


if __name__ == "__main__":
    main()
