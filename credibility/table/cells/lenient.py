"""Single cells, read leniently: the file is the user's, and any SQLite tool may have written anything into any of them.

Nothing here raises. What cannot be read becomes what does least harm; `odd` lists it with how to mend it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from credibility.model import NameRule, OutletKind, RatingStatus, Scope
from credibility.outlets.rating.scopes import read_scope
from credibility.outlets.starter import read_rules

LAST = 1_000_000
"""The precedence of a rater whose place cannot be read: after all others."""

KINDS: Mapping[object, OutletKind] = {kind.value: kind for kind in OutletKind}
STATUSES: Mapping[object, RatingStatus] = {status.value: status for status in RatingStatus}
_NOT_LOOKED_FOR = (NameRule.NEVER,)
_UNKNOWN_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def words(value: object) -> str:
    """A text; "" for none."""
    if isinstance(value, str):
        return value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)


def words_or_none(value: object) -> str | None:
    """A text that may be missing."""
    return value if value is None or isinstance(value, str) else words(value)


@lru_cache(maxsize=4096)
def day(value: object) -> date | None:
    """A day; a year or month alone is its first day, as raters give no more; None for what is no date."""
    text = words(value).strip()[:10]
    try:
        if len(text) in (4, 7):
            text += "-01-01"[: 10 - len(text)] if len(text) == 4 else "-01"
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def moment(value: object) -> datetime:
    """A moment; the beginning of 1970 for what is none."""
    try:
        read = datetime.fromisoformat(words(value).replace("Z", "+00:00"))
    except ValueError:
        return _UNKNOWN_MOMENT
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def whole(value: object, otherwise: int = 0) -> int:
    """A whole number."""
    return int(value) if isinstance(value, int | float) and abs(value) < 2**62 else otherwise


def flag(value: object) -> bool:
    """Yes or no, as SQLite takes it: a text that is no number is no."""
    if isinstance(value, str):
        return value.strip().isdigit() and int(value) != 0
    return bool(value) and not isinstance(value, bytes)


def score(value: object) -> float | None:
    """A score within 0–100; None, which is unrated, for everything else."""
    return float(value) if isinstance(value, int | float) and 0 <= value <= 100 else None


def share(value: object) -> float:
    """A confidence within 0–1; 1 for everything else."""
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else 1.0


def kind(value: object) -> OutletKind:
    """A kind typed by hand in another program is shown as unknown rather than refused."""
    return KINDS.get(value, OutletKind.UNKNOWN)


def status(value: object) -> RatingStatus:
    """Where a rating comes from; one that cannot be read was not made in the program."""
    return STATUSES.get(value, RatingStatus.IMPORTED)


def rules(value: object) -> tuple[NameRule, ...]:
    """The rules of a name. One that cannot be read is not looked for: a wrong outlet is worse than none."""
    try:
        return read_rules(words(value))
    except ValueError:
        return _NOT_LOOKED_FOR


def scope(value: object) -> Scope | None:
    """What part of an outlet a rating speaks of; None when that cannot be read, and the rating then has no say."""
    try:
        return read_scope(words(value))
    except ValueError:
        return None


def structure(value: object) -> Any:
    """JSON; None for what is none."""
    try:
        return json.loads(words(value)) if value is not None else None
    except (ValueError, RecursionError):
        return None


def texts(value: object) -> frozenset[str]:
    """A JSON list of texts; what is none of it is left out."""
    read = structure(value)
    return frozenset(each for each in read if isinstance(each, str)) if isinstance(read, list) else frozenset()
