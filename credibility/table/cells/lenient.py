"""Read single cells leniently: the file is the user's, and any SQLite tool may have written anything into it.

Nothing here raises. An unreadable cell becomes the least harmful value; `odd` lists such cells and says how to fix them.
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
"""The precedence of a rater with an unreadable one: after all others."""

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
    """A date; a year or a month alone means its first day, since some raters give no more. None for anything else."""
    text = words(value).strip()[:10]
    try:
        if len(text) in (4, 7):
            text += "-01-01"[: 10 - len(text)] if len(text) == 4 else "-01"
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def moment(value: object) -> datetime:
    """A time with its zone (UTC if none is stated); the beginning of 1970 for anything else."""
    try:
        read = datetime.fromisoformat(words(value).replace("Z", "+00:00"))
    except ValueError:
        return _UNKNOWN_MOMENT
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def whole(value: object, otherwise: int = 0) -> int:
    """An integer; `otherwise` for anything else."""
    return int(value) if isinstance(value, int | float) and abs(value) < 2**62 else otherwise


def flag(value: object) -> bool:
    """A truth value as in SQLite: text that is not a number is false."""
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
    """An outlet's kind; UNKNOWN for anything else."""
    return KINDS.get(value, OutletKind.UNKNOWN)


def status(value: object) -> RatingStatus:
    """A rating's status; IMPORTED for anything else, since this program cannot have written it."""
    return STATUSES.get(value, RatingStatus.IMPORTED)


def rules(value: object) -> tuple[NameRule, ...]:
    """A name's rules. A name with unreadable rules is never looked for: a wrong outlet is worse than none."""
    try:
        return read_rules(words(value))
    except ValueError:
        return _NOT_LOOKED_FOR


def scope(value: object) -> Scope | None:
    """A rating's scope; None when it is unreadable, and the rating then does not count."""
    try:
        return read_scope(words(value))
    except ValueError:
        return None


def structure(value: object) -> Any:
    """Parsed JSON; None for anything else."""
    try:
        return json.loads(words(value)) if value is not None else None
    except (ValueError, RecursionError):
        return None


def texts(value: object) -> frozenset[str]:
    """The strings in a JSON list; everything else is left out."""
    read = structure(value)
    return frozenset(each for each in read if isinstance(each, str)) if isinstance(read, list) else frozenset()
