"""An article's rows in the library: what is known of it, where its file is, what it cites, and the words it is found by."""

import json
import os
import sqlite3
from datetime import UTC, datetime

from credibility.floor.language import said
from credibility.model import StoreError
from credibility.model.library import Arrival

BACKED_UP = "backed_up"
"""The fact that says when the library was backed up last."""


def index_words(connection: sqlite3.Connection, number: int, text: str | None = None) -> None:
    """Write the words an article is found by again; without `text` its text stays."""
    title, publisher, byline = connection.execute("SELECT title, publisher, byline FROM article WHERE id = ?", (number,)).fetchone()
    if text is None:
        row = connection.execute("SELECT text FROM words WHERE rowid = ?", (number,)).fetchone()
        text = row[0] if row else ""
    tags = [row[0] for row in connection.execute("SELECT name FROM tag WHERE article = ?", (number,))]
    cited = [row[0] for row in connection.execute("SELECT name FROM cited WHERE article = ?", (number,))]
    names = " · ".join(filter(None, [publisher, byline, *tags, *cited]))
    connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
    notes = "\n".join(f"{row[0]} {row[1]}" for row in connection.execute("SELECT words, tags FROM note WHERE article = ?", (number,)))
    found = (number, title, text, notes, names)
    connection.execute("INSERT INTO words(rowid, title, text, notes, names) VALUES (?, ?, ?, ?, ?)", found)


def touch(connection: sqlite3.Connection) -> None:
    """Have a backup made at the end of this session."""
    connection.execute("DELETE FROM fact WHERE name = ?", (BACKED_UP,))


def put(connection: sqlite3.Connection, arrival: Arrival) -> int:
    """Put an article in, or what is known of it now; returns its number. Raises StoreError."""
    facts = (clean(arrival.title), clean(arrival.publisher), clean(arrival.byline), arrival.published, clean(arrival.url))
    connection.execute(
        "INSERT INTO article(fingerprint, title, publisher, byline, published, url, added_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(fingerprint) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, byline = excluded.byline, "
        "published = excluded.published, url = excluded.url",
        (arrival.fingerprint, *facts, now()),
    )
    number = number_of(connection, arrival.fingerprint)
    if number is None:
        raise StoreError(said("The article was not stored in the library."))
    see(connection, number, arrival)
    count(connection, number, arrival, clean(arrival.text))
    return number


def see(connection: sqlite3.Connection, number: int, arrival: Arrival) -> None:
    """Note where its file is now; a place of the same content where there is no file any more is dropped."""
    gone = connection.execute("SELECT path, part FROM file WHERE article = ? AND digest = ?", (number, arrival.digest)).fetchall()
    for path, part in gone:
        if not os.path.exists(path):  # noqa: PTH110 - it never raises, and the path is bytes
            connection.execute("DELETE FROM file WHERE article = ? AND path = ? AND part = ?", (number, path, part))
    part = -1 if arrival.part is None else arrival.part
    connection.execute(
        "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(seen), 0) + 1 FROM file))",
        (number, os.fsencode(arrival.path), part, arrival.digest, arrival.size),
    )


def count(connection: sqlite3.Connection, number: int, arrival: Arrival, text: str | None = None) -> None:
    """Store how many claims an article has, of which kinds, and whom it cites."""
    roles = json.dumps({role.value: count for role, count in arrival.roles})
    connection.execute(
        "UPDATE article SET claims = ?, anonymous = ?, corrections = ?, roles = ? WHERE id = ?",
        (arrival.claims, arrival.anonymous, arrival.corrections, roles, number),
    )
    before = set(connection.execute("SELECT outlet, name, claims FROM cited WHERE article = ?", (number,)))
    if before != set(arrival.cites):
        connection.execute("DELETE FROM cited WHERE article = ?", (number,))
        rows = [(number, outlet, clean(name), claims) for outlet, name, claims in arrival.cites]
        connection.executemany("INSERT INTO cited VALUES (?, ?, ?, ?)", rows)
    if text is not None or before != set(arrival.cites):
        index_words(connection, number, text)


def all_articles(connection: sqlite3.Connection) -> list[str]:
    """The fingerprints of all articles."""
    return [row[0] for row in connection.execute("SELECT fingerprint FROM article")]


def number_of(connection: sqlite3.Connection, fingerprint: str) -> int | None:
    """The number of the article of that fingerprint; None when it is not in the library."""
    row = connection.execute("SELECT id FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return int(row[0]) if row else None


def fact(connection: sqlite3.Connection, name: str) -> str | None:
    """What is recorded under a name."""
    row = connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def clean(words: str) -> str:
    """Words that SQLite can store: a lone surrogate is replaced."""
    return words.encode("utf-8", "replace").decode("utf-8")


def now() -> str:
    """The present moment as the library writes it."""
    return in_words(datetime.now(UTC))


def in_words(moment: datetime) -> str:
    """A moment as the library writes it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
