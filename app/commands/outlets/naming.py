"""The names that an outlet is looked for by in text: give one, change its rule, remove it, and see what its rule would match."""

import argparse
from dataclasses import replace

from app.commands.outlets.facts import draft_of
from app.commands.tables import one_outlet, opened
from app.printing import say, warn
from credibility.floor.language import joined, said, said_of, tr
from credibility.model import NameRule, Outlet, OutletName, RatingError
from credibility.model.edited import NamePreview
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


def name_outlet(arguments: argparse.Namespace) -> int:
    """Add, change or remove a name of an outlet."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        others = tuple(name for name in outlet.names if name.text != arguments.text)
        if arguments.remove and len(others) == len(outlet.names):
            raise RatingError(
                said("{name} is not called “{text}”.", name=outlet.name, text=arguments.text),
                said("It is called {names}.", names=names_of(outlet)),
            )
        rules = tuple(RULES[word] for word in arguments.rule)
        context = tuple(filter(None, arguments.context.split("|")))
        added = () if arguments.remove else (OutletName(arguments.text, "name", rules, context),)
        if added and arguments.preview:
            say(*preview_lines(workspace.table.preview_name(outlet.slug, added[0])))
            return 0
        if added:
            say_warning(arguments.text, rules)
        workspace.table.save_outlet(replace(draft_of(outlet), names=(*others, *added)))
    if arguments.remove:
        say(tr("{name} is no longer looked for as “{text}”.", name=outlet.name, text=arguments.text))
    else:
        say(tr("{name} is now also looked for as “{text}”.", name=outlet.name, text=arguments.text))
    return 0


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


def say_warning(name: str, rules: tuple[NameRule, ...] = ()) -> None:
    """Warn of a name that is an ordinary word, and say what rule it gets by itself."""
    warning = warning_about(name, rules or safe_rules(name))
    if warning:
        ruled = "" if rules else said("It gets the rule “{rules}”.", rules=_rules(safe_rules(name)))
        warn(joined((warning, ruled), " "))


def _rules(rules: tuple[NameRule, ...]) -> str:
    """The rules in words, such as "needs definite article and near country"."""
    words = [tr(rule.value.replace("_", " ")) for rule in rules]
    return tr(" and ").join(words)


def names_of(outlet: Outlet) -> str:
    """The names of an outlet in quotation marks."""
    return ", ".join(f"“{name.text}”" for name in outlet.names)
