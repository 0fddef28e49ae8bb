"""The rating in force now, in SQL: agrees with `credibility.outlets.rating.standing` for an outlet as a whole on this day."""

from collections.abc import Iterable

from credibility.table.schema.tables import MINE

DATED = "scope LIKE 'dates:%' AND instr(scope, ';') = 0"
"""Scopes that are a range of dates and nothing else."""
_TODAY = "date('now', 'localtime')"
_RANGE = "trim(substr(rating.scope, 7))"
_SINCE = f"""CASE WHEN instr({_RANGE}, '/') THEN substr({_RANGE}, 1, instr({_RANGE}, '/') - 1)
    WHEN substr({_RANGE}, 1, 1) = '-' THEN '' ELSE substr({_RANGE}, 1, 4) || '-01-01' END"""
_LAST_YEAR = f"substr({_RANGE}, instr({_RANGE}, '-') + 1)"
_UNTIL = f"""CASE WHEN instr({_RANGE}, '/') THEN substr({_RANGE}, instr({_RANGE}, '/') + 1)
    WHEN instr({_RANGE}, '-') = 0 THEN {_RANGE} || '-12-31' WHEN {_LAST_YEAR} = '' THEN '' ELSE {_LAST_YEAR} || '-12-31' END"""


def rows_in_force(which: str) -> str:
    """The INSERT of the rating in force now for the outlets that `which`, a condition on ``rating.outlet``, selects.

    Of each rater the rating of the narrowest dates that hold today counts, then the raters' order decides.
    """
    return f"""INSERT INTO standing(outlet, rater, score, tier, rated_on, reason, raters, disagreeing, mine)
SELECT outlet, rater, score, tier, rated_on, reason, raters, coalesce(spread >= 2, 0), mine FROM (
  SELECT *, row_number() OVER (PARTITION BY outlet ORDER BY score IS NULL AND rater <> '{MINE}', precedence, rater) AS place,
    count(*) OVER (PARTITION BY outlet) AS raters, max(rater = '{MINE}') OVER (PARTITION BY outlet) AS mine,
    max(tier) OVER (PARTITION BY outlet) - min(nullif(tier, 0)) OVER (PARTITION BY outlet) AS spread
  FROM (SELECT rating.outlet, rating.rater, rating.score, rating.tier, rating.rated_on, rating.reason, rater.precedence,
      row_number() OVER (PARTITION BY rating.outlet, rating.rater ORDER BY rating.scope = '', since DESC, rating.scope) AS narrow
    FROM (SELECT *, CASE WHEN scope = '' THEN '' ELSE {_SINCE} END AS since, CASE WHEN scope = '' THEN '' ELSE {_UNTIL} END AS until
      FROM rating WHERE {which} AND (scope = '' OR {DATED})) AS rating
    JOIN rater ON rater.slug = rating.rater
    WHERE rater.enabled AND (since = '' OR since <= {_TODAY}) AND (until = '' OR until >= {_TODAY}))
  WHERE narrow = 1)
WHERE place = 1 AND (score IS NOT NULL OR rater = '{MINE}')"""


def seventh_version() -> tuple[str, ...]:
    """The statements of schema version 7: dates count for the rating in force, and a part that takes over a rating shows it in the view.

    ``standing_day`` holds the day for which the table ``standing`` was filled; "" while many ratings are written, after which it is
    filled once instead of row by row.
    """
    return (
        *(f"DROP TRIGGER {name}" for name in _OLD_TRIGGERS),
        "CREATE TABLE standing_day(day TEXT NOT NULL)",
        "DELETE FROM standing",
        rows_in_force("TRUE"),
        f"INSERT INTO standing_day VALUES ({_TODAY})",
        *_triggers(),
        "DROP VIEW outlets_with_rating",
        _VIEW.format(_INHERITED.format(_INHERITS)),
    )


def tenth_version() -> tuple[str, ...]:
    """The statements of schema version 10: taking over a parent's rating ends with a month or day, if ``inherits_until`` has one.

    Its recording triggers do less for each row.
    """
    return ("ALTER TABLE outlet ADD COLUMN inherits_until TEXT", "DROP VIEW outlets_with_rating", _VIEW.format(INHERITED))


def renewal() -> tuple[str, ...]:
    """The statements that fill ``standing`` again for outlets with dated ratings, because another day has come."""
    dated = f"outlet IN (SELECT outlet FROM rating WHERE {DATED})"
    return f"DELETE FROM standing WHERE {dated}", rows_in_force(dated), f"UPDATE standing_day SET day = {_TODAY}"


IS_OF_ANOTHER_DAY = f"SELECT day <> {_TODAY} FROM standing_day"

_INHERITS = "outlet.inherits"
_STILL_INHERITS = (
    f"outlet.inherits AND (outlet.inherits_until IS NULL OR substr({_TODAY}, 1, length(outlet.inherits_until)) <= outlet.inherits_until)"
)
_INHERITED = """CASE WHEN {} AND NOT EXISTS (SELECT 1 FROM standing AS own WHERE own.outlet = outlet.slug)
    AND NOT EXISTS (SELECT 1 FROM outlet AS above WHERE above.slug = outlet.parent AND above.kind = 'platform')
  THEN outlet.parent ELSE outlet.slug END"""
INHERITED = _INHERITED.format(_STILL_INHERITS)
"""The outlet whose rating an outlet shows: its own, or its parent's if it takes that over; a platform's is never taken over."""

_OLD_TRIGGERS = tuple(f"standing_after_{event}" for event in ("insert_new", "update_old", "update_new", "delete_old", "rater"))
_VIEW = """CREATE VIEW outlets_with_rating AS
SELECT outlet.name AS outlet, outlet.slug AS address, outlet.country, outlet.kind,
  coalesce(rater.title, 'nobody') AS rated_by, standing.score,
  CASE coalesce(standing.tier, 0) WHEN 5 THEN 'High' WHEN 4 THEN 'Generally reliable' WHEN 3 THEN 'Mixed' WHEN 2 THEN 'Low'
    WHEN 1 THEN 'Very low' ELSE 'Unrated' END AS tier,
  standing.reason, standing.rated_on, coalesce(standing.raters, 0) AS raters, coalesce(standing.disagreeing, 0) AS raters_disagree,
  outlet.notes
FROM outlet LEFT JOIN standing ON standing.outlet = {} LEFT JOIN rater ON rater.slug = standing.rater"""


def _triggers() -> Iterable[str]:
    for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
        for row in rows:
            yield f"""CREATE TRIGGER standing_after_{event.lower()}_{row.lower()} AFTER {event} ON rating
WHEN ({row}.scope = '' OR {row}.scope LIKE 'dates:%') AND EXISTS (SELECT 1 FROM standing_day WHERE day <> '') BEGIN
  DELETE FROM standing WHERE outlet = {row}.outlet;
  {rows_in_force(f"outlet = {row}.outlet")};
END"""
    yield f"""CREATE TRIGGER standing_after_rater AFTER UPDATE OF precedence, enabled ON rater
WHEN OLD.precedence <> NEW.precedence OR OLD.enabled <> NEW.enabled BEGIN
  DELETE FROM standing WHERE outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug);
  {rows_in_force("outlet IN (SELECT outlet FROM rating WHERE rater = NEW.slug)")};
END"""
