"""Other orders of raters, and the articles that an outlet was cited in."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from credibility.model.outlets import Outlet, Rating


@dataclass(frozen=True, slots=True)
class Profile:
    """A named order of raters, each switched on or off: another way to look at the same table."""

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
    """A saved article that was opened and cites an outlet in `claims` claims."""

    path: Path
    title: str
    fingerprint: str
    opened_at: datetime
    claims: int
