"""Commands on the outlets of the user's table: outlets add, set, name, locator, split, merge, remove."""

import argparse
from dataclasses import replace

from app.commands.outlets.facts import add_facts, draft_of, with_facts
from app.commands.outlets.naming import RULES, name_outlet, names_of, say_warning
from app.commands.scopes import read_day
from app.commands.tables import one_outlet, opened
from app.printing import say
from credibility.floor.language import said, tr
from credibility.floor.raters import TAGS, tag_words
from credibility.model import OutletDraft, OutletKind, RatingError, Tag
from credibility.model.edited import SplitDraft


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    actions = commands.add_parser("outlets", help=said("add outlets, change their names and addresses, merge them")).add_subparsers(
        metavar="ACTION", required=True
    )
    add = actions.add_parser("add", help=said("add an outlet"))
    add.add_argument("domain", help=said("its main domain, or domain with path"))
    add.add_argument("name", help=said("what it calls itself"))
    add_facts(add)
    add.set_defaults(run=add_outlet)

    change = actions.add_parser("set", help=said("change what is known of an outlet"))
    change.add_argument("outlet", help=said("its domain or one of its names"))
    change.add_argument("--name")
    add_facts(change)
    change.set_defaults(run=change_outlet)

    name = actions.add_parser("name", help=said("give an outlet a name to look for in text, change its rule, or remove it"))
    name.add_argument("outlet")
    name.add_argument("text", metavar="NAME")
    name.add_argument(
        "--rule", choices=sorted(RULES), action="append", default=[], help=said("what the text around the name must show; several add up")
    )
    name.add_argument(
        "--context", default="", metavar="WORD|WORD", help=said("countries (two letters) and words that decide, for needs-country")
    )
    name.add_argument("--remove", action="store_true")
    name.add_argument("--preview", action="store_true", help=said("show what the rule would match in your library, and change nothing"))
    name.set_defaults(run=name_outlet)

    locator = actions.add_parser("locator", help=said("give an outlet a further address, or remove one"))
    locator.add_argument("outlet")
    locator.add_argument("address")
    locator.add_argument("--remove", action="store_true")
    locator.set_defaults(run=locate_outlet)

    part = actions.add_parser("split", help=said("make two outlets out of one: names and addresses go to a new one"))
    part.add_argument("outlet", help=said("the outlet that they are taken from"))
    part.add_argument("domain", help=said("the main domain of the new outlet"))
    part.add_argument("name", help=said("what the new outlet calls itself"))
    part.add_argument("--names", nargs="+", default=[], metavar="NAME", help=said("names that go with it"))
    part.add_argument("--addresses", nargs="+", default=[], metavar="ADDRESS", help=said("addresses that go with it"))
    part.set_defaults(run=split_outlet)

    tag = actions.add_parser("tag", help=said("note a certificate, a membership or an owner beside the ratings; never a score"))
    tag.add_argument("outlet")
    tag.add_argument("kind", help=said("{kinds}, or a word of your own", kinds=", ".join(TAGS)))
    tag.add_argument("value", nargs="?", default="", help=said("what it says, such as the owner's name"))
    tag.add_argument("--dated", metavar="DAY", help=said("since when, or of what day that is known"))
    tag.add_argument("--url", help=said("where that can be looked up"))
    tag.add_argument("--remove", action="store_true")
    tag.set_defaults(run=tag_outlet)

    merge = actions.add_parser("merge", help=said("make one outlet out of two: the second gets what it lacks of the first"))
    merge.add_argument("outlet", metavar="FROM")
    merge.add_argument("into", metavar="INTO")
    merge.set_defaults(run=merge_outlets)

    remove = actions.add_parser(
        "remove", help=said("remove an outlet with its names, addresses and ratings; `ratings undo` brings it back")
    )
    remove.add_argument("outlet")
    remove.set_defaults(run=remove_outlet)


def add_outlet(arguments: argparse.Namespace) -> int:
    """Add an outlet. Raises RatingError when the table has its domain."""
    with opened(arguments.db) as workspace:
        if workspace.table.registry.outlet(arguments.domain):
            raise RatingError(
                said("“{domain}” is in your table.", domain=arguments.domain), said("Change it with `sourcetint outlets set`.")
            )
        say_warning(arguments.name)
        draft = OutletDraft(arguments.domain, arguments.name, OutletKind.NEWS)
        workspace.table.save_outlet(with_facts(draft, arguments, workspace))
    say(tr("Added {name} ({domain}).", name=arguments.name, domain=arguments.domain))
    return 0


def change_outlet(arguments: argparse.Namespace) -> int:
    """Change what is known of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        draft = with_facts(draft_of(outlet), arguments, workspace)
        workspace.table.save_outlet(replace(draft, name=arguments.name or draft.name))
    say(tr("Changed {name} ({domain}).", name=outlet.name, domain=outlet.slug))
    return 0


def locate_outlet(arguments: argparse.Namespace) -> int:
    """Add or remove an address of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(key for key in outlet.locators if key != arguments.address)
        if arguments.remove and len(others) == len(outlet.locators):
            raise RatingError(
                said("“{address}” does not lead to {name}.", address=arguments.address, name=outlet.name),
                said("Its addresses are {addresses}.", addresses=", ".join(outlet.locators)),
            )
        locators = others if arguments.remove else (*others, arguments.address)
        workspace.table.save_outlet(replace(draft_of(outlet), locators=locators))
    told = {"address": arguments.address, "name": outlet.name, "domain": outlet.slug}
    say(
        tr("{address} no longer leads to {name} ({domain}).", **told)
        if arguments.remove
        else tr("{address} leads to {name} ({domain}).", **told)
    )
    return 0


def split_outlet(arguments: argparse.Namespace) -> int:
    """Make two outlets out of one."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        names = tuple(name for name in outlet.names if name.text in arguments.names)
        if missing := [text for text in arguments.names if text not in {name.text for name in names}]:
            raise RatingError(
                said("{name} is not called “{text}”.", name=outlet.name, text=missing[0]),
                said("It is called {names}.", names=names_of(outlet)),
            )
        workspace.table.split_outlet(outlet.slug, SplitDraft(arguments.domain, arguments.name, names, tuple(arguments.addresses)))
    say(
        tr(
            "{name} ({domain}) is an outlet of its own. `sourcetint ratings undo` reverses it.",
            name=arguments.name,
            domain=arguments.domain,
        )
    )
    return 0


def tag_outlet(arguments: argparse.Namespace) -> int:
    """Add, change or remove a tag of an outlet."""
    made = Tag(arguments.kind, arguments.value, read_day(arguments.dated), arguments.url)
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(tag for tag in outlet.tags if (tag.kind, tag.value) != (made.kind, made.value))
        if arguments.remove and len(others) == len(outlet.tags):
            raise RatingError(
                said("{name} has no such tag.", name=outlet.name),
                said("`sourcetint ratings show {slug}` lists its tags.", slug=outlet.slug),
            )
        workspace.table.set_tags(outlet.slug, others if arguments.remove else (*others, made))
    told = {"name": outlet.name, "tag": tag_words(made)}
    say(tr("{name}: {tag} removed.", **told) if arguments.remove else tr("{name}: {tag}.", **told))
    return 0


def merge_outlets(arguments: argparse.Namespace) -> int:
    """Make one outlet out of two."""
    with opened(arguments.db) as workspace:
        gone, kept = one_outlet(workspace, arguments.outlet), one_outlet(workspace, arguments.into)
        workspace.table.merge_outlets(gone.slug, kept.slug)
    say(
        tr(
            "Merged {name} ({domain}) into {other} ({other_domain}). `sourcetint ratings undo` reverses it.",
            name=gone.name,
            domain=gone.slug,
            other=kept.name,
            other_domain=kept.slug,
        )
    )
    return 0


def remove_outlet(arguments: argparse.Namespace) -> int:
    """Remove an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        workspace.table.remove_outlet(outlet.slug)
    say(tr("Removed {name} ({domain}). `sourcetint ratings undo` brings it back.", name=outlet.name, domain=outlet.slug))
    return 0
