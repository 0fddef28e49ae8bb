"""Dates as pages and files write them. The time zone is kept as stated; a date without a time is midnight without a zone."""

import re
from datetime import datetime, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_ADDRESS = re.compile(
    rf"[/_=-](?P<year>(?:19|20)\d\d)(?P<mark>[/._-]?)(?P<month>\d{{1,2}}|{'|'.join(_MONTHS)})(?P=mark)(?P<day>\d{{1,2}})(?=[/._?&#-]|$)",
    re.I,
)
_COMPACT_ZONE = re.compile(r"([+-]\d{2})(\d{2})$")
_NAMED_ZERO = re.compile(r"\b(?:GMT|UTC) ?(?=[+-]\d)")  # "UTC+3" is three hours ahead; the parser reads it as three behind
_PLAUSIBLE = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_DAY_FIRST = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")  # dates with full stops have the day first
_ZONES = {"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "MST": -25200, "MDT": -21600, "PST": -28800, "PDT": -25200}
_ZONES |= {"BST": 3600, "CET": 3600, "CEST": 7200, "EET": 7200, "EEST": 10800, "IST": 19800, "JST": 32400, "KST": 32400, "MSK": 10800}


def date_of(words: object) -> datetime | None:
    """The time that `words` state, or None if they are not a full date (year, month and day)."""
    if not isinstance(words, str) or not 6 <= len(words) <= 80:
        return None
    words = _COMPACT_ZONE.sub(r"\1:\2", _NAMED_ZERO.sub("", words.strip()))
    found = _iso(words) or _loosely(words)
    if not found or not 1450 <= found.year <= 2200:
        return None
    return _with_plain_zone(found)


def _with_plain_zone(moment: datetime) -> datetime | None:
    """The time with a plain offset instead of a parser's zone object, since the value is sent between processes and written to JSON."""
    try:
        offset = moment.utcoffset()
        return moment.replace(tzinfo=timezone(offset) if offset is not None else None)
    except (ValueError, OverflowError):
        return None  # an offset of a day or more


def date_in_address(url: str | None) -> datetime | None:
    """The day that an address states in its path ("/2016/dec/14/", "/2016-12-14-"); None when it states none."""
    found = _IN_ADDRESS.search(url or "")
    if found is None or (not found["mark"] and len(found["month"] + found["day"]) != 4):
        return None
    month = found["month"].lower()
    try:
        return datetime(int(found["year"]), _MONTHS.index(month) + 1 if month in _MONTHS else int(month), int(found["day"]))
    except ValueError:
        return None


def _iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _offset(name: str | None, seconds: int | None) -> int | None:
    """The offset from UTC in seconds: as written, else that of a zone known by name, else None."""
    return seconds if seconds is not None else _ZONES.get(name or "")


def _loosely(words: str) -> datetime | None:
    if not _PLAUSIBLE.search(words):
        return None
    from dateutil import parser  # noqa: PLC0415 - takes 15 ms, and ISO dates do not need it

    try:
        # Parse with two different defaults: if the results differ, year, month or day was missing.
        first, second = (
            parser.parse(words, default=default, tzinfos=_offset, dayfirst=_DAY_FIRST.match(words) is not None)
            for default in (datetime(2001, 1, 1), datetime(2002, 2, 2))
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return first if first == second else None
