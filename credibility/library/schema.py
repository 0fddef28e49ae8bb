"""The library as SQL text, one list of statements per version, and the migration from any earlier one."""

import sqlite3

APPLICATION_ID = 0x53544C42  # "STLB", which tells libraries from ratings tables

_FIRST = (
    """CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE CHECK(fingerprint <> ''),
  title TEXT NOT NULL DEFAULT '',
  publisher TEXT NOT NULL DEFAULT '',
  byline TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  added_at TEXT NOT NULL,
  opened_at TEXT,
  visit INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  anonymous INTEGER NOT NULL DEFAULT 0,
  corrections INTEGER NOT NULL DEFAULT 0,
  roles TEXT NOT NULL DEFAULT '{}'
)""",
    "CREATE INDEX article_by_visit ON article(visit)",
    "CREATE INDEX article_by_publisher ON article(publisher)",
    # Where an article was seen. Paths are bytes: a file name need not be UTF-8.
    """CREATE TABLE file(
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  path BLOB NOT NULL,
  part INTEGER NOT NULL DEFAULT -1,
  digest TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  seen INTEGER NOT NULL,
  PRIMARY KEY(article, path, part)
) WITHOUT ROWID""",
    "CREATE INDEX file_by_path ON file(path)",
    """CREATE TABLE cited(
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  outlet TEXT NOT NULL,
  name TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY(article, outlet)
) WITHOUT ROWID""",
    "CREATE INDEX cited_by_outlet ON cited(outlet)",
    """CREATE TABLE tag(
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK(name <> ''),
  PRIMARY KEY(article, name)
) WITHOUT ROWID""",
    "CREATE INDEX tag_by_name ON tag(name)",
    "CREATE TABLE fact(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE words USING fts5(title, text, notes, names, tokenize = 'unicode61 remove_diacritics 2')",
)
_SECOND = (
    """CREATE TABLE note(
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  colour TEXT NOT NULL,
  tags TEXT NOT NULL DEFAULT '',
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  changed_at TEXT NOT NULL
)""",
    "CREATE INDEX note_by_article ON note(article)",
    # What was done to notes, for Undo: the columns before and after as JSON, null where there was no note.
    """CREATE TABLE step(
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  summary TEXT NOT NULL,
  note INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 1
)""",
    "CREATE INDEX step_by_article ON step(article)",
)
_THIRD = ("ALTER TABLE article ADD COLUMN place INTEGER NOT NULL DEFAULT 0",)  # the code point at the top of the page when it was left
_FOURTH = (
    # Answers to the questions of the worksheet, one row per claim.
    """CREATE TABLE worksheet(
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  behind TEXT NOT NULL,
  evidence TEXT NOT NULL,
  others TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY(article, exact, starts)
) WITHOUT ROWID""",
)
_FIFTH = ("ALTER TABLE step ADD COLUMN subject TEXT NOT NULL DEFAULT 'note'",)  # what the step is about: a note or a worksheet
STEPS = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)
LATEST = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version stored in the file; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, latest: int = LATEST) -> None:
    """Run the missing steps, all or none. Raises sqlite3.Error, and then the library is as it was."""
    if version_of(connection) >= latest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version_of(connection) : latest]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(latest, version_of(connection))}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
