"""Searching the library: words in text, titles, notes and names, filters with counts, and snippets."""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from credibility.floor.language import said
from credibility.library.snippets import UNSPACED, cut_out, is_unfinished, terms_of
from credibility.model import CitingArticle, Role
from credibility.model.library import Facet, Group, Holding, LibraryPage, LibraryQuery, Shelved, Snippet

_TOO_SHORT = 3
_FOUND = "FROM hit JOIN article ON article.id = hit.number"
_HOLDS = {
    Holding.NOTES: (said("my notes"), "EXISTS (SELECT 1 FROM note WHERE note.article = id)"),
    Holding.CORRECTIONS: (said("my corrections"), "corrections > 0"),
    Holding.ANONYMOUS: (said("anonymous claims"), "anonymous > 0"),
    Holding.UNREAD: (said("not read yet"), "opened_at IS NULL"),
}
_COLUMNS = """article.id, fingerprint, article.title, publisher, published, opened_at, claims, corrections, roles,
  (SELECT count(*) FROM note WHERE note.article = article.id), (SELECT count(*) FROM cited WHERE cited.article = article.id),
  (SELECT group_concat(name, char(10)) FROM tag WHERE tag.article = article.id)"""


def page(connection: sqlite3.Connection, query: LibraryQuery, offset: int, limit: int) -> LibraryPage:
    """One page of what matches; the filters of a group are counted as if none of that group were chosen."""
    joined = _find(connection, query.words)
    where, chosen = _where(query)
    order = f"{'hit.place, ' if joined == _FOUND else ''}visit DESC, article.id DESC"
    rows = connection.execute(f"SELECT {_COLUMNS} {joined} {where} ORDER BY {order} LIMIT ? OFFSET ?", [*chosen, limit, offset])
    found = tuple(_shelved(connection, row, query.words) for row in rows.fetchall())
    total = connection.execute(f"SELECT count(*) {joined} {where}", chosen).fetchone()[0]
    everything = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    return LibraryPage(found, total, everything, tuple(facet for group in Group for facet in _facets(connection, joined, query, group)))


def recent(connection: sqlite3.Connection, limit: int) -> tuple[Shelved, ...]:
    """The articles opened last."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM article WHERE opened_at IS NOT NULL ORDER BY visit DESC LIMIT ?", (limit,))
    return tuple(_shelved(connection, row, "") for row in rows.fetchall())


def by_fingerprint(connection: sqlite3.Connection, fingerprint: str) -> Shelved | None:
    """One article."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return _shelved(connection, row, "") if row else None


def citing(connection: sqlite3.Connection, outlet: str) -> tuple[CitingArticle, ...]:
    """The articles opened so far that cite an outlet."""
    rows = connection.execute(
        "SELECT article.id, title, fingerprint, opened_at, cited.claims FROM cited JOIN article ON article.id = article "
        "WHERE outlet = ? AND opened_at IS NOT NULL ORDER BY visit DESC",
        (outlet,),
    ).fetchall()
    return tuple(
        CitingArticle(_place(connection, number)[0], title, fingerprint, _moment(opened_at) or datetime.now(UTC), claims)
        for number, title, fingerprint, opened_at, claims in rows
    )


def texts(connection: sqlite3.Connection, words: str, but: str, most: int) -> tuple[tuple[str, str], ...]:
    """Title and text of the articles that hold a phrase, the newest first."""
    match = match_of(f'"{" ".join(terms_of(words))}"')
    if not match:
        return ()
    rows = connection.execute(
        "SELECT article.title, words.text FROM words JOIN article ON article.id = words.rowid "
        "WHERE words MATCH ? AND fingerprint <> ? ORDER BY article.id DESC LIMIT ?",
        (match, but, most),
    )
    return tuple(rows)


def match_of(words: str) -> str:
    """Words as a query of the index: all of them, the last one as the beginning of a word; phrases in quotation marks stay together."""
    quoted = [f'"{term}"' for term in terms_of(words)]
    if quoted and is_unfinished(words):
        quoted[-1] += "*"
    return " ".join(quoted)


def _find(connection: sqlite3.Connection, words: str) -> str:
    """Look the words up once, for the rows and for every count of them; returns what to select from."""
    match = match_of(words)
    if not match:
        return "FROM article"
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS hit(number INTEGER PRIMARY KEY, place REAL)")
    connection.execute("DELETE FROM hit")
    if UNSPACED.search(words):
        likes = " AND ".join("instr(title || char(10) || text || char(10) || notes, ?) > 0" for _ in words.split())
        connection.execute(f"INSERT INTO hit SELECT rowid, 0 FROM words WHERE {likes}", words.split())
    else:
        # How well an article fits a beginning of two characters tells nothing, and takes half a second to work out.
        place = "0" if is_unfinished(words) and len(terms_of(words)[-1]) <= _TOO_SHORT else "bm25(words, 8.0, 1.0, 4.0, 3.0)"
        connection.execute(f"INSERT INTO hit SELECT rowid, {place} FROM words WHERE words MATCH ?", (match,))
    return _FOUND


def _where(query: LibraryQuery, but: Group | None = None) -> tuple[str, list[Any]]:
    conditions = ["1"]
    values: list[Any] = []
    for group, condition in (
        (Group.PUBLISHER, "publisher IN ({})"),
        (Group.CITES, "article.id IN (SELECT article FROM cited WHERE outlet IN ({}))"),
        (Group.TAG, "article.id IN (SELECT article FROM tag WHERE name IN ({}))"),
    ):
        if group is not but and (wanted := query.of(group)):
            conditions.append(condition.format(", ".join("?" * len(wanted))))
            values += wanted
    if but is not Group.HOLDS:
        conditions += [_HOLDS[Holding(value)][1] for value in query.of(Group.HOLDS)]
    return f"WHERE {' AND '.join(conditions)}", values


def _facets(connection: sqlite3.Connection, joined: str, query: LibraryQuery, group: Group) -> list[Facet]:
    where, chosen = _where(query, but=group)
    found = f"WITH found AS MATERIALIZED (SELECT article.* {joined} {where}) "

    def ask(asked: str) -> Sequence[tuple[Any, ...]]:
        return connection.execute(found + asked, chosen).fetchall()

    if group is Group.HOLDS:
        counts = ", ".join(f"sum({condition})" for _, condition in _HOLDS.values())
        (row,) = ask(f"SELECT {counts} FROM found")
        labelled = zip(_HOLDS.items(), row, strict=True)
        return [Facet(group, holding.value, label, count) for (holding, (label, _)), count in labelled if count]
    asked = {
        Group.PUBLISHER: "SELECT publisher, publisher, count(*) FROM found WHERE publisher <> '' GROUP BY publisher",
        Group.CITES: "SELECT outlet, max(name), count(*) FROM found JOIN cited ON cited.article = found.id GROUP BY outlet",
        Group.TAG: "SELECT name, name, count(*) FROM found JOIN tag ON tag.article = found.id GROUP BY name",
    }[group]
    return [Facet(group, *row) for row in ask(f"{asked} ORDER BY 3 DESC, 2 COLLATE NOCASE")]


def _shelved(connection: sqlite3.Connection, row: tuple[Any, ...], words: str) -> Shelved:
    number, fingerprint, title, publisher, published, opened_at, claims, corrections, roles, notes, outlets, tags = row
    path, part, is_there = _place(connection, number)
    return Shelved(
        number=number,
        fingerprint=fingerprint,
        title=title,
        publisher=publisher,
        published=published,
        path=path,
        part=part,
        opened_at=_moment(opened_at),
        claims=claims,
        outlets=outlets,
        roles=_roles(roles),
        notes=notes,
        corrections=corrections,
        tags=tuple(sorted((tags or "").split("\n"))) if tags else (),
        is_there=is_there,
        snippet=_snippet(connection, number, words) if words.strip() else None,
    )


def _place(connection: sqlite3.Connection, number: int) -> tuple[Path, int | None, bool]:
    """The place seen last that still holds a file, else the one seen last."""
    rows = connection.execute("SELECT path, part FROM file WHERE article = ? ORDER BY seen DESC", (number,)).fetchall()
    there = [(path, part) for path, part in rows if os.path.isfile(path)]  # noqa: PTH113 - it never raises, and the path is bytes
    path, part = (there or rows or [(b"", -1)])[0]
    return Path(os.fsdecode(path)), None if part < 0 else part, bool(there)


def _snippet(connection: sqlite3.Connection, number: int, words: str) -> Snippet | None:
    notes, text, names, title = connection.execute("SELECT notes, text, names, title FROM words WHERE rowid = ?", (number,)).fetchone()
    for searched, where in ((notes, "note"), (text, ""), (names, "names"), (title, "title")):
        if cut := cut_out(searched, words, where):
            return cut
    return None


def _roles(words: str) -> tuple[tuple[Role, int], ...]:
    known = {role.value: role for role in Role}
    with suppress(ValueError, AttributeError, TypeError):
        return tuple((known[name], int(count)) for name, count in json.loads(words).items() if name in known)
    return ()


def _moment(words: str | None) -> datetime | None:
    with suppress(ValueError, TypeError):
        return datetime.fromisoformat(words or "")
    return None
