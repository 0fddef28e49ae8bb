"""Raters of the user's own: what they ask of outlets, and the answers; what the words of other raters are worth to the user."""


def eleventh_version() -> tuple[str, ...]:
    """The statements of schema version 11: criteria with weights, and a worksheet of answers per outlet.

    A rater with rows in ``criterion`` is one of the user's own; its rows in ``rating`` are renewed with each answer. ``mark`` identifies
    a criterion whatever its name; ``met`` is 1, 0, or NULL while the question is open.
    """
    return (
        """CREATE TABLE criterion(
  rater TEXT NOT NULL REFERENCES rater(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  mark TEXT NOT NULL CHECK(mark <> ''),
  place INTEGER NOT NULL,
  name TEXT NOT NULL CHECK(name <> ''),
  weight REAL NOT NULL CHECK(weight > 0),
  fulfilled TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(rater, mark)
) WITHOUT ROWID""",
        """CREATE TABLE answer(
  outlet TEXT NOT NULL REFERENCES outlet(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  rater TEXT NOT NULL,
  criterion TEXT NOT NULL,
  met INTEGER CHECK(met IN (0, 1)),
  evidence TEXT NOT NULL DEFAULT '',
  url TEXT,
  answered_on TEXT,
  PRIMARY KEY(outlet, rater, criterion),
  FOREIGN KEY(rater, criterion) REFERENCES criterion(rater, mark) ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID""",
        "CREATE INDEX answer_by_criterion ON answer(rater, criterion)",
        """CREATE VIEW worksheets AS
SELECT outlet.name AS outlet, rater.title AS rater, criterion.name AS criterion, criterion.weight,
  CASE answer.met WHEN 1 THEN 'met' WHEN 0 THEN 'not met' ELSE 'not answered' END AS answer, answer.evidence, answer.url, answer.answered_on
FROM answer JOIN outlet ON outlet.slug = answer.outlet JOIN rater ON rater.slug = answer.rater
  JOIN criterion ON criterion.rater = answer.rater AND criterion.mark = answer.criterion
ORDER BY outlet.name, rater.title, criterion.place""",
    )


def twelfth_version() -> tuple[str, ...]:
    """The statements of schema version 12: scores that the user gave to a rater's own words, or to its figures ("40–59")."""
    return (
        """CREATE TABLE band(
  rater TEXT NOT NULL REFERENCES rater(slug) ON DELETE CASCADE ON UPDATE CASCADE,
  label TEXT NOT NULL CHECK(label <> ''),
  score REAL NOT NULL CHECK(score >= 0 AND score <= 100),
  PRIMARY KEY(rater, label)
) WITHOUT ROWID""",
    )
