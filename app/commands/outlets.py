"""Commands on the outlets of the user's table: outlets add, set, name, locator, merge, remove."""

import argparse
from dataclasses import replace

from app.commands.ratings import one_outlet
from app.commands.tables import opened
from app.printing import say
from credibility.model import NameRule, Outlet, OutletDraft, OutletKind, OutletName, RatingError

RULES = {rule.value.replace("_", "-"): rule for rule in NameRule}
KINDS = [kind.value for kind in OutletKind]


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    actions = commands.add_parser("outlets", help="add outlets, change their names and addresses, merge them").add_subparsers(
        metavar="ACTION", required=True
    )
    add = actions.add_parser("add", help="add an outlet")
    add.add_argument("domain", help="its main domain, or domain with path")
    add.add_argument("name", help="what it calls itself")
    _add_facts(add)
    add.set_defaults(run=add_outlet)

    change = actions.add_parser("set", help="change what is known of an outlet")
    change.add_argument("outlet", help="its domain or one of its names")
    change.add_argument("--name")
    _add_facts(change)
    change.set_defaults(run=change_outlet)

    name = actions.add_parser("name", help="give an outlet a name to look for in text, change its rule, or remove it")
    name.add_argument("outlet")
    name.add_argument("text", metavar="NAME")
    name.add_argument(
        "--rule", choices=sorted(RULES), action="append", default=[], help="what the text around the name must show; several add up"
    )
    name.add_argument("--context", default="", metavar="WORD|WORD", help="countries (two letters) and words that decide, for needs-country")
    name.add_argument("--remove", action="store_true")
    name.set_defaults(run=name_outlet)

    locator = actions.add_parser("locator", help="give an outlet a further address, or remove one")
    locator.add_argument("outlet")
    locator.add_argument("address")
    locator.add_argument("--remove", action="store_true")
    locator.set_defaults(run=locate_outlet)

    merge = actions.add_parser("merge", help="make one outlet out of two: the second gets what it lacks of the first")
    merge.add_argument("outlet", metavar="FROM")
    merge.add_argument("into", metavar="INTO")
    merge.set_defaults(run=merge_outlets)

    remove = actions.add_parser("remove", help="remove an outlet with its names, addresses and ratings; `ratings undo` brings it back")
    remove.add_argument("outlet")
    remove.set_defaults(run=remove_outlet)


def _add_facts(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=KINDS)
    command.add_argument("--country", help="two letters")
    command.add_argument("--language", help="such as en")
    command.add_argument("--notes")


def add_outlet(arguments: argparse.Namespace) -> int:
    """Add an outlet. Raises RatingError when the table has its domain."""
    with opened(arguments.db) as workspace:
        if workspace.table.registry.outlet(arguments.domain):
            raise RatingError(f"“{arguments.domain}” is in your table.", "Change it with `sourcetint outlets set`.")
        draft = OutletDraft(arguments.domain, arguments.name, OutletKind.NEWS)
        workspace.table.save_outlet(_with_facts(draft, arguments))
    say(f"Added {arguments.name} ({arguments.domain}).")
    return 0


def change_outlet(arguments: argparse.Namespace) -> int:
    """Change what is known of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        draft = _with_facts(draft_of(outlet), arguments)
        workspace.table.save_outlet(replace(draft, name=arguments.name or draft.name))
    say(f"Changed {outlet.name} ({outlet.slug}).")
    return 0


def name_outlet(arguments: argparse.Namespace) -> int:
    """Add, change or remove a name of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(name for name in outlet.names if name.text != arguments.text)
        if arguments.remove and len(others) == len(outlet.names):
            raise RatingError(f"{outlet.name} is not called “{arguments.text}”.", f"It is called {_names(outlet)}.")
        rules = tuple(RULES[word] for word in arguments.rule) or (NameRule.PLAIN,)
        context = tuple(filter(None, arguments.context.split("|")))
        added = () if arguments.remove else (OutletName(arguments.text, "name", rules, context),)
        workspace.table.save_outlet(replace(draft_of(outlet), names=(*others, *added)))
    say(f"{outlet.name} is {'no longer' if arguments.remove else 'now also'} looked for as “{arguments.text}”.")
    return 0


def locate_outlet(arguments: argparse.Namespace) -> int:
    """Add or remove an address of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(key for key in outlet.locators if key != arguments.address)
        if arguments.remove and len(others) == len(outlet.locators):
            raise RatingError(f"“{arguments.address}” does not lead to {outlet.name}.", f"Its addresses are {', '.join(outlet.locators)}.")
        locators = others if arguments.remove else (*others, arguments.address)
        workspace.table.save_outlet(replace(draft_of(outlet), locators=locators))
    say(f"{arguments.address} {'no longer leads' if arguments.remove else 'leads'} to {outlet.name} ({outlet.slug}).")
    return 0


def merge_outlets(arguments: argparse.Namespace) -> int:
    """Make one outlet out of two."""
    with opened(arguments.db) as workspace:
        gone, kept = one_outlet(workspace, arguments.outlet), one_outlet(workspace, arguments.into)
        workspace.table.merge_outlets(gone.slug, kept.slug)
    say(f"Merged {gone.name} ({gone.slug}) into {kept.name} ({kept.slug}). `sourcetint ratings undo` reverses it.")
    return 0


def remove_outlet(arguments: argparse.Namespace) -> int:
    """Remove an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        workspace.table.remove_outlet(outlet.slug)
    say(f"Removed {outlet.name} ({outlet.slug}). `sourcetint ratings undo` brings it back.")
    return 0


def draft_of(outlet: Outlet) -> OutletDraft:
    """An outlet as a draft that changes nothing."""
    return OutletDraft(
        outlet.slug, outlet.name, outlet.kind, outlet.country, outlet.language, outlet.names, outlet.locators, outlet.notes, outlet
    )


def _with_facts(draft: OutletDraft, arguments: argparse.Namespace) -> OutletDraft:
    """The draft with the facts that the arguments give."""
    kind = OutletKind(arguments.kind) if arguments.kind else draft.kind
    told = {part: value for part in ("country", "language", "notes") if (value := getattr(arguments, part)) is not None}
    return replace(draft, kind=kind, **told)


def _names(outlet: Outlet) -> str:
    return ", ".join(f"“{name.text}”" for name in outlet.names)
