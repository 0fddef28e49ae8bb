"""Select the segments of a page that are the article: match them with the evidence, then decide about those between and above.

Each rule is a small pass over the same list of verdicts. Passes that remove unrelated content ("strangers") come before those that
fill gaps, so that gaps are only filled between parts of the article.
"""

from collections.abc import Sequence

from credibility.articles.extraction.dom import Element
from credibility.articles.extraction.edges import drop_bylines, headline_place, keep_close, keep_lead, keep_notes, trim_ends
from credibility.articles.extraction.furniture import drop_afterwords, drop_appeals, drop_lone_labels
from credibility.articles.extraction.illustrations import keep_ornaments, keep_pictures
from credibility.articles.extraction.main_text import Evidence
from credibility.articles.extraction.quotations import keep_quotations, keep_sources, keep_speakers
from credibility.articles.extraction.roles import Hints, retold
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.signposts import keep_pointers, marked
from credibility.articles.extraction.strangers import LINKS_ALONE, Frame, linked_share, list_of, make, repeated
from credibility.articles.extraction.verdicts import PICTURES, Selection
from credibility.articles.text.prose import ends_sentence
from credibility.model import BlockKind

_LONGEST_HEADING = 30
_SHORTEST_TOLD = 8
_MOST_LINKS = (0.0, 0.5, 0.8)
"""Greatest share of a table's characters that may be links, by how many of its two neighbours belong to the article."""


def select(segments: Sequence[Segment], evidence: Evidence, hints: Hints) -> list[Segment]:
    """The segments of the article, in order."""
    kept = _hits(segments, evidence)
    frame = Frame.around([segment for segment, hit in zip(segments, kept, strict=True) if hit])
    selection = Selection(list(segments), hints, kept, frame)
    for one_pass in _PASSES:
        if any(selection.kept):
            one_pass(selection)
    return [retold(marked(segment)) for segment, keep in zip(selection.segments, selection.kept, strict=True) if keep]


def _hits(segments: Sequence[Segment], evidence: Evidence) -> list[bool]:
    """Which segments have the article's words; of a text that the page repeats, only the first counts."""
    seen: set[tuple[str, ...]] = set()
    hits = []
    for segment in segments:
        hit = evidence.has(segment.tokens)
        if hit and len(segment.tokens) >= 8:
            hit = segment.tokens not in seen
            seen.add(segment.tokens)
        hits.append(hit)
    return hits


def _drop_strangers(selection: Selection) -> None:
    """Drop teasers, related links, sign-up boxes and the like, by their position and the names in their markup."""
    lines = repeated(selection.segments)
    inside = next((place for place in selection.places() if selection.frame.holds(selection.segments[place])), 0)
    selection.drop(range(headline_place(selection, inside)))
    for place in selection.places():
        segment = selection.segments[place]
        if segment.tokens in lines or selection.frame.is_link_line(segment) or selection.frame.has_stranger(segment):
            selection.kept[place] = False


def _drop_titles(selection: Selection) -> None:
    """Drop the headline, which belongs to the masthead."""
    selection.drop(
        place
        for place in selection.places()
        if selection.segments[place].tokens in selection.hints.titles or selection.segments[place].element.tag == "h1"
    )


def _keep_kin(selection: Selection) -> None:
    """Keep paragraphs with the same tags and classes, two levels up, as the article's paragraphs."""
    kin: dict[tuple[str, ...], list[int]] = {}
    for place, segment in enumerate(selection.segments):
        if segment.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION) and segment.tokens:
            kin.setdefault(_make(segment), []).append(place)
    for places in kin.values():
        _keep_between(selection, places)
        hits = [place for place in places if selection.kept[place]]
        if len(hits) < 3 or len(hits) < 0.4 * len(places):
            continue
        for place in places:
            segment = selection.segments[place]
            if len(segment.tokens) >= 12 and linked_share([segment]) < LINKS_ALONE and not selection.frame.has_stranger(segment):
                selection.kept[place] = selection.kept[place] or ends_sentence(segment.words)


def _keep_between(selection: Selection, places: Sequence[int]) -> None:
    """Keep a short sentence between two blocks of the article if one of them has the same markup ("The search goes on.")."""
    kin = set(places)
    for place in places:
        segment = selection.segments[place]
        sides = selection.next_text(place - 1, -1), selection.next_text(place + 1)
        between = all(side is not None and selection.kept[side] for side in sides) and not kin.isdisjoint(sides)
        if between and not selection.kept[place]:
            selection.kept[place] = ends_sentence(segment.words) and not selection.frame.has_stranger(segment)


def _make(segment: Segment) -> tuple[str, ...]:
    line = [segment.element, *segment.element.iterancestors()][:3]
    return tuple(make(element) for element in line)


def _keep_headings(selection: Selection) -> None:
    """Keep headings that are followed by text of the article before the next heading, or by a heading that is kept.

    A repeated heading with nothing below it ("This post cannot be shown") does not separate a heading from its picture.
    """
    places, lines = selection.places(), repeated(selection.segments)
    told = followed = pictured = False
    for place in range(places[-1], places[0] - 1, -1):
        segment = selection.segments[place]
        if segment.kind is not BlockKind.HEADING:
            told = told or (selection.kept[place] and segment.kind is not BlockKind.CAPTION)
            followed = followed or told
            pictured = pictured or segment.kind in PICTURES
            continue
        if segment.tokens in lines and not told:
            continue
        if selection.kept[place]:
            selection.kept[place] = followed or pictured or len(segment.tokens) > _LONGEST_HEADING or _is_told(segment)
        elif followed:
            selection.kept[place] = _may_head(selection, segment)
        told, followed, pictured = False, selection.kept[place], False


def _is_told(segment: Segment) -> bool:
    """Whether a heading is a sentence: the last paragraph of some pages is set as one."""
    return len(segment.tokens) >= _SHORTEST_TOLD and ends_sentence(segment.words) and linked_share([segment]) < 0.5


def _may_head(selection: Selection, segment: Segment) -> bool:
    """Whether a heading without evidence may be kept above text of the article."""
    strange = selection.frame.is_link_line(segment) or selection.frame.has_stranger(segment)
    return len(segment.tokens) <= _LONGEST_HEADING and not strange and segment.tokens not in selection.hints.titles


def _keep_lists(selection: Selection) -> None:
    lists: dict[Element, list[int]] = {}
    for place, segment in enumerate(selection.segments):
        owner = list_of(segment)
        if owner is not None:
            lists.setdefault(owner, []).append(place)
    for places in lists.values():
        selection.keep_mostly(places)


def _keep_tables(selection: Selection) -> None:
    """Keep or drop each table as a whole: keep it if the article has its words, or if it is between text of the article."""
    owners = (_outer_table(segment, selection.frame) for segment in selection.segments)
    # In the page's order: what is decided about one table tells on the next.
    members: dict[Element, list[int]] = {table: [] for table in owners if table is not None}
    for place, segment in enumerate(selection.segments if members else ()):
        for ancestor in (segment.element, *segment.element.iterancestors("table")):
            if ancestor in members:
                members[ancestor].append(place)
    for places in filter(None, members.values()):
        selection.keep_mostly(places)
        inside = [selection.segments[place] for place in places]
        most = _MOST_LINKS[sum(selection.neighbours(places))]
        in_flow = linked_share(inside) < most and not selection.frame.has_stranger(inside[0])
        keep = in_flow or all(selection.kept[place] for place in places)
        for place in places:
            selection.kept[place] = keep


def _outer_table(segment: Segment, frame: Frame) -> Element | None:
    """The outermost table around a cell inside the frame, since nested tables are read as one."""
    outer = None
    for ancestor in () if segment.row is None else segment.row.iterancestors():
        if ancestor is frame.element:
            break
        outer = ancestor if ancestor.tag == "table" else outer
    return outer


_PASSES = (
    _drop_strangers,
    _drop_titles,
    keep_quotations,
    keep_speakers,
    _keep_kin,
    keep_sources,
    _keep_lists,
    _keep_tables,
    _keep_headings,
    trim_ends,
    keep_close,
    drop_bylines,
    keep_lead,
    keep_pictures,
    keep_ornaments,
    drop_appeals,
    keep_pointers,
    drop_lone_labels,
    drop_afterwords,
    keep_notes,
)
