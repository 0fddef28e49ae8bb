"""Which segments of a page are the article: the evidence is projected onto them, then what lies between and above is judged in its place.

Each rule is a small pass over the same list of verdicts. Passes that take strangers out come before those that fill gaps, so that a
gap is only ever filled between true neighbours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from credibility.articles.dom import Element
from credibility.articles.main_text import Evidence
from credibility.articles.prose import ends_sentence
from credibility.articles.roles import Hints, is_byline, is_lead, retold
from credibility.articles.segments import Segment
from credibility.articles.strangers import LINKS_ALONE, Frame, linked_share, list_of, make, repeated
from credibility.model import BlockKind

_HIT = 0.7
_LONGEST_HEADING = 30
_LINKS_ONLY = 0.45
_HEAD_REACH = 40
_BOX_DEPTH = 4
_LONGEST_CAPTION = 70
_PICTURES = (BlockKind.CAPTION, BlockKind.IMAGE)


@dataclass(slots=True)
class _Selection:
    """The verdicts so far."""

    segments: list[Segment]
    hints: Hints
    kept: list[bool]
    frame: Frame

    def places(self) -> list[int]:
        return [place for place, keep in enumerate(self.kept) if keep]

    def next_text(self, start: int, step: int = 1) -> int | None:
        """The nearest segment with words from `start` on, in either direction, captions passed over."""
        end = len(self.segments) if step > 0 else -1
        texts = (place for place in range(start, end, step) if self.segments[place].tokens)
        return next((place for place in texts if self.segments[place].kind is not BlockKind.CAPTION), None)

    def drop(self, places: Iterable[int]) -> None:
        for place in places:
            self.kept[place] = False


def select(segments: Sequence[Segment], evidence: Evidence, hints: Hints) -> list[Segment]:
    """The segments of the article, in order."""
    kept = _hits(segments, evidence)
    frame = Frame.around([segment for segment, hit in zip(segments, kept, strict=True) if hit])
    selection = _Selection(list(segments), hints, kept, frame)
    for one_pass in _PASSES:
        if any(selection.kept):
            one_pass(selection)
    return [retold(segment) for segment, keep in zip(selection.segments, selection.kept, strict=True) if keep]


def _hits(segments: Sequence[Segment], evidence: Evidence) -> list[bool]:
    """Segments whose words are the article's; of a text that the page repeats, only the first."""
    seen: set[tuple[str, ...]] = set()
    hits = []
    for segment in segments:
        hit = bool(segment.tokens) and evidence.share_of(segment.tokens) >= _HIT
        if hit and len(segment.tokens) >= 8:
            hit = segment.tokens not in seen
            seen.add(segment.tokens)
        hits.append(hit)
    return hits


def _drop_strangers(selection: _Selection) -> None:
    """Teasers, related links, sign-up boxes and the like, by where they stand and what they are called."""
    lines = repeated(selection.segments)
    inside = next((place for place in selection.places() if selection.frame.holds(selection.segments[place])), 0)
    selection.drop(range(_headline_place(selection, inside)))
    for place in selection.places():
        segment = selection.segments[place]
        if segment.tokens in lines or selection.frame.is_link_line(segment) or selection.frame.has_stranger(segment):
            selection.kept[place] = False


def _drop_titles(selection: _Selection) -> None:
    """The headline is kept in the masthead, not in the text."""
    selection.drop(
        place
        for place in selection.places()
        if selection.segments[place].tokens in selection.hints.titles or selection.segments[place].element.tag == "h1"
    )


def _keep_quotations(selection: _Selection) -> None:
    """A block quotation that is mostly kept, or stands between kept text, is kept whole, with the line that says whose it is."""
    quotations: dict[Element, list[int]] = {}
    for place, segment in enumerate(selection.segments):
        owner = segment.element if segment.element.tag == "blockquote" else next(segment.element.iterancestors("blockquote"), None)
        if owner is not None:
            quotations.setdefault(owner, []).append(place)
    for places in quotations.values():
        sides = selection.next_text(places[0] - 1, -1), selection.next_text(places[-1] + 1)
        in_flow = all(side is not None and selection.kept[side] for side in sides)
        strange = selection.frame.has_stranger(selection.segments[places[0]])
        _keep_mostly(selection, places, 0.0 if in_flow and not strange else 0.5)


def _keep_mostly(selection: _Selection, places: Sequence[int], share: float = 0.5) -> None:
    """Keep all of these segments when enough of their words are kept already."""
    sizes = {place: len(selection.segments[place].tokens) for place in places}
    if sum(size for place, size in sizes.items() if selection.kept[place]) >= share * max(1, sum(sizes.values())):
        for place in places:
            selection.kept[place] = True


def _keep_kin(selection: _Selection) -> None:
    """Paragraphs made like those of the article, between them: the same tags and classes two levels up."""
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


def _keep_between(selection: _Selection, places: Sequence[int]) -> None:
    """A short sentence right between two blocks of the article, of which one is made as it is ("The search goes on.")."""
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


def _keep_headings(selection: _Selection) -> None:
    """A heading belongs to the article when text of the article comes before the next heading, or when the heading below it does."""
    places = selection.places()
    followed = pictured = False
    for place in range(places[-1], places[0] - 1, -1):
        segment = selection.segments[place]
        if segment.kind is not BlockKind.HEADING:
            followed = followed or (selection.kept[place] and segment.kind is not BlockKind.CAPTION)
            pictured = pictured or segment.kind in _PICTURES
            continue
        if selection.kept[place]:
            selection.kept[place] = followed or pictured or len(segment.tokens) > _LONGEST_HEADING
        elif followed and len(segment.tokens) <= _LONGEST_HEADING:
            strange = selection.frame.is_link_line(segment) or selection.frame.has_stranger(segment)
            selection.kept[place] = not strange and segment.tokens not in selection.hints.titles
        followed, pictured = selection.kept[place], False


def _keep_lists(selection: _Selection) -> None:
    lists: dict[Element, list[int]] = {}
    for place, segment in enumerate(selection.segments):
        owner = list_of(segment)
        if owner is not None:
            lists.setdefault(owner, []).append(place)
    for places in lists.values():
        _keep_mostly(selection, places)


def _keep_tables(selection: _Selection) -> None:
    """A table is kept or left as a whole: when the article has its words, or when it stands in the flow of the article's text."""
    tables = {owner for segment in selection.segments if (owner := _outer_table(segment, selection.frame)) is not None}
    members: dict[Element, list[int]] = {table: [] for table in tables}
    for place, segment in enumerate(selection.segments if tables else ()):
        for ancestor in (segment.element, *segment.element.iterancestors("table")):
            if ancestor in tables:
                members[ancestor].append(place)
    for places in filter(None, members.values()):
        _keep_mostly(selection, places)
        inside = [selection.segments[place] for place in places]
        sides = selection.next_text(places[0] - 1, -1), selection.next_text(places[-1] + 1)
        in_flow = any(side is not None and selection.kept[side] for side in sides)
        in_flow = in_flow and linked_share(inside) < 0.5 and not selection.frame.has_stranger(inside[0])
        keep = in_flow or all(selection.kept[place] for place in places)
        for place in places:
            selection.kept[place] = keep


def _outer_table(segment: Segment, frame: Frame) -> Element | None:
    """The outermost table around a cell that is inside the frame: tables in tables are set side by side to be read as one."""
    outer = None
    for ancestor in () if segment.row is None else segment.row.iterancestors():
        if ancestor is frame.element:
            break
        outer = ancestor if ancestor.tag == "table" else outer
    return outer


def _headline_place(selection: _Selection, first: int) -> int:
    """Where the headline stands above the first kept segment; that segment itself when it is not found near by."""
    above = range(first, max(-1, first - _HEAD_REACH), -1)
    by_tag = (place for place in above if selection.segments[place].element.tag == "h1")
    by_words = (place for place in above if selection.segments[place].tokens in selection.hints.titles)
    return next(by_tag, None) or next(by_words, first)


def _keep_lead(selection: _Selection) -> None:
    """The standfirst between headline and text: called so, in the page's header, or the same words as its description."""
    first = selection.places()[0]
    for place in range(_headline_place(selection, first) + 1, first):
        segment = selection.segments[place]
        if segment.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(segment.tokens) >= 6 and linked_share([segment]) < 0.5:
            selection.kept[place] = is_lead(segment, selection.hints) and segment.tokens not in selection.hints.titles


def _drop_bylines(selection: _Selection) -> None:
    for place in selection.places()[:6]:
        if len(selection.segments[place].tokens) <= 14 and is_byline(selection.segments[place], selection.hints):
            selection.kept[place] = False


def _keep_pictures(selection: _Selection) -> None:
    """Captions, images and rules between headline and end, unless they stand in a stranger."""
    places = selection.places()
    span = range(_headline_place(selection, places[0]), places[-1])
    for place in span:
        if selection.segments[place].image is not None:
            _name_captions(selection, place)
    kept = zip(selection.segments, selection.kept, strict=True)
    elsewhere = {url for segment, keep in kept if not keep and segment.tokens for url in _addresses(segment)}
    for place in span:
        segment = selection.segments[place]
        if segment.kind in (*_PICTURES, BlockKind.RULE):
            # A picture that leads where a line outside the article leads is that line's picture.
            foreign = segment.image is not None and bool(_addresses(segment) & elsewhere)
            selection.kept[place] = not foreign and not selection.frame.has_stranger(segment)


def _addresses(segment: Segment) -> set[str]:
    return {run.anchor.url for run in segment.runs if run.anchor}


def _name_captions(selection: _Selection, image: int) -> None:
    """Text that shares a small box with an image, and with nothing of the article, is its caption."""
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
        if selection.segments[place].kind is BlockKind.PARAGRAPH and linked_share([selection.segments[place]]) < 0.5:
            selection.segments[place] = replace(selection.segments[place], kind=BlockKind.CAPTION)


def _keep_ornaments(selection: _Selection) -> None:
    """A line without words ("* * *") belongs to the article when the text on both sides does."""
    for place, segment in enumerate(selection.segments):
        if segment.runs and not segment.tokens and segment.image is None:
            sides = selection.next_text(place + 1), selection.next_text(place - 1, -1)
            selection.kept[place] = all(side is not None and selection.kept[side] for side in sides)


def _trim_ends(selection: _Selection) -> None:
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
            selection.kept[place] = segment.kind in _PICTURES and bool(segment.tokens)


_PASSES = (
    _drop_strangers,
    _drop_titles,
    _keep_quotations,
    _keep_kin,
    _keep_lists,
    _keep_tables,
    _keep_headings,
    _trim_ends,
    _drop_bylines,
    _keep_lead,
    _keep_pictures,
    _keep_ornaments,
)
