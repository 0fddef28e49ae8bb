"""Turn a web page into a draft: read the masthead, take out the comments, choose the article's segments and make blocks of them."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.articles.draft import ArticleDraft
from credibility.articles.extraction.blocks import blocks_of
from credibility.articles.extraction.comments import take_comments
from credibility.articles.extraction.dom import Element, base_of, body_of, parse, strip_dead
from credibility.articles.extraction.main_text import Evidence, evidence_of, main_lines
from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import Segment, segments_of
from credibility.articles.extraction.selection import select
from credibility.articles.extraction.strangers import linked_share
from credibility.articles.masthead.head import head_of
from credibility.articles.masthead.masthead import hints_of, masthead_of
from credibility.articles.pictures.gallery import Gallery
from credibility.articles.text.prose import is_sentence
from credibility.model import ATTACHED_POINTER, SavedPage

_FEWEST_TOKENS = 25
_MOST_ELEMENTS = 30_000


def read_webpage(page: SavedPage) -> ArticleDraft:
    """The article of an HTML page from any container."""
    root, draft, hints = _opened(page)
    base = base_of(root, draft.masthead.url or draft.masthead.canonical)
    segments = segments_of(body_of(root), base)
    chosen = select(segments, _evidence(root, segments), hints)
    return replace(draft, blocks=blocks_of(chosen if _says_something(chosen) else (), Gallery(page.resources, base)))


def read_whole(page: SavedPage) -> ArticleDraft:
    """The article of a page that has nothing else: a chapter, a message, the text of a PDF. The headline goes to the masthead only."""
    root, draft, hints = _opened(page)
    base = base_of(root, draft.masthead.url)
    segments = [_as_marked(segment) for segment in segments_of(body_of(root), base)]
    first = next((place for place, segment in enumerate(segments) if segment.tokens), 0)
    body = [segment for place, segment in enumerate(segments) if place != first or segment.tokens not in hints.titles]
    return replace(draft, blocks=blocks_of(body, Gallery(page.resources, base)))


def _as_marked(segment: Segment) -> Segment:
    """The segment, marked as a pointer to another article if the article attached to an exported PDF says so."""
    return replace(segment, pointer=True) if segment.element.get("class") == ATTACHED_POINTER else segment


def _opened(page: SavedPage) -> tuple[Element, ArticleDraft, Hints]:
    """The page's tree without what is never read, its draft without blocks, and hints for selection."""
    root = parse(page.markup)
    head = head_of(root)
    masthead = masthead_of(head, root, page)
    hints = replace(hints_of(head, root, masthead.byline), url=masthead.url)
    strip_dead(root)
    return root, ArticleDraft(masthead, (), take_comments(root)), hints


def _says_something(segments: Sequence[Segment]) -> bool:
    """Whether there are enough words, or at least one sentence: "Log in", "Subscribe now" and menu entries are not an article."""
    return sum(len(segment.tokens) for segment in segments) >= _FEWEST_TOKENS or any(is_sentence(segment.words) for segment in segments)


def _evidence(root: Element, segments: Sequence[Segment]) -> Evidence:
    """What trafilatura found; if that is almost nothing, the page's `article` or `main`, or else all its text outside links.

    Trafilatura is skipped for a page with tens of thousands of elements, because it takes quadratic time.
    """
    huge = sum(1 for _ in root.iter()) > _MOST_ELEMENTS
    evidence = evidence_of([] if huge else main_lines(root))
    if evidence.size >= _FEWEST_TOKENS:
        return evidence
    for part in (*root.iter("article"), *root.iter("main")):
        inside = evidence_of([segment.tokens for segment in segments_of(part, None)])
        if inside.size >= _FEWEST_TOKENS:
            return inside
    return evidence_of([segment.tokens for segment in segments if linked_share([segment]) < 0.5])
