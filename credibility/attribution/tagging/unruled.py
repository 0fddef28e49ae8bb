"""Findings that only the tagger saw."""

from dataclasses import replace

from credibility.attribution.constructions.every import tells_lore
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.addressees import find_addressee
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.phrases.plain_phrases import antecedent
from credibility.attribution.tagging.votes import Vote
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

TAGGER = said("the tagger, trained on examples")
"""The rule's name of a finding that only the tagger saw, as the reader reads it."""


def alone(g: Grammar, vote: Vote) -> Finding:
    """A finding of the tagger alone, with the addressee that the rules see in it; a source is shared within one sentence only."""
    sentence = g.passage.sentences[g.sentence_of(vote.cue[0])]
    verb = g.lower(vote.cue[1] - 1)
    lemma = next((row[0].lemma for row in g.lexicon.forms.get(verb, ())), verb)
    after = min((run[0] for run in vote.content if run[0] >= vote.cue[1]), default=sentence[1])
    told = find_addressee(g, vote.cue[1], after, required=True) if lemma == "tell" and after > vote.cue[1] else None
    source, content = _source_alone(g, vote, sentence), tuple(_without_joint(g, run) for run in vote.content)
    if source is not None and lemma == "tell" and source[0] == vote.cue[1]:  # "…, Jane Doe, a lawyer, told NBC News"
        told, source = source, subject_before(g, vote.cue[0], sentence[0])
        content = _up_to(content, source[0] if source else vote.cue[0])
    found = Finding(TAGGER, lemma, vote.cue, source, content, sentence, addressee=told, attitude=vote.attitude, confidence=vote.sure)
    hearsay = tells_lore(g, source) or _is_received(g, vote.cue)
    return replace(found, source=None, unsourced=SourceKind.HEARSAY) if hearsay else found


def _without_joint(g: Grammar, run: Run) -> Run:
    """A run without the conjunction at its end: "hiding under a table | and"."""
    joint = run[1] - run[0] > 1 and not g.quoted(run[1] - 1) and g.lower(run[1] - 1) in g.lexicon.words.coordinators
    return (run[0], run[1] - 1) if joint else run


def _is_received(g: Grammar, cue: Run) -> bool:
    """Whether the cue is a report that somebody got: "has received reports that …" leaves open who made them."""
    noun = cue[1] - 1 if g.lower(cue[1] - 1) != "that" else cue[1] - 2
    return g.lower(noun) in g.lexicon.noun_like and g.lower(noun - 1) in g.lexicon.cues.receiving


def _source_alone(g: Grammar, vote: Vote, sentence: Run) -> Run | None:
    """The tagger's source of words that only it saw; none where it stands in another sentence, or is meant by a passive.

    "Jurors were told that …", "who was described as …": they hear it or are meant by it, and nobody named says it.
    """
    if vote.source is None or (vote.shared and g.sentence_of(vote.source[0]) != g.sentence_of(vote.cue[0])):
        return None
    return None if _is_passive(g, vote.cue) and vote.source[0] < vote.cue[0] else _whole_source(g, vote.source, sentence)


def _is_passive(g: Grammar, cue: Run) -> bool:
    """Whether a cue is a form of "be" with a participle."""
    return any(g.lower(k) in g.lexicon.words.be for k in range(*cue)) and (g.is_past(cue[1] - 1) or g.lower(cue[1] - 1) == "told")


def _up_to(content: tuple[Run, ...], end: int) -> tuple[Run, ...]:
    """A content cut where its speaker's name begins."""
    return tuple((run[0], min(run[1], end)) for run in content if run[0] < end) or content


def _whole_source(g: Grammar, source: Run | None, sentence: Run) -> Run | None:
    """The tagger's source with whom its "who" stands for, and with the rest of a name in which it stops."""
    if source is None:
        return None
    if source[1] - source[0] == 1 and g.lower(source[0]) in g.lexicon.words.describing_relatives:
        return antecedent(g, source[0], sentence[0])
    start, end = source
    if g.word(start) == "who" and g.is_name(start + 1):
        start += 1  # "those who | Ida Falk warned"
    while end < sentence[1] and g.is_name(end) and g.is_name(end - 1) and not g.quoted(end):
        end += 1
    return (start, end)


def reports(g: Grammar, vote: Vote) -> bool:
    """Whether the cue holds a word that can report speech and none that takes it back: not “declined to say”."""
    words = [g.lower(k) for k in range(*vote.cue)]
    if any(word in g.lexicon.words.negations for word in words):
        return False
    if words == [":"]:
        return vote.source is not None
    return any(word in g.lexicon.forms or word in g.lexicon.cue_nouns or word in g.lexicon.phrases for word in words)
