"""A table that cannot be written can still be read: a folder without permission, a file without, a full disk."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from credibility.model import RatingDraft
from credibility.table.store import RatingsStore
from tests import patience
from tests.table.starters import STARTER

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
# Run as an ordinary user: for the superuser nothing is read-only.
PROGRAM = """
import os, sys
from pathlib import Path
from credibility.model import OutletQuery, RatingDraft, StoreError
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, scores
import credibility.table.lists, encodings.idna, random
if os.getuid() == 0:
    os.setgid({nobody}); os.setuid({nobody})
store = RatingsStore.open(Path(sys.argv[1]), STARTER)
print(store.notices[0])
print(scores(store, "theguardian.com")[0], store.queries.outlets(OutletQuery(words="guardian")).total)
try:
    store.edits.set_rating(RatingDraft("theguardian.com", 12, "no"))
except StoreError as error:
    print(error.reason)
print(store.close())
"""


def ask(path: Path) -> list[str]:
    command = [sys.executable, "-c", PROGRAM.format(nobody=NOBODY), str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patience.SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("what", ["folder", "file", "both", "folder with a log"])
def test_what_cannot_be_written_is_read_and_refuses_edits(what: str) -> None:
    # Not below pytest's folder, which no other user may enter.
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        check(what, Path(name))


def check(what: str, folder: Path) -> None:
    path = folder / "ratings.db"
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    log = path.with_name("ratings.db-wal").read_bytes() if "log" in what else b""
    before = path.read_bytes()
    store.close()
    if log:
        path.write_bytes(before)
        path.with_name("ratings.db-wal").write_bytes(log)
    if what in ("file", "both"):
        path.chmod(0o444)
    if os.getuid() == 0 and what == "file":
        folder.chmod(0o777)  # the folder may be written, the file may not
    elif what != "file":
        folder.chmod(0o555)
    try:
        notice, shown, refused, closing = ask(path)
        assert "edits cannot be saved" in notice
        assert shown == "('mine', 41.0) 2"
        assert refused.startswith("The change was not saved.")
        assert closing == "None"
    finally:
        folder.chmod(0o755)
