"""A full quotation behind a colon that no verb of saying introduces: "Roth was blunter: “It will fall.”"."""

from collections.abc import Sequence

from credibility.attribution.constructions.subjects import sentence_subject
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.continuations import continuations
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import names_behind_dash
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

_SPEAKERS = frozenset(
    {
        SourceKind.PERSON,
        SourceKind.ANONYMOUS,
        SourceKind.ANONYMOUS_OFFICIAL,
        SourceKind.OUTLET,
        SourceKind.DOCUMENT,
        SourceKind.ORGANISATION,
    }
)


def find_colon_quotes(g: Grammar, found: Sequence[Finding]) -> list[Finding]:
    """One finding for each sentence that ends in ": “quotation”", has a subject that can speak, and is not attributed yet."""
    taken = {run[0] for finding in found for run in finding.content}
    fresh: list[Finding] = []
    for quotation in g.passage.quotations:
        colon = quotation.start - 1
        if not quotation.full or g.word(colon) != ":" or quotation.start in taken:
            continue
        sentence = g.passage.sentences[g.sentence_of(colon)]
        source = _speaker(g, sentence, colon)
        if source and not any(start <= quotation.start < end for finding in found for start, end in finding.content):
            content = ((quotation.start, quotation.end), *continuations(g, sentence))
            fresh.append(Finding(said("quotation after a colon"), ":", (colon, colon + 1), source, content, sentence))
    return fresh


def _speaker(g: Grammar, sentence: Run, colon: int) -> Run | None:
    """The subject of the words before the colon when it can speak, or all of them when they are a name alone."""
    if colon - sentence[0] <= 4 and all(g.is_name(k) or g.word(k) == "." for k in range(sentence[0], colon)):
        return (sentence[0], colon) if colon > sentence[0] else None
    credited = names_behind_dash(g, sentence[0], colon)
    if credited:
        return credited
    subject = sentence_subject(g, sentence, colon)
    if subject is None:
        return None
    described = describe_source(g, subject)
    if described.pronoun:
        return subject if described.pronoun in g.lexicon.words.people_pronouns else None
    return subject if described.kind in _SPEAKERS and (described.name or described.kind is not SourceKind.ORGANISATION) else None
