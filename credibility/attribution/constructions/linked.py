"""Sentences without a cue whose words are a link to another site's article: the link says where the assertion was read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from urllib.parse import urlsplit

from credibility.attribution.drafts import Draft
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run
from credibility.floor.sites import same_site
from credibility.model import BlockKind, Link, Span

_ARTICLE_PATH = re.compile(r"/(?:19|20)\d\d/\d{1,2}/|(?:[^/-]+-){3,}[^/-]+|\d{6,}|\.(?:html?|cms|ece)$")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_PARTING = (";", ":", "(", ")")
_SHORTEST = 5
_SHORTEST_ANCHOR = 2
_STEM = 4
_SHARED_WORDS = 3


def find_linked(
    grammars: Sequence[Grammar],
    drafts: Sequence[Draft],
    links: Sequence[Link],
    host: str | None,
    closed: Sequence[Span],
    foreign: bool = False,
) -> list[Draft]:
    """One draft for each sentence whose predicate or figure is a link to an article elsewhere and that no claim covers.

    `closed` are lines that belong to no sentence of the text, such as one that says where it first appeared. In a foreign language verbs
    are not known: there a link on two words or more is taken for one on the predicate, and the sentence for the clause.
    """
    taken = sorted((*closed, *(_covered(draft) for draft in drafts)))
    found: dict[tuple[int, Run], Draft] = {}
    starts = [g.passage.block.span.start for g in grammars]
    for link in links:
        number = bisect_right(starts, link.span.start) - 1
        if number < 0 or not _leads_elsewhere(link.url, host):
            continue
        draft = _linked_clause(grammars[number], number, link, foreign)
        if draft and (number, draft.finding.content[0]) not in found and not _is_taken(taken, draft.content[0]):
            found[(number, draft.finding.content[0])] = draft
    return list(found.values())


def _covered(draft: Draft) -> Span:
    """From the first to the last code point of a draft's sentence and content."""
    sentence = draft.grammar.passage.span(draft.finding.sentence)
    return Span(min(sentence.start, draft.content[0].start), max(sentence.end, draft.content[-1].end))


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, Span(span.end, span.end))
    return any(one.overlaps(span) for one in taken[max(0, at - 4) : at])


def _leads_elsewhere(url: str, host: str | None) -> bool:
    """Whether a URL leads to what looks like an article of another site."""
    parts = urlsplit(url)
    return bool(_ARTICLE_PATH.search(parts.path)) and (host is None or not same_site(url, host))


def _linked_clause(g: Grammar, number: int, link: Link, foreign: bool) -> Draft | None:
    """The clause that holds the link's words, when these are its predicate or its figure."""
    if g.passage.block.kind not in _PROSE:
        return None
    anchor = (bisect_left(g.passage.starts, link.span.start), bisect_left(g.passage.starts, link.span.end))
    if anchor[0] >= anchor[1]:
        return None
    sentence = g.passage.sentences[g.sentence_of(anchor[0])]
    clause = _clause_around(g, anchor, sentence)
    if clause[1] - clause[0] < _SHORTEST or not (foreign or g.has_clause(clause) or _is_predicate(g, anchor)):
        return None
    if foreign and (anchor[1] - anchor[0] < _SHORTEST_ANCHOR or all(g.is_name(k) for k in range(*anchor))):
        return None
    if not foreign and not (_asserts(g, anchor) or _is_headlined(g, clause, anchor, link.url)):
        return None
    finding = Finding("link on the assertion", "link", anchor, None, (clause,), sentence)
    return Draft(g, number, finding, (g.passage.span(clause),))


def _asserts(g: Grammar, anchor: Run) -> bool:
    """Whether the words hold a verb or a figure; a bare topic or a name asserts nothing."""
    return _is_predicate(g, anchor) or any(
        g.is_finite(k)
        or g.is_past(k)
        or g.word(k)[0].isdigit()
        or g.lower(k) in g.lexicon.words.numbers
        or g.lower(k) in g.lexicon.words.hearsay_adverbs
        for k in range(*anchor)
    )


def _is_predicate(g: Grammar, anchor: Run) -> bool:
    """Whether the words begin with a common verb, and no article, possessive or preposition makes a noun of it ("a cut in pay")."""
    words, before = g.lexicon.words, g.lower(anchor[0] - 1)
    if anchor[1] - anchor[0] < _SHORTEST_ANCHOR or g.lower(anchor[0]) not in words.plain_verbs:
        return False
    return before not in words.articles | words.possessives | words.prepositions and not before.endswith(("’s", "'s"))


def _is_headlined(g: Grammar, clause: Run, anchor: Run, url: str) -> bool:
    """Whether the words in the URL's path, which are mostly a headline, say what the clause says.

    Fewer shared words are enough where the anchor is no name and shares some of them: it is not there for an explanation.
    """
    slug = _stems(urlsplit(url).path)
    said, linked = _stems(g.passage.phrase(clause)), _stems(g.passage.phrase(anchor))
    if len(said & slug) >= _SHARED_WORDS:
        return True
    around = slug & said - linked
    return bool(slug & linked and around) and any(g.word(k).islower() for k in range(anchor[0] + 1, anchor[1]))


def _stems(words: str) -> set[str]:
    """The beginnings of the longer words."""
    return {word[:_STEM] for word in re.split(r"[^a-z]+", words.lower()) if len(word) >= _STEM}


def _clause_around(g: Grammar, anchor: Run, sentence: Run) -> Run:
    """The sentence, or the part of it between dashes, brackets and coordinations that holds the anchor."""
    start, end = sentence
    for k in range(*sentence):
        if g.quoted(k) or not _parts(g, k):
            continue
        if k < anchor[0] and (g.has_clause((k + 1, sentence[1])) or g.word(k) == "("):
            start = k + 1
        elif k >= anchor[1] and end == sentence[1]:
            end = k
    while start < anchor[0] and (g.lower(start) in g.lexicon.places.clause_openers or g.is_mark(start)):
        start += 1
    while end > anchor[1] and g.is_mark(end - 1) and not g.quoted(end - 1):
        end -= 1
    return (start, end)


def _parts(g: Grammar, k: int) -> bool:
    """Whether token k stands between two clauses: a dash, a bracket, a comma before "and"."""
    word = g.word(k)
    return word in _PARTING or word in DASHES or (word == "," and g.lower(k + 1) in g.lexicon.places.coordinators)
