"""Which segments of a page are the article: the evidence is projected onto them, then the gaps are judged by their neighbours."""

from collections.abc import Sequence

from credibility.articles.dom import Element
from credibility.articles.main_text import Evidence
from credibility.articles.segments import Segment
from credibility.model import BlockKind

_HIT = 0.7
_LONGEST_HEADING = 30
_LINKS_ONLY = 0.45


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


def _next_text(segments: Sequence[Segment], start: int) -> int | None:
    return next((place for place in range(start, len(segments)) if segments[place].tokens), None)


def select(segments: Sequence[Segment], evidence: Evidence) -> list[bool]:
    """For each segment, whether it is part of the article."""
    kept = _hits(segments, evidence)
    places = [place for place, hit in enumerate(kept) if hit]
    if not places:
        return kept
    first, last = places[0], places[-1]
    for place in range(first, last):
        segment = segments[place]
        if kept[place] or segment.kind is not BlockKind.HEADING or len(segment.tokens) > _LONGEST_HEADING:
            continue
        after = _next_text(segments, place + 1)
        kept[place] = after is not None and kept[after] and segments[after].kind is not BlockKind.HEADING
    _keep_lists(segments, kept)
    _keep_tables(segments, kept)
    _keep_captions(segments, kept, first, last)
    _keep_ornaments(segments, kept)
    _trim_ends(segments, kept)
    return kept


def _keep_lists(segments: Sequence[Segment], kept: list[bool]) -> None:
    """A list that is mostly kept is kept whole."""
    lists: dict[Element, list[int]] = {}
    for place, segment in enumerate(segments):
        owner = _list_of(segment)
        if owner is not None:
            lists.setdefault(owner, []).append(place)
    for places in lists.values():
        if sum(kept[place] for place in places) * 2 >= len(places):
            for place in places:
                kept[place] = True


def _keep_tables(segments: Sequence[Segment], kept: list[bool]) -> None:
    """A table is kept or left as a whole, by the share of its words that are the article's."""
    tables: dict[Element, list[int]] = {}
    for place, segment in enumerate(segments):
        if segment.row is not None:
            owner = next(segment.row.iterancestors("table"), None)
            if owner is not None:
                tables.setdefault(owner, []).append(place)
    for places in tables.values():
        inside = sum(len(segments[place].tokens) for place in places if kept[place])
        whole = inside * 2 >= sum(len(segments[place].tokens) for place in places)
        for place in places:
            kept[place] = whole


def _keep_captions(segments: Sequence[Segment], kept: list[bool], first: int, last: int) -> None:
    for place in range(first, last):
        if segments[place].kind in (BlockKind.CAPTION, BlockKind.IMAGE, BlockKind.RULE):
            kept[place] = True


def _keep_ornaments(segments: Sequence[Segment], kept: list[bool]) -> None:
    """A line without words ("* * *") belongs to the article when the text on both sides does."""
    for place, segment in enumerate(segments):
        if segment.runs and not segment.tokens:
            after = _next_text(segments, place + 1)
            before = next((other for other in range(place - 1, -1, -1) if segments[other].tokens), None)
            kept[place] = before is not None and after is not None and kept[before] and kept[after]


def _linked(segments: Sequence[Segment]) -> float:
    total = sum(len(run.text) for segment in segments for run in segment.runs)
    return sum(len(run.text) for segment in segments for run in segment.runs if run.anchor) / total if total else 0.0


def _trim_ends(segments: Sequence[Segment], kept: list[bool]) -> None:
    """No article begins or ends with a row of links: those lead elsewhere ("Login or register to post comments")."""
    lists: dict[Element, list[Segment]] = {}
    for segment in segments:
        owner = _list_of(segment)
        if owner is not None:
            lists.setdefault(owner, []).append(segment)
    for places in (range(len(segments)), range(len(segments) - 1, -1, -1)):
        for place in places:
            owner = _list_of(segments[place])
            if not kept[place]:
                continue
            if not segments[place].tokens or _linked(lists[owner] if owner is not None else [segments[place]]) < _LINKS_ONLY:
                break
            kept[place] = False


def _list_of(segment: Segment) -> Element | None:
    return next(segment.element.iterancestors("ul", "ol"), None) if segment.kind is BlockKind.LIST_ITEM else None
