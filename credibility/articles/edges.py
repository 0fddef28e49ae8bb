"""Where an article begins and ends: its headline, standfirst and byline above, the rows of links below."""

from credibility.articles.dom import Element
from credibility.articles.roles import is_byline, is_lead
from credibility.articles.segments import Segment
from credibility.articles.strangers import LINKS_ALONE, linked_share, list_of
from credibility.articles.verdicts import PICTURES, Selection
from credibility.model import BlockKind

_LINKS_ONLY = 0.45
_HEAD_REACH = 40


def headline_place(selection: Selection, first: int) -> int:
    """Where the headline stands above the first kept segment; that segment itself when it is not found near by."""
    above = range(first, max(-1, first - _HEAD_REACH), -1)
    by_tag = (place for place in above if selection.segments[place].element.tag == "h1")
    by_words = (place for place in above if selection.segments[place].tokens in selection.hints.titles)
    return next(by_tag, None) or next(by_words, first)


def keep_lead(selection: Selection) -> None:
    """The standfirst between headline and text: called so, in the page's header, or the same words as its description."""
    first = selection.places()[0]
    for place in range(headline_place(selection, first) + 1, first):
        segment = selection.segments[place]
        if segment.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(segment.tokens) >= 6 and linked_share([segment]) < 0.5:
            selection.kept[place] = is_lead(segment, selection.hints) and segment.tokens not in selection.hints.titles


def drop_bylines(selection: Selection) -> None:
    """Lines at the very beginning that only say who wrote it and when: the masthead has them."""
    for place in selection.places()[:6]:
        if len(selection.segments[place].tokens) <= 14 and is_byline(selection.segments[place], selection.hints):
            selection.kept[place] = False


def trim_ends(selection: Selection) -> None:
    """No article begins or ends with a row of links: those lead elsewhere ("Login or register to post comments")."""
    lists: dict[Element, list[Segment]] = {}
    for segment in selection.segments:
        owner = list_of(segment)
        if owner is not None:
            lists.setdefault(owner, []).append(segment)
    places = selection.places()
    for order in (places, places[::-1]):
        for place in order:
            segment = selection.segments[place]
            owner = list_of(segment)
            share, most = (linked_share([segment]), LINKS_ALONE) if owner is None else (linked_share(lists[owner]), _LINKS_ONLY)
            if segment.tokens and share < most:
                break
            selection.kept[place] = segment.kind in PICTURES and bool(segment.tokens)
