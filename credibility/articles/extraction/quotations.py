"""Quotations set apart from the text, and the lines beside them that name their source."""

from collections.abc import Sequence
from itertools import islice

from credibility.articles.extraction.dom import Element
from credibility.articles.extraction.roles import is_source_line
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import linked_share
from credibility.articles.extraction.verdicts import Selection
from credibility.model import BlockKind

_BOX_DEPTH = 3
_LONGEST_SPEAKER = 25
_MOST_LINES = 5


def keep_quotations(selection: Selection) -> None:
    """Keep a block quotation whole if most of it, or the text on both sides, is kept, including the line that names its source."""
    for places in _quotations(selection).values():
        in_flow = all(selection.neighbours(places)) and not selection.frame.has_stranger(selection.segments[places[0]])
        selection.keep_mostly(places, 0.0 if in_flow else 0.5)


def keep_speakers(selection: Selection) -> None:
    """Keep the lines below a quotation, in the same small box, that name the speaker and their role."""
    for quotation, places in _quotations(selection).items():
        for place in _below_in_box(selection, quotation, places) if selection.kept[places[-1]] else ():
            segment = selection.segments[place]
            named = segment.kind is BlockKind.PARAGRAPH and linked_share([segment]) < 0.5
            selection.kept[place] = selection.kept[place] or named


def _quotations(selection: Selection) -> dict[Element, list[int]]:
    """The places of each block quotation's segments."""
    quotations: dict[Element, list[int]] = {}
    for place, segment in enumerate(selection.segments):
        owner = segment.element if segment.element.tag == "blockquote" else next(segment.element.iterancestors("blockquote"), None)
        if owner is not None:
            quotations.setdefault(owner, []).append(place)
    return quotations


def _below_in_box(selection: Selection, quotation: Element, places: Sequence[int]) -> list[int]:
    """The lines below a quotation, in the largest nearby element that has nothing above the quotation and few words below it."""
    above = selection.next_text(places[0] - 1, -1)
    found: list[int] = []
    for box in islice(quotation.iterancestors(), _BOX_DEPTH):
        if box is selection.frame.element or (above is not None and _is_within(selection.segments[above], box)):
            break
        near = range(places[-1] + 1, min(places[-1] + 1 + _MOST_LINES, len(selection.segments)))
        inside = [place for place in near if _is_within(selection.segments[place], box)]
        if len(inside) == _MOST_LINES or sum(len(selection.segments[place].tokens) for place in inside) > _LONGEST_SPEAKER:
            break
        found = inside
    return found


def _is_within(segment: Segment, box: Element) -> bool:
    return segment.element is box or any(ancestor is box for ancestor in segment.element.iterancestors())


def keep_sources(selection: Selection) -> None:
    """Keep a line that only names or links to the source of the paragraph directly above it ("[The Tide Post]")."""
    for place, segment in enumerate(selection.segments):
        above = selection.next_text(place - 1, -1)
        if segment.kind is BlockKind.PARAGRAPH and above is not None and selection.kept[above] and is_source_line(segment):
            around = [selection.segments[above].element, *selection.segments[above].element.iterancestors()][:3]
            selection.kept[place] = selection.kept[place] or segment.element in around or segment.element.getparent() in around
