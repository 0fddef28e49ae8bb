"""What part of an outlet a rating covers, in words. Three places word it differently; all three wordings are here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from credibility.floor.language import Said, joined, said
from credibility.model import Scope

_FIRST_DAY = (1, 1)
_LAST_DAY = (12, 31)


@dataclass(frozen=True, slots=True)
class ScopeWording:
    """How each part of a scope is worded: its path, author, topic, first and last day."""

    path: Callable[[str], Said]
    author: Callable[[str], Said]
    topic: Callable[[str], Said]
    since: Callable[[date], Said] = lambda day: said("since {day}", day=day.isoformat())
    until: Callable[[date], Said] = lambda day: said("until {day}", day=day.isoformat())


def _since_year_or_day(day: date) -> Said:
    return said("since {year}", year=day.year) if (day.month, day.day) == _FIRST_DAY else said("since {day}", day=day.isoformat())


def _until_year_or_day(day: date) -> Said:
    return said("until {year}", year=day.year) if (day.month, day.day) == _LAST_DAY else said("until {day}", day=day.isoformat())


EXPLAINED = ScopeWording(
    lambda path: said("pages under {path}", path=path),
    lambda author: said("pieces by {author}", author=author),
    lambda topic: said("on {topic}", topic=topic),
    _since_year_or_day,
    _until_year_or_day,
)
"""In a sentence that explains a colour: "pieces by Ida Falk, since 2013"."""

SHOWN = ScopeWording(
    lambda path: said("pages under /{path}", path=path.lstrip("/")),
    lambda author: said("author {author}", author=author),
    lambda topic: said("topic {topic}", topic=topic),
)
"""Beside a rating in the window: "author Ida Falk, since 2013-01-01"."""

PRINTED = ScopeWording(
    lambda path: said("path {path}", path=path),
    lambda author: said("author {author}", author=author),
    lambda topic: said("topic {topic}", topic=topic),
)
"""In the JSON and on the command line, whose wording is stable: "path example.org/x, since 2013-01-01"."""


def scope_in_words(scope: Scope, wording: ScopeWording) -> Said:
    """The scope in one of the three wordings; "" for the outlet as a whole."""
    parts = (
        wording.path(scope.path) if scope.path else "",
        wording.author(scope.author) if scope.author else "",
        wording.topic(scope.topic) if scope.topic else "",
        wording.since(scope.since) if scope.since else "",
        wording.until(scope.until) if scope.until else "",
    )
    return joined(parts)
