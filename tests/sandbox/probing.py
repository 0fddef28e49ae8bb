"""The setting for the probes: a folder of things that must stay out of reach, and a process with the real walls."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests import patience

ROOT = Path(__file__).resolve().parents[2]
INSIDE = f"""
import json, sys
sys.path[:0] = [{str(ROOT)!r}]
from tests.sandbox.probes import tried
sys.stderr.write("; ".join({{walls}}))
print(json.dumps(tried(sys.argv[1], {{but!r}})))
"""


WITHOUT = ("become another program", "signal the window's group", "limit the window's files", "mount a file system", "remove the article")
"""Probes that would end or disturb these tests if nothing refused them."""


ALL = "__import__('credibility.sandbox.walls', fromlist='x').raise_walls(2_000_000_000)"
LANDLOCK = (
    "__import__('credibility.sandbox.walls.landlock', fromlist='x').raise_landlock("
    "__import__('credibility.sandbox.walls.places', fromlist='x').own_places())"
)
SECCOMP = "__import__('credibility.sandbox.walls.seccomp', fromlist='x').raise_seccomp()"
NONE = "()"


def probed(folder: Path, walls: str = ALL) -> tuple[dict[str, str], str]:
    """The outcome of each probe, and the walls that were in force."""
    command = [sys.executable, "-c", INSIDE.format(walls=walls, but=() if walls == ALL else WITHOUT), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=patience.SECONDS)
    return json.loads(ran.stdout), ran.stderr


def laid_out(folder: Path) -> Path:
    """Make a folder in this one with an article, surrounded by things that must stay out of reach."""
    inside, private = folder / "page", folder / "page-private"
    inside.mkdir()
    for name in ("article.txt", "secret.txt"):
        (inside / name).write_text("words")
    (inside / "foreign.xml").write_text("<foreign/>")
    private.mkdir()
    (private / "secret.txt").write_text("words")
    (inside / "link.txt").symlink_to(private / "secret.txt")
    with sqlite3.connect(inside / "ratings.db") as table:
        table.execute("CREATE TABLE rating (score)")
        table.execute("INSERT INTO rating VALUES (90)")
    return inside
