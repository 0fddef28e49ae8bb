"""The vote for a finding's claim, and the findings that only run into another's claim."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.tagging.votes import Vote, words_of
from credibility.attribution.text.sentences import Run

AGREE = 0.5
"""Overlap over union, in words, from which two contents are the same claim: the measure of the benchmarks."""


def vote_for(words: frozenset[int], votes: Sequence[Vote]) -> int | None:
    """The vote for the same claim."""
    shares = [(len(words & vote.words) / len(words | vote.words), -k) for k, vote in enumerate(votes)]
    best, k = max(shares, default=(0.0, 0))
    return -k if best >= AGREE else None


def without_doubles(findings: Sequence[Finding], votes: Sequence[Vote]) -> list[Finding]:
    """The findings but those whose words the tagger gives to another's cue: "not | answering | the door, Falk suggested that …"."""
    cues = [finding.cue for finding in findings]
    return [one for one in findings if not _is_double(one, cues, votes)]


def _is_double(finding: Finding, cues: Sequence[Run], votes: Sequence[Vote]) -> bool:
    if not finding.content or finding.content[0][0] < finding.cue[1]:
        return False
    k = vote_for(words_of(finding.content), votes)
    return k is not None and not _touch(finding.cue, votes[k].cue) and any(_touch(cue, votes[k].cue) for cue in cues)


def _touch(one: Run, other: Run) -> bool:
    return one[0] < other[1] and other[0] < one[1]
