"""A colon that ends a block before a set-off quotation or a list, though no verb of saying stands right before it.

"Here is how the Gazette tells it:", "the report makes three points:", "an excerpt from the Gazette:".
"""

from collections.abc import Sequence

from credibility.attribution.constructions.subjects import in_contact_clause, sentence_subject
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

RULE = said("block behind a colon")
_REACH = 7


def find_lead_in(g: Grammar, found: Sequence[Finding]) -> list[Finding]:
    """The lead-in at the end of a block that has none yet; it has no content until the next block gives it one."""
    colon = g.size - 1
    if colon < 2 or g.word(colon) != ":" or g.quoted(colon) or any(finding.lead_in for finding in found):
        return []
    sentence = g.passage.sentences[-1]
    told = _by_verb(g, sentence, colon) or _by_piece(g, sentence, colon) or _by_document(g, sentence, colon)
    if told is None:
        return []
    lemma, cue, source = told
    outer = next((one for one in found if one.source and any(run[0] <= cue[0] < run[1] for run in one.content)), None)
    source = outer.source if outer and outer.source else source  # "someone pointed out how she counted them:"
    return [Finding(RULE, lemma, cue, source, (), sentence, lead_in=True, more=(colon, colon + 1))]


def _by_verb(g: Grammar, sentence: Run, colon: int) -> tuple[str, Run, Run] | None:
    """What somebody tells: "how X tells it:", "X put it this way:"."""
    for k in range(colon - 1, max(sentence[0], colon - _REACH), -1):
        verb = next(
            (verb for verb, form in g.lexicon.forms.get(g.lower(k), ()) if not verb.attitude and form in (Form.PAST, Form.THIRD)), None
        )
        if verb is None or g.quoted(k) or not g.passage.matches(k + 1, verb.particle):
            continue
        subject = subject_before(g, k, sentence[0])
        if subject and describe_source(g, subject).kind is not SourceKind.NONE and not _is_relative(g, subject, sentence):
            return verb.lemma, (k, k + 1 + len(verb.particle)), subject
    return None


def _is_relative(g: Grammar, subject: Run, sentence: Run) -> bool:
    """Whether the verb belongs to a clause on a noun: "to someone who did not read it:", "something she had already admitted:"."""
    joined = any(g.lower(k) in g.lexicon.words.describing_relatives or g.lower(k) == "that" for k in range(*subject))
    return joined or in_contact_clause(g, subject, sentence)


def _by_piece(g: Grammar, sentence: Run, colon: int) -> tuple[str, Run, Run] | None:
    """Whose words follow "an excerpt from X:"."""
    for k in range(*sentence):
        if g.lower(k) in g.lexicon.cues.passages and g.lower(k + 1) in g.lexicon.cues.noun_makers and k + 2 < colon:
            return g.lower(k), (k, k + 1), (k + 2, colon)
    return None


def _by_document(g: Grammar, sentence: Run, colon: int) -> tuple[str, Run, Run] | None:
    """A document that has something to say: "the report makes three points:"."""
    subject = sentence_subject(g, sentence, colon) or _before_points(g, sentence, colon)
    if subject is None or describe_source(g, subject).kind is not SourceKind.DOCUMENT:
        return None
    return ":", (colon, colon + 1), subject


def _before_points(g: Grammar, sentence: Run, colon: int) -> Run | None:
    """The document at the head of a sentence before a verb that nobody listed."""
    end = next(
        (k for k in range(sentence[0] + 1, min(colon, sentence[0] + _REACH)) if g.lexicon.kinds.get(g.lower(k - 1)) is SourceKind.DOCUMENT),
        None,
    )
    return (sentence[0], end) if end is not None else None
