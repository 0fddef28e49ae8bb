"""Which saved articles were opened and which outlets they cite. This records reading, not editing, so the history leaves it out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from credibility.model import CitingArticle
from credibility.table.cells import lenient
from credibility.table.rows import insert_all
from credibility.table.session import Session

ARTICLES_KEPT = 2000  # of the articles opened last; older ones are forgotten


class Citations:
    """The record of articles opened."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record_article(self, fingerprint: str, path: Path, title: str, cited: Mapping[str, int]) -> None:
        """Record that an article was opened and how many of its claims each outlet carried. Undo does not affect it."""
        with self._session.writing() as database:
            write_article(database, fingerprint, path, title, cited)

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """The articles opened so far that cite an outlet, most recent first."""
        return self._session.read(lambda database: read_citing(database, slug))


def write_article(database: Database, fingerprint: str, path: Path, title: str, cited: Mapping[str, int]) -> None:
    """Record that an article was opened now and how many of its claims each outlet carried, replacing an earlier record of it."""
    visit = int(database.execute("SELECT coalesce(max(visit), 0) + 1 FROM article").fetchone()[0])
    database.execute("DELETE FROM article WHERE fingerprint = ?", (fingerprint,))
    name = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # SQLite text must be UTF-8, a file name need not
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    database.execute(
        "INSERT INTO article(fingerprint, path, title, opened_at, visit) VALUES (?, ?, ?, ?, ?)", (fingerprint, name, title, now, visit)
    )
    insert_all(database, "citation", [{"article": fingerprint, "outlet": slug, "claims": claims} for slug, claims in cited.items()])
    database.execute(
        "DELETE FROM article WHERE fingerprint IN (SELECT fingerprint FROM article ORDER BY visit DESC LIMIT -1 OFFSET ?)",
        (ARTICLES_KEPT,),
    )


def read_citing(database: Database, outlet: str) -> tuple[CitingArticle, ...]:
    """The articles that cite an outlet, most recently opened first."""
    rows = database.execute(
        "SELECT path, title, fingerprint, opened_at, claims FROM citation JOIN article ON fingerprint = article "
        "WHERE outlet = ? ORDER BY visit DESC",
        (outlet,),
    )
    return tuple(
        CitingArticle(
            Path(lenient.words(path)), lenient.words(title), lenient.words(fingerprint), lenient.moment(at), lenient.whole(claims, 1)
        )
        for path, title, fingerprint, at, claims in rows
    )
