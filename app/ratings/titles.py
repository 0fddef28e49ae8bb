"""What the steps of undo and the history are called: stored in English, and turned here into words that can be shown in any language."""

from dataclasses import replace
from typing import TypeVar

from credibility.floor.language import recognised, said, said_of
from credibility.model import ChangeSet, Step

_TITLES = (
    # Claims and notes of an article
    said("Remove a claim from its page"),
    said("Correct the outlet of a claim"),
    said("Say that a claim was said"),
    said("Say that a claim was not said"),
    said("Correct the source of a claim"),
    said("Correct a claim"),
    said("Add a claim"),
    said("Add {claims} claims from another copy"),
    said("Say which outlet “{name}” is in this article"),
    said("Move the edges of a claim"),
    said("Split a claim"),
    said("Join two claims"),
    said("Forget a correction"),
    said("Remove a correction"),
    said_of(2, "Import {count} correction", "Import {count} corrections"),
    said("Add a note"),
    said_of(2, "Add {count} note", "Add {count} notes"),
    said("Change a note"),
    said("Remove a note"),
    said("Fill in a worksheet"),
    said("Change a worksheet"),
    said("Empty a worksheet"),
    # Raters and lists
    said("Change the order of the raters"),
    said("Keep the profile “{name}”"),
    said("Forget the profile “{name}”"),
    said("Change the criteria of {name}"),
    said("Make the rater {name}"),
    said("Remove the rater {name}"),
    said("Map “{label}” to {score} ({tier}) for {name}"),
    said_of(2, "Map {count} word of {name}", "Map {count} words of {name}", name="{name}"),
    said("Import {name}"),
    # Outlets
    said("Rate {name} {score} ({tier})"),
    said("Rate {name} unrated"),
    said_of(2, "Rate {count} outlet", "Rate {count} outlets"),
    said("Remove the rating of {name}"),
    said("Assess {name}"),
    said("Tag {name}"),
    said("Merge {name} ({address}) into {other}"),
    said("Split {name} from {other}"),
    said_of(2, "Remove {count} outlet", "Remove {count} outlets"),
    said("Change {name}"),
    said("Add {name}"),
    said("Remove {name}"),
    # Steps on other steps
    said("Restore {name} as before “{title}”"),
    said("Undo “{title}”"),
    said("Edits in another program"),
    said("Update the starter table"),
)
"""The first that fits counts, so that those with more words of their own come first."""

Titled = TypeVar("Titled", Step, ChangeSet)


def titled(step: Titled) -> Titled:
    """A step whose title can be shown in any language."""
    return replace(step, summary=title(step.summary))


def title(words: str) -> str:
    """The title of a step, as `said` makes it, from what is stored; words that no version of the program wrote stay as they are."""
    return recognised(words, _TITLES, _part)


def _part(name: str, value: str) -> str:
    if name == "title":
        return title(value)
    return said(value) if name == "tier" else value
