"""A process killed at any moment leaves a sound table with every confirmed edit and no half import."""

import random
from pathlib import Path

from tests.table.crashing import kill_while_editing


def test_a_kill_at_any_moment_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    chance = random.Random(7)
    path, first = tmp_path / "ratings.db", 0
    for _ in range(6):
        found = kill_while_editing(path, first, chance)
        assert found.is_whole, found
        first = found.edit + 1
    assert first > 10
