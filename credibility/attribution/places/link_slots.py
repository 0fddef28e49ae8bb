"""Links that may tell which outlet carried a claim: on its cue, beside it, on the head of its source, in its content."""

from bisect import bisect_left, bisect_right

from credibility.attribution.drafts import Draft
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.link_clauses import in_aside
from credibility.attribution.places.link_targets import is_article, leads_to_no_report
from credibility.attribution.places.link_words import asserts
from credibility.attribution.speakers.kinds import head_of
from credibility.attribution.text.sentences import Run
from credibility.floor.passages.links import LinksByPlace
from credibility.model import Link, OutletSlot, SlotKind, SourceKind, Span

LINK = "link"
"""The lemma of a claim that nothing but a link on its words marks."""


def link_slots(draft: Draft, links: LinksByPlace) -> list[OutletSlot]:
    """The links of a claim in text order, without those in the background: on a place, an office, an apposition, a relative clause."""
    block = draft.grammar.passage.block.span
    around = Span(min(block.start, *(span.start for span in draft.content)), max(block.end, *(span.end for span in draft.content)))
    return [OutletSlot(SlotKind.LINK, link.span, link.url) for link in links.touching(around) if _tells(draft, link)]


def _tells(draft: Draft, link: Link) -> bool:
    g, finding = draft.grammar, draft.finding
    in_content = any(link.span.overlaps(span) for span in draft.content)
    if finding.lemma == LINK:
        return in_content or link.span.overlaps(g.passage.span(finding.cue))
    passage = g.passage
    if not passage.block.span.covers(link.span):
        return in_content and _backs(draft, link, None)
    anchor = (bisect_right(passage.ends, link.span.start), bisect_left(passage.starts, link.span.end))
    if any(_meets(anchor, run) for run in (finding.cue, finding.more) if run):
        return True
    if leads_to_no_report(link.url, g.lexicon.places.no_reports):
        return False
    return _tells_here(draft, link, anchor, in_content)


def _tells_here(draft: Draft, link: Link, anchor: Run, in_content: bool) -> bool:
    """Whether a link in the block of the cue, but not on it, tells of the saying."""
    g, finding = draft.grammar, draft.finding
    if in_content:
        return _backs(draft, link, anchor)
    if finding.source and _meets(anchor, finding.source):
        return _meets(anchor, head_of(g, finding.source)) and (is_article(link.url) or _is_piece(g, anchor))
    return finding.sentence[0] <= anchor[0] < finding.sentence[1] and _is_near(g, anchor, draft)


def _is_piece(g: Grammar, anchor: Run) -> bool:
    """Whether the anchor is a piece that speaks itself: "a [recent investigation] found"."""
    last = g.lower(anchor[1] - 1)
    return last in g.lexicon.pieces or g.lexicon.kinds.get(last) in (SourceKind.DOCUMENT, SourceKind.POLL)


def _meets(one: Run, other: Run) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _backs(draft: Draft, link: Link, anchor: Run | None) -> bool:
    """Whether a link in the content is there for what is said: its predicate, figure or object, and nothing that is merely explained."""
    g = draft.grammar
    if anchor is None:  # in the later blocks of a quotation
        return is_article(link.url) and any(word[:1].islower() for word in link.span.of(g.passage.text).split())
    run = _run_of(draft, anchor)
    return not in_aside(g, anchor, run) and (asserts(g, anchor, run, link.url) or _covers(anchor, run))


def _covers(anchor: Run, run: Run) -> bool:
    """Whether most of what is said is the link."""
    return 2 * (anchor[1] - anchor[0]) >= run[1] - run[0]


def _run_of(draft: Draft, anchor: Run) -> Run:
    return next((run for run in draft.finding.content if run[0] <= anchor[0] < run[1]), draft.finding.sentence)


def _is_near(g: Grammar, anchor: Run, draft: Draft) -> bool:
    """Whether an anchor beside cue, source and content tells of the saying: right behind the cue, or "a statement", "an interview"."""
    cue, sentence = draft.finding.cue, draft.finding.sentence
    if in_aside(g, anchor, sentence):
        return False
    if any(g.lower(k) in g.lexicon.venue_nouns or g.lower(k) in g.lexicon.carriers for k in range(*anchor)):
        return True
    return cue[1] <= anchor[0] and not any(_ends_reach(g, k) for k in range(cue[1], anchor[0]))


def _ends_reach(g: Grammar, k: int) -> bool:
    return g.is_mark(k) or g.lower(k) in g.lexicon.places.comma_relatives or g.lower(k) in g.lexicon.words.time_clauses
