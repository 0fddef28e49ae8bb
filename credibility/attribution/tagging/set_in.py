"""Contents on both sides of their source, of which the tagger saw a claim of its own on one side.

In “The results, according to the Herald, show that it sank” the Herald says all of it, and the results that it sank.
"""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.tagging.votes import Vote, words_of

_RULES = frozenset({"phrase inside the content", "content before the cue"})


def parts_seen(g: Grammar, finding: Finding, words: frozenset[int], votes: Sequence[Vote]) -> frozenset[int]:
    """The votes for a part of a content on both sides of its source, where one has its cue in the second half; else none.

    A second half that begins with "and" is a clause of its own: “It sank, according to her, and the complaint alleges that …”.
    """
    source, halves = finding.source, finding.content
    if any(g.lower(half[0]) in g.lexicon.words.coordinators for half in halves[1:2]):
        return frozenset()
    if finding.rule not in _RULES or source is None or len(halves) < 2 or not halves[0][1] <= source[0] < halves[1][0]:
        return frozenset()
    if any(all(vote.words & words_of((half,)) for half in halves[:2]) for vote in votes):
        return frozenset()  # it saw both sides, and may cut them better
    parts = frozenset(k for k, vote in enumerate(votes) if vote.words < words)
    return parts if any(halves[1][0] <= votes[k].cue[0] < halves[1][1] for k in parts) else frozenset()
