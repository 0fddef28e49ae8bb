"""The part of an outlet that a rating covers, written as one short string: ``path:…;author:…;topic:…;dates:2013-``."""

from datetime import date
from functools import cache

from credibility.floor.language import said
from credibility.model import Scope

_DAYS_IN_YEAR_START = (1, 1)
_DAYS_IN_YEAR_END = (12, 31)


@cache
def read_scope(text: str) -> Scope:
    """The scope that a string describes; "" is the whole outlet. ValueError names the part that cannot be read.

    Dates are years (``2013-``, ``-2012``, ``2011-2014``, ``2013``) or ISO days parted by a slash (``2013-08-01/``).
    """
    path = author = topic = None
    since = until = None
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        kind, colon, value = part.partition(":")
        value = value.strip()
        if not colon or not value:
            raise ValueError(said("“{part}” is not a scope", part=part))
        if kind == "path":
            path = value
        elif kind == "author":
            author = value
        elif kind == "topic":
            topic = value
        elif kind == "dates":
            since, until = _read_dates(value)
        else:
            raise ValueError(said("“{kind}” is not a kind of scope", kind=kind))
    return Scope(path, author, topic, since, until)


def write_scope(scope: Scope) -> str:
    """The string for a scope, which `read_scope` reads back."""
    parts = [f"{kind}:{value}" for kind, value in (("path", scope.path), ("author", scope.author), ("topic", scope.topic)) if value]
    if scope.since or scope.until:
        parts.append("dates:" + _write_dates(scope.since, scope.until))
    return ";".join(parts)


def _read_dates(value: str) -> tuple[date | None, date | None]:
    if "/" in value:
        first, _, last = value.partition("/")
        return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    first, dash, last = value.partition("-")
    if not dash:
        last = first
    if not (first or last) or not all(year.isdigit() and len(year) == 4 for year in (first, last) if year):
        raise ValueError(said("“{value}” is not a range of dates", value=value))
    return (date(int(first), *_DAYS_IN_YEAR_START) if first else None, date(int(last), *_DAYS_IN_YEAR_END) if last else None)


def _write_dates(since: date | None, until: date | None) -> str:
    whole_years = (since is None or (since.month, since.day) == _DAYS_IN_YEAR_START) and (
        until is None or (until.month, until.day) == _DAYS_IN_YEAR_END
    )
    if whole_years:
        return f"{f'{since.year:04}' if since else ''}-{f'{until.year:04}' if until else ''}"
    return f"{since or ''}/{until or ''}"
