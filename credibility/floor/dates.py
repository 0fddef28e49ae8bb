"""Dates as people write them. `strftime` is not used: it follows the locale, and Windows does not know its ``%-d``."""

from datetime import date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day_in_words(day: date) -> str:
    """Day, month name and year: "5 March 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_in_words(day: date | None) -> str:
    """When a rating is in force: "on 5 March 2026", or "now" without a date."""
    return f"on {day_in_words(day)}" if day else "now"


def moment_in_words(moment: datetime) -> str:
    """The date, and the time with its zone if it has one: "5 March 2026, 14:05 UTC". Midnight counts as a date without a time."""
    day = day_in_words(moment)
    if moment.hour or moment.minute:
        zone = f" {moment.tzname()}" if moment.tzinfo else ""
        return f"{day}, {moment.hour:02}:{moment.minute:02}{zone}"
    return day
