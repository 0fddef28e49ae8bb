"""What is set in windows of their own; the dialog of settings leads there."""

from collections.abc import Callable
from dataclasses import dataclass

from credibility.floor.language import said
from credibility.model.settings import Section


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that is set in a window of its own: what it is, and what opens that window."""

    section: Section
    title: str
    words: str
    open: Callable[[], object]


def elsewhere(show_raters: Callable[[], object], show_library: Callable[[], object]) -> tuple[Elsewhere, ...]:
    """Everything that has a window of its own."""
    return (
        Elsewhere(
            Section.CLAIMS, said("Whose ratings decide"), said("The order of the raters, and profiles of it, for one table"), show_raters
        ),
        Elsewhere(Section.PRIVACY, said("Forget what I read"), said("One article, or everything, in the library"), show_library),
    )
