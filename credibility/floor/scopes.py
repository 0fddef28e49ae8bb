"""What part of an outlet a rating covers, in words. Three places word it differently; all three wordings are here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from credibility.model import Scope

_FIRST_DAY = (1, 1)
_LAST_DAY = (12, 31)


@dataclass(frozen=True, slots=True)
class ScopeWording:
    """How each part of a scope is worded: format strings that take one value, and how the first and last day are written."""

    path: str
    author: str
    topic: str
    since: Callable[[date], str] = date.isoformat
    until: Callable[[date], str] = date.isoformat


def _year_or_day(day: date, whole: tuple[int, int]) -> str:
    return str(day.year) if (day.month, day.day) == whole else day.isoformat()


EXPLAINED = ScopeWording(
    "pages under {}", "pieces by {}", "on {}", lambda day: _year_or_day(day, _FIRST_DAY), lambda day: _year_or_day(day, _LAST_DAY)
)
"""In a sentence that explains a colour: "pieces by Ida Falk, since 2013"."""

SHOWN = ScopeWording("pages under /{}", "author {}", "topic {}")
"""Beside a rating in the window: "author Ida Falk, since 2013-01-01"."""

PRINTED = ScopeWording("path {}", "author {}", "topic {}")
"""In the JSON and on the command line, whose wording is stable: "path example.org/x, since 2013-01-01"."""


def scope_in_words(scope: Scope, wording: ScopeWording) -> str:
    """The scope in one of the three wordings; "" for the outlet as a whole."""
    path = scope.path.lstrip("/") if scope.path and wording is SHOWN else scope.path
    said = (
        wording.path.format(path) if path else "",
        wording.author.format(scope.author) if scope.author else "",
        wording.topic.format(scope.topic) if scope.topic else "",
        f"since {wording.since(scope.since)}" if scope.since else "",
        f"until {wording.until(scope.until)}" if scope.until else "",
    )
    return ", ".join(filter(None, said))
