"""What was opened, where its files are, what it cites and how the reader tagged it. Safe to use from several threads."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

from credibility.floor.language import said
from credibility.library import entries, file, search
from credibility.library.citing import who_cites_whom
from credibility.model import CitingArticle
from credibility.model.library import Arrival, LibraryPage, LibraryQuery, Shelved, WhoCitesWhom

Answer = TypeVar("Answer")
_A_DAY = 86_400.0


class Shelf:
    """One open library. Errors of the file are StoreErrors and change nothing."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None, notices: tuple[str, ...] = ()) -> None:
        self._connection = connection
        self.path = path
        self.notices = notices
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """The library at `path`, created if it is missing; one in memory, with a notice, where that is not possible."""
        connection, notices = file.open_file(path)
        name = connection.execute("PRAGMA database_list").fetchone()[2]
        return cls(connection, path if name else None, notices)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty library that is gone when it is closed."""
        return cls(file.connect(None), None)

    def close(self) -> str | None:
        """Back the library up when it is due, and close it. Returns a sentence when that failed; everything else is saved."""
        try:
            with self._lock:
                self._back_up_if_due()
        except (sqlite3.Error, OSError) as error:
            return said("No backup of the library was made: {problem}.", problem=str(error))
        finally:
            self._connection.close()
        return None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, all or nothing."""
        with self._lock, file.named_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def read(self, ask: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Ask something of one state of the file."""
        with self._lock, file.named_errors(self.path):
            return ask(self._connection)

    # Reading

    def record(self, arrival: Arrival, *, opened: bool = True) -> int:
        """Put an article in, or what is known of it now; with `opened`, as the one read last. Returns its number."""
        with self.writing() as connection:
            number = entries.put(connection, arrival)
            if opened:
                visit = "(SELECT max(visit) + 1 FROM article)"
                connection.execute(f"UPDATE article SET opened_at = ?, visit = {visit} WHERE id = ?", (entries.now(), number))
            return number

    def recount(self, arrival: Arrival) -> None:
        """Store how the claims of an article are now; nothing happens for one that is not in the library."""
        with self.writing() as connection:
            number = entries.number_of(connection, arrival.fingerprint)
            if number is not None:
                entries.count(connection, number, arrival)

    def search(self, query: LibraryQuery, offset: int = 0, limit: int = 30) -> LibraryPage:
        """One page of the articles that match, the best first, else those read last; with the filters and their counts."""
        return self.read(lambda connection: search.page(connection, query, offset, limit))

    def recent(self, limit: int) -> tuple[Shelved, ...]:
        """The articles opened last."""
        return self.read(lambda connection: search.recent(connection, limit))

    def of(self, fingerprint: str) -> Shelved | None:
        """The article of that fingerprint; None when it is not in the library."""
        return self.read(lambda connection: search.by_fingerprint(connection, fingerprint))

    def texts(self, words: str, *, but: str = "", most: int = 200) -> tuple[tuple[str, str], ...]:
        """Title and text of the articles that hold these words one after the other, without the one of the fingerprint `but`."""
        return self.read(lambda connection: search.texts(connection, words, but, most))

    def citing(self, outlet: str) -> tuple[CitingArticle, ...]:
        """The articles opened so far that cite an outlet, the one read last first."""
        return self.read(lambda connection: search.citing(connection, outlet))

    def who_cites_whom(self) -> tuple[WhoCitesWhom, ...]:
        """Publishers and the outlets that they cite, those with the most claims first; nobody is rated here."""
        return self.read(who_cites_whom)

    def place(self, fingerprint: str) -> int:
        """The code point that was at the top of the page when an article was left; 0 for one that is not in the library."""
        asked = "SELECT place FROM article WHERE fingerprint = ?"
        row = self.read(lambda connection: connection.execute(asked, (fingerprint,)).fetchone())
        return int(row[0]) if row else 0

    def keep_place(self, fingerprint: str, offset: int) -> None:
        """Remember where an article was left, if it is in the library."""
        with self.writing() as connection:
            connection.execute("UPDATE article SET place = ? WHERE fingerprint = ?", (offset, fingerprint))

    # Files

    def has_digest(self, digest: str) -> bool:
        """Whether a file of this content is known."""
        asked = "SELECT 1 FROM file WHERE digest = ? LIMIT 1"
        return self.read(lambda connection: connection.execute(asked, (digest,)).fetchone() is not None)

    def places(self) -> tuple[Path, ...]:
        """All folders that files of the library were seen in, those seen last first."""
        rows = self.read(lambda connection: connection.execute("SELECT path FROM file ORDER BY seen DESC").fetchall())
        return tuple(dict.fromkeys(Path(os.fsdecode(row[0])).parent for row in rows))

    def paths(self, fingerprints: Sequence[str] | None) -> tuple[Path, ...]:
        """Where files of these articles, or of all, were seen."""
        rows = self.read(
            lambda connection: connection.execute("SELECT path, fingerprint FROM file JOIN article ON id = article").fetchall()
        )
        return tuple(Path(os.fsdecode(path)) for path, fingerprint in rows if fingerprints is None or fingerprint in fingerprints)

    def digests_of(self, number: int) -> tuple[tuple[str, int], ...]:
        """Content hash and size of the files of an article."""
        asked = "SELECT DISTINCT digest, size FROM file WHERE article = ? AND digest <> '' ORDER BY seen DESC"
        return self.read(lambda connection: tuple(connection.execute(asked, (number,)).fetchall()))

    def all_digests(self) -> tuple[tuple[str, int], ...]:
        """Content hash and size of all files."""
        return self.read(
            lambda connection: tuple(connection.execute("SELECT DISTINCT digest, size FROM file WHERE digest <> ''").fetchall())
        )

    def moved(self, digest: str, path: Path) -> None:
        """A file of this content is at `path` now: every article in it is found there."""
        with self.writing() as connection:
            for article, part, size in connection.execute(
                "SELECT DISTINCT article, part, size FROM file WHERE digest = ?", (digest,)
            ).fetchall():
                entries.see(connection, article, Arrival("", "", "", path=path, part=None if part < 0 else part, digest=digest, size=size))

    # The reader's hand

    def set_tags(self, number: int, tags: Iterable[str]) -> None:
        """Give an article these tags and no others."""
        names = dict.fromkeys(" ".join(tag.split()) for tag in tags)
        with self.writing() as connection:
            connection.execute("DELETE FROM tag WHERE article = ?", (number,))
            connection.executemany("INSERT INTO tag VALUES (?, ?)", [(number, name) for name in names if name])
            entries.index_words(connection, number)
            entries.touch(connection)

    def forget(self, fingerprints: Sequence[str] | None) -> None:
        """Remove these articles, or all, from the library and from every backup of it. That cannot be undone."""

        def remove(connection: sqlite3.Connection) -> None:
            for fingerprint in entries.all_articles(connection) if fingerprints is None else fingerprints:
                number = entries.number_of(connection, fingerprint)
                connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
                connection.execute("DELETE FROM article WHERE id = ?", (number,))

        with self._lock, file.named_errors(self.path):
            file.scrub(self._connection, self.path, remove)

    def has_taken_in(self, what: str) -> bool:
        """Whether something of that name was taken over from an older version."""
        return self.read(lambda connection: entries.fact(connection, f"taken_in:{what}") is not None)

    def take_in(self, what: str, articles: Iterable[tuple[Arrival, datetime]]) -> None:
        """Take over what an older version recorded, oldest first; what is here already stays."""
        with self.writing() as connection:
            for arrival, opened_at in articles:
                if entries.number_of(connection, arrival.fingerprint) is None:
                    number = entries.put(connection, arrival)
                    visit = "(SELECT max(visit) + 1 FROM article)"
                    connection.execute(
                        f"UPDATE article SET opened_at = ?, visit = {visit} WHERE id = ?", (entries.in_words(opened_at), number)
                    )
            connection.execute("INSERT OR REPLACE INTO fact VALUES (?, '1')", (f"taken_in:{what}",))

    def _back_up_if_due(self) -> None:
        """After notes or tags were changed, and once a day."""
        if self.path is None:
            return
        last = entries.fact(self._connection, entries.BACKED_UP)
        now = datetime.now(UTC)
        with suppress(ValueError):
            if last and abs((now - datetime.fromisoformat(last)).total_seconds()) < _A_DAY:
                return
        if self._connection.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None:
            return
        file.back_up(self._connection, self.path)
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (entries.BACKED_UP, entries.in_words(now)))
