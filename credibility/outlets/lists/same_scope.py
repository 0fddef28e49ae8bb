"""One rating with its scope in other words: a list must meet the rating that the table has from it, not add another beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from credibility.model import Rating, Scope
from credibility.model.lists import ListEntry

Place = tuple[str, str, Scope]
"""Outlet, rater and scope of a rating."""

_DAYS_APART = 184  # a year stands for a day in it: "since 2011" and "since August 2010"
_PARTS = re.compile(r",|;|/| and ")


def settled(entries: Sequence[ListEntry], places: Sequence[Place], known: Mapping[Place, Rating]) -> Iterator[tuple[ListEntry, Place]]:
    """Each entry at the place of the known rating that it repeats in other words, else as it is."""
    own = [place for entry, place in zip(entries, places, strict=True) if not entry.weak]
    named, wholes = set(own), {(slug, rater) for slug, rater, scope in own if scope.is_whole}
    waiting: dict[tuple[str, str], list[Rating]] = {}
    for place, rating in known.items():
        if place not in named:
            waiting.setdefault(place[:2], []).append(rating)
    for entry, place in zip(entries, places, strict=True):
        slug, rater, _ = place
        others = waiting.get((slug, rater), ()) if place not in known else ()
        alike = [each for each in others if is_same_original(entry, each) and _alike(entry, each.scope, (slug, rater) not in wholes)]
        if len(alike) == 1:
            yield replace(entry, scope=alike[0].scope), (slug, rater, alike[0].scope)
        else:
            yield entry, place


def is_same_original(entry: ListEntry, rating: Rating) -> bool:
    """Whether both have the same value in the rater's own words: "gu+b" is "gu+blacklisted"."""
    return _original(entry.original) == _original(rating.provenance.original)


def _original(text: str) -> str:
    return text.replace("blacklisted", "b")


def _alike(entry: ListEntry, known: Scope, is_only: bool) -> bool:
    """Whether a scope is the entry's in other words: subjects of which one contains the other, dates half a year apart at most.

    The path of the entry's address is its scope too, and what a list says only of a part of a site may be known as the whole.
    """
    scope = entry.scope
    if known.path and known.path.strip("/") == entry.key:
        return True
    if known.is_whole:
        return is_only and not scope.until
    if known.path or scope.path or bool(known.author) != bool(scope.author):
        return False
    return _near(scope.since, known.since) and _near(scope.until, known.until) and _topics_meet(scope.topic, known.topic)


def _topics_meet(one: str | None, other: str | None) -> bool:
    first, second = (frozenset(part.strip().casefold() for part in _PARTS.split(topic or "") if part.strip()) for topic in (one, other))
    return first <= second or second <= first if first and second else first == second


def _near(one: date | None, other: date | None) -> bool:
    return abs((one - other).days) <= _DAYS_APART if one and other else one is other
