"""Arguments that say of which part of an outlet, and of which day, a rating is asked or given, and what it is."""

import argparse
from datetime import date

from credibility.floor.language import said
from credibility.model import RatingError, Scope, Tier
from credibility.outlets.rating.standing import Circumstances

TIER_WORDS = {
    "very-low": Tier.VERY_LOW,
    "low": Tier.LOW,
    "mixed": Tier.MIXED,
    "reliable": Tier.RELIABLE,
    "high": Tier.HIGH,
}


def add_circumstances(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say of what day, page, author and topic the rating is asked."""
    command.add_argument("--on", metavar="DAY", help=said("the rating in force on that day (2025-06-03) instead of now"))
    command.add_argument("--url", help=said("of that page of the outlet"))
    command.add_argument("--author", help=said("of pieces by that author"))
    command.add_argument("--topic", help=said("of pieces on that topic"))


def read_circumstances(arguments: argparse.Namespace, url: str | None = None) -> Circumstances:
    """What day, page, author and topic the arguments ask about; `url` is the page unless they name one. Raises RatingError."""
    return Circumstances(arguments.url or url, arguments.author, arguments.topic, read_day(arguments.on))


def add_scope(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say which part of an outlet a rating of your own covers."""
    command.add_argument("--path", help=said("only pages under this address, such as example.org/blogs"))
    command.add_argument("--author", help=said("only pieces by this author"))
    command.add_argument("--topic", help=said("only pieces on this topic"))
    command.add_argument("--from", dest="since", metavar="DAY", help=said("only from this day on"))
    command.add_argument("--to", dest="until", metavar="DAY", help=said("only up to this day"))


def read_scope_of(arguments: argparse.Namespace) -> Scope:
    """The part of an outlet that the arguments name; the whole outlet by default. Raises RatingError."""
    since, until = read_day(arguments.since), read_day(arguments.until)
    if since and until and until < since:
        raise RatingError(said("The range ends on {until}, before it begins.", until=until), said("Give the earlier day with --from."))
    for text in (arguments.path, arguments.author, arguments.topic):
        if text and ";" in text:
            raise RatingError(said("“{text}” cannot be part of a scope: it has a semicolon.", text=text), said("Leave the semicolon out."))
    return Scope(arguments.path, arguments.author, arguments.topic, since, until)


def read_day(text: str | None) -> date | None:
    """A day as given on the command line; None when none is given. Raises RatingError."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RatingError(said("“{text}” is not a day.", text=text), said("Give it as year, month and day, such as 2025-06-03.")) from None


def read_score(value: str) -> float:
    """The score as a number, or the middle of a tier given in words. Raises RatingError for anything else."""
    if value in TIER_WORDS:
        return TIER_WORDS[value].value * 20 - 10.0
    try:
        return float(value)
    except ValueError:
        raise RatingError(
            said("“{value}” is not a valid score.", value=value),
            said("Give a number from 0 to 100, or one of {tiers}.", tiers=", ".join(TIER_WORDS)),
        ) from None
