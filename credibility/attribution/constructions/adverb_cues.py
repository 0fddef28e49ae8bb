"""Attributions by an adverb that names no source: the ferry reportedly sank · the pilot had allegedly slept."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.clauses import clause_end, trim_end
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.noun_phrases import subject_before
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import SourceKind

_SHORTEST = 3


def find_adverb_cues(g: Grammar, found: Sequence[Finding]) -> list[Finding]:
    """One finding for each "reportedly" at a main verb; inside another claim the adverb is a word of that claim."""
    fresh: list[Finding] = []
    for i, word in enumerate(g.passage.lower):
        if word not in g.lexicon.words.hearsay_adverbs or g.quoted(i) or not _at_verb(g, i):
            continue
        sentence = g.passage.sentences[g.sentence_of(i)]
        if any(finding.sentence == sentence and _holds(finding, i) for finding in found):
            continue
        content = _around(g, i, sentence)
        if content:
            fresh.append(Finding(said("adverb that names nobody"), word, (i, i + 1), None, content, sentence, unsourced=SourceKind.NONE))
    return fresh


def _around(g: Grammar, i: int, sentence: Run) -> tuple[Run, ...]:
    """The clause around an adverb, from its subject on; none where the words behind it were cut off ("he is reportedly…")."""
    start = i
    while start > sentence[0] and (g.is_auxiliary(start - 1) or g.is_adverb(start - 1)):
        start -= 1
    subject = subject_before(g, start, sentence[0])
    end = trim_end(g, i + 1, clause_end(g, i + 1, sentence[1]))
    if subject is None or g.lower(subject[1] - 1) in g.lexicon.words.relatives or end - i < _SHORTEST:
        return ()
    whole = any(g.word(k).isalpha() and len(g.word(k)) > 1 for k in range(i + 1, end))
    return ((subject[0], i), (i + 1, end)) if whole else ()


def _at_verb(g: Grammar, i: int) -> bool:
    """Whether the adverb stands before a verb or inside its group, and not before an adjective ("the allegedly safe bridge")."""
    if g.is_auxiliary(i - 1):
        return True
    return not g.is_determiner(i - 1) and (g.is_finite(i + 1) or g.is_past(i + 1))


def _holds(finding: Finding, i: int) -> bool:
    runs = (finding.cue, *finding.content, *((finding.source,) if finding.source else ()))
    return any(start <= i < end for start, end in runs)
