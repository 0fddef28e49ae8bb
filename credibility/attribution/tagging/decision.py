"""One decision from rules and tagger: which finding stands, how far its content reaches, and how sure we are.

Measured on PolNeAR dev, GUM news and our held-out articles: the rules are right more often about the source; the tagger finds more and cuts
contents better. So:

* A rule's finding that the tagger sees too keeps its rule and reasons; its content reaches as far as the tagger's, unless it is a whole
  quotation, whose marks say where it ends.
* Where they overlap without agreeing, the tagger wins if it is very sure, else the rule.
* Of a claim that both see the rule's source stays where the tagger names whom it cites, or a part of it; words of an earlier sentence and
  the occasion at the end ("in an interview with …") are no content, though the tagger may take them for it.
* A rule's finding with a verb of which the tagger sees nothing is doubted, and dropped, unless its construction leaves no doubt.
* What only the tagger sees stands if it is sure enough: that threshold is the reader's to set. It must be very sure of a cue that the
  lexicon does not know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from credibility.attribution.constructions.briefs import BRIEFS
from credibility.attribution.constructions.noun_cues import NOUN_CLAUSE
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import goes_on_telling
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.propositions import is_only_shown
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.set_in import parts_seen
from credibility.attribution.tagging.sources import takes_source
from credibility.attribution.tagging.unruled import alone, reports
from credibility.attribution.tagging.votes import Vote, belief_of, votes_of, words_of
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

AGREE = 0.5
"""Overlap over union, in words, from which two contents are the same claim: the measure of the benchmarks."""

TOUCH = 0.3
"""Share of the shorter content that lies in the other, from which two contents compete."""

VERY_SURE = 0.85
"""How sure the tagger must be to take a claim's place from a rule, or to read a cue that the lexicon does not know."""

BARE = 0.2
"""How much surer it must be of words that are neither a clause nor quoted ("the decision"): of 15 in 37 articles of gold that 0.7 let pass
and 0.9 does not, 9 were no claims."""

DOUBT = 0.3
"""Below this belief that a content's words are part of anything, a rule's finding is dropped."""

EVIDENT = 0.2
"""The same where a document or a poll finds something."""

FAINT = 0.05
"""Below this even a rule that needs many signs is wrong: "an agency of the state established in 1988"."""

_HOLE = 3  # words that the tagger may leave out inside a content by mistake

THRESHOLD = 0.7
"""How sure the tagger must be of a claim that no rule found; the reader can set another."""


ASIDE, CHARGE = "aside with “as”", "charge after the cue"
FIRM = frozenset({"content before the cue", "quotation before the cue", ASIDE, "quoted as saying"})
"""Rules that need so many signs (a clause, its comma, a speaker, a verb of saying) that the tagger's silence is no reason to doubt them."""


def decide(
    g: Grammar, findings: Sequence[Finding], tagged: Sequence[TaggedParagraph], threshold: float = THRESHOLD, attitudes: bool = False
) -> tuple[Finding, ...]:
    """The findings of one passage after both have spoken, by position of the cue. `tagged` are the passage's own paragraphs."""
    votes = [vote for paragraph in tagged for vote in votes_of(g, paragraph) if attitudes or not vote.attitude]
    belief = belief_of(g, tagged)
    weighed = [_weighed(g, finding, votes, belief) for finding in findings]
    heard = frozenset(k for _, agreeing in weighed for k in agreeing)
    kept = [finding for finding, _ in weighed if finding is not None]
    unheard = [vote for k, vote in enumerate(votes) if k not in heard]
    kept += [alone(g, vote) for vote in unheard if _stands_alone(g, vote, kept, threshold)]
    return tuple(sorted(_distinct(kept), key=lambda finding: finding.cue))


def _weighed(g: Grammar, finding: Finding, votes: Sequence[Vote], belief: Mapping[int, float]) -> tuple[Finding | None, frozenset[int]]:
    """A rule's finding after the votes are counted, None where it falls; and the votes that speak of the same words."""
    words = words_of(finding.content)
    if not words:
        return finding, frozenset()
    if seen := parts_seen(g, finding, words, votes):
        return replace(finding, confidence=max(AGREE, *(votes[k].sure for k in seen)), both=True), seen
    match = _match(words, votes)
    if match is not None:
        return _agreed(g, finding, votes[match]), frozenset({match})
    rivals = frozenset(k for k, vote in enumerate(votes) if _compete(words, vote.words) and not _is_fragment(g, vote, [finding]))
    if rivals and all(votes[k].sure > VERY_SURE for k in rivals):
        return _outdone(g, finding, votes, rivals)
    sure = sum(belief.get(word, 1.0) for word in words) / len(words)
    return replace(finding, confidence=sure) if sure >= _floor(g, finding) else None, rivals


def _outdone(g: Grammar, finding: Finding, votes: Sequence[Vote], rivals: frozenset[int]) -> tuple[Finding | None, frozenset[int]]:
    """A finding against which the tagger is very sure: it falls, unless one of the votes is its own claim, cut short or widened."""
    words = words_of(finding.content)
    parts = [k for k in sorted(rivals) if _is_part(g, finding, words, votes[k]) or _is_wider(g, finding, words, votes[k])]
    return (replace(finding, confidence=votes[parts[0]].sure, both=True), frozenset(parts[:1])) if parts else (None, frozenset())


def _floor(g: Grammar, finding: Finding) -> float:
    """How much the tagger must believe that a rule's finding is something."""
    if finding.unsourced or finding.rule in BRIEFS:
        return 0.0
    if not _is_doubtful(g, finding):
        return FAINT if finding.rule in FIRM or finding.lemma == "per" else 0.0
    shown = finding.source is not None and describe_source(g, finding.source).kind in (SourceKind.DOCUMENT, SourceKind.POLL)
    return EVIDENT if shown else DOUBT


def _stands_alone(g: Grammar, vote: Vote, kept: Sequence[Finding], threshold: float) -> bool:
    """Whether a vote for which no rule spoke is a claim: somebody's, surely enough, and no part of one that stands.

    Without a source and without quoted words, “Estimated attendance: 77,000” is no one's claim.
    """
    if (
        _tells_nothing(g, vote)
        or _echoes(g, vote, kept)
        or _is_fragment(g, vote, kept)
        or _is_spoken_for(g, vote, kept)
        or _is_contrary(g, vote)
        or vote.cue[0] in g.in_idiom
        or not _is_somebodys(g, vote)
    ):
        return False
    return vote.sure >= max(threshold + (BARE if _is_bare(g, vote) else 0.0), 0.0 if reports(g, vote) else VERY_SURE)


def _is_bare(g: Grammar, vote: Vote) -> bool:
    """Whether words are a phrase without a verb, and neither quoted nor behind "that" or a colon."""
    marked = g.word(vote.cue[1] - 1) == ":" or g.lower(vote.content[0][0]) == "that"
    return not (marked or any(g.quoted(word) for word in vote.words) or any(g.has_clause(run) for run in vote.content))


def _is_somebodys(g: Grammar, vote: Vote) -> bool:
    """Whether words have a source near, or are quoted; of a source in an earlier sentence they must be a clause at least."""
    if any(g.quoted(word) for word in vote.words):
        return True
    near = vote.source is not None and (not vote.shared or g.sentence_of(vote.source[0]) == g.sentence_of(vote.cue[0]))
    return near or (vote.source is not None and any(g.has_clause(run) for run in vote.content))


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each content: two of the rules may both have taken the tagger's reach, and then say the same."""
    by_content: dict[tuple[Run, ...], Finding] = {}
    for finding in findings:
        by_content.setdefault(finding.content, finding)
    waiting = [finding for finding in findings if not finding.content]
    return [*waiting, *(finding for content, finding in by_content.items() if content)]


def _match(words: frozenset[int], votes: Sequence[Vote]) -> int | None:
    """The vote for the same claim."""
    shares = [(len(words & vote.words) / len(words | vote.words), -k) for k, vote in enumerate(votes)]
    best, k = max(shares, default=(0.0, 0))
    return -k if best >= AGREE else None


def _is_part(g: Grammar, finding: Finding, words: frozenset[int], vote: Vote) -> bool:
    """Whether the tagger sees the same cue and the same claim, cut short.

    It stops at an aside in dashes, or where the rule's content goes on with “, but also”; or it begins in the middle of the unquoted
    clauses before “, he said”.
    """
    end = max(run[1] for run in vote.content)
    goes_on = g.word(end) == "," and g.lower(end + 1) in g.lexicon.words.joints
    aside = g.word(end) in DASHES or g.word(end - 1) in DASHES
    goes_on = goes_on or (aside and any(g.word(k) in DASHES for run in finding.content for k in range(max(run[0], end + 1), run[1])))
    return (goes_on or _went_before(g, finding, vote)) and vote.words <= words and bool(set(range(*finding.cue)) & set(range(*vote.cue)))


def _is_wider(g: Grammar, finding: Finding, words: frozenset[int], vote: Vote) -> bool:
    """Whether the tagger takes the writer's sentence for the words that are quoted in it: "the end of “the shared table,” as X put it"."""
    quoted = finding.rule == ASIDE and all(g.quoted(k) for k in words)
    return quoted and {k for k in words if g.word(k)[0].isalnum()} < vote.words and _is_same_source(finding, vote)


def _is_same_source(finding: Finding, vote: Vote) -> bool:
    """Whether the tagger's source is the rule's, or a part of it, or it saw none beside the cue."""
    if vote.source is None:
        return finding.content[-1][1] <= vote.cue[0] < finding.cue[1]
    return finding.source is not None and bool(set(range(*finding.source)) & set(range(*vote.source)))


def _went_before(g: Grammar, finding: Finding, vote: Vote) -> bool:
    """Whether the tagger takes the last of the unquoted clauses before “, he said” for all of them."""
    alone = finding.rule == "content before the cue" and len(finding.content) == len(vote.content) == 1
    (start, end), reach = finding.content[0], vote.content[0]
    return alone and start < reach[0] and reach[1] <= end + 1 and not g.passage.opens(reach[0])


def _compete(words: frozenset[int], others: frozenset[int]) -> bool:
    return len(words & others) > TOUCH * min(len(words), len(others))


def _agreed(g: Grammar, finding: Finding, vote: Vote) -> Finding:
    """The rule's finding with the tagger's reach, and with its source unless that is only the one of the claim before."""
    whole = all(g.quoted(k) for k in words_of(finding.content))
    kept = whole or finding.lead_in or _went_before(g, finding, vote) or _cut_short(g, finding.content, vote.content)
    kept = kept or _goes_into_verb(g, finding, vote.content) or _is_torn(finding, vote)
    content = finding.content if kept else _from_accused(finding, vote.content)
    source = vote.source if takes_source(g, finding, vote) else finding.source
    return replace(finding, content=_without(g, content, finding.addressee), source=source, confidence=max(vote.sure, AGREE), both=True)


def _from_accused(finding: Finding, reach: tuple[Run, ...]) -> tuple[Run, ...]:
    """The tagger's reach, which for a charge begins with whom it is laid against: "accused | the Herald of lying"."""
    if finding.rule != CHARGE or len(finding.content) > 1 or len(reach) > 1 or finding.content[0][0] >= reach[0][1]:
        return reach
    return ((finding.content[0][0], reach[0][1]),)


def _is_torn(finding: Finding, vote: Vote) -> bool:
    """Whether the tagger's reach takes in the source's own words, or leaves a hole of a few words in one run of the rule's."""
    own = set(range(*finding.source)) if finding.source else set()
    if not vote.words.isdisjoint(own):
        return True
    (start, end), reach = finding.content[0], sorted(vote.content)
    holes = ((left[1], right[0]) for left, right in pairwise(reach))
    return any(start <= low and high <= end and high - low <= _HOLE for low, high in holes)


def _without(g: Grammar, content: tuple[Run, ...], told: Run | None) -> tuple[Run, ...]:
    """The content without the pronoun of whom it was told at its head."""
    if told is None or g.lower(told[1] - 1) not in g.lexicon.words.object_pronouns or content[0][0] != told[0] or content[0][1] <= told[1]:
        return content
    return ((told[1], content[0][1]), *content[1:])


def _cut_short(g: Grammar, content: Sequence[Run], reach: Sequence[Run]) -> bool:
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


def _goes_into_verb(g: Grammar, finding: Finding, reach: Sequence[Run]) -> bool:
    """Whether the tagger goes on into the verb of the main clause.

    Over a comma, "the study, which says it sinks |, was cheap", or behind a noun's clause, "her claim that it sank | angered many".
    """
    end = max(run[1] for run in finding.content)
    if end >= max(run[1] for run in reach):
        return False
    if g.word(end) == ",":
        return g.is_finite(end + 1 + g.is_adverb(end + 1))
    return finding.rule == NOUN_CLAUSE and (g.is_finite(end) or g.is_past(end))


def _is_spoken_for(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether a quotation that has its speaker is given to another: "“…,” she said, according to NBC News. “…”"."""
    return all(g.quoted(k) for k in vote.words) and any(vote.words <= words_of(one.content) for one in kept if one.source)


def _is_fragment(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether the vote lies inside the clauses before a cue and stops where none of them can end."""
    outer = (finding for finding in kept if finding.rule == "content before the cue" and finding.source)
    return any(vote.words <= words_of(finding.content) and _cut_short(g, finding.content, vote.content) for finding in outer)


def _is_doubtful(g: Grammar, finding: Finding) -> bool:
    """Whether the cue can be something else: a verb can, and a colon before unquoted words; “according to” and “reportedly” cannot."""
    if finding.unsourced or finding.addressee:
        return False
    if g.passage.phrase(finding.cue) == ":":
        return not any(g.quoted(word) for word in words_of(finding.content))
    if finding.rule in FIRM:
        return False
    rows = (row for k in range(*finding.cue) for row in g.lexicon.forms.get(g.lower(k), ()))
    return any(verb.lemma == finding.lemma for verb, _ in rows)


def _tells_nothing(g: Grammar, vote: Vote) -> bool:
    """Whether the cue only names the parts of something ("the allies include …"), or shows a thing."""
    return is_only_shown(g, vote.source, vote.cue, vote.content) or any(g.lower(k) in g.lexicon.words.listing for k in range(*vote.cue))


def _is_contrary(g: Grammar, vote: Vote) -> bool:
    """Whether the sentence says that its words are not what the source reported."""
    opening = g.passage.sentences[g.sentence_of(vote.cue[0])][0]
    return g.lower(opening) in g.lexicon.cues.contrary and vote.content[0][0] >= vote.cue[1]


def _echoes(g: Grammar, vote: Vote, kept: Sequence[Finding]) -> bool:
    """Whether a bare "as" is the cue though its verb has a content already: "It is true, as X wrote, that …"."""
    bare = g.passage.lower[vote.cue[0] : vote.cue[1]] == ("as",)
    if any(g.quoted(k) for k in vote.words):
        return bare and any(finding.source == vote.source for finding in kept)
    worded = (one for one in kept if one.rule == ASIDE and all(g.quoted(k) for k in words_of(one.content)))
    return (bare and any(one.source == vote.source for one in kept)) or any(_is_same_source(one, vote) for one in worded)
