"""Sentences without a cue whose words are a link to another site's article: the link says where the assertion was read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from credibility.attribution.drafts import Draft
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.credits import credited, credits_in
from credibility.attribution.places.link_clauses import clause_around, in_aside, without_insertions
from credibility.attribution.places.link_targets import is_article, reports_elsewhere
from credibility.attribution.places.link_words import asserts, has_verb
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.floor.sites import same_site
from credibility.model import BlockKind, Link, Span

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SHORTEST = 3
_SHORTEST_ANCHOR = 2
NOTED = said("link behind the assertion")
"""The rule of a sentence with a credit or a footnote behind it."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """A link's words in the tokens of block `number`, with the sentence around them and its other links."""

    number: int
    sentence: Run
    anchor: Run
    link: Link
    others: tuple[Run, ...]


def find_linked(
    grammars: Sequence[Grammar],
    drafts: Sequence[Draft],
    links: Sequence[Link],
    host: str | None,
    closed: Sequence[Span],
    foreign: bool = False,
) -> list[Draft]:
    """One draft for each clause whose predicate or figure is a link to a report elsewhere and that no claim covers.

    `closed` are lines that belong to no sentence of the text, such as one that says where it first appeared. In a foreign language verbs
    are not known: there a link on two words or more is taken for one on the predicate, and the sentence for the clause.
    """
    taken = sorted((*closed, *(span for draft in drafts for span in _said(draft))))
    cued = {(draft.number, draft.finding.sentence) for draft in drafts}
    found: dict[tuple[int, Run], Draft] = {}
    for one in _anchors(grammars, links):
        g = grammars[one.number]
        aside = (one.number, one.sentence) in cued and (foreign or in_aside(g, one.anchor, one.sentence))
        if aside or _is_taken(taken, one.link.span) or same_site(one.link.url, host):
            continue
        draft = _note(g, one)
        if draft is None and reports_elsewhere(one.link.url, host, g.lexicon.places.no_reports):
            draft = _linked_clause(g, one, foreign)
        free = _freed(draft, taken) if draft else None
        if free:
            found.setdefault((one.number, free.finding.content[0]), free)
    return [*found.values(), *(() if foreign else _credits(grammars, links, taken))]


def _freed(draft: Draft, taken: Sequence[Span]) -> Draft | None:
    """The draft, if need be without its insertions, where a claim may stand; None where a claim says the same."""
    if not any(_is_taken(taken, span) for span in draft.content):
        return draft
    g, finding = draft.grammar, draft.finding
    pieces = without_insertions(g, finding.cue, finding.content[0])
    content = tuple(map(g.passage.span, pieces))
    if len(pieces) < 2 or any(_is_taken(taken, span) for span in content):
        return None
    return replace(draft, finding=replace(finding, content=pieces), content=content)


def _anchors(grammars: Sequence[Grammar], links: Sequence[Link]) -> list[_Linked]:
    """The links on the tokens of prose."""
    starts = [g.passage.block.span.start for g in grammars]
    by_sentence: dict[tuple[int, Run], list[tuple[Run, Link]]] = {}
    for link in links:
        number = bisect_right(starts, link.span.start) - 1
        if number < 0 or grammars[number].passage.block.kind not in _PROSE:
            continue
        passage = grammars[number].passage
        anchor = (bisect_right(passage.ends, link.span.start), bisect_left(passage.starts, link.span.end))
        if anchor[0] < anchor[1]:
            by_sentence.setdefault((number, passage.sentences[passage.sentence_at[anchor[0]]]), []).append((anchor, link))
    return [
        _Linked(number, sentence, anchor, link, tuple(other for other, _ in held if other != anchor))
        for (number, sentence), held in by_sentence.items()
        for anchor, link in held
    ]


def _said(draft: Draft) -> list[Span]:
    """What a draft takes up: content, cue and source, and what stands between them."""
    span, finding = draft.grammar.passage.span, draft.finding
    own = [one for one in draft.content if draft.grammar.passage.block.span.covers(one)]
    runs = [span(finding.cue), *([span(finding.source)] if finding.source else []), *own]
    return [*draft.content, Span(min(one.start for one in runs), max(one.end for one in runs))]


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, Span(span.end, span.end))
    return any(one.overlaps(span) for one in taken[max(0, at - 6) : at])


def _note(g: Grammar, one: _Linked) -> Draft | None:
    """What stands before a footnote's number or a bracket that holds nothing but a linked name: "… in March (BBC)."."""
    (first, last), sentence, link = one.anchor, one.sentence, one.link
    if not link.span.of(g.passage.text).strip("[]() ").isdigit():
        noted = credited(g, one.anchor, sentence)
        return _noted(g, one.number, one.anchor, noted, sentence) if noted else None
    if g.passage.text[link.span.start - 1 : link.span.start] not in (".", "!", "?", "”"):
        return None
    whole = g.passage.sentences[g.sentence_of(first - 1)] if first == sentence[0] and first else sentence
    clause = (whole[0], min(whole[1], last))
    if clause[1] - clause[0] < _SHORTEST or not has_verb(g, clause):
        return None
    span = Span(g.passage.starts[clause[0]], link.span.start)
    words = span.of(g.passage.text).rstrip(".!? ")
    finding = Finding(NOTED, "link", one.anchor, None, (clause,), sentence)
    return Draft(g, one.number, finding, (Span(span.start, span.start + len(words)),))


def _noted(g: Grammar, number: int, name: Run, noted: tuple[Run, ...], sentence: Run, source: Run | None = None) -> Draft:
    return Draft(g, number, Finding(NOTED, "link", name, source, noted, sentence), tuple(map(g.passage.span, noted)))


def _credits(grammars: Sequence[Grammar], links: Sequence[Link], taken: Sequence[Span]) -> Iterator[Draft]:
    """Sentences with a name behind them that is no link: "(BBC)", "(via Forbes)". They are claims where the name is an outlet's."""
    linked = sorted(link.span for link in links)
    for number, g in enumerate(grammars):
        if g.passage.block.kind not in _PROSE:
            continue
        for name, noted in credits_in(g):
            span = g.passage.span(noted)
            if not _is_taken(taken, span) and not _is_taken(linked, g.passage.span(name)):
                yield _noted(g, number, name, (noted,), noted, source=name)


def _linked_clause(g: Grammar, one: _Linked, foreign: bool) -> Draft | None:
    """The clause that holds the link's words, when these are its predicate or its figure."""
    anchor, sentence = one.anchor, one.sentence
    told = g.lower(anchor[1] - 1) in g.lexicon.places.news and g.lower(anchor[1]) == "that"
    clause = clause_around(g, (anchor[1], anchor[1] + 1) if told else anchor, sentence, () if foreign else one.others)
    if told:  # "the [news] that the mill had closed"
        clause = (anchor[1], _end_of_told(g, anchor[1], clause[1]))
    if clause[1] - clause[0] < _SHORTEST:
        return None
    if foreign:
        rests = is_article(one.link.url) and anchor[1] - anchor[0] >= _SHORTEST_ANCHOR and not all(g.is_name(k) for k in range(*anchor))
    else:
        rests = told or asserts(g, anchor, clause, one.link.url)
    if not rests:
        return None
    finding = Finding(said("link on the assertion"), "link", anchor, None, (clause,), sentence)
    return Draft(g, one.number, finding, (g.passage.span(clause),))


def _end_of_told(g: Grammar, that: int, end: int) -> int:
    """Where what was told ends: before the verb of the clause around it, "… that the mill had burned | has not reached us"."""
    verbs = (k for k in range(that + 3, end) if g.is_finite(k) and not (g.is_auxiliary(k - 1) or g.is_adverb(k - 1)))
    return next((k for k in verbs if has_verb(g, (that + 1, k))), end)
