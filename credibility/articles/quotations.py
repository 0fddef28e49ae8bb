"""Quotations set apart from the text, and the lines beside them that say whose words they are."""

from itertools import islice

from credibility.articles.dom import Element
from credibility.articles.roles import is_source_line
from credibility.articles.segments import Segment
from credibility.articles.strangers import linked_share
from credibility.articles.verdicts import Selection
from credibility.model import BlockKind

_BOX_DEPTH = 3
_LONGEST_SPEAKER = 25


def keep_quotations(selection: Selection) -> None:
    """A block quotation that is mostly kept, or stands between kept text, is kept whole, with the line that says whose it is."""
    quotations: dict[Element, list[int]] = {}
    for place, segment in enumerate(selection.segments):
        owner = segment.element if segment.element.tag == "blockquote" else next(segment.element.iterancestors("blockquote"), None)
        if owner is not None:
            quotations.setdefault(owner, []).append(place)
    for places in quotations.values():
        in_flow = all(selection.neighbours(places)) and not selection.frame.has_stranger(selection.segments[places[0]])
        selection.keep_mostly(places, 0.0 if in_flow else 0.5)


def keep_speakers(selection: Selection) -> None:
    """What stands with a quotation in a small box of its own: the name of who said it, and what they are."""
    for place, segment in enumerate(selection.segments):
        if segment.kind is not BlockKind.QUOTATION or not selection.kept[place]:
            continue
        box = _box(segment, selection.frame.element)
        if box is None:
            continue
        for near in range(place + 1, len(selection.segments)):
            other = selection.segments[near]
            if box not in (other.element, *other.element.iterancestors()):
                break
            selection.kept[near] = selection.kept[near] or (other.kind is BlockKind.PARAGRAPH and linked_share([other]) < 0.5)


def _box(segment: Segment, frame: Element | None) -> Element | None:
    """The largest element near a quotation with only a few words more than it has."""
    quotation = next((element for element in (segment.element, *segment.element.iterancestors()) if element.tag == "blockquote"), None)
    box, size = None, len(quotation.text_content().split()) if quotation is not None else 0
    for element in islice(quotation.iterancestors(), _BOX_DEPTH) if quotation is not None else ():
        if element is frame or len(element.text_content().split()) > size + _LONGEST_SPEAKER:
            break
        box = element
    return box


def keep_sources(selection: Selection) -> None:
    """A line that only names or addresses the source of the paragraph right above it ("[The Tide Post]")."""
    for place, segment in enumerate(selection.segments):
        above = selection.next_text(place - 1, -1)
        if segment.kind is BlockKind.PARAGRAPH and above is not None and selection.kept[above] and is_source_line(segment):
            around = [selection.segments[above].element, *selection.segments[above].element.iterancestors()][:3]
            selection.kept[place] = selection.kept[place] or segment.element in around or segment.element.getparent() in around
