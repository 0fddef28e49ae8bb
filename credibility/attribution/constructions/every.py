"""All attributions whose cue stands in a passage: each cue is tried in the constructions it can open."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.attribution.constructions.adverb_cues import find_adverb_cues
from credibility.attribution.constructions.after_cue import content_after_cue
from credibility.attribution.constructions.before_cue import before_cue, inverted_in
from credibility.attribution.constructions.briefs import find_briefs
from credibility.attribution.constructions.colon_quotes import find_colon_quotes
from credibility.attribution.constructions.cues import PhraseCue, VerbCue, find_phrase_cues, find_verb_cues
from credibility.attribution.constructions.lead_ins import find_lead_in
from credibility.attribution.constructions.noun_cues import find_noun_cues
from credibility.attribution.constructions.passives import as_said, passive_attribution
from credibility.attribution.constructions.phrase_cues import headline_attribution, phrase_attribution, poll_attributions
from credibility.attribution.constructions.polarity import OBJECT
from credibility.attribution.constructions.subjects import ends_inverted, subject_of
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.shares import finds_share
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_WHOLE = frozenset({"clause with “that” after the cue", "clause after the cue", "quotation after the cue"})
"""What somebody did not say must be whole to be told: "did not say that …", but not "did not report the accident"."""


def find_attributions(g: Grammar, attitudes: bool) -> tuple[Finding, ...]:
    """All attributions whose cue stands in the passage, by position of the cue; contents may nest but are never equal."""
    cues: list[VerbCue | PhraseCue] = [*find_verb_cues(g), *find_phrase_cues(g)]
    found: list[Finding] = list(headline_attribution(g))
    for cue in sorted(cues, key=lambda one: one.group[0]):
        sentence = g.passage.sentences[g.sentence_of(cue.group[0])]
        finding = phrase_attribution(g, cue, sentence) if isinstance(cue, PhraseCue) else _from_verb(g, cue, sentence, found)
        if finding and finding.attitude and finds_share(g, finding.source):
            finding = replace(finding, attitude=False)  # what 40 percent of voters believe is what a poll found
        if finding and (attitudes or not finding.attitude):
            found.append(_heard(g, finding))
    nouns = find_noun_cues(g, attitudes)
    found = [*(one for one in found if not _names_report(one, nouns)), *nouns]
    found.extend(find_colon_quotes(g, found))
    found.extend(poll_attributions(g))
    found.extend(find_adverb_cues(g, found))
    found.extend(find_lead_in(g, found))
    found.extend(find_briefs(g, found))
    return tuple(_distinct(found))


def _from_verb(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Finding | None:
    if cue.modal:
        return None
    if cue.passive:
        return passive_attribution(g, cue, sentence)
    if ends_inverted(g, cue, sentence):
        return _at_end(g, cue, sentence, found)
    return inverted_in(g, cue, sentence) or _from_active(g, cue, sentence, found)


def _from_active(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Finding | None:
    """What the subject of a verb says: behind an "as", before the verb, or behind it."""
    subject = subject_of(g, cue, sentence, found)
    if subject and _is_aside(g, cue, sentence, subject):
        aside = as_said(g, cue, sentence, subject)
        if aside or cue.verb.takes("final"):
            return aside
    left = before_cue(g, cue, sentence, subject)
    if left:
        return left
    right = content_after_cue(g, cue, sentence, subject)
    return right if right and _is_told(g, cue, right) else None


def _is_told(g: Grammar, cue: VerbCue, right: Finding) -> bool:
    """Whether a content behind the cue is its own: what was not said is whole, and "and Reuters confirmed" goes on from the cue."""
    if cue.negated and not cue.verb.attitude and right.rule not in _WHOLE:
        return False
    return not right.content or g.lower(right.content[0][0]) not in g.lexicon.words.coordinators


def _heard(g: Grammar, finding: Finding) -> Finding:
    """What a court heard, without the court for its source, and what rumour has it, which is hearsay."""
    if tells_lore(g, finding.source):
        return replace(finding, source=None, unsourced=SourceKind.HEARSAY)
    if finding.lemma != "hear" or finding.source is None or g.lower(finding.source[1] - 1) not in g.lexicon.cues.hearers:
        return finding
    return replace(finding, source=None, unsourced=SourceKind.NONE)


def tells_lore(g: Grammar, source: Run | None) -> bool:
    """Whether a source is nobody but rumour: "Legend has it", "local lore says"."""
    return (
        source is not None
        and g.lower(source[1] - 1) in g.lexicon.cues.lore
        and not any(g.is_name(k) for k in range(source[0] + 1, source[1]))
    )


def _names_report(finding: Finding, nouns: Sequence[Finding]) -> bool:
    """Whether an object is the report that a noun names: of "rejected the claim that …" the claim says what it was."""
    return finding.rule == OBJECT and any(finding.content[0][0] <= noun.cue[0] < finding.content[0][1] for noun in nouns)


def _at_end(g: Grammar, cue: VerbCue, sentence: Run, found: list[Finding]) -> Finding | None:
    """Content, said X. What ran over this cue was cut wrongly: "videos show the dock, which is theirs, said Jane Doe" is all hers."""
    left = before_cue(g, cue, sentence, None)
    if left:
        found[:] = [one for one in found if not any(run[0] <= cue.head < run[1] for run in one.content)]
    return left


def _is_aside(g: Grammar, cue: VerbCue, sentence: Run, subject: Run) -> bool:
    """Whether "as" stands before the subject: "as X said"."""
    return subject[0] > sentence[0] and g.lower(subject[0] - 1) == "as" and cue.verb.takes("final", "after")


def _distinct(found: list[Finding]) -> list[Finding]:
    """One finding per content; a quotation belongs to the first that took it."""
    seen: set[tuple[Run, ...]] = set()
    kept: list[Finding] = []
    for finding in found:
        if not finding.content or finding.content not in seen:
            kept.append(finding)
            seen.add(finding.content)
    return kept
