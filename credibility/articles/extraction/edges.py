"""The beginning and end of an article: headline, standfirst and byline above, rows of links below."""

from collections import Counter
from itertools import chain, islice

from credibility.articles.extraction.dom import Element
from credibility.articles.extraction.roles import is_author_note, is_byline, is_lead, is_provenance, is_source_line
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import LINKS_ALONE, linked_share, list_of, make
from credibility.articles.extraction.verdicts import PICTURES, Selection
from credibility.articles.text.prose import ends_sentence
from credibility.model import BlockKind

_LINKS_ONLY = 0.45
_HEAD_REACH = 40
_WORDS_REACH = 120
_LONGEST_LEAD = 6
_NOTES_REACH = 8
_SHORTEST_PARAGRAPH = 12
_FEWEST_KIN = 3
_LEADS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION)


def headline_place(selection: Selection, first: int) -> int:
    """The index of the headline above the first kept segment, or of that segment if no headline is nearby.

    Share buttons and menus may come between, so the headline's words are looked for further up than its tag.
    """
    above = range(first, max(-1, first - _WORDS_REACH), -1)
    by_tag = (place for place in above[:_HEAD_REACH] if selection.segments[place].element.tag == "h1")
    by_words = (place for place in above if selection.segments[place].tokens in selection.hints.titles)
    return next(chain(by_tag, by_words), first)


def keep_lead(selection: Selection) -> None:
    """Keep the standfirst between headline and text: named so, in the page's header, or with the words of the page's description.

    More lines with the same tag and classes than a standfirst has are the captions of a gallery.
    """
    first = selection.places()[0]
    between = range(headline_place(selection, first) + 1, first)
    makes = Counter(make(selection.segments[place].element) for place in between)
    for place in between:
        segment = selection.segments[place]
        if segment.kind in _LEADS and len(segment.tokens) >= 6 and linked_share([segment]) < 0.5:
            lead = is_lead(segment, selection.hints) and makes[make(segment.element)] <= _LONGEST_LEAD
            selection.kept[place] = lead and segment.tokens not in selection.hints.titles


def drop_bylines(selection: Selection) -> None:
    """Drop lines at the beginning that only say who wrote it and when, which the masthead has. After two paragraphs there are none."""
    paragraphs = 0
    for place in selection.places()[:6]:
        segment = selection.segments[place]
        if paragraphs < 2 and len(segment.tokens) <= 14 and is_byline(segment, selection.hints):
            selection.kept[place] = False
        paragraphs += segment.kind is BlockKind.PARAGRAPH and len(segment.tokens) >= _SHORTEST_PARAGRAPH and ends_sentence(segment.words)


def trim_ends(selection: Selection) -> None:
    """Drop rows of links at both ends: they lead elsewhere ("Login or register to post comments")."""
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
            if segment.tokens and (share < most or is_source_line(segment)):
                break
            selection.kept[place] = segment.kind in PICTURES and bool(segment.tokens)


def keep_close(selection: Selection) -> None:
    """Keep the paragraph directly below the last if it has the markup of the article's paragraphs and ends like a sentence."""
    last = selection.places()[-1]
    place = selection.next_text(last + 1)
    if place is None or selection.segments[place].kind is not BlockKind.PARAGRAPH:
        return
    segment = selection.segments[place]
    alike = {make(segment.element), make(segment.element.getparent())}
    kin = sum(make(selection.segments[kept].element.getparent()) in alike for kept in selection.places())
    told = len(segment.tokens) >= _SHORTEST_PARAGRAPH and ends_sentence(segment.words) and linked_share([segment]) < 0.5
    selection.kept[place] = kin >= _FEWEST_KIN and told and not selection.frame.has_stranger(segment)


def keep_notes(selection: Selection) -> None:
    """Keep notes below the end on where the article comes from and who wrote it."""
    last = selection.places()[-1]
    below = (place for place in range(last + 1, len(selection.segments)) if selection.segments[place].tokens)
    for place in islice(below, _NOTES_REACH):
        segment = selection.segments[place]
        if segment.kind is not BlockKind.PARAGRAPH or linked_share([segment]) >= LINKS_ALONE:
            continue
        told = is_provenance(segment) and not selection.frame.has_stranger(segment)
        selection.kept[place] = told or is_author_note(segment, selection.hints)
