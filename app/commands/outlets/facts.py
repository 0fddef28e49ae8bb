"""What a command says of an outlet besides its name: kind, country, language, state, parent and dates."""

import argparse
from dataclasses import replace
from typing import Any

from app.commands.tables import one_outlet
from app.workspace import Workspace
from credibility.floor.language import said
from credibility.model import Outlet, OutletDraft, OutletFacts, OutletKind
from credibility.model.edited import STATES

KINDS = [kind.value for kind in OutletKind]


def add_facts(command: argparse.ArgumentParser) -> None:
    """Let a command take these facts."""
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


def with_facts(draft: OutletDraft, arguments: argparse.Namespace, workspace: Workspace) -> OutletDraft:
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


def facts_of(outlet: Outlet) -> OutletFacts:
    """What an outlet belongs to and how long it has been published."""
    return OutletFacts(outlet.state, outlet.parent, outlet.inherits, outlet.active_from, outlet.active_to, outlet.inherits_until)


def draft_of(outlet: Outlet) -> OutletDraft:
    """An outlet as a draft that changes nothing."""
    return OutletDraft(
        outlet.slug, outlet.name, outlet.kind, outlet.country, outlet.language, outlet.names, outlet.locators, outlet.notes, outlet
    )
