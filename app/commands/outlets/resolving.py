"""The command resolve: which outlet a link or a name means. It opens the table alone, because it is asked often and answers at once."""

import argparse
from typing import Any

from app.commands.scopes import add_circumstances, read_circumstances
from app.printing import say, say_json, warn
from app.ratings.opening import only_table
from app.ratings.table import BY_ADDRESS
from credibility.annotations.report import rating_json
from credibility.floor.dates import when_in_words
from credibility.floor.language import said, shown, tr
from credibility.floor.raters import title_words
from credibility.floor.web import web_address
from credibility.model import Outlet, Rating


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    resolve = commands.add_parser("resolve", help=said("which outlet a link or a name means, and how it is rated"))
    resolve.add_argument("what", nargs="+", metavar="URL-OR-NAME")
    add_circumstances(resolve)
    resolve.add_argument("--json", action="store_true")
    resolve.set_defaults(run=resolve_words)


def resolve_words(arguments: argparse.Namespace) -> int:
    """Print which outlet each link or name means; exit code 6 when one means none or several."""
    rows = []
    with only_table(arguments.db, warn) as table:
        for what in arguments.what:
            outlets, how = table.resolve_words(what)
            asked = read_circumstances(arguments, what if how == BY_ADDRESS else None)
            rating = table.standing(outlets[0].slug, asked).rating if len(outlets) == 1 else None
            rows.append((what, outlets, how, rating))
    when = when_in_words(read_circumstances(arguments).on)
    if arguments.json:
        say_json({what: _resolution_json(outlets, how, rating, when) for what, outlets, how, rating in rows})
    else:
        for what, outlets, how, rating in rows:
            named = tr(" or ").join(f"{outlet.name} ({outlet.domain})" for outlet in outlets) or tr("no outlet of your table")
            say(f"{what} → {named}{_rated(outlets, rating, when)}  [{shown(how)}]")
    return 0 if all(len(outlets) == 1 for _, outlets, _, _ in rows) else 6


def _rated(outlets: tuple[Outlet, ...], rating: Rating | None, when: str) -> str:
    """The rating of one outlet, where one is meant: ": Mixed now, the rater"."""
    if rating:
        return ": " + tr("{tier} {when}, {rater}", tier=rating.tier.label, when=when, rater=title_words(rating.rater))
    return ": " + tr("Unrated {when}", when=when) if len(outlets) == 1 else ""


def _resolution_json(outlets: tuple[Outlet, ...], how: str, rating: Rating | None, when: str) -> dict[str, Any]:
    told = rating_json(rating) if rating else None
    return {"how": how, "outlets": [outlet_json(outlet) for outlet in outlets], "rating": told, "when": when}


def outlet_json(outlet: Outlet) -> dict[str, Any]:
    """An outlet and what is said of it, for JSON."""
    tags = [
        {"kind": tag.kind, "value": tag.value, "date": tag.dated.isoformat() if tag.dated else None, "url": web_address(tag.url)}
        for tag in outlet.tags
    ]
    told = {"name": outlet.name, "domain": outlet.domain, "kind": outlet.kind.value, "country": outlet.country}
    return {**told, "tags": tags} if tags else told
