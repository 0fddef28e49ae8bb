"""Saved orders of raters, and the articles that cite an outlet."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from credibility.model.outlets import Outlet, Rating


@dataclass(frozen=True, slots=True)
class Profile:
    """A named order of raters, as (slug, enabled) pairs: another view of the same table."""

    name: str
    raters: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """An outlet whose rating in force differs between two orders of raters."""

    outlet: Outlet
    before: Rating | None
    after: Rating | None


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """A saved article that was opened and that cites an outlet; `claims` is the number of claims that do."""

    path: Path
    title: str
    fingerprint: str
    opened_at: datetime
    claims: int
