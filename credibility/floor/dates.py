"""Days as people read them. English on every machine: `strftime` follows the locale, and its ``%-d`` is unknown to Windows."""

from datetime import date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day_in_words(day: date) -> str:
    """Day, month in words, year: "5 March 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """The day, and the time with its zone where one is stated: "5 March 2026, 14:05 UTC"; midnight is a day without a time."""
    day = day_in_words(moment)
    if moment.hour or moment.minute:
        zone = f" {moment.tzname()}" if moment.tzinfo else ""
        return f"{day}, {moment.hour:02}:{moment.minute:02}{zone}"
    return day
