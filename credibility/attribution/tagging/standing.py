"""Whether a vote for which no rule spoke is a claim: somebody's, surely enough, and no part of one that stands."""

from collections.abc import Callable, Sequence

from credibility.attribution.constructions.passives import ASIDE
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.propositions import is_only_shown
from credibility.attribution.speakers.inferences import is_inference
from credibility.attribution.tagging.reach import stops_midway
from credibility.attribution.tagging.sources import is_same_source
from credibility.attribution.tagging.unruled import reports
from credibility.attribution.tagging.votes import Vote, words_of

VERY_SURE = 0.85
"""How sure the tagger must be to take a claim's place from a rule, or to read a cue that the lexicon does not know."""

BARE = 0.2
"""How much surer it must be of words that are neither a clause nor quoted ("the decision"): of 15 in 37 articles of gold that 0.7 let pass
and 0.9 does not, 9 were no claims."""

_NAME = 6  # tokens of a name between its quotation marks

Fault = Callable[[Grammar, Vote], bool]
"""Whether a vote is no claim, for one reason."""

Rivalry = Callable[[Grammar, Vote, Sequence[Finding]], bool]
"""Whether a vote says nothing beside the findings that stand, for one reason."""


def stands_alone(g: Grammar, vote: Vote, kept: Sequence[Finding], threshold: float) -> bool:
    """Whether a vote for which no rule spoke is a claim beside the findings that stand."""
    if any(fault(g, vote) for fault in _FAULTS) or any(rivalry(g, vote, kept) for rivalry in _RIVALRIES):
        return False
    return vote.sure >= max(threshold + (BARE if _is_bare(g, vote) else 0.0), 0.0 if reports(g, vote) else VERY_SURE)


def _is_bare(g: Grammar, vote: Vote) -> bool:
    """Whether words are a phrase without a verb, and neither quoted nor behind "that" or a colon."""
    marked = g.word(vote.cue[1] - 1) == ":" or g.lower(vote.content[0][0]) == "that"
    return not (marked or any(g.quoted(word) for word in vote.words) or any(g.has_clause(run) for run in vote.content))


def _tells_nothing(g: Grammar, vote: Vote) -> bool:
    """Whether the cue only names the parts of something ("the allies include …"), or shows a thing."""
    return is_only_shown(g, vote.source, vote.cue, vote.content) or any(g.lower(k) in g.lexicon.words.listing for k in range(*vote.cue))


def _echoes(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether a bare "as" is the cue though its verb has a content already: "It is true, as X wrote, that …"."""
    bare = g.passage.lower[vote.cue[0] : vote.cue[1]] == ("as",)
    if any(g.quoted(k) for k in vote.words):
        return bare and any(finding.source == vote.source for finding in kept)
    worded = (one for one in kept if one.rule == ASIDE and all(g.quoted(k) for k in words_of(one.content)))
    return (bare and any(one.source == vote.source for one in kept)) or any(is_same_source(one, vote) for one in worded)


def is_fragment(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether the vote lies inside the clauses before a cue and stops where none of them can end."""
    outer = (finding for finding in kept if finding.rule == "content before the cue" and finding.source)
    return any(vote.words <= words_of(finding.content) and stops_midway(g, finding.content, vote.content) for finding in outer)


def _is_spoken_for(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether a quotation that has its speaker is given to another: "“…,” she said, according to NBC News. “…”"."""
    return all(g.quoted(k) for k in vote.words) and any(vote.words <= words_of(one.content) for one in kept if one.source)


def _names(g: Grammar, vote: Vote) -> bool:
    """Whether a quotation is only what something is called: "a seller called “E-Tide,”"."""
    alone = vote.cue[1] - vote.cue[0] == 1 and vote.source is None
    named = alone and g.lower(vote.cue[0]) in g.lexicon.words.naming
    return named and len(vote.words) <= _NAME and all(g.quoted(k) for k in vote.words)


def _infers(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    return is_inference(g, vote.cue, vote.source, kept)


def _is_contrary(g: Grammar, vote: Vote) -> bool:
    """Whether the sentence says that its words are not what the source reported."""
    opening = g.passage.sentences[g.sentence_of(vote.cue[0])][0]
    return g.lower(opening) in g.lexicon.cues.contrary and vote.content[0][0] >= vote.cue[1]


def _is_idiom(g: Grammar, vote: Vote) -> bool:
    return vote.cue[0] in g.in_idiom


def _is_nobodys(g: Grammar, vote: Vote) -> bool:
    """Whether words are neither quoted nor have a source near; of a source in an earlier sentence they must be a clause at least.

    “Estimated attendance: 77,000” is no one's claim.
    """
    if any(g.quoted(word) for word in vote.words):
        return False
    if vote.source is None:
        return True
    near = not vote.shared or g.sentence_of(vote.source[0]) == g.sentence_of(vote.cue[0])
    return not (near or any(g.has_clause(run) for run in vote.content))


_FAULTS: tuple[Fault, ...] = (_tells_nothing, _names, _is_contrary, _is_idiom, _is_nobodys)
_RIVALRIES: tuple[Rivalry, ...] = (_echoes, is_fragment, _is_spoken_for, _infers)
