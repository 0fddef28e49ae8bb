"""Commands on raters: ratings raters, profile, scale."""

import argparse

from app.commands.previews import band_lines
from app.commands.scopes import TIER_WORDS, read_score
from app.commands.tables import opened
from app.printing import say
from credibility.floor.language import said, shown, tr
from credibility.floor.raters import title_words
from credibility.model import RatingError


def add_to(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to `sourcetint ratings`."""
    raters = actions.add_parser("raters", help=said("show the order in which raters decide; with names: set it"))
    raters.add_argument(
        "order", nargs="*", metavar="RATER", help=said("in the order wanted; -NAME switches one off; the rest follow as they are")
    )
    raters.set_defaults(run=order_raters)

    profile = actions.add_parser("profile", help=said("list the saved orders of raters; with a name: use that one"))
    profile.add_argument("name", nargs="?")
    doing = profile.add_mutually_exclusive_group()
    doing.add_argument("--keep", action="store_true", help=said("save the present order under the name"))
    doing.add_argument("--forget", action="store_true", help=said("delete the profile of that name"))
    profile.set_defaults(run=use_profile)

    scale = actions.add_parser(
        "scale", help=said("what a rater's own words are worth; with a word and a score: change it for all its ratings")
    )
    scale.add_argument("rater", help=said("its name (see `ratings raters`)"))
    scale.add_argument("label", nargs="?", metavar="WORDS", help=said("its words, or its figures from one to another, such as 40-59"))
    scale.add_argument("value", nargs="?", help=said("0–100, or {tiers}", tiers=", ".join(TIER_WORDS)))
    scale.set_defaults(run=map_words)


def order_raters(arguments: argparse.Namespace) -> int:
    """Print the raters, after setting their order if one is given."""
    with opened(arguments.db) as workspace:
        if arguments.order:
            workspace.raters.reorder(read_order(arguments.order, tuple((each.slug, each.enabled) for each in workspace.raters.all())))
        raters, profile = workspace.raters.all(), workspace.raters.in_force()
    for place, rater in enumerate(raters):
        edition = tr("edition {version}", version=rater.version) if rater.version else ""
        facts = filter(None, (rater.licence, edition, "" if rater.enabled else tr("switched off")))
        say(f"{place or '–':>2}  {rater.slug:<24} {shown(title_words(rater))}" + "".join(f", {fact}" for fact in facts))
    if profile:
        say(tr("This is the profile “{name}”.", name=profile))
    return 0


def read_order(words: list[str], present: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """The order given by the words; raters they do not name follow unchanged. Raises RatingError for an unknown rater."""
    asked = {word.removeprefix("-"): not word.startswith("-") for word in words}
    unknown = [slug for slug in asked if slug not in dict(present)]
    if unknown:
        raise RatingError(
            said("There is no rater “{rater}”.", rater=unknown[0]),
            said("There are: {names}.", names=", ".join(slug for slug, _ in present)),
        )
    return (*asked.items(), *(pair for pair in present if pair[0] not in asked))


def use_profile(arguments: argparse.Namespace) -> int:
    """Print the profiles, or use, keep or forget one."""
    name = arguments.name
    with opened(arguments.db) as workspace:
        raters = workspace.raters
        if name is None:
            present = raters.in_force()
            for profile in raters.profiles():
                order = ", ".join(slug for slug, enabled in profile.raters if enabled)
                say(f"{'*' if profile.name == present else ' '} {profile.name}: {order}")
            if not raters.profiles():
                say(tr("There are no saved profiles. `sourcetint ratings profile NAME --keep` saves the present order."))
            return 0
        if arguments.keep:
            raters.keep(name)
            say(tr("“{name}” is kept.", name=name))
        elif arguments.forget:
            raters.forget(name)
            say(tr("“{name}” is forgotten.", name=name))
        else:
            raters.use(name)
            say(tr("“{name}” is in force.", name=name))
    return 0


def map_words(arguments: argparse.Namespace) -> int:
    """Print what a rater's own words are worth, after changing one."""
    with opened(arguments.db) as workspace:
        if arguments.label is not None and arguments.value is None:
            raise RatingError(
                said("“{label}” needs a score.", label=arguments.label),
                said("Give a number from 0 to 100, or one of {tiers}.", tiers=", ".join(TIER_WORDS)),
            )
        if arguments.label is not None:
            workspace.raters.set_bands(arguments.rater, {arguments.label: read_score(arguments.value)})
        bands = workspace.raters.bands(arguments.rater)
    for line in band_lines(bands):
        say(line)
    if not bands:
        say(tr("No rating of this rater says what it was in its own words."))
    return 0
