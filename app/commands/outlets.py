"""Commands on the outlets of the user's table: outlets add, set, name, locator, split, merge, remove."""

import argparse
from dataclasses import replace
from typing import Any

from app.commands.scopes import read_day
from app.commands.tables import one_outlet, opened
from app.printing import say, warn
from app.workspace import Workspace
from credibility.floor.language import joined, said, said_of, tr
from credibility.floor.raters import TAGS, tag_words
from credibility.model import NameRule, Outlet, OutletDraft, OutletFacts, OutletKind, OutletName, RatingError, Tag
from credibility.model.edited import STATES, NamePreview, SplitDraft
from credibility.outlets.names.ordinary import safe_rules, warning_about

_RULE_WORDS = (
    said("plain"),
    said("needs the"),
    said("needs cue"),
    said("needs antecedent"),
    said("needs country"),
    said("not bare"),
    said("acronym"),
    said("never"),
)
"""The rules in words, as keys of the catalogue."""

RULES = {rule.value.replace("_", "-"): rule for rule in NameRule}
KINDS = [kind.value for kind in OutletKind]


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    actions = commands.add_parser("outlets", help=said("add outlets, change their names and addresses, merge them")).add_subparsers(
        metavar="ACTION", required=True
    )
    add = actions.add_parser("add", help=said("add an outlet"))
    add.add_argument("domain", help=said("its main domain, or domain with path"))
    add.add_argument("name", help=said("what it calls itself"))
    _add_facts(add)
    add.set_defaults(run=add_outlet)

    change = actions.add_parser("set", help=said("change what is known of an outlet"))
    change.add_argument("outlet", help=said("its domain or one of its names"))
    change.add_argument("--name")
    _add_facts(change)
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


def _add_facts(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=KINDS)
    command.add_argument("--country", help=said("two letters"))
    command.add_argument("--language", help=said("such as en"))
    command.add_argument("--notes")
    command.add_argument("--state", choices=STATES, help=said("how a state stands to it"))
    command.add_argument("--parent", metavar="OUTLET", help=said("the outlet that it belongs to; an empty one for none"))
    command.add_argument("--inherits", action=argparse.BooleanOptionalAction, help=said("whether it takes over that outlet's rating"))
    command.add_argument("--inherits-until", metavar="DATE", help=said("the last month or day of that; an empty one for no end"))
    command.add_argument("--begun", metavar="DATE", help=said("since when it is published: a year, or a day"))
    command.add_argument("--ended", metavar="DATE", help=said("when it was closed; an empty one for still published"))


def add_outlet(arguments: argparse.Namespace) -> int:
    """Add an outlet. Raises RatingError when the table has its domain."""
    with opened(arguments.db) as workspace:
        if workspace.table.registry.outlet(arguments.domain):
            raise RatingError(
                said("“{domain}” is in your table.", domain=arguments.domain), said("Change it with `sourcetint outlets set`.")
            )
        _say_warning(arguments.name)
        draft = OutletDraft(arguments.domain, arguments.name, OutletKind.NEWS)
        workspace.table.save_outlet(_with_facts(draft, arguments, workspace))
    say(tr("Added {name} ({domain}).", name=arguments.name, domain=arguments.domain))
    return 0


def change_outlet(arguments: argparse.Namespace) -> int:
    """Change what is known of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        draft = _with_facts(draft_of(outlet), arguments, workspace)
        workspace.table.save_outlet(replace(draft, name=arguments.name or draft.name))
    say(tr("Changed {name} ({domain}).", name=outlet.name, domain=outlet.slug))
    return 0


def name_outlet(arguments: argparse.Namespace) -> int:
    """Add, change or remove a name of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(name for name in outlet.names if name.text != arguments.text)
        if arguments.remove and len(others) == len(outlet.names):
            raise RatingError(
                said("{name} is not called “{text}”.", name=outlet.name, text=arguments.text),
                said("It is called {names}.", names=_names(outlet)),
            )
        rules = tuple(RULES[word] for word in arguments.rule)
        context = tuple(filter(None, arguments.context.split("|")))
        added = () if arguments.remove else (OutletName(arguments.text, "name", rules, context),)
        if added and arguments.preview:
            say(*preview_lines(workspace.table.preview_name(outlet.slug, added[0])))
            return 0
        if added:
            _say_warning(arguments.text, rules)
        workspace.table.save_outlet(replace(draft_of(outlet), names=(*others, *added)))
    if arguments.remove:
        say(tr("{name} is no longer looked for as “{text}”.", name=outlet.name, text=arguments.text))
    else:
        say(tr("{name} is now also looked for as “{text}”.", name=outlet.name, text=arguments.text))
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
                said("It is called {names}.", names=_names(outlet)),
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


def facts_of(outlet: Outlet) -> OutletFacts:
    """What an outlet belongs to and how long it has been published."""
    return OutletFacts(outlet.state, outlet.parent, outlet.inherits, outlet.active_from, outlet.active_to, outlet.inherits_until)


def draft_of(outlet: Outlet) -> OutletDraft:
    """An outlet as a draft that changes nothing."""
    return OutletDraft(
        outlet.slug, outlet.name, outlet.kind, outlet.country, outlet.language, outlet.names, outlet.locators, outlet.notes, outlet
    )


def preview_lines(preview: NamePreview) -> list[str]:
    """What a name's rule matches, line by line."""
    yes, no = tr("yes"), tr("no")
    places = [
        f"  {yes if place.counts else no:3}  …{place.before}[{place.name}]{place.after}…  {place.article}".rstrip()
        for place in preview.places
    ]
    head = tr(
        "Under the rule “{rules}” it counts at {counted} of {places} in {articles} of your library.",
        rules=_rules(preview.rules),
        counted=preview.counted,
        places=said_of(len(preview.places), "{count} place", "{count} places"),
        articles=said_of(preview.articles, "{count} article", "{count} articles"),
    )
    return [head, *filter(None, [preview.warning]), *places]


def _say_warning(name: str, rules: tuple[NameRule, ...] = ()) -> None:
    """Warn of a name that is an ordinary word, and say what rule it gets by itself."""
    warning = warning_about(name, rules or safe_rules(name))
    if warning:
        ruled = "" if rules else said("It gets the rule “{rules}”.", rules=_rules(safe_rules(name)))
        warn(joined((warning, ruled), " "))


def _rules(rules: tuple[NameRule, ...]) -> str:
    """The rules in words, such as "needs definite article and near country"."""
    words = [tr(rule.value.replace("_", " ")) for rule in rules]
    return tr(" and ").join(words)


def _with_facts(draft: OutletDraft, arguments: argparse.Namespace, workspace: Workspace) -> OutletDraft:
    """The draft with the facts that the arguments give."""
    facts = facts_of(draft.seen) if draft.seen else OutletFacts()
    given: dict[str, Any] = {
        "state": arguments.state, "inherits": arguments.inherits, "active_from": arguments.begun, "active_to": arguments.ended,
        "inherits_until": arguments.inherits_until,
    }  # fmt: skip
    given = {part: value or None if part not in ("state", "inherits") else value for part, value in given.items() if value is not None}
    if arguments.parent is not None:
        given["parent"] = one_outlet(workspace, arguments.parent).slug if arguments.parent else None
        given.setdefault("inherits", facts.inherits and bool(arguments.parent))
    draft = replace(draft, facts=replace(facts, **given) if given else None)
    kind = OutletKind(arguments.kind) if arguments.kind else draft.kind
    told = {part: value for part in ("country", "language", "notes") if (value := getattr(arguments, part)) is not None}
    return replace(draft, kind=kind, **told)


def _names(outlet: Outlet) -> str:
    return ", ".join(f"“{name.text}”" for name in outlet.names)
