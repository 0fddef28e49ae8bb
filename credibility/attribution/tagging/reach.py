"""How far a claim reaches that rule and tagger both see: the tagger cuts better, unless it is plain that it cut this one wrongly."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from credibility.attribution.constructions.noun_cues import NOUN_CLAUSE
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import goes_on_telling
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.tagging.votes import Vote, words_of
from credibility.attribution.text.sentences import Run

CHARGE = "charge after the cue"

_HOLE = 3  # words that the tagger may leave out inside a content by mistake

Holds = Callable[[Grammar, Finding, Vote], bool]
"""Whether a rule's content stays as it is, for one reason."""


def content_of(g: Grammar, finding: Finding, vote: Vote) -> tuple[Run, ...]:
    """The content of a claim that both see: the rule's where anything speaks for it, else the tagger's."""
    whole = all(g.quoted(k) for k in words_of(finding.content))  # its marks say where it ends
    holds = whole or finding.lead_in or _is_torn(finding, vote) or any(reason(g, finding, vote) for reason in _HOLDS)
    return _without(g, finding.content if holds else _from_accused(finding, vote.content), finding.addressee)


def went_before(g: Grammar, finding: Finding, vote: Vote) -> bool:
    """Whether the tagger takes the last of the unquoted clauses before “, he said” for all of them."""
    alone = finding.rule == "content before the cue" and len(finding.content) == len(vote.content) == 1
    (start, end), reach = finding.content[0], vote.content[0]
    return alone and start < reach[0] and reach[1] <= end + 1 and not g.passage.opens(reach[0])


def _stops_midway(g: Grammar, finding: Finding, vote: Vote) -> bool:
    return stops_midway(g, finding.content, vote.content)


def stops_midway(g: Grammar, content: Sequence[Run], reach: Sequence[Run]) -> bool:
    """Whether the tagger stops inside the rule's content where no clause can end: its verb is still to come, or nothing parts them."""
    end = max(run[1] for run in reach)
    if end >= max(run[1] for run in content):
        return False
    if g.word(end) == "," and (_waits_for_verb(g, content, end) or goes_on_telling(g, end, max(run[1] for run in content))):
        return True
    words = g.lexicon.words
    return not (g.is_mark(end) or g.quoted(end) != g.quoted(end - 1) or g.lower(end) in words.subordinators | words.asides | words.wh)


def _waits_for_verb(g: Grammar, content: Sequence[Run], comma: int) -> bool:
    """Whether the clause that a comma interrupts has no verb yet: "that it would mend the wall and that by 2040 |, it hopes to …"."""
    run = next((run for run in content if run[0] < comma < run[1]), None)
    opening = next((k for k in range(comma - 1, run[0] - 1, -1) if g.lower(k) == "that" and not g.quoted(k)), None) if run else None
    return run is not None and opening is not None and not g.has_clause((opening + 1, comma)) and g.has_clause((comma, run[1]))


def _goes_into_verb(g: Grammar, finding: Finding, vote: Vote) -> bool:
    """Whether the tagger goes on into the verb of the main clause.

    Over a comma, "the study, which says it sinks |, was cheap", or behind a noun's clause, "her claim that it sank | angered many".
    """
    end = max(run[1] for run in finding.content)
    if end >= max(run[1] for run in vote.content):
        return False
    if g.word(end) == ",":
        return g.is_finite(end + 1 + g.is_adverb(end + 1))
    return finding.rule == NOUN_CLAUSE and (g.is_finite(end) or g.is_past(end))


def _is_torn(finding: Finding, vote: Vote) -> bool:
    """Whether the tagger's reach takes in the source's own words, or leaves a hole of a few words in one run of the rule's."""
    own = set(range(*finding.source)) if finding.source else set()
    if not vote.words.isdisjoint(own):
        return True
    (start, end), reach = finding.content[0], sorted(vote.content)
    holes = ((left[1], right[0]) for left, right in pairwise(reach))
    return any(start <= low and high <= end and high - low <= _HOLE for low, high in holes)


_HOLDS: tuple[Holds, ...] = (went_before, _stops_midway, _goes_into_verb)
"""The kinds of wrong cut that the grammar tells."""


def _from_accused(finding: Finding, reach: tuple[Run, ...]) -> tuple[Run, ...]:
    """The tagger's reach, which for a charge begins with whom it is laid against: "accused | the Herald of lying"."""
    if finding.rule != CHARGE or len(finding.content) > 1 or len(reach) > 1 or finding.content[0][0] >= reach[0][1]:
        return reach
    return ((finding.content[0][0], reach[0][1]),)


def _without(g: Grammar, content: tuple[Run, ...], told: Run | None) -> tuple[Run, ...]:
    """The content without the pronoun of whom it was told at its head."""
    if told is None or g.lower(told[1] - 1) not in g.lexicon.words.object_pronouns or content[0][0] != told[0] or content[0][1] <= told[1]:
        return content
    return ((told[1], content[0][1]), *content[1:])
