"""Lines within an article that lead to another one: a label with one headline, or a small box with a name such as "related"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from credibility.articles.extraction.dom import Element, signature
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import linked_share, split_camel
from credibility.articles.extraction.verdicts import Selection
from credibility.articles.text.pointers import is_label, opens_with_label
from credibility.floor.sites import same_site
from credibility.model import BlockKind

_BOX = re.compile(
    r"(?:^|[\s_-])(?:related|recommended|read-?(?:more|also|next)|know-?more|see-?also|saber-?mas|lire-?aussi|lees-?ook|leggi-?anche"
    r"|baca-?juga)(?:$|[\s_-])",
    re.I,
)
_ADVERTISEMENT = re.compile(
    r"\b(?:advert\w*|sponsored|anzeige|werbung|publicit\w+|pubblicit\w+|reklame?|annons\w*|subscription|newsletter)\b", re.I
)
_BOX_DEPTH = 5
_LONGEST_GAP = 40
_LINKED = 0.5
_SHORTEST_HEADLINE = 3
_LONGEST_HEADLINE = 40
_PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)


def keep_pointers(selection: Selection) -> None:
    """Keep links to one other article between two blocks of this one, as pointers.

    Several in one box are a list, which has nothing to do with its position in the text. A line without a label is kept only if it links
    to the page's own site: links to other sites are often advertisements.
    """
    for gap in _gaps(selection):
        for place in gap:
            for kept in _pointer_at(selection, gap, place):
                line = selection.segments[kept]
                selection.segments[kept] = replace(line, kind=BlockKind.PARAGRAPH, level=0, marker="", pointer=True)
                selection.kept[kept] = True


def marked(segment: Segment) -> Segment:
    """The segment, marked as a pointer if it begins with a label and the rest is a link ("Read also The Ferry Stays")."""
    if segment.row is not None or not any(run.anchor for run in segment.runs):
        return segment
    mostly = opens_with_label(segment.words) and linked_share([segment]) >= _LINKED
    return replace(segment, pointer=True) if mostly else segment


def _gaps(selection: Selection) -> Iterator[list[int]]:
    """The indices of the segments left out between a block of prose and the next block of the article."""
    texts = [place for place in selection.places() if selection.segments[place].tokens]
    for above, below in pairwise(texts):
        gap = [place for place in range(above + 1, below) if selection.segments[place].tokens]
        if not 0 < len(gap) <= _LONGEST_GAP:
            continue
        if is_label(selection.segments[above].words):  # the label was kept as a heading of the text after the box
            yield [above, *gap]
        elif selection.segments[above].kind in _PROSE:
            yield gap


def _pointer_at(selection: Selection, gap: Sequence[int], place: int) -> list[int]:
    """The indices of a label at this place and its headline, of a line that is both, or of the headline of a box named so."""
    segment = selection.segments[place]
    if segment.row is not None:
        return []
    if is_label(segment.words):
        headline = _only_headline(selection, _beside(selection, segment, gap[gap.index(place) + 1 :]))
        return [place, headline] if headline is not None else []
    if opens_with_label(segment.words):
        return [place] if _only_headline(selection, [place]) is not None else []
    named = any(_BOX.search(split_camel(signature(box))) for box in _boxes(segment) if box is not selection.frame.element)
    if not named or not all(same_site(run.anchor.url, selection.hints.url) for run in segment.runs if run.anchor):
        return []
    labelled = any(is_label(selection.segments[other].words) for other in gap)
    return [place] if not labelled and _only_headline(selection, gap) == place else []


def _beside(selection: Selection, label: Segment, below: Sequence[int]) -> list[int]:
    """The following lines that are in the smallest box around the label that holds any of them."""
    boxes = ([place for place in below if _within(selection.segments[place], box)] for box in _boxes(label))
    return next(filter(None, boxes), [])


def _boxes(segment: Segment) -> Iterator[Element]:
    yield segment.element
    yield from islice(segment.element.iterancestors(), _BOX_DEPTH)


def _within(segment: Segment, box: Element) -> bool:
    return segment.element is box or any(ancestor is box for ancestor in segment.element.iterancestors())


def _only_headline(selection: Selection, places: Sequence[int]) -> int | None:
    """The first line that is a link, if no other line links to another page and nothing is labelled as an advertisement."""
    found: dict[str, int] = {}
    for place in places:
        segment = selection.segments[place]
        if _ADVERTISEMENT.search(segment.words):
            return None
        urls = {run.anchor.url for run in segment.runs if run.anchor}
        if len(segment.tokens) >= _SHORTEST_HEADLINE and urls and linked_share([segment]) >= _LINKED:
            if len(urls) > 1 or len(segment.tokens) > _LONGEST_HEADLINE:
                return None
            found.setdefault(urls.pop(), place)
    return next(iter(found.values())) if len(found) == 1 else None
