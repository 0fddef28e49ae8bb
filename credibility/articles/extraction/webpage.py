"""Turn a web page into a draft: read the masthead, take out the comments, choose the article's segments and make blocks of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from credibility.articles.detours.elsewhere import (
    FROM_SCRIPTS,
    NOT_SHOWN,
    Told,
    behind_noscript,
    in_frames,
    in_linked_data,
    in_state,
)
from credibility.articles.detours.walls import CUT_OFF, is_request, refuse_drawn, refuse_walls
from credibility.articles.draft import ArticleDraft
from credibility.articles.extraction.blocks import blocks_of
from credibility.articles.extraction.comments import take_comments
from credibility.articles.extraction.dom import Element, base_of, body_of, parse, strip_dead
from credibility.articles.extraction.main_text import Evidence, evidence_of, main_lines
from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import Segment, segments_of, tokens_of
from credibility.articles.extraction.selection import select
from credibility.articles.extraction.strangers import linked_share
from credibility.articles.masthead.head import Head, head_of
from credibility.articles.masthead.masthead import hints_of, masthead_of
from credibility.articles.pictures.gallery import Gallery
from credibility.articles.text.prose import is_sentence
from credibility.model import ATTACHED_POINTER, SavedPage

_FEWEST_TOKENS = 25
_FEW, _SHORT = 60, 250
"""Words of an article below which the page is searched for another one, and below which it may be cut off."""
_FAR_MORE = 2
_SHOWN, _ENDS_WITHIN = 400, 4
_MOST_ELEMENTS = 30_000
_COVERED, _PROSE = 0.3, 12
"""Share of a page's prose below which the first extractor's choice is doubtful, and the words from which a segment is prose."""


@dataclass(frozen=True, slots=True)
class _Body:
    """What a page's body gave: the draft, the page's head, all its words, and how many scripts it has."""

    draft: ArticleDraft
    head: Head
    shown: str
    scripts: int

    @property
    def size(self) -> int:
        """How many words the article has."""
        return sum(len(tokens_of(block.words)) for block in self.draft.blocks)


def read_webpage(page: SavedPage) -> ArticleDraft:
    """The article of an HTML page, whatever it was saved in; what it holds elsewhere where its body says next to nothing.

    Raises ArticleError for a page that stands before an article: a check for robots, a question about cookies, a page without text.
    """
    body = _of_body(page)
    told = in_linked_data(body.head)
    if told is not None and told.size >= max(_FEW, _FAR_MORE * body.size):
        return _from_data(page, body.draft, told, NOT_SHOWN)
    if body.size >= _FEW:
        return _without_requests(body)
    if body.draft.comments and not any(comment.author for comment in body.draft.comments):
        told_live = _of_body(page, comments=False)  # what nobody signed may be called so: a live commentary is the article
        if told_live.size >= max(_FEW, _FAR_MORE * body.size):
            return _without_requests(told_live)
    if (found := _elsewhere(page, body)) is not None:
        return found
    refuse_walls(body.shown)
    if not body.size:
        refuse_drawn(body.scripts, len(body.shown))
    return _without_requests(body)


def _of_body(page: SavedPage, *, comments: bool = True) -> _Body:
    """What the body gives, with the readers' comments taken out of it unless `comments` is false."""
    scripts = page.markup.count("<script")
    root, draft, hints, head = _opened(page, comments=comments)
    base = base_of(root, draft.masthead.url or draft.masthead.canonical)
    segments = segments_of(body_of(root), base)
    evidence = _evidence(root, segments)
    if _is_hidden(evidence, segments):
        segments = segments_of(body_of(root), base, hidden=True)
    chosen = select(segments, evidence, hints)
    shown = " ".join(segment.words for segment in segments[:_SHOWN])
    draft = replace(draft, blocks=blocks_of(chosen if _says_something(chosen) else (), Gallery(page.resources, base)))
    return _Body(draft, head, shown, scripts)


def _is_hidden(evidence: Evidence, segments: Sequence[Segment]) -> bool:
    """Whether most of the article is not among what the page shows: a script would have shown it."""
    if evidence.size <= sum(len(segment.tokens) for segment in segments):
        return False  # the cheap question first: few pages need the other
    shown = evidence_of([segment.tokens for segment in segments])
    return len(evidence.shingles - shown.shingles) > len(evidence.shingles) / _FAR_MORE


def _elsewhere(page: SavedPage, body: _Body) -> ArticleDraft | None:
    """The article in the page's frames, behind `noscript` or in its scripts' state; None when it is in none of them."""
    for markup in filter(None, (*in_frames(page.markup), behind_noscript(page.markup))):
        inner = _of_body(replace(page, markup=markup))
        if inner.size >= max(_FEW, _FAR_MORE * body.size):
            return replace(inner.draft, masthead=inner.draft.masthead.filled_from(body.draft.masthead))
    told = in_state(parse(page.markup))
    return _from_data(page, body.draft, told, FROM_SCRIPTS) if told and told.size >= max(_FEW, _FAR_MORE * body.size) else None


def _from_data(page: SavedPage, draft: ArticleDraft, told: Told, note: str) -> ArticleDraft:
    inner = read_whole(replace(page, markup=told.page))
    return replace(draft, masthead=draft.masthead.filled_from(inner.masthead), blocks=inner.blocks, notes=(*draft.notes, note))


def _without_requests(body: _Body) -> ArticleDraft:
    """The draft without lines near its end that ask to subscribe; where the page asks, its text is said to be cut off if it is short."""
    end = max(0, len(body.draft.blocks) - _ENDS_WITHIN)
    blocks = [block for place, block in enumerate(body.draft.blocks) if place < end or not is_request(block.words)]
    asked = len(blocks) < len(body.draft.blocks)
    notes = (*body.draft.notes, CUT_OFF) if asked and body.size < _SHORT else body.draft.notes
    return replace(body.draft, blocks=tuple(blocks), notes=notes)


def read_whole(page: SavedPage) -> ArticleDraft:
    """A page that is all article: a chapter, a message, the text of a PDF. Its headline is left to the masthead."""
    root, draft, hints, _ = _opened(page)
    base = base_of(root, draft.masthead.url)
    segments = [_as_marked(segment) for segment in segments_of(body_of(root), base)]
    first = next((place for place, segment in enumerate(segments) if segment.tokens), 0)
    body = [segment for place, segment in enumerate(segments) if place != first or segment.tokens not in hints.titles]
    return replace(draft, blocks=blocks_of(body, Gallery(page.resources, base)))


def _as_marked(segment: Segment) -> Segment:
    """The segment, marked as a pointer to another article if the article attached to an exported PDF says so."""
    return replace(segment, pointer=True) if segment.element.get("class") == ATTACHED_POINTER else segment


def _opened(page: SavedPage, *, comments: bool = True) -> tuple[Element, ArticleDraft, Hints, Head]:
    """The page's tree without what is never read, with everything but the blocks of its draft."""
    root = parse(page.markup)
    head = head_of(root)
    masthead = masthead_of(head, root, page)
    hints = hints_of(head, root, masthead.byline)
    hints = replace(hints, url=masthead.url, titles=hints.titles | {tokens_of(masthead.title)} - {()})
    strip_dead(root)
    return root, ArticleDraft(masthead, (), take_comments(root) if comments else ()), hints, head


def _says_something(segments: Sequence[Segment]) -> bool:
    """Whether there are enough words, or at least one sentence: "Log in", "Subscribe now" and menu entries are not an article."""
    return sum(len(segment.tokens) for segment in segments) >= _FEWEST_TOKENS or any(is_sentence(segment.words) for segment in segments)


def _evidence(root: Element, segments: Sequence[Segment]) -> Evidence:
    """What trafilatura found; if that is almost nothing, the page's `article` or `main`, or else all its text outside links.

    Two further extractors are asked only where the first one leaves most of the page's prose: of 803 pages on some 80.
    Trafilatura is skipped for a page with tens of thousands of elements, because it takes quadratic time.
    """
    huge = root.xpath("count(.//*)") > _MOST_ELEMENTS
    evidence = evidence_of([] if huge else main_lines(root))
    if not huge and _is_doubtful(evidence, segments):
        evidence = evidence_of(main_lines(root, compared=True))
    if evidence.size >= _FEWEST_TOKENS:
        return evidence
    for part in (*root.iter("article"), *root.iter("main")):
        inside = evidence_of([segment.tokens for segment in segments_of(part, None)])
        if inside.size >= _FEWEST_TOKENS:
            return inside
    return evidence_of([segment.tokens for segment in segments if linked_share([segment]) < 0.5])


def _is_doubtful(evidence: Evidence, segments: Sequence[Segment]) -> bool:
    """Whether the evidence has little of what reads like prose on the page, or more words than the page has outside links."""
    told = [segment.tokens for segment in segments if linked_share([segment]) < 0.5]
    prose = [tokens for tokens in told if len(tokens) >= _PROSE]
    covered = sum(len(tokens) for tokens in prose if evidence.has(tokens))
    return covered < _COVERED * sum(map(len, prose)) or evidence.size > sum(map(len, told))
