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

Each kind of error that the tagger makes is a function in a table: what holds a rule's content against it in `reach`, what refuses a vote of
its own in `standing`, how what it saw is mended in `mending`. A new kind is a row there, and no line here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from credibility.attribution.constructions.briefs import BRIEFS
from credibility.attribution.constructions.passives import ASIDE
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.tagging.doubles import AGREE, vote_for, without_doubles
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.reach import content_of, went_before
from credibility.attribution.tagging.set_in import parts_seen
from credibility.attribution.tagging.sources import is_same_source, takes_source
from credibility.attribution.tagging.standing import VERY_SURE, is_fragment, stands_alone
from credibility.attribution.tagging.unruled import alone
from credibility.attribution.tagging.votes import Vote, belief_of, votes_of, words_of
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

TOUCH = 0.3
"""Share of the shorter content that lies in the other, from which two contents compete."""

DOUBT = 0.3
"""Below this belief that a content's words are part of anything, a rule's finding is dropped."""

EVIDENT = 0.2
"""The same where a document or a poll finds something."""

FAINT = 0.05
"""Below this even a rule that needs many signs is wrong: "an agency of the state established in 1988"."""

THRESHOLD = 0.7
"""How sure the tagger must be of a claim that no rule found; the reader can set another."""

FIRM = frozenset({"content before the cue", "quotation before the cue", ASIDE, "quoted as saying"})
"""Rules that need so many signs (a clause, its comma, a speaker, a verb of saying) that the tagger's silence is no reason to doubt them."""


def decide(
    g: Grammar, findings: Sequence[Finding], tagged: Sequence[TaggedParagraph], threshold: float = THRESHOLD, attitudes: bool = False
) -> tuple[Finding, ...]:
    """The findings of one passage after both have spoken, by position of the cue. `tagged` are the passage's own paragraphs."""
    votes = [vote for paragraph in tagged for vote in votes_of(g, paragraph) if attitudes or not vote.attitude]
    belief = belief_of(g, tagged)
    weighed = [_weighed(g, finding, votes, belief) for finding in without_doubles(findings, votes)]
    heard = frozenset(k for _, agreeing in weighed for k in agreeing)
    kept = [finding for finding, _ in weighed if finding is not None]
    unheard = [vote for k, vote in enumerate(votes) if k not in heard]
    kept += [alone(g, vote) for vote in unheard if stands_alone(g, vote, kept, threshold)]
    return tuple(sorted(_distinct(kept), key=lambda finding: finding.cue))


def _weighed(g: Grammar, finding: Finding, votes: Sequence[Vote], belief: Mapping[int, float]) -> tuple[Finding | None, frozenset[int]]:
    """A rule's finding after the votes are counted, None where it falls; and the votes that speak of the same words."""
    words = words_of(finding.content)
    if not words:
        return finding, frozenset()
    if seen := parts_seen(g, finding, words, votes):
        return replace(finding, confidence=max(AGREE, *(votes[k].sure for k in seen)), both=True), seen
    k = vote_for(words, votes)
    if k is not None:
        return _agreed(g, finding, votes[k]), frozenset({k})
    rivals = frozenset(k for k, vote in enumerate(votes) if _compete(words, vote.words) and not is_fragment(g, vote, [finding]))
    if rivals and all(votes[k].sure > VERY_SURE for k in rivals):
        return _outdone(g, finding, votes, rivals)
    sure = fsum(belief.get(word, 1.0) for word in words) / len(words)
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


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each content: two of the rules may both have taken the tagger's reach, and then say the same."""
    by_content: dict[tuple[Run, ...], Finding] = {}
    for finding in findings:
        by_content.setdefault(finding.content, finding)
    waiting = [finding for finding in findings if not finding.content]
    return [*waiting, *(finding for content, finding in by_content.items() if content)]


def _is_part(g: Grammar, finding: Finding, words: frozenset[int], vote: Vote) -> bool:
    """Whether the tagger sees the same cue and the same claim, cut short.

    It stops at an aside in dashes, or where the rule's content goes on with “, but also”; or it begins in the middle of the unquoted
    clauses before “, he said”.
    """
    end = max(run[1] for run in vote.content)
    goes_on = g.word(end) == "," and g.lower(end + 1) in g.lexicon.words.joints
    aside = g.word(end) in DASHES or g.word(end - 1) in DASHES
    goes_on = goes_on or (aside and any(g.word(k) in DASHES for run in finding.content for k in range(max(run[0], end + 1), run[1])))
    return (goes_on or went_before(g, finding, vote)) and vote.words <= words and bool(set(range(*finding.cue)) & set(range(*vote.cue)))


def _is_wider(g: Grammar, finding: Finding, words: frozenset[int], vote: Vote) -> bool:
    """Whether the tagger takes the writer's sentence for the words that are quoted in it: "the end of “the shared table,” as X put it"."""
    quoted = finding.rule == ASIDE and all(g.quoted(k) for k in words)
    return quoted and {k for k in words if g.word(k)[0].isalnum()} < vote.words and is_same_source(finding, vote)


def _compete(words: frozenset[int], others: frozenset[int]) -> bool:
    return len(words & others) > TOUCH * min(len(words), len(others))


def _agreed(g: Grammar, finding: Finding, vote: Vote) -> Finding:
    """The rule's finding with the reach and the source that it has where both see it."""
    source = vote.source if takes_source(g, finding, vote) else finding.source
    return replace(finding, content=content_of(g, finding, vote), source=source, confidence=max(vote.sure, AGREE), both=True)


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
