"""The file of a batch: what was read stays, whatever happens to the program afterwards."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from credibility.archive.schema import APPLICATION_ID, STATEMENTS, VERSION
from credibility.floor.language import said
from credibility.model import StoreError

ARTICLE_COLUMNS = ("part", "title", "url", "host", "publisher", "published", "language", "fingerprint")
CLAIM_COLUMNS = (*("number", "id", "words", "source", "kind", "outlet", "outlet_name", "role", "tier", "score", "rater", "polarity"),)
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article to be stored: the values of `ARTICLE_COLUMNS`, a row of `CLAIM_COLUMNS` per claim, and the compressed reading."""

    values: tuple[Cell, ...]
    claims: tuple[tuple[Cell, ...], ...] = field(repr=False)
    reading: bytes = field(repr=False)


class ReadingsStore:
    """A store of readings, used from one thread at a time. Every method may raise StoreError."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open the store; with `create`, make it where there is none. Raises StoreError for another kind of file."""
        self.path = path
        self._lock = threading.Lock()
        if not create and not path.is_file():
            raise StoreError(said("{path} does not exist.", path=path), said("Give a store that `sourcetint batch` wrote."))
        with _named(path):
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        connection = self._connection
        kind, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        is_new = not connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]
        if not is_new and (kind, version) != (APPLICATION_ID, VERSION):
            words = said("{path} is not a store of readings.", path=self.path)
            raise StoreError(words, said("Choose another name, or a store that `sourcetint batch` wrote."))
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA busy_timeout = 10000")
        if is_new:
            connection.execute("PRAGMA journal_mode = WAL")
            with self._transaction():
                for statement in (*STATEMENTS, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {VERSION}"):
                    connection.execute(statement)
        # After a power cut the last articles may be missing and are read again; the file stays sound.
        connection.execute("PRAGMA synchronous = NORMAL")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def has(self, digest: str) -> bool:
        """Whether a file of that content has been read."""
        return bool(self._rows("SELECT EXISTS (SELECT 1 FROM article WHERE digest = ?)", digest)[0][0])

    def add(self, digest: str, path: str, articles: Sequence[StoredArticle]) -> None:
        """Store the articles of one file, all or none; those stored of the same content before are replaced."""
        with self._lock, _named(self.path), self._transaction():
            run = self._connection.execute
            run("DELETE FROM article WHERE digest = ?", (digest,))
            run("DELETE FROM failure WHERE path = ? OR digest = ?", (path, digest))
            for article in articles:
                columns = ", ".join(ARTICLE_COLUMNS)
                marks = ", ".join("?" * (len(ARTICLE_COLUMNS) + 4))
                row = (digest, path, *article.values, len(article.claims), article.reading)
                number = run(f"INSERT INTO article(digest, path, {columns}, claims, reading) VALUES ({marks})", row).lastrowid
                marks = ", ".join("?" * (len(CLAIM_COLUMNS) + 1))
                inserting = f"INSERT INTO claim(article, {', '.join(CLAIM_COLUMNS)}) VALUES ({marks})"
                self._connection.executemany(inserting, [(number, *claim) for claim in article.claims])

    def fail(self, digest: str, path: str, reason: str) -> None:
        """Note that a file cannot be read, and why."""
        with self._lock, _named(self.path), self._transaction():
            self._connection.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?)", (path, digest, reason))

    def failures(self) -> list[tuple[str, str]]:
        """Paths of files that could not be read, with the reasons."""
        return [(str(path), str(reason)) for path, reason in self._rows("SELECT path, reason FROM failure ORDER BY path")]

    def counts(self) -> tuple[int, int]:
        """How many articles and claims are stored."""
        ((articles, claims),) = self._rows("SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim)")
        return int(articles or 0), int(claims or 0)

    def table(self) -> Iterator[tuple[Cell, ...]]:
        """A row per claim with the columns of its article before it, ordered by content: the same whatever the order of reading."""
        columns = ", ".join([f"a.{name}" for name in ("digest", *ARTICLE_COLUMNS)] + [f"c.{name}" for name in CLAIM_COLUMNS])
        order = "ORDER BY a.digest, a.part, c.number"
        with _named(self.path):
            yield from self._connection.execute(f"SELECT {columns} FROM article AS a JOIN claim AS c ON c.article = a.id {order}")

    def ask(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        """The rows of a query that reads."""
        return self._rows(query, *values)

    def _rows(self, query: str, *values: Cell) -> list[tuple[Cell, ...]]:
        with self._lock, _named(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Errors of SQLite as StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        words = said("{path} cannot be used as a store of readings: {problem}.", path=path, problem=str(error))
        raise StoreError(words, said("Check the name, the permissions and the disk.")) from error
