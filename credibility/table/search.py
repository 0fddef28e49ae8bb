"""The ratings table as the window shows it: searched, filtered, sorted and cut into pages by SQL."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from credibility.model import OutletPage, OutletQuery, OutletRow, Tier
from credibility.outlets.names.folding import fold
from credibility.table.cells import lenient
from credibility.table.schema.standing import INHERITED

# What each column is sorted by; missing values come last in either direction.
SORTS = {
    "name": "outlet.name COLLATE NOCASE",
    "slug": "outlet.slug",
    "country": "outlet.country",
    "kind": "outlet.kind",
    "tier": "in_force.tier",
    "score": "in_force.score",
    "rater": "in_force.rater",
    "rated_on": "in_force.rated_on",
    "raters": "in_force.raters",
    "reason": "in_force.reason COLLATE NOCASE",
    "notes": "outlet.notes COLLATE NOCASE",
    "disagreeing": "in_force.disagreeing",
}
_ASKED_AT_ONCE = 500
_FROM = f"FROM outlet LEFT JOIN standing AS in_force ON in_force.outlet = {INHERITED}"
# CROSS JOIN makes SQLite search the words first and then look up only the matches (8 ms instead of 60 for 50,000 outlets).
_FROM_FOUND = _FROM.replace("FROM outlet", "FROM search CROSS JOIN outlet ON outlet.slug = search.outlet", 1)
_COLUMNS = """outlet.slug, outlet.name, outlet.country, outlet.kind, in_force.tier, in_force.score, in_force.rater, in_force.rated_on,
  in_force.reason, in_force.raters, in_force.disagreeing, outlet.notes"""


def order_of(database: Database, query: OutletQuery) -> list[str]:
    """Slugs of all matching outlets, sorted: one query gives the count and every page. KeyError for a column not in `SORTS`."""
    order = SORTS[query.sort]
    where, values = _where(query)
    joined = _FROM_FOUND if query.words.strip() else _FROM
    direction = "DESC" if query.descending else "ASC"
    nulls = "" if query.sort in ("name", "slug", "kind") else f"{order} IS NULL, "
    rows = database.execute(f"SELECT outlet.slug {joined} {where} ORDER BY {nulls}{order} {direction}, outlet.slug", values)
    return [row[0] for row in rows]


def read_page(database: Database, slugs: Sequence[str], offset: int, limit: int) -> OutletPage:
    """One page of the outlets in this order; a negative limit returns all from the offset on."""
    wanted = slugs[offset : offset + limit] if limit >= 0 else slugs[offset:]
    found: dict[str, OutletRow] = {}
    for start in range(0, len(wanted), _ASKED_AT_ONCE):
        part = wanted[start : start + _ASKED_AT_ONCE]
        rows = database.execute(f"SELECT {_COLUMNS} {_FROM} WHERE outlet.slug IN ({', '.join('?' * len(part))})", part)
        found.update((row[0], _row(row)) for row in rows)
    return OutletPage(tuple(found[slug] for slug in wanted if slug in found), len(slugs), offset)


def find_slugs(database: Database, words: str, limit: int) -> list[str]:
    """Slugs of outlets with these words in a name or address: exact names first, then names that begin with them, then rated outlets."""
    sought = fold(words)
    if not sought:
        return []
    conditions = " AND ".join("instr(search.words, ?) > 0" for _ in sought.split())
    rows = database.execute(
        f"""SELECT outlet.slug FROM outlet JOIN search ON search.outlet = outlet.slug LEFT JOIN standing ON standing.outlet = outlet.slug
        WHERE {conditions}
        ORDER BY instr(search.words, char(10) || ? || char(10)) = 0, instr(search.words, char(10) || ?) = 0, standing.raters IS NULL,
          length(outlet.name), outlet.slug LIMIT ?""",
        [*sought.split(), sought, sought, limit],
    )
    return [row[0] for row in rows]


def fill_search(database: Database, change_set: int | None = None) -> None:
    """Fill in missing search words, for the outlets a change set touched or for all.

    Must run inside a write transaction.
    """
    among = "slug IN (SELECT outlet FROM change WHERE change_set = ?) AND" if change_set is not None else ""
    missing = [
        row[0]
        for row in database.execute(
            f"SELECT slug FROM outlet WHERE {among} NOT EXISTS (SELECT 1 FROM search WHERE search.outlet = slug)",
            [] if change_set is None else [change_set],
        )
    ]
    for start in range(0, len(missing), _ASKED_AT_ONCE):
        words = _search_words(database, missing[start : start + _ASKED_AT_ONCE])
        database.conn.executemany(
            "INSERT INTO search VALUES (?, ?) ON CONFLICT(outlet) DO UPDATE SET words = excluded.words", list(words.items())
        )


def lacks_search(database: Database) -> bool:
    """Whether some outlet has no search words."""
    outlets, folded = database.execute("SELECT (SELECT count(*) FROM outlet), (SELECT count(*) FROM search)").fetchone()
    return bool(outlets != folded)


def _search_words(database: Database, slugs: Sequence[str]) -> dict[str, str]:
    marks = ", ".join("?" * len(slugs))
    words: dict[str, list[str]] = {slug: [] for slug in slugs}
    for slug, text in database.execute(
        f"""SELECT slug, name FROM outlet WHERE slug IN ({marks}) UNION ALL SELECT outlet, text FROM name WHERE outlet IN ({marks})
        UNION ALL SELECT slug, slug FROM outlet WHERE slug IN ({marks})
        UNION ALL SELECT outlet, key FROM locator WHERE outlet IN ({marks})""",
        [*slugs] * 4,
    ):
        words[slug].append(fold(lenient.words(text)))
        bare = words[slug][-1].removeprefix("the ")
        if bare != words[slug][-1]:
            words[slug].append(bare)
    return {slug: "\n" + "\n".join(dict.fromkeys(parts)) + "\n" for slug, parts in words.items()}


def _where(query: OutletQuery) -> tuple[str, list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []

    def among(column: str, wanted: Sequence[Any]) -> None:
        if wanted:
            conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)

    for word in fold(query.words).split():
        conditions.append("instr(search.words, ?) > 0")
        values.append(word)
    among("coalesce(in_force.tier, 0)", sorted(tier.value for tier in query.tiers))
    among("outlet.country", sorted(query.countries))
    among("outlet.kind", sorted(kind.value for kind in query.kinds))
    among("outlet.slug", sorted(query.among))
    if query.raters:
        among("outlet.slug IN (SELECT outlet FROM rating WHERE rater", sorted(query.raters))
        conditions[-1] += ")"
    if query.unrated:
        conditions.append("coalesce(in_force.tier, 0) = 0")
    if query.disagreeing:
        conditions.append("in_force.disagreeing")
    if query.mine:
        conditions.append("(outlet.origin = 'mine' OR outlet.slug IN (SELECT outlet FROM rating WHERE rater = 'mine'))")
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _row(row: tuple[Any, ...]) -> OutletRow:
    slug, name, country, kind, _tier, score, rater, rated_on, reason, raters, disagreeing, notes = row
    return OutletRow(
        slug=lenient.words(slug),
        name=lenient.words(name),
        country=lenient.words(country),
        kind=lenient.kind(kind),
        tier=Tier.of_score(lenient.score(score)),
        score=lenient.score(score),
        rater=lenient.words(rater),
        rated_on=lenient.day(rated_on),
        reason=lenient.words(reason),
        raters=raters or 0,
        disagreeing=bool(disagreeing),
        notes=lenient.words(notes),
    )
