"""Commands on the user's table: ratings show, set, unset, list, history, undo, redo."""

import argparse

from app.commands import lists
from app.commands.outlets.resolving import outlet_json
from app.commands.raters import criteria
from app.commands.scopes import TIER_WORDS, add_circumstances, add_scope, read_circumstances, read_day, read_scope_of, read_score
from app.commands.tables import one_outlet, opened
from app.printing import say, say_json
from credibility.annotations.report import rating_json
from credibility.floor.dates import day_in_words, when_in_words
from credibility.floor.language import in_figures, said, shown, tr, tr_of
from credibility.floor.raters import tag_words, title_words
from credibility.floor.scopes import PRINTED, scope_in_words
from credibility.model import Change, ChangeSet, OutletQuery, Rating, RatingDraft, RatingError, Tier
from credibility.model.edited import explained_anew
from ui.outlets.change_words import change_words

_ACTORS = (said("you"), said("another program"))
"""Who edits a table, as keys of the catalogue."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("ratings", help=said("look at and edit your table of outlets and ratings"))
    actions = group.add_subparsers(metavar="ACTION", required=True)

    show = actions.add_parser("show", help=said("one outlet with all its ratings"))
    show.add_argument("outlet", help=said("its domain or one of its names"))
    add_circumstances(show)
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=show_outlet)

    put = actions.add_parser("set", help=said("set your own rating, which takes precedence over all others"))
    put.add_argument("outlet")
    put.add_argument("value", help=said("0–100, or {tiers}", tiers=", ".join(TIER_WORDS)))
    put.add_argument("--reason", required=True)
    put.add_argument("--url", help=said("evidence"))
    put.add_argument("--rated-on", metavar="DAY", help=said("the day of the rating, today by default"))
    add_scope(put)
    put.set_defaults(run=set_rating)

    unset = actions.add_parser("unset", help=said("remove your own rating"))
    unset.add_argument("outlet")
    add_scope(unset)
    unset.set_defaults(run=unset_rating)

    listing = actions.add_parser("list", help=said("outlets with the rating in force"))
    listing.add_argument("words", nargs="*", help=said("only outlets with these words in a name or address"))
    listing.add_argument("--tier", choices=[*TIER_WORDS, "unrated"], action="append", default=[])
    listing.add_argument("--mine", action="store_true", help=said("only those you rated"))
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=list_outlets)

    history = actions.add_parser("history", help=said("what changed, when and why, newest first"))
    history.add_argument("outlet", nargs="?")
    history.set_defaults(run=print_history)

    back = actions.add_parser("undo", help=said("undo the newest change, or one of the history, such as another program's"))
    back.add_argument("number", nargs="?", type=int, help=said("the number of the change in `ratings history`"))
    back.set_defaults(run=undo)
    actions.add_parser("redo", help=said("redo the change undone last")).set_defaults(run=redo)

    lists.add_to(actions)
    criteria.add_to(actions)


def show_outlet(arguments: argparse.Namespace) -> int:
    """Print one outlet with every rater's rating, the one in force first."""
    asked = read_circumstances(arguments)
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        standing = workspace.table.standing(outlet.slug, asked)
        ratings = workspace.table.ratings(outlet.slug)
    when = when_in_words(asked.on)
    if arguments.json:
        in_force = rating_json(standing.rating) if standing.rating else None
        say_json({**outlet_json(outlet), "in_force": in_force, "when": when, "ratings": [rating_json(rating) for rating in ratings]})
        return 0
    country = outlet.country or tr("country unknown")
    say(f"{outlet.name} ({outlet.domain}), {tr(outlet.kind.value)}, {country}")
    say(*(f"  {shown(tag_words(tag))}{f'  {tag.url}' if tag.url else ''}" for tag in outlet.tags))
    if standing.inherited_from is not None and standing.rating is not None:
        takes_over = tr("It takes over the rating of {name}:", name=standing.inherited_from.name)
        say(f"  {takes_over}")
        ratings = (standing.rating, *ratings)
    if standing.rating is None:
        unrated = tr("Unrated {when}: no rater in this table rates it. That says nothing about the outlet.", when=when)
        say(f"  {unrated}")
    now = tr("in force {when}", when=when)
    for rating in sorted(ratings, key=lambda rating: rating != standing.rating):
        head, *facts = _rating_lines(rating, f" ({now})" if rating == standing.rating else "")
        say(head, *(f"    {fact}" for fact in facts))
    return 0


def _rating_lines(rating: Rating, force: str) -> list[str]:
    tier, score = tr(rating.tier.label), "" if rating.score is None else in_figures(rating.score)
    rated = tr("{tier} {score} of 100", tier=tier, score=score) if score else tier
    scope = scope_in_words(rating.scope, PRINTED)
    told = rating.provenance
    facts = (
        shown(explained_anew(told.reason)),
        tr("rated {day}", day=day_in_words(told.rated_on)) if told.rated_on else "",
        told.url or "",
    )
    only = tr("only for {scope}", scope=scope) if scope else ""
    head = f"  {rated}, {shown(title_words(rating.rater))}{force}"
    return [f"{head}; {only}" if only else head, *filter(None, facts)]


def set_rating(arguments: argparse.Namespace) -> int:
    """Set the user's own rating."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        score = read_score(arguments.value)
        scope = read_scope_of(arguments)
        rated_on = read_day(arguments.rated_on)
        workspace.table.set_rating(RatingDraft(outlet.slug, score, arguments.reason, arguments.url, scope, rated_on))
    told = {"name": outlet.name, "tier": Tier.of_score(score).label, "score": in_figures(score)}
    if only := scope_in_words(scope, PRINTED):
        say(tr("{name} is now rated {tier} ({score} of 100) by you, only for {scope}.", scope=only, **told))
    else:
        say(tr("{name} is now rated {tier} ({score} of 100) by you.", **told))
    return 0


def unset_rating(arguments: argparse.Namespace) -> int:
    """Remove the user's own rating."""
    with opened(arguments.db) as workspace:
        outlet = one_outlet(workspace, arguments.outlet)
        scope = read_scope_of(arguments)
        workspace.table.clear_rating(outlet.slug, None if scope.is_whole else scope)
    say(tr("Removed your rating of {name}; the next rater decides.", name=outlet.name))
    return 0


def list_outlets(arguments: argparse.Namespace) -> int:
    """Print outlets with the rating in force."""
    tiers = frozenset(TIER_WORDS[word] for word in arguments.tier if word != "unrated")
    query = OutletQuery(words=" ".join(arguments.words), tiers=tiers, unrated="unrated" in arguments.tier, mine=arguments.mine)
    with opened(arguments.db) as workspace:
        page = workspace.table.outlets(query, limit=-1)
    if arguments.json:
        rows = [{"name": r.name, "domain": r.slug, "tier": r.tier.label, "score": r.score, "rater": r.rater or None} for r in page.rows]
        say_json({"outlets": rows, "total": page.total})
        return 0
    for row in page.rows:
        score = "" if row.score is None else in_figures(row.score)
        say(f"{tr(row.tier.label):<19} {score:>5}  {row.name} ({row.slug}){', ' + row.rater if row.rater else ''}")
    say(tr_of(page.total, "{count} outlet", "{count} outlets"))
    return 0


def print_history(arguments: argparse.Namespace) -> int:
    """Print change sets, newest first, with old and new values."""
    with opened(arguments.db) as workspace:
        slug = one_outlet(workspace, arguments.outlet).slug if arguments.outlet else None
        changes = workspace.table.history(slug)
    for change_set in changes:
        say(*history_lines(change_set))
    if not changes:
        say(tr("Nothing has been changed."))
    return 0


def history_lines(change_set: ChangeSet) -> list[str]:
    """One change set: when, who, what, and each of its changes in words."""
    made = f"{change_set.at:%Y-%m-%d %H:%M}  #{change_set.id}  {tr(change_set.actor)}: {shown(change_set.summary)}"
    undone = tr("undone")
    lines = [f"{made} ({undone})" if change_set.undone else made]
    about = [_outlet_of(change) for change in change_set.changes]
    names = about if len({*about} - {""}) > 1 else [""] * len(about)
    told = zip(change_set.changes, names, strict=True)
    lines += [f"    {outlet}{': ' if outlet else ''}{shown(words)}" for change, outlet in told if (words := change_words(change))]
    return lines


def _outlet_of(change: Change) -> str:
    """The outlet that a change is about; "" for a rater."""
    cells = change.after or change.before or {}
    return cells.get("outlet") or (cells.get("slug") or "" if change.table == "outlet" else "")


def undo(arguments: argparse.Namespace) -> int:
    """Undo the newest change set, or the one whose number is given."""
    with opened(arguments.db) as workspace:
        if arguments.number is not None:
            workspace.table.reverse(arguments.number)
            say(tr("Undone: change {number}. `sourcetint ratings undo` brings it back.", number=arguments.number))
            return 0
        step = workspace.table.can_undo()
        if step is None:
            raise RatingError(said("There is nothing to undo."))
        workspace.table.undo(step)
    say(tr("Undone: {summary}", summary=step.summary))
    return 0


def redo(arguments: argparse.Namespace) -> int:
    """Redo the change set undone last."""
    with opened(arguments.db) as workspace:
        step = workspace.table.can_redo()
        if step is None:
            raise RatingError(said("There is nothing to redo."))
        workspace.table.redo(step)
    say(tr("Redone: {summary}", summary=step.summary))
    return 0
