"""The user's table, opened: for the workspace, and alone for what needs nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.files.paths import database_path, documents
from app.ratings.table import Table
from credibility.outlets.starter import STARTER_FILES
from credibility.table.store import RatingsStore


def open_store(database: Path | None = None) -> RatingsStore:
    """The table in a database, by default the user's, created from the starter if there is none. Raises StoreError."""
    return RatingsStore.open(database or database_path(), documents("starter", *STARTER_FILES))


@contextmanager
def only_table(database: Path | None, warn: Callable[[str], object]) -> Iterator[Table]:
    """The table without library, settings and reading process, closed at the end; `warn` is told what a workspace would tell of it."""
    store = open_store(database)
    try:
        for notice in store.notices:
            warn(notice)
        yield Table(store)
    finally:
        if trouble := store.close():
            warn(trouble)
