"""Rows of the database and the values they are: one reader and one writer per table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from credibility.floor.web import web_address
from credibility.model import (
    Correction,
    CorrectionKind,
    Outlet,
    OutletKind,
    OutletName,
    Provenance,
    Rater,
    Rating,
    RatingStatus,
    Span,
    Tier,
)
from credibility.outlets.rating.scopes import read_scope, write_scope
from credibility.outlets.starter import read_rules, write_rules

Row = Mapping[str, Any]
Key = tuple[object, ...]

_RATING_COLUMNS = "outlet, rater, scope, score, original, mapping, reason, url, rated_on, retrieved_on, licence, status, confidence"


def read_outlets(database: Database, slugs: Iterable[str] | None = None) -> dict[str, Outlet]:
    """Outlets by slug with names and locators; all of them, or those asked for."""
    condition, wanted = _condition("slug", slugs)
    names: dict[str, list[OutletName]] = {}
    for slug, text, kind, rules, context in database.execute(
        f"SELECT outlet, text, kind, rules, context FROM name {condition.replace('slug', 'outlet')} ORDER BY outlet, text, rules", wanted
    ):
        known = tuple(filter(None, context.split("|"))) if context else ()  # most have none, and there are ten thousand
        names.setdefault(slug, []).append(OutletName(text, kind, read_rules(rules), known))
    locators: dict[str, list[str]] = {}
    for slug, key in database.execute(
        f"SELECT outlet, key FROM locator {condition.replace('slug', 'outlet')} ORDER BY outlet, key", wanted
    ):
        locators.setdefault(slug, []).append(key)
    rows = database.execute(
        "SELECT slug, name, kind, country, language, state, homepage, parent, inherits, active_from, active_to, notes "
        f"FROM outlet {condition} ORDER BY slug",
        wanted,
    )
    return {row[0]: _outlet(row, tuple(names.get(row[0], ())), tuple(locators.get(row[0], ()))) for row in rows}


def read_raters(database: Database) -> dict[str, Rater]:
    """Raters by slug, in order of precedence."""
    rows = database.execute(
        "SELECT slug, title, precedence, url, licence, version, retrieved_on, scale, enabled FROM rater ORDER BY precedence, slug"
    )
    return {
        slug: Rater(slug, title, precedence, url, licence, version, _day(retrieved_on), scale, bool(enabled))
        for slug, title, precedence, url, licence, version, retrieved_on, scale, enabled in rows
    }


def read_ratings(database: Database, raters: Mapping[str, Rater], slugs: Iterable[str] | None = None) -> list[Rating]:
    """Ratings of all outlets, or of those asked for."""
    condition, wanted = _condition("outlet", slugs)
    rows = database.execute(f"SELECT {_RATING_COLUMNS} FROM rating {condition} ORDER BY outlet, rater, scope", wanted)
    return [_rating(row, raters) for row in rows]


def read_corrections(database: Database, fingerprint: str) -> tuple[Correction, ...]:
    """The corrections of one article, in text order."""
    rows = database.execute(
        "SELECT kind, fingerprint, quote, starts, ends, outlet, reason FROM correction WHERE fingerprint = ? ORDER BY starts",
        (fingerprint,),
    )
    return tuple(
        Correction(CorrectionKind(kind), mark, quote, Span(start, end), outlet, reason)
        for kind, mark, quote, start, end, outlet, reason in rows
    )


def outlet_row(outlet: Outlet, origin: str) -> dict[str, object]:
    """The columns of table ``outlet``."""
    return {
        "slug": outlet.slug,
        "name": outlet.name,
        "kind": outlet.kind.value,
        "country": outlet.country,
        "language": outlet.language,
        "state": outlet.state,
        "homepage": web_address(outlet.homepage),
        "parent": outlet.parent,
        "inherits": int(outlet.inherits),
        "active_from": outlet.active_from,
        "active_to": outlet.active_to,
        "notes": outlet.notes,
        "origin": origin,
    }


def name_row(slug: str, name: OutletName) -> dict[str, object]:
    """The columns of table ``name``."""
    return {"outlet": slug, "text": name.text, "kind": name.kind, "rules": write_rules(name.rules), "context": "|".join(name.context)}


def rater_row(rater: Rater) -> dict[str, object]:
    """The columns of table ``rater``."""
    return {
        "slug": rater.slug,
        "title": rater.title,
        "precedence": rater.precedence,
        "url": web_address(rater.url),
        "licence": rater.licence,
        "version": rater.version,
        "retrieved_on": _text(rater.retrieved_on),
        "scale": rater.scale,
        "enabled": int(rater.enabled),
    }


def rating_row(rating: Rating) -> dict[str, object]:
    """The columns of table ``rating``. Scores keep four decimals, which survive being written as JSON in the history."""
    told = rating.provenance
    return {
        "outlet": rating.outlet,
        "rater": rating.rater.slug,
        "scope": write_scope(rating.scope),
        "score": None if rating.score is None else round(float(rating.score), 4),
        "original": told.original,
        "mapping": told.mapping,
        "reason": told.reason,
        "url": web_address(told.url),
        "rated_on": _text(told.rated_on),
        "retrieved_on": _text(told.retrieved_on),
        "licence": told.licence,
        "status": told.status.value,
        "confidence": round(told.confidence, 4),
    }


def correction_row(correction: Correction) -> dict[str, object]:
    """The columns of table ``correction``."""
    return {
        "fingerprint": correction.fingerprint,
        "quote": correction.quote,
        "starts": correction.span.start,
        "ends": correction.span.end,
        "kind": correction.kind.value,
        "outlet": correction.outlet,
        "reason": correction.reason,
    }


def insert(database: Database, table: str, row: Row) -> None:
    """Insert one row."""
    columns = ", ".join(row)
    database.execute(f"INSERT INTO {table}({columns}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def upsert(database: Database, table: str, row: Row, keys: Iterable[str]) -> None:
    """Insert one row, or change it where it differs.

    A real ON CONFLICT: the library's own upsert may delete and insert, and the history would tell so.
    """
    database.execute(_upsert_sql(table, row, tuple(keys)), list(row.values()))


def insert_all(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert rows that have the same columns."""
    if rows:
        columns = ", ".join(rows[0])
        marks = ", ".join("?" * len(rows[0]))
        database.conn.executemany(f"INSERT INTO {table}({columns}) VALUES ({marks})", [tuple(row.values()) for row in rows])


def upsert_all(database: Database, table: str, rows: Sequence[Row], keys: Iterable[str]) -> None:
    """Insert rows that have the same columns, or change them where they differ."""
    if rows:
        database.conn.executemany(_upsert_sql(table, rows[0], tuple(keys)), [tuple(row.values()) for row in rows])


def delete(database: Database, table: str, row: Row, keys: Iterable[str]) -> None:
    """Delete the row of that key."""
    keys = tuple(keys)
    database.execute(f"DELETE FROM {table} WHERE " + " AND ".join(f"{key} = ?" for key in keys), [row[key] for key in keys])


def _upsert_sql(table: str, columns: Iterable[str], keys: tuple[str, ...]) -> str:
    columns = tuple(columns)
    rest = [column for column in columns if column not in keys]
    changes = ", ".join(f"{column} = excluded.{column}" for column in rest)
    differs = " OR ".join(f"{table}.{column} IS NOT excluded.{column}" for column in rest)
    action = f"DO UPDATE SET {changes} WHERE {differs}" if rest else "DO NOTHING"
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks}) ON CONFLICT({', '.join(keys)}) {action}"


def _condition(column: str, slugs: Iterable[str] | None) -> tuple[str, list[str]]:
    if slugs is None:
        return "", []
    wanted = list(slugs)
    return f"WHERE {column} IN ({', '.join('?' * len(wanted))})", wanted


def _outlet(row: tuple[Any, ...], names: tuple[OutletName, ...], locators: tuple[str, ...]) -> Outlet:
    slug, name, kind, country, language, state, homepage, parent, inherits, active_from, active_to, notes = row
    return Outlet(
        slug, name, _kind(kind), country, language, state, homepage, parent, bool(inherits), active_from, active_to, notes, names, locators
    )


def _kind(text: str) -> OutletKind:
    """A kind typed by hand in another program is shown as unknown rather than refused."""
    return _KINDS.get(text, OutletKind.UNKNOWN)


_KINDS = {kind.value: kind for kind in OutletKind}
_STATUSES = {status.value: status for status in RatingStatus}


def _rating(row: tuple[Any, ...], raters: Mapping[str, Rater]) -> Rating:
    outlet, rater, scope, score, original, mapping, reason, url, rated_on, retrieved_on, licence, status, confidence = row
    provenance = Provenance(original, mapping, reason, url, _day(rated_on), _day(retrieved_on), licence, _STATUSES[status], confidence)
    return Rating(outlet, raters[rater], Tier.of_score(score), score, read_scope(scope), provenance)


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
