"""What the program makes of texts of this project's own, kept line by line: whatever a change alters shows as a difference.

A kept reading says what is, not what is right: `tests/data/cases` says that. After a change that means to alter readings, write them again
with ``KEEP_READINGS=1 make test ARGS="-k test_kept_readings"`` and look through the difference before it is committed.
"""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "readings"
_SHOWN = 40


def check_reading(name: str, lines: Iterable[str]) -> None:
    """Compare lines with those kept under a name, or keep them where KEEP_READINGS is set. Raises AssertionError with the difference."""
    path, read = FOLDER / f"{name}.txt", [line.replace("\n", "⏎") for line in lines]
    if os.environ.get("KEEP_READINGS"):
        path.write_text("".join(f"{line}\n" for line in read), encoding="utf-8")
    assert path.exists(), f"no reading is kept in {path}"
    kept = path.read_text(encoding="utf-8").splitlines()
    if read != kept:
        changed = [line for line in difflib.unified_diff(kept, read, "kept", "read now", lineterm="", n=0) if line[:2] != "@@"]
        raise AssertionError("\n".join([f"{name}: {len(changed)} lines changed", *changed[:_SHOWN]]))
