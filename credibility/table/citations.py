"""Which saved articles were opened and which outlets they cite. A record of reading, not an edit: it stands outside the history."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from credibility.model import CitingArticle
from credibility.table.rows import insert_all

ARTICLES_KEPT = 2000  # of the articles opened last; older ones are forgotten


def third_version() -> Iterable[str]:
    """The statements of schema version 3. Outlets are named without a foreign key: a removed one may come back by undo."""
    return (
        """CREATE TABLE article(
  fingerprint TEXT PRIMARY KEY NOT NULL CHECK(fingerprint <> ''),
  path TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  opened_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) WITHOUT ROWID""",
        "CREATE INDEX article_by_time ON article(opened_at)",
        """CREATE TABLE citation(
  article TEXT NOT NULL REFERENCES article(fingerprint) ON DELETE CASCADE,
  outlet TEXT NOT NULL,
  claims INTEGER NOT NULL CHECK(claims > 0),
  PRIMARY KEY(article, outlet)
) WITHOUT ROWID""",
        "CREATE INDEX citation_by_outlet ON citation(outlet)",
        """CREATE VIEW cited_outlets AS
SELECT article.title AS article, article.path, article.opened_at, coalesce(outlet.name, citation.outlet) AS outlet, citation.claims
FROM citation JOIN article ON article.fingerprint = citation.article LEFT JOIN outlet ON outlet.slug = citation.outlet""",
    )


def write_article(database: Database, fingerprint: str, path: Path, title: str, cited: Mapping[str, int]) -> None:
    """Keep that an article was opened now and how many of its claims each outlet carried; what was kept of it before is replaced."""
    database.execute("DELETE FROM article WHERE fingerprint = ?", (fingerprint,))
    name = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # SQLite keeps no name that is not UTF-8
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")  # two articles may open in one millisecond
    database.execute("INSERT INTO article(fingerprint, path, title, opened_at) VALUES (?, ?, ?, ?)", (fingerprint, name, title, now))
    insert_all(database, "citation", [{"article": fingerprint, "outlet": slug, "claims": claims} for slug, claims in cited.items()])
    database.execute(
        "DELETE FROM article WHERE fingerprint IN (SELECT fingerprint FROM article ORDER BY opened_at DESC LIMIT -1 OFFSET ?)",
        (ARTICLES_KEPT,),
    )


def read_citing(database: Database, outlet: str) -> tuple[CitingArticle, ...]:
    """The articles that cite an outlet, opened last first."""
    rows = database.execute(
        "SELECT path, title, fingerprint, opened_at, claims FROM citation JOIN article ON fingerprint = article "
        "WHERE outlet = ? ORDER BY opened_at DESC",
        (outlet,),
    )
    return tuple(
        CitingArticle(Path(path), title, fingerprint, datetime.fromisoformat(at.replace("Z", "+00:00")), claims)
        for path, title, fingerprint, at, claims in rows
    )
