"""The store as SQL text. It is public: any SQLite tool may read it."""

APPLICATION_ID = 0x53544152  # "STAR", which tells stores of readings from ratings tables and libraries
VERSION = 1

STATEMENTS = (
    # One row per article of a file; `digest` is the SHA-256 of the file, `reading` the zlib-compressed JSON that `claims --json` prints.
    """CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  part INTEGER NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT,
  host TEXT,
  publisher TEXT,
  published TEXT,
  language TEXT,
  fingerprint TEXT NOT NULL,
  claims INTEGER NOT NULL,
  reading BLOB NOT NULL,
  UNIQUE(digest, part)
)""",
    "CREATE INDEX article_by_fingerprint ON article(fingerprint, digest, part)",
    # One row per claim. `role` is what it is drawn as; `tier` and what follows are empty where no rating is in force.
    """CREATE TABLE claim(
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  words TEXT NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  outlet TEXT,
  outlet_name TEXT,
  role TEXT NOT NULL,
  tier TEXT,
  score REAL,
  rater TEXT,
  polarity TEXT NOT NULL,
  PRIMARY KEY(article, number)
) WITHOUT ROWID""",
    "CREATE INDEX claim_by_outlet ON claim(outlet)",
    "CREATE TABLE failure(path TEXT PRIMARY KEY, digest TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID",
    # The same article saved twice, or in two formats, counts once.
    """CREATE VIEW counted AS SELECT article.* FROM article WHERE NOT EXISTS (
  SELECT 1 FROM article AS other
  WHERE other.fingerprint = article.fingerprint AND (other.digest, other.part) < (article.digest, article.part)
)""",
    """CREATE VIEW cites AS SELECT coalesce(a.publisher, a.host, '') AS publisher, a.host, c.outlet, c.outlet_name, c.role, c.tier, c.kind,
  a.published, substr(a.published, 1, 7) AS month, a.digest, a.part, c.number FROM counted AS a JOIN claim AS c ON c.article = a.id""",
)
"""`cites` is who cites whom, a row per claim."""
