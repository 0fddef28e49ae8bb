"""The earlier claim from the same letter: "said in an email seen by the Herald", then "Falk said in the email"."""

from credibility.attribution.drafts import Draft
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.cast import Figure
from credibility.attribution.speakers.memory import Memory
from credibility.attribution.speakers.witnesses import FAR

_PHRASE = 5  # tokens from "in" to the noun: "in a short email"


def document_resumed(index: int, draft: Draft, figure: Figure | None, memory: Memory) -> int | None:
    """The last draft in which the same person says something in "an email", where this one says it in "the email"."""
    noun = _written(draft, draft.grammar.lexicon.words.definite)
    if not noun or figure is None:
        return None
    for k in range(index - 1, max(0, index - FAR) - 1, -1):
        other = memory.drafts[k]
        if memory.speakers[k].figure == figure and _written(other, other.grammar.lexicon.words.indefinite_articles) == noun:
            return k
    return None


def _written(draft: Draft, determiners: frozenset[str]) -> str:
    """The noun for something written, with one of these words before it, that stands behind "in" beside the cue; "" for none."""
    g, (start, end) = draft.grammar, draft.finding.sentence
    inside = {k for run in draft.finding.content for k in range(*run)}
    for k in range(max(start, draft.finding.cue[0]), end):
        if g.lower(k) == "in" and k not in inside and g.lower(k + 1) in determiners:
            return _noun(g, k + 2)
    return ""


def _noun(g: Grammar, start: int) -> str:
    """The noun for something written within a few tokens."""
    return next((g.lower(k) for k in range(start, start + _PHRASE) if g.lower(k) in g.lexicon.words.statements), "")
