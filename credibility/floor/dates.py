"""Dates as people write them. `strftime` is not used: it follows the locale, and Windows does not know its ``%-d``."""

from datetime import date, datetime

from credibility.floor.language import Said, said

MONTHS = (
    said("January"),
    said("February"),
    said("March"),
    said("April"),
    said("May"),
    said("June"),
    said("July"),
    said("August"),
    said("September"),
    said("October"),
    said("November"),
    said("December"),
)


def day_in_words(day: date) -> Said:
    """Day, month name and year: "5 March 2026"."""
    return said("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def when_in_words(day: date | None) -> Said:
    """When a rating is in force: "on 5 March 2026", or "now" without a date."""
    return said("on {day}", day=day_in_words(day)) if day else said("now")


def moment_in_words(moment: datetime) -> Said:
    """The date, and the time with its zone if it has one: "5 March 2026, 14:05 UTC". Midnight counts as a date without a time."""
    day = day_in_words(moment)
    if not (moment.hour or moment.minute):
        return day
    zone = f" {moment.tzname()}" if moment.tzinfo else ""
    return said("{day}, {hour:02}:{minute:02}{zone}", day=day, hour=moment.hour, minute=moment.minute, zone=zone)
