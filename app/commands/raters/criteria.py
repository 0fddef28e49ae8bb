"""Commands on raters of the user's own: ratings criteria, assess."""

import argparse
from dataclasses import replace

from app.commands.tables import one_outlet, opened
from app.printing import say
from app.workspace import Workspace
from credibility.floor.language import said, tr, tr_of
from credibility.model import RatingError
from credibility.model.edited import Assessment, Criterion

ANSWERS = {"met": True, "not-met": False, "open": None}
_IN_WORDS = {True: said("met"), False: said("not met"), None: said("not answered")}


def add_to(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to `sourcetint ratings`."""
    criteria = actions.add_parser("criteria", help=said("raters of your own: list them, make one, change what it asks of outlets"))
    criteria.add_argument("rater", nargs="?", help=said("its name or title; without one, all are listed"))
    criteria.add_argument("criterion", nargs="?", metavar="CRITERION", help=said("the criterion to add or change"))
    criteria.add_argument("--new", action="store_true", help=said("make a rater of this name"))
    criteria.add_argument("--template", action="store_true", help=said("with --new: start from nine criteria, as NewsGuard uses"))
    criteria.add_argument("--weight", type=float, help=said("what the criterion weighs, 1 by default"))
    criteria.add_argument("--fulfilled-by", metavar="TEXT", help=said("what fulfils the criterion"))
    criteria.add_argument("--name", help=said("a new name for the criterion, or without one for the rater"))
    criteria.add_argument(
        "--remove", action="store_true", help=said("remove the criterion, or without one the rater; `undo` brings it back")
    )
    criteria.set_defaults(run=change_criteria)

    sheet = actions.add_parser("assess", help=said("show or fill in the worksheet of your criteria for an outlet; its score follows"))
    sheet.add_argument("outlet", help=said("its domain or one of its names"))
    sheet.add_argument("criterion", nargs="?", metavar="CRITERION", help=said("the criterion to answer"))
    sheet.add_argument("answer", nargs="?", choices=ANSWERS, help=said("whether the outlet meets it"))
    sheet.add_argument("--evidence", metavar="TEXT", help=said("what you saw"))
    sheet.add_argument("--url", help=said("where that can be seen"))
    sheet.add_argument("--rater", help=said("whose criteria, if you have several raters of your own"))
    sheet.set_defaults(run=assess)


def change_criteria(arguments: argparse.Namespace) -> int:
    """Print raters of the user's own, or make, change or remove one."""
    with opened(arguments.db) as workspace:
        if arguments.rater is None:
            _print_all(workspace)
            return 0
        own = workspace.own_raters
        if arguments.new:
            title, template = own.template()
            criteria = template if arguments.template else (_new(arguments),)
            own.keep(arguments.rater or title, criteria)
            say(
                tr_of(
                    len(criteria),
                    "Made the rater {name} with {count} criterion; it rates nothing so far.",
                    "Made the rater {name} with {count} criteria; it rates nothing so far.",
                    name=arguments.rater,
                )
            )
            return 0
        slug = _own(workspace, arguments.rater)
        if arguments.remove and arguments.criterion is None:
            own.remove(slug)
            say(tr("Removed the rater {name} with its worksheets and ratings. `sourcetint ratings undo` brings it back.", name=slug))
            return 0
        if arguments.criterion or arguments.name:
            _change(workspace, slug, arguments)
        _print(workspace, slug)
    return 0


def assess(arguments: argparse.Namespace) -> int:
    """Print the worksheet of an outlet, after answering a criterion if one is given."""
    with opened(arguments.db) as workspace:
        outlet, slug = one_outlet(workspace, arguments.outlet), _own(workspace, arguments.rater)
        if arguments.criterion:
            present = workspace.own_raters.assessment(outlet.slug, slug)
            criterion = _criterion(present.criteria, arguments.criterion)
            before = present.answer_to(criterion)
            given = {"evidence": arguments.evidence, "url": arguments.url}
            if arguments.answer:
                given["met"] = ANSWERS[arguments.answer]
            elif not any(given.values()):
                raise RatingError(
                    said("“{name}” needs an answer.", name=criterion.name), said("Give one of {answers}.", answers=", ".join(ANSWERS))
                )
            kept = {part: value for part, value in given.items() if value is not None or part == "met"}
            workspace.own_raters.assess(outlet.slug, slug, (replace(before, **kept, answered_on=None),))
        assessment = workspace.own_raters.assessment(outlet.slug, slug)
    say(tr("{name} ({domain}), by {rater}", name=outlet.name, domain=outlet.slug, rater=slug), *_lines(assessment), assessment.explanation)
    return 0


def _print_all(workspace: Workspace) -> None:
    raters = workspace.own_raters.all()
    for rater in raters:
        count = tr_of(len(workspace.own_raters.criteria(rater.slug)), "{count} criterion", "{count} criteria")
        say(f"{rater.slug:<24} {rater.title}, {count}")
    if not raters:
        say(tr("You have no rater of your own. `sourcetint ratings criteria NAME --new --template` makes one of nine criteria."))


def _print(workspace: Workspace, slug: str) -> None:
    for criterion in workspace.own_raters.criteria(slug):
        say(f"{criterion.weight:>6g}  {criterion.name}{f': {criterion.fulfilled}' if criterion.fulfilled else ''}")


def _lines(assessment: Assessment) -> list[str]:
    """A line per criterion, with its answer and the evidence under it."""
    lines = []
    for criterion in assessment.criteria:
        answer = assessment.answer_to(criterion)
        lines.append(f"  {tr(_IN_WORDS[answer.met]):<13} {criterion.weight:>6g}  {criterion.name}")
        lines += [f"    {told}" for told in (answer.evidence, answer.url) if told]
    return lines


def _change(workspace: Workspace, slug: str, arguments: argparse.Namespace) -> None:
    """Change, add or remove a criterion, or give the rater another title."""
    own = workspace.own_raters
    title = next(rater.title for rater in own.all() if rater.slug == slug)
    criteria = own.criteria(slug)
    if arguments.criterion is None:
        own.keep(arguments.name, criteria, slug)
        return
    present = next((each for each in criteria if _is_called(each, arguments.criterion)), None)
    if arguments.remove:
        present = _criterion(criteria, arguments.criterion)
        own.keep(title, tuple(each for each in criteria if each != present), slug)
    elif present is None:
        own.keep(title, (*criteria, _new(arguments)), slug)
    else:
        changed = Criterion(
            present.mark,
            arguments.name or present.name,
            present.weight if arguments.weight is None else arguments.weight,
            present.fulfilled if arguments.fulfilled_by is None else arguments.fulfilled_by,
        )
        own.keep(title, tuple(changed if each == present else each for each in criteria), slug)


def _new(arguments: argparse.Namespace) -> Criterion:
    if not arguments.criterion:
        raise RatingError(said("A rater of your own needs a criterion."), said("Name one, or start from nine with --template."))
    return Criterion("", arguments.criterion, 1.0 if arguments.weight is None else arguments.weight, arguments.fulfilled_by or "")


def _own(workspace: Workspace, words: str | None) -> str:
    """The slug of the rater of that name or title; the only one where no name is given. Raises RatingError."""
    raters = workspace.own_raters.all()
    found = [rater.slug for rater in raters if words is None or words.casefold() in (rater.slug, rater.title.casefold())]
    if len(found) == 1:
        return found[0]
    if not raters:
        raise RatingError(said("You have no rater of your own."), said("`sourcetint ratings criteria NAME --new --template` makes one."))
    named = ", ".join(rater.slug for rater in raters)
    if words is None:
        raise RatingError(said("You have several raters of your own."), said("Choose one with --rater: {named}.", named=named))
    raise RatingError(
        said("“{words}” is not a rater of your own.", words=words), said("There are: {named}; --new makes another.", named=named)
    )


def _criterion(criteria: tuple[Criterion, ...], words: str) -> Criterion:
    found = next((criterion for criterion in criteria if _is_called(criterion, words)), None)
    if found is None:
        raise RatingError(
            said("There is no criterion “{words}”.", words=words),
            said("There are: {names}.", names=", ".join(criterion.name for criterion in criteria)),
        )
    return found


def _is_called(criterion: Criterion, words: str) -> bool:
    return words.casefold() in (criterion.mark, criterion.name.casefold())
