"""Claims of an article by rule: tokens, sentences, quotations, cues, sources, contents, continuations, outlet slots."""

from bisect import bisect_right
from collections.abc import Sequence

from credibility.attribution.constructions.every import find_attributions
from credibility.attribution.constructions.foreign import find_foreign
from credibility.attribution.constructions.linked import NOTED, find_linked
from credibility.attribution.constructions.polarity import with_polarity
from credibility.attribution.drafts import Draft, join_blocks
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.excerpts import find_excerpts
from credibility.attribution.places.slots import find_slots
from credibility.attribution.speakers.coreference import identify_speakers
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.speakers.memory import Speaker
from credibility.attribution.speakers.weeding import weeded
from credibility.attribution.tagging.decision import THRESHOLD, decide
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.unruled import TAGGER
from credibility.attribution.text.languages import ENGLISH, Language, language_of
from credibility.attribution.text.lexicon import Lexicon
from credibility.attribution.text.passages import read_passage
from credibility.attribution.uncued.beside import find_uncued
from credibility.attribution.uncued.interviews import labelled, read_labels
from credibility.attribution.uncued.posts import with_posts
from credibility.floor.language import said
from credibility.floor.passages.links import LinksByPlace
from credibility.floor.passages.quotations import quote_kind
from credibility.model import Article, BlockKind, Claim, Claims, Cue, Excerpt, Source, Span

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION})
_HEADLINE = 140


def detect(
    article: Article,
    lexicon: Lexicon,
    attitudes: bool = False,
    tagged: Sequence[TaggedParagraph] | None = None,
    threshold: float = THRESHOLD,
    code: str | None = None,
) -> Claims:
    """Find who said what in an article, and where the outlet that carried it may be named.

    Claims are in text order, their content spans sorted, disjoint and non-empty, all offsets code points of `article.text`. `attitudes`
    adds wants, beliefs and plans; what a share of those asked wants is what a poll found, and always a claim. `tagged` is what the
    tagger says of the same text, None to read by rules alone; `threshold` how sure it must be of a claim that no rule found; `code` the
    text's language where the caller knows it. Verbs are read in English only; of an article in another language quotations with a colon
    or a named speaker, links, names after "according to" and blocks are used, and a note says so. No claim is read in a pointer to
    another article. The same input always gives the same claims with the same ids.
    """
    grammars = _grammars(article, lexicon)
    excerpts = find_excerpts(grammars, len(article.text))
    code = code or language_of(article.text, article.language, lexicon.languages)
    foreign = code != ENGLISH
    readings = [(g, () if _inside(g, excerpts) else _find(g, code, attitudes)) for g in grammars]
    if tagged is not None and not foreign:
        votes = _by_block(tagged, [g.passage.block.span for g in grammars])
        readings = [
            (g, found if _inside(g, excerpts) else decide(g, found, vote, threshold, attitudes))
            for (g, found), vote in zip(readings, votes, strict=True)
        ]
    drafts = _drafts(readings, grammars, foreign)
    drafts = _with_links(article, grammars, drafts, excerpts, foreign)
    speakers = identify_speakers(drafts, grammars)
    claims = _claims(article, drafts, speakers, excerpts)
    notes = (_foreign_note(code, lexicon),) if foreign else ()
    return Claims(tuple(sorted(claims, key=lambda claim: (claim.content[0].start, claim.content[-1].end, claim.id))), excerpts, notes)


def _grammars(article: Article, lexicon: Lexicon) -> list[Grammar]:
    """The blocks that are read, as the rules read them."""
    blocks = [block for block in article.blocks if block.kind in _READ and not block.pointer]
    return [
        Grammar(
            read_passage(article.text, block, lexicon.words),
            lexicon,
            block.kind is BlockKind.HEADING or (number == 0 and len(block.span) < _HEADLINE),
        )
        for number, block in enumerate(blocks)
    ]


def _drafts(readings: Sequence[tuple[Grammar, tuple[Finding, ...]]], grammars: Sequence[Grammar], foreign: bool) -> list[Draft]:
    """The findings joined over blocks, with what stands under a speaker's label or in quotation marks without a cue."""
    labels = {} if foreign else read_labels(grammars)
    labelled_too = [(g, labelled(g, labels[k]) if k in labels else found) for k, (g, found) in enumerate(readings)]
    asserted_or_not = [(g, weeded(g, [with_polarity(g, finding) for finding in found])) for g, found in labelled_too]
    drafts = join_blocks(asserted_or_not)
    return with_posts(grammars, drafts if foreign else drafts + find_uncued(asserted_or_not, drafts, labels))


def _with_links(
    article: Article, grammars: Sequence[Grammar], drafts: Sequence[Draft], excerpts: Sequence[Excerpt], foreign: bool
) -> list[Draft]:
    """All drafts in text order; a linked clause stands before what the tagger alone saw in the same words, a note behind it."""
    ruled = [draft for draft in drafts if draft.finding.rule != TAGGER]
    linked = find_linked(grammars, ruled, article.links, article.url, [excerpt.cue for excerpt in excerpts], foreign)
    tagged: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.finding.rule == TAGGER:
            tagged.setdefault(draft.number, []).append(draft)
    linked = [draft for draft in linked if not _yields(draft, tagged.get(draft.number, ()))]
    by_block: dict[int, list[Draft]] = {}
    for draft in linked:
        by_block.setdefault(draft.number, []).append(draft)
    together = [*(draft for draft in drafts if draft.finding.rule != TAGGER or not _beside(draft, by_block.get(draft.number, ()))), *linked]
    return sorted(together, key=lambda draft: (draft.number, draft.grammar.passage.span(draft.finding.cue)))


def _yields(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a draft by link is no more than a note on what the tagger saw, or a link on its cue."""
    cue = draft.finding.cue
    on_cue = any(cue[0] < other.finding.cue[1] and other.finding.cue[0] < cue[1] for other in others)
    return on_cue or (draft.finding.rule == NOTED and _beside(draft, others))


def _beside(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether another draft of its block says the same."""
    return any(a.overlaps(b) for other in others for a in draft.content for b in other.content)


def _find(g: Grammar, code: str, attitudes: bool) -> tuple[Finding, ...]:
    if code == ENGLISH:
        return find_attributions(g, attitudes)
    return find_foreign(g, g.lexicon.languages.get(code) or Language(code, code, frozenset(), frozenset(), ()))


def _foreign_note(code: str, lexicon: Lexicon) -> str:
    """What the reader is told of an article in another language."""
    known = lexicon.languages.get(code)
    if known:
        return said(
            "This article is in {language}: reported speech is read in English only; "
            "quotations with a named speaker or a colon, links, outlets’ names and block quotations are used.",
            language=said(known.name),
        )
    return said(
        "This article is marked as being in another language ({code}): reported speech is read in English only; "
        "quotations with a named speaker or a colon, links, outlets’ names and block quotations are used.",
        code=code,
    )


def _by_block(tagged: Sequence[TaggedParagraph], blocks: Sequence[Span]) -> list[list[TaggedParagraph]]:
    """The tagged paragraphs of each block; both are in text order."""
    starts = [block.start for block in blocks]
    held: list[list[TaggedParagraph]] = [[] for _ in blocks]
    for paragraph in tagged:
        at = bisect_right(starts, paragraph.span.start) - 1
        if at >= 0 and blocks[at].covers(paragraph.span):
            held[at].append(paragraph)
    return held


def _inside(g: Grammar, excerpts: Sequence[Excerpt]) -> bool:
    """Whether the block is the line that names where an excerpt comes from."""
    return any(
        excerpt.cue.covers(g.passage.block.span)
        or (excerpt.cue.overlaps(g.passage.block.span) and len(excerpt.cue) * 2 > len(g.passage.block.span))
        for excerpt in excerpts
    )


def _claims(article: Article, drafts: Sequence[Draft], speakers: Sequence[Speaker], excerpts: Sequence[Excerpt]) -> list[Claim]:
    ids, links = _ids(drafts), LinksByPlace(article.links)
    return [
        _claim(article, draft, speaker, ids, index, excerpts, links)
        for index, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True))
    ]


def _ids(drafts: Sequence[Draft]) -> list[str]:
    """Ids from the places of content and cue: the same text gives the same ids, and a new claim elsewhere changes none."""
    return [f"c{draft.content[0].start}-{draft.content[-1].end}-{draft.grammar.passage.span(draft.finding.cue).start}" for draft in drafts]


def _claim(
    article: Article, draft: Draft, speaker: Speaker, ids: Sequence[str], index: int, excerpts: Sequence[Excerpt], links: LinksByPlace
) -> Claim:
    finding, passage = draft.finding, draft.grammar.passage
    cue = passage.span(finding.cue)
    spans = (passage.span(finding.source),) if finding.source else ()
    source = Source(speaker.kind, speaker.name, spans, speaker.anaphor, speaker.title, speaker.justification)
    inner = _inner(draft)
    excerpt = next((k for k, one in enumerate(excerpts) if one.span.covers(draft.content[0])), None)
    return Claim(
        id=ids[index],
        content=_merged(draft.content),
        cue=Cue(finding.lemma, (cue,) if finding.more is None or finding.more == finding.cue else (cue, passage.span(finding.more))),
        source=source,
        quote=quote_kind(article.text, draft.content),
        slots=() if finding.uncued else find_slots(draft, speaker.kind, links),
        resumes=ids[speaker.resumes] if speaker.resumes is not None else None,
        inner=inner,
        excerpt=excerpt,
        attitude=finding.attitude,
        found_by="tagger" if finding.rule == TAGGER else "rule and tagger" if finding.both else "rule",
        reasons=(said("{rule}: “{cue}”", rule=finding.rule, cue=cue.of(article.text)),),
        confidence=round(finding.confidence, 3),
        polarity=finding.polarity,
        denied_by=finding.denied_by,
    )


def _inner(draft: Draft) -> Source | None:
    """The source that the source cites."""
    if draft.finding.inner is None:
        return None
    described = describe_source(draft.grammar, draft.finding.inner)
    return Source(described.kind, described.name, (draft.grammar.passage.span(draft.finding.inner),))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Sorted, disjoint spans."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
