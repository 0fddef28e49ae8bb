"""Whether content is asserted, denied, supposed, asked about or retracted, decided at its cue; one pass over what was found.

The signs stand around the cue and its source, never inside the content: "Reuters did not report that the bridge fell" denies, "Reuters
reported that the bridge did not fall" asserts.
"""

from dataclasses import replace

from credibility.attribution.constructions.subjects import sentence_subject
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.text.sentences import Run
from credibility.model import Denier, Polarity

_REACH = 10
OBJECT = "object of the cue"
"""The rule of "rejected the offer"."""

_QUESTION = "indirect question after the cue"


def with_polarity(g: Grammar, finding: Finding) -> Finding:
    """The finding with its polarity; retracted content belongs to whoever retracted it: "the Mail withdrew a story that claimed …"."""
    before = _verb_before(g, finding)
    if before is not None:
        return _governed(g, finding, before)
    if _is_regretted(g, finding):
        return replace(finding, polarity=Polarity.RETRACTED)
    if _is_denial(g, finding):
        return replace(finding, polarity=Polarity.DENIED, denied_by=Denier.SOURCE)
    if _is_untold(g, finding):
        return replace(finding, polarity=Polarity.DENIED, denied_by=Denier.NARRATOR)
    if _is_supposed(g, finding):
        return replace(finding, polarity=Polarity.HYPOTHETICAL)
    return replace(finding, polarity=Polarity.QUESTIONED) if _is_questioned(g, finding) else finding


def _is_regretted(g: Grammar, finding: Finding) -> bool:
    """Whether somebody is sorry to have said it: "apologised for reporting that"."""
    at = finding.cue[0]
    return g.lower(at).endswith("ing") and g.lower(at - 1) == "for" and g.lower(at - 2) in g.lexicon.cues.regretting


def _governed(g: Grammar, finding: Finding, verb: int) -> Finding:
    """A report that a verb retracts, rejects or upholds; "refused to withdraw" upholds it."""
    cues, source = g.lexicon.cues, finding.source
    if source and source[0] > verb and g.lower(source[0]) not in g.lexicon.words.possessives and not _is_thing(g, source):
        return finding  # somebody else's: "rejected Reuters' claim that …"
    start = _group_start(g, verb, finding.sentence[0])
    withheld = _is_withheld(g, start)
    finding = replace(finding, source=_subject(g, start - 2 if withheld else start, finding.sentence) or source)
    if withheld or _negated(g, (start, verb)):
        return finding
    if g.lower(verb) in cues.retracting:
        return replace(finding, polarity=Polarity.RETRACTED)
    if g.lower(verb) in cues.rejecting:
        return replace(finding, polarity=Polarity.DENIED, denied_by=Denier.SOURCE)
    return finding


def _verb_before(g: Grammar, finding: Finding) -> int | None:
    """The verb that governs a report named by a noun: "withdrew its report that …", "stood by a story which claimed …"."""
    at = finding.cue[0]
    if not (finding.lemma in g.lexicon.cue_nouns or g.lower(at - 1) in g.lexicon.cues.told_by):
        return None
    for k in range(at - 1, max(finding.sentence[0], at - _REACH) - 1, -1):
        if governs(g, k):
            return k
        if g.is_mark(k) or g.quoted(k) or g.lower(k) in g.lexicon.words.coordinators:
            return None
    return None


def governs(g: Grammar, k: int) -> bool:
    """Whether token k is a verb that takes a report back, rejects it or holds it up."""
    word, cues = g.lower(k), g.lexicon.cues
    if word in cues.two_part and g.lower(k + 1) not in cues.second_part:
        return False
    return word in cues.retracting or word in cues.rejecting or word in cues.upholding


def _subject(g: Grammar, start: int, sentence: Run) -> Run | None:
    """The subject of the verb group at `start`, the sentence's own behind an "and"."""
    start = _group_start(g, start, sentence[0])
    if g.lower(start - 1) in g.lexicon.words.coordinators:
        return sentence_subject(g, sentence, start)
    return subject_before(g, start, sentence[0])


def _group_start(g: Grammar, k: int, floor: int) -> int:
    while k > floor and (g.is_auxiliary(k - 1) or g.is_adverb(k - 1) or g.lower(k - 1) in g.lexicon.cues.nots):
        k -= 1
    return k


def _is_thing(g: Grammar, source: Run) -> bool:
    """Whether the source is the report itself, by its article: "a story which"."""
    return g.lower(source[0]) in g.lexicon.words.articles and not any(g.is_name(k) for k in range(*source))


def _is_denial(g: Grammar, finding: Finding) -> bool:
    cues = g.lexicon.cues
    denies = finding.lemma in cues.denying or (finding.rule == OBJECT and finding.lemma in cues.rejecting)
    return denies and not _negated(g, finding.cue)


def _is_untold(g: Grammar, finding: Finding) -> bool:
    """Whether the narrator says that it was not said: "did not report", "no outlet reported", "it is false that X said"."""
    if finding.lemma in g.lexicon.cues.denying:
        return False
    source, cues = finding.source, g.lexicon.cues
    if _negated(g, finding.cue) or _is_withheld(g, finding.cue[0]):
        return True
    if source is None or source[0] >= finding.cue[0]:
        return False
    if g.lower(source[0]) in cues.nobody or g.lower(source[0] - 1) in cues.nobody:
        return True
    opening = range(finding.sentence[0], source[0])
    fronted = g.lower(finding.sentence[0]) in cues.negative_openers and g.is_auxiliary(source[0] - 1)
    return fronted or (_reaches(g, opening) and any(_is_false(g, k) for k in opening))


def _negated(g: Grammar, cue: Run) -> bool:
    """Whether "not" or "never" stands in the verb group, but not "not only"."""
    words, cues = g.lexicon.words, g.lexicon.cues
    return any(g.lower(k) in words.negations and g.lower(k + 1) not in cues.merely for k in range(*cue))


def _is_withheld(g: Grammar, start: int) -> bool:
    """Whether somebody refused to say it: "declined to confirm that"."""
    return g.lower(start - 1) == "to" and g.lower(start - 2) in g.lexicon.cues.withholding


def _reaches(g: Grammar, opening: range) -> bool:
    """Whether the words before the source lead to it: "it is false that X", "it is not true, as X"."""
    return len(opening) > 2 and g.lower(opening[-1]) in g.lexicon.cues.leading


def _is_false(g: Grammar, k: int) -> bool:
    """Whether token k says that something is not so: "false", "not true"."""
    cues = g.lexicon.cues
    if g.lower(k) in cues.false:
        return g.lower(k - 1) not in g.lexicon.words.negations
    return g.lower(k) in cues.true and any(g.lower(m) in g.lexicon.words.negations for m in (k - 1, k - 2))


def _is_supposed(g: Grammar, finding: Finding) -> bool:
    """Whether it is only supposed: "if X reports", "were X to report", "suppose X said", "X would have said"."""
    cues, source = g.lexicon.cues, finding.source
    if _is_unreal(g, finding.cue):
        return True
    if source is None or source[0] >= finding.cue[0]:
        return False
    before, opens = g.lower(source[0] - 1), source[0] - 1 == finding.sentence[0]
    if before == "that" and source[0] - 2 == finding.sentence[0]:  # "Imagine that X reports"
        return g.lower(source[0] - 2) in cues.conditional
    if before in cues.conditional or (before == "case" and g.lower(source[0] - 2) == "in"):
        return g.lower(source[0] - 2) not in g.lexicon.forms  # "asked if X had said": a question
    turned = opens and before in cues.inverting
    return turned and (g.lower(finding.cue[0]) == "to" or any(g.word(k) == "," for k in range(finding.cue[1], finding.sentence[1])))


def _is_unreal(g: Grammar, cue: Run) -> bool:
    """Whether the verb group itself supposes: "would have said", "were to say"."""
    first, second = g.lower(cue[0]), g.lower(cue[0] + 1)
    return (first in g.lexicon.cues.unreal and second == "have") or (first in g.lexicon.words.be and second == "to")


def _is_questioned(g: Grammar, finding: Finding) -> bool:
    """Whether it is asked: "Did X say that …?", "whether X had said …", "X asked whether …"."""
    cues, source = g.lexicon.cues, finding.source
    if finding.rule == _QUESTION and finding.lemma in cues.asking:
        return True
    if source is None or source[0] >= finding.cue[0]:
        return False
    before = g.lower(source[0] - 1)
    if before in cues.whether:
        return True
    end, first = finding.sentence[1] - 1, source[0] - 1
    turned = g.is_auxiliary(first) or (first == finding.sentence[0] and before in g.lexicon.words.modals)  # "Would X say"
    return g.word(end) == "?" and not g.quoted(end) and not g.quoted(first) and turned
