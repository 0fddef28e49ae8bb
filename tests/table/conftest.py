"""Fixtures: a table made from the small starter, in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from credibility.table.store import RatingsStore
from tests.table.starters import STARTER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ratings.db"


@pytest.fixture
def store(path: Path) -> Iterator[RatingsStore]:
    opened = RatingsStore.open(path, STARTER, patience=0.2)
    yield opened
    opened.close()
