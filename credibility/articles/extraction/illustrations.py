"""The pictures of an article with their captions, and the lines without words that divide it."""

import re

from credibility.articles.extraction.edges import headline_place
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import linked_share
from credibility.articles.extraction.verdicts import PICTURES, Selection
from credibility.model import BlockKind

_BOX_DEPTH = 4
_LONGEST_CAPTION = 70
_LONGEST_DAY = 10
_DAY = re.compile(
    r"^(?:[^\W\d]+\W{1,3})?(?:\d{1,2}(?:\.|st|nd|rd|th)?[\s/.-](?:de |of )?(?:[^\W\d]{3,10}|\d{1,2})\.?[\s/.-](?:de )?"
    r"|[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, )(?:19|20)\d\d\b"
)
"""A short line that begins with a day stands beside a picture without being about it."""


def keep_pictures(selection: Selection) -> None:
    """Keep captions, images and rules between headline and end, unless they are in unrelated content."""
    places = selection.places()
    span = range(headline_place(selection, places[0]), places[-1])
    for place in span:
        segment = selection.segments[place]
        if segment.image is not None and not selection.frame.has_stranger(segment):
            _name_captions(selection, place)
    kept = zip(selection.segments, selection.kept, strict=True)
    elsewhere = {url for segment, keep in kept if not keep and segment.tokens for url in _addresses(segment)}
    for place in span:
        segment = selection.segments[place]
        if segment.kind in (*PICTURES, BlockKind.RULE):
            # A picture that links to the same page as a line outside the article belongs to that line.
            foreign = segment.image is not None and bool(_addresses(segment) & elsewhere)
            selection.kept[place] = not foreign and not selection.frame.has_stranger(segment)


def _addresses(segment: Segment) -> set[str]:
    return {run.anchor.url for run in segment.runs if run.anchor}


def _name_captions(selection: Selection, image: int) -> None:
    """Make captions of text that shares a small box with an image but not with text of the article."""
    box = None
    for element in [*selection.segments[image].element.iterancestors()][:_BOX_DEPTH]:
        if element is selection.frame.element or len(element.text_content().split()) > _LONGEST_CAPTION:
            break
        box = element
    if box is None:
        return
    near = [place for place in range(max(0, image - 2), min(len(selection.segments), image + 5)) if selection.segments[place].runs]
    inside = [
        place for place in near if selection.segments[place].element is box or box in selection.segments[place].element.iterancestors()
    ]
    if any(selection.kept[place] for place in inside):
        return
    for place in inside:
        if _may_tell(selection.segments[place]):
            selection.make_caption(place)


def _may_tell(segment: Segment) -> bool:
    """Whether a line beside an image can be about it: a day is not."""
    dated = len(segment.tokens) <= _LONGEST_DAY and _DAY.match(segment.words)
    return segment.kind is BlockKind.PARAGRAPH and linked_share([segment]) < 0.5 and not dated


def keep_ornaments(selection: Selection) -> None:
    """Keep a line without words ("* * *") if the text on both sides is kept."""
    for place, segment in enumerate(selection.segments):
        if segment.runs and not segment.tokens and segment.image is None:
            sides = selection.next_text(place + 1), selection.next_text(place - 1, -1)
            selection.kept[place] = all(side is not None and selection.kept[side] for side in sides)
