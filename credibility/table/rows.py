"""Convert between database rows and values: one reader and one writer per table."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from credibility.floor.web import web_address
from credibility.model import (
    Correction,
    CorrectionKind,
    Outlet,
    OutletName,
    Provenance,
    Rater,
    Rating,
    Span,
    Tier,
)
from credibility.outlets.rating.scopes import write_scope
from credibility.outlets.starter import write_rules
from credibility.table.beside.tag_rows import read_tags
from credibility.table.cells import lenient
from credibility.table.cells.lenient import words, words_or_none

_RATING_COLUMNS = "outlet, rater, scope, score, original, mapping, reason, url, rated_on, retrieved_on, licence, status, confidence"


def read_outlets(database: Database, slugs: Iterable[str] | None = None) -> dict[str, Outlet]:
    """Outlets by slug, with names and locators: all of them, or those with these slugs."""
    condition, wanted = _condition("slug", slugs)
    names: dict[str, list[OutletName]] = {}
    for slug, text, kind, rules, context in database.execute(
        f"SELECT outlet, text, kind, rules, context FROM name {condition.replace('slug', 'outlet')} ORDER BY outlet, text, rules", wanted
    ):
        known = tuple(filter(None, words(context).split("|"))) if context else ()  # most have none, so this saves time over 10,000 names
        names.setdefault(slug, []).append(OutletName(words(text), words(kind), lenient.rules(rules), known))
    locators: dict[str, list[str]] = {}
    for slug, key in database.execute(
        f"SELECT outlet, key FROM locator {condition.replace('slug', 'outlet')} ORDER BY outlet, key", wanted
    ):
        locators.setdefault(slug, []).append(words(key))
    tags = read_tags(database, condition.replace("slug", "outlet"), wanted)
    rows = database.execute(
        "SELECT slug, name, kind, country, language, state, homepage, parent, inherits, active_from, active_to, notes, inherits_until "
        f"FROM outlet {condition} ORDER BY slug",
        wanted,
    )
    found = {row[0]: _outlet(row, tuple(names.get(row[0], ())), tuple(locators.get(row[0], ()))) for row in rows}
    found.update({slug: replace(found[slug], tags=tuple(tagged)) for slug, tagged in tags.items() if slug in found})
    return found


def read_raters(database: Database) -> dict[str, Rater]:
    """Raters by slug, in order of precedence."""
    rows = database.execute(
        "SELECT slug, title, precedence, url, licence, version, retrieved_on, scale, enabled FROM rater ORDER BY precedence, slug"
    )
    raters = [
        Rater(
            words(slug),
            words(title),
            lenient.whole(precedence, lenient.LAST),
            words_or_none(url),
            words_or_none(licence),
            words_or_none(version),
            lenient.day(retrieved_on),
            words_or_none(scale),
            lenient.flag(enabled),
        )
        for slug, title, precedence, url, licence, version, retrieved_on, scale, enabled in rows
    ]
    return {rater.slug: rater for rater in sorted(raters, key=lambda rater: (rater.precedence, rater.slug))}


def read_ratings(database: Database, raters: Mapping[str, Rater], slugs: Iterable[str] | None = None) -> list[Rating]:
    """Ratings of all outlets, or of those with these slugs. A rating with an unreadable scope is left out (`odd_cells` lists it)."""
    condition, wanted = _condition("outlet", slugs)
    rows = database.execute(f"SELECT {_RATING_COLUMNS} FROM rating {condition} ORDER BY outlet, rater, scope", wanted)
    return [rating for row in rows if (rating := _rating(row, raters)) is not None]


def read_corrections(database: Database, fingerprint: str) -> tuple[Correction, ...]:
    """The corrections of one article, in text order."""
    rows = database.execute(
        "SELECT kind, fingerprint, quote, starts, ends, outlet, reason, coalesce(prefix, ''), coalesce(suffix, '') FROM correction "
        "LEFT JOIN passage USING (fingerprint, quote, starts) WHERE fingerprint = ? ORDER BY starts",
        (fingerprint,),
    )
    return tuple(
        Correction(
            _CORRECTIONS[kind],
            words(mark),
            words(quote),
            Span(lenient.whole(start), lenient.whole(end)),
            words_or_none(outlet),
            words(reason),
            prefix=words(prefix),
            suffix=words(suffix),
        )
        for kind, mark, quote, start, end, outlet, reason, prefix, suffix in rows
        if kind in _CORRECTIONS and 0 <= lenient.whole(start, -1) <= lenient.whole(end, -1)
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
        "inherits_until": outlet.inherits_until,
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
    """The columns of table ``rating``. Scores are rounded to four decimals so that they survive the history's JSON unchanged."""
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


def _condition(column: str, slugs: Iterable[str] | None) -> tuple[str, list[str]]:
    if slugs is None:
        return "", []
    wanted = list(slugs)
    return f"WHERE {column} IN ({', '.join('?' * len(wanted))})", wanted


def _outlet(row: tuple[Any, ...], names: tuple[OutletName, ...], locators: tuple[str, ...]) -> Outlet:
    slug, name, kind, country, language, state, homepage, parent, inherits, active_from, active_to, notes, inherits_until = row
    return Outlet(
        words(slug),
        words(name),
        lenient.kind(kind),
        words_or_none(country),
        words_or_none(language),
        words(state),
        words_or_none(homepage),
        words_or_none(parent),
        lenient.flag(inherits),
        words_or_none(active_from),
        words_or_none(active_to),
        words(notes),
        names,
        locators,
        inherits_until=words_or_none(inherits_until),
    )


def _rating(row: tuple[Any, ...], raters: Mapping[str, Rater]) -> Rating | None:
    outlet, rater, scope, score, original, mapping, reason, url, rated_on, retrieved_on, licence, status, confidence = row
    within = lenient.scope(scope)
    if within is None:
        return None
    provenance = Provenance(
        words(original),
        words(mapping),
        words(reason),
        words_or_none(url),
        lenient.day(rated_on),
        lenient.day(retrieved_on),
        words_or_none(licence),
        lenient.status(status),
        lenient.share(confidence),
    )
    rated = lenient.score(score)
    return Rating(words(outlet), raters.get(rater) or _unknown(words(rater)), Tier.of_score(rated), rated, within, provenance)


@lru_cache(maxsize=64)
def _unknown(slug: str) -> Rater:
    """A disabled stand-in for a rater that is missing from the table, so that its ratings are kept but never decide."""
    return Rater(slug, slug, lenient.LAST, enabled=False)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


_CORRECTIONS = {kind.value: kind for kind in CorrectionKind}


def move_outlet(database: Database, slug: str, into: str) -> None:
    """Give an outlet's names, addresses, ratings and parts to another that lacks them, and remove it. Must run inside a recorded edit."""
    database.execute("UPDATE locator SET outlet = ? WHERE outlet = ?", (into, slug))
    # A worksheet goes over whole or not at all: answers of two would not explain the rating that stays.
    database.execute("DELETE FROM answer WHERE outlet = ? AND rater IN (SELECT rater FROM answer WHERE outlet = ?)", (slug, into))
    database.execute("UPDATE outlet SET parent = ? WHERE parent = ?", (into, slug))
    for table in ("name", "rating", "tag", "answer"):
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] != "outlet"]
        listed = ", ".join(columns)
        database.execute(
            f"INSERT INTO {table}(outlet, {listed}) SELECT ?, {listed} FROM {table} WHERE outlet = ? ON CONFLICT DO NOTHING", (into, slug)
        )
    database.execute("DELETE FROM outlet WHERE slug = ?", (slug,))
