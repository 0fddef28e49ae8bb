"""Where a content ends because the main clause of its sentence goes on: behind a clause that opens it, or behind "those who say that …"."""

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run

_NEAR = 2  # tokens between the conjunction and whoever speaks in its clause


def up_to_main_clause(g: Grammar, finding: Finding) -> Run | None:
    """The last run of a content without the main clause that it runs into; None where it does not."""
    source = finding.source
    if source is None or not finding.content or finding.content[-1][0] < finding.cue[1] or source[0] > finding.cue[0]:
        return None
    run = finding.content[-1]
    if any(g.quoted(k) for k in range(*run)):
        return None
    end = _opened(g, finding.sentence, source, run) or _main_verb(g, finding.sentence, source, run)
    return (run[0], end) if end and end - run[0] > 1 else None


def _opened(g: Grammar, sentence: Run, source: Run, run: Run) -> int | None:
    """The comma behind a clause that opens the sentence: "Where critics claimed it was bold |, the law fell short"."""
    opening = sentence[0]
    if g.lower(opening) not in g.lexicon.words.opening_clauses or not 0 < source[0] - opening <= _NEAR:
        return None
    comma = next((k for k in range(run[0] + 1, run[1]) if g.word(k) == ","), None)
    if comma is None or not g.has_clause((run[0], comma)) or not g.has_clause((comma + 1, run[1])):
        return None
    return None if _goes_on(g, run, comma) else comma


def _goes_on(g: Grammar, run: Run, comma: int) -> bool:
    """Whether what stands behind a comma belongs to the clause before it: "that when it is wet, the key sticks", "and that …"."""
    words, behind = g.lexicon.words, g.lower(comma + 1)
    fronted = g.lower(run[0] + (g.lower(run[0]) == "that")) in words.opening_clauses
    pronoun = behind == "that" and g.is_auxiliary(comma + 2)  # "…, that doesn't tell whether it lasts"
    return fronted or behind in words.coordinators or (behind in words.subordinators and not pronoun)


def _main_verb(g: Grammar, sentence: Run, source: Run, run: Run) -> int | None:
    """The verb whose subject is "those who admit that it was a mistake": the last that nothing but its subject parts from another."""
    if source[0] != sentence[0] or g.word(source[1] - 1) not in g.lexicon.words.describing_relatives:
        return None
    verb, seen = None, False
    for k in range(run[0] + 1, run[1]):
        if g.is_mark(k) or (seen and _opens(g, k)):
            break
        if not (g.is_finite(k) or g.is_past(k)) or (seen and _is_same_group(g, k)):
            continue
        verb = k if seen else None
        seen = True
    return verb


def _opens(g: Grammar, k: int) -> bool:
    """Whether a clause of its own, or another verb of the same subject, begins at a token."""
    words = g.lexicon.words
    return g.lower(k) in words.coordinators or g.lower(k) in words.subordinators or g.lower(k) in words.relatives


def _is_same_group(g: Grammar, k: int) -> bool:
    """Whether a verb goes on the group of the verb before it: "has | not | been"; or the word is a noun's participle: "the | leaked"."""
    before = k - 1
    while g.is_adverb(before) or g.lower(before) in g.lexicon.cues.nots:
        before -= 1
    return g.is_auxiliary(before) or g.is_determiner(before)
