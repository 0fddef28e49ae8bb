"""The ratings database as SQL text: tables with readable keys, views with plain names, triggers that record every edit.

The file is the user's. It must make sense in any SQLite tool, so keys are slugs and words, not numbers, and derived data is
maintained by plain triggers that need no functions from this program.
"""

from collections.abc import Iterable, Mapping

APPLICATION_ID = 0x53544E54  # "STNT", which tells ratings tables from other databases
MINE = "mine"

# Tables of user data, whose changes are recorded, with their primary keys.
RECORDED: Mapping[str, tuple[str, ...]] = {
    "outlet": ("slug",),
    "name": ("outlet", "text", "rules"),
    "locator": ("key",),
    "tag": ("outlet", "kind", "value"),
    "rater": ("slug",),
    "rating": ("outlet", "rater", "scope"),
    "correction": ("fingerprint", "quote", "starts"),
    "mending": ("fingerprint", "quote", "starts", "kind"),
    "profile": ("name",),
    "criterion": ("rater", "mark"),
    "answer": ("outlet", "rater", "criterion"),
    "band": ("rater", "label"),
}

_TABLES = """
CREATE TABLE outlet(
  slug TEXT PRIMARY KEY NOT NULL CHECK(slug <> ''),
  name TEXT NOT NULL CHECK(name <> ''),
  kind TEXT NOT NULL DEFAULT 'news',
  country TEXT CHECK(country IS NULL OR length(country) = 2),
  language TEXT,
  state TEXT NOT NULL DEFAULT 'none',
  homepage TEXT,
  parent TEXT REFERENCES outlet(slug) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  inherits INTEGER NOT NULL DEFAULT 0,
  active_from TEXT,
  active_to TEXT,
  notes TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'mine' CHECK(origin IN ('starter', 'imported', 'mine'))
) WITHOUT ROWID;
CREATE INDEX outlet_by_name ON outlet(name COLLATE NOCASE);
CREATE INDEX outlet_by_parent ON outlet(parent) WHERE parent IS NOT NULL;

CREATE TABLE name(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  text TEXT NOT NULL CHECK(text <> ''),
  kind TEXT NOT NULL DEFAULT 'name',
  rules TEXT NOT NULL DEFAULT 'plain',
  context TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(outlet, text, rules)
) WITHOUT ROWID;
CREATE INDEX name_by_text ON name(text);

CREATE TABLE locator(
  key TEXT PRIMARY KEY NOT NULL CHECK(key <> ''),
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  kind TEXT NOT NULL DEFAULT 'domain' CHECK(kind IN ('domain', 'host', 'path', 'account', 'shortener'))
) WITHOUT ROWID;
CREATE INDEX locator_by_outlet ON locator(outlet);

CREATE TABLE rater(
  slug TEXT PRIMARY KEY NOT NULL CHECK(slug <> ''),
  title TEXT NOT NULL,
  precedence INTEGER NOT NULL,
  url TEXT,
  licence TEXT,
  version TEXT,
  retrieved_on TEXT,
  scale TEXT,
  enabled INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
INSERT INTO rater(slug, title, precedence, scale) VALUES ('mine', 'My own rating', 0, 'score 0–100');

CREATE TABLE rating(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  rater TEXT NOT NULL REFERENCES rater(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  scope TEXT NOT NULL DEFAULT '',
  score REAL CHECK(score IS NULL OR (score >= 0 AND score <= 100)),
  tier INTEGER GENERATED ALWAYS AS
    (CASE WHEN score IS NULL THEN 0 WHEN score >= 80 THEN 5 ELSE CAST(score / 20 AS INTEGER) + 1 END) VIRTUAL,
  original TEXT NOT NULL DEFAULT '',
  mapping TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  url TEXT,
  rated_on TEXT,
  retrieved_on TEXT,
  licence TEXT,
  status TEXT NOT NULL DEFAULT 'mine' CHECK(status IN ('starter', 'imported', 'mine')),
  confidence REAL NOT NULL DEFAULT 1,
  PRIMARY KEY(outlet, rater, scope)
) WITHOUT ROWID;
CREATE INDEX rating_by_rater ON rating(rater);

CREATE TABLE correction(
  fingerprint TEXT NOT NULL,
  quote TEXT NOT NULL,
  starts INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('not-a-claim', 'other-outlet')),
  outlet TEXT,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(fingerprint, quote, starts)
) WITHOUT ROWID;

CREATE TABLE change_set(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  actor TEXT NOT NULL,
  summary TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK(state IN ('done', 'undone', 'dropped', 'kept'))
);
CREATE INDEX change_set_by_state ON change_set(state, id);
CREATE TABLE change(
  id INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set(id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  outlet TEXT,
  before TEXT,
  after TEXT
);
CREATE INDEX change_by_set ON change(change_set, id);
CREATE INDEX change_by_outlet ON change(outlet, change_set);
CREATE TABLE recording(only_row INTEGER PRIMARY KEY CHECK(only_row = 1), change_set INTEGER);
INSERT INTO recording VALUES (1, NULL);

CREATE TABLE delivered(
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY(subject, key)
) WITHOUT ROWID;
CREATE TABLE fact(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
"""

# The rating in force for each outlet as a whole, maintained by triggers so that 50,000 rows can be sorted and filtered by it.
_STANDING = """
CREATE TABLE standing(
  outlet TEXT PRIMARY KEY NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  rater TEXT NOT NULL,
  score REAL,
  tier INTEGER NOT NULL,
  rated_on TEXT,
  reason TEXT NOT NULL,
  raters INTEGER NOT NULL,
  disagreeing INTEGER NOT NULL,
  mine INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX standing_by_score ON standing(score);
CREATE INDEX standing_by_tier ON standing(tier);
"""


def standing_rows(which: str) -> str:
    """The INSERT of the rating in force for the outlets that `which`, a condition on ``rating.outlet``, selects."""
    return f"""INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason,
    row_number() OVER (PARTITION BY rating.outlet ORDER BY rater.precedence, rater.slug) AS place,
    count(*) OVER (PARTITION BY rating.outlet) AS raters,
    max(rating.tier) OVER (PARTITION BY rating.outlet) - min(nullif(rating.tier, 0)) OVER (PARTITION BY rating.outlet) AS spread,
    max(rating.rater = '{MINE}') OVER (PARTITION BY rating.outlet) AS mine
  FROM rating JOIN rater ON rater.slug = rating.rater
  WHERE {which} AND rating.scope = '' AND rater.enabled AND (rating.score IS NOT NULL OR rating.rater = '{MINE}'))
WHERE place = 1"""


def _standing_triggers() -> Iterable[str]:
    for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
        for row in rows:
            yield f"""CREATE TRIGGER standing_after_{event.lower()}_{row.lower()} AFTER {event} ON rating WHEN {row}.scope = '' BEGIN
  DELETE FROM standing WHERE outlet = {row}.outlet;
  {standing_rows(f"rating.outlet = {row}.outlet")};
END;"""
    yield f"""CREATE TRIGGER standing_after_rater AFTER UPDATE OF precedence, enabled ON rater
WHEN OLD.precedence <> NEW.precedence OR OLD.enabled <> NEW.enabled BEGIN
  DELETE FROM standing WHERE outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug);
  {standing_rows("rating.outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug)")};
END;"""


_SEARCH = """
CREATE TABLE search(
  outlet TEXT PRIMARY KEY NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  words TEXT NOT NULL
) WITHOUT ROWID;
"""


def _search_triggers() -> Iterable[str]:
    """Delete an outlet's search words when its names change. The program refills them, since SQL cannot fold "İ" or "ü"."""
    for table, column in (("outlet", "slug"), ("name", "outlet"), ("locator", "outlet")):
        for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            forget = " ".join(f"DELETE FROM search WHERE outlet = {row}.{column};" for row in rows)
            yield f"CREATE TRIGGER search_after_{event.lower()}_{table} AFTER {event} ON {table} BEGIN {forget} END;"


_VIEWS = """
CREATE VIEW outlets_with_rating AS
SELECT outlet.name AS outlet, outlet.slug AS address, outlet.country, outlet.kind,
  coalesce(rater.title, 'nobody') AS rated_by, standing.score,
  CASE coalesce(standing.tier, 0) WHEN 5 THEN 'High' WHEN 4 THEN 'Generally reliable' WHEN 3 THEN 'Mixed' WHEN 2 THEN 'Low'
    WHEN 1 THEN 'Very low' ELSE 'Unrated' END AS tier,
  standing.reason, standing.rated_on, coalesce(standing.raters, 0) AS raters, coalesce(standing.disagreeing, 0) AS raters_disagree,
  outlet.notes
FROM outlet LEFT JOIN standing ON standing.outlet = outlet.slug LEFT JOIN rater ON rater.slug = standing.rater;
CREATE VIEW all_ratings AS
SELECT outlet.name AS outlet, outlet.slug AS address, rater.title AS rater, rating.score, rating.original, rating.scope, rating.reason,
  rating.url AS evidence, rating.rated_on, rating.retrieved_on, rating.licence, rating.status
FROM rating JOIN outlet ON outlet.slug = rating.outlet JOIN rater ON rater.slug = rating.rater;
CREATE VIEW names_of_outlets AS
SELECT outlet.name AS outlet, name.text AS called, name.rules, name.context FROM name JOIN outlet ON outlet.slug = name.outlet;
CREATE VIEW history AS
SELECT change_set.at, change_set.actor, change_set.summary, change_set.state, change.subject, change.outlet, change.before, change.after
FROM change JOIN change_set ON change_set.id = change.change_set ORDER BY change.id DESC;
"""


_IMPORTS = """
CREATE TABLE list_import(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  rater TEXT NOT NULL,
  title TEXT NOT NULL,
  digest TEXT NOT NULL,
  licence TEXT,
  rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  passed_over INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  change_set INTEGER REFERENCES change_set(id) ON DELETE SET NULL
);
CREATE TABLE quarantine(
  list_import INTEGER NOT NULL REFERENCES list_import(id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  problem TEXT NOT NULL
);
CREATE INDEX quarantine_by_import ON quarantine(list_import, line);
CREATE TABLE mapping(name TEXT PRIMARY KEY NOT NULL, columns TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE profile(name TEXT PRIMARY KEY NOT NULL CHECK(name <> ''), raters TEXT NOT NULL) WITHOUT ROWID;
CREATE VIEW imports AS
SELECT list_import.at, rater.title AS rater, list_import.licence, list_import.rows, list_import.added, list_import.changed,
  list_import.merged, list_import.passed_over, list_import.quarantined, change_set.state
FROM list_import LEFT JOIN rater ON rater.slug = list_import.rater LEFT JOIN change_set ON change_set.id = list_import.change_set;
"""


def second_version() -> tuple[str, ...]:
    """The statements of schema version 2: imports with the rows they set aside, column mappings, profiles of raters."""
    return _statements(_IMPORTS)


def _statements(*parts: str) -> tuple[str, ...]:
    return tuple(statement for part in parts for statement in part.split(";\n") if statement.strip())


def first_version() -> tuple[str, ...]:
    """The statements of schema version 1, except the recording triggers, which need the tables' columns."""
    return (*_statements(_TABLES, _STANDING, _SEARCH, _VIEWS), *_standing_triggers(), *_search_triggers())


def third_version() -> tuple[str, ...]:
    """The statements of schema version 3. Citations have no foreign key to outlets: undo may bring a removed outlet back."""
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
