"""What the tagger says of a passage, in the passage's own tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from credibility.attribution.constructions.subjects import perceived_before
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.owners import owner_of
from credibility.attribution.tagging.labels import Tagged
from credibility.attribution.tagging.mending import mended_content, mended_source
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.model import Span


@dataclass(frozen=True, slots=True)
class Vote:
    """What the tagger says, in tokens of the passage."""

    content: tuple[Run, ...]
    words: frozenset[int]
    cue: Run
    source: Run | None
    shared: bool
    attitude: bool
    sure: float


def votes_of(g: Grammar, paragraph: TaggedParagraph) -> list[Vote]:
    """The tagger's attributions that have a cue; contents that stand alone are left to the rules for quotations."""
    votes = []
    for tagged in paragraph.found:
        content = tuple(run for words in tagged.content if (run := _run(g, paragraph, words)))
        cue = _run(g, paragraph, tagged.cue) if tagged.cue else None
        if content and cue and not g.quoted(cue[0]):  # a quotation is one content: who speaks inside it is its own affair
            owner = _owner_of_cue(g, cue)
            seen = _run(g, paragraph, tagged.source) if tagged.source else None
            source, content = owner or _heard(g, cue) or (seen and mended_source(g, seen)), mended_content(g, content, cue)
            shared = tagged.shared and owner is None
            votes.append(Vote(content, words_of(content), cue, source, shared, tagged.attitude, _sure(paragraph, tagged)))
    return votes


def _heard(g: Grammar, cue: Run) -> Run | None:
    """Who is heard or seen saying it, whoever hears it: "we watched | Falk | telling reporters"."""
    participle = any(form is Form.GERUND for _, form in g.lexicon.forms.get(g.lower(cue[0]), ()))
    return perceived_before(g, cue[0], g.passage.sentences[g.sentence_of(cue[0])][0]) if participle else None


def _owner_of_cue(g: Grammar, cue: Run) -> Run | None:
    """Whose claim it is where the cue is a noun with its owner before it: "jurors rejected | Moller's | claim" is not the jurors'."""
    nouns = g.lexicon.cue_nouns | g.lexicon.attitude_nouns
    noun = next((k for k in range(*cue) if g.lower(k) in nouns), None)
    return None if noun is None else owner_of(g, noun, g.passage.sentences[g.sentence_of(noun)][0])


def _run(g: Grammar, paragraph: TaggedParagraph, words: tuple[int, int]) -> Run | None:
    """The passage's tokens over a range of the tagger's words."""
    span = Span(paragraph.words[words[0]].span.start, paragraph.words[words[1] - 1].span.end)
    first, end = bisect_right(g.passage.ends, span.start), bisect_left(g.passage.starts, span.end)
    return (first, end) if first < end else None


def _sure(paragraph: TaggedParagraph, tagged: Tagged) -> float:
    """The lesser of the mean belief in the content's words and the belief in the cue."""
    content = [paragraph.sure[k] for start, end in tagged.content for k in range(start, end)]
    cue = min(paragraph.sure[k] for k in range(*tagged.cue)) if tagged.cue else 0.0
    return min(fsum(content) / len(content), cue)


def belief_of(g: Grammar, tagged: Sequence[TaggedParagraph]) -> dict[int, float]:
    """How much the tagger believes that a token is part of any attribution."""
    belief: dict[int, float] = {}
    for paragraph in tagged:
        for word, inside in zip(paragraph.words, paragraph.inside, strict=True):
            token = bisect_right(g.passage.ends, word.span.start)
            belief[token] = max(belief.get(token, 0.0), inside)
    return belief


def words_of(content: Sequence[Run]) -> frozenset[int]:
    """The tokens of a content."""
    return frozenset(k for start, end in content for k in range(start, end))
