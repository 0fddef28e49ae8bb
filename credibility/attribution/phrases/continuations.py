"""A quotation that goes on after its sentence: further sentences that are quotation and nothing else."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run


def continuations(g: Grammar, sentence: Run) -> tuple[Run, ...]:
    """Sentences after this one that are quotations and nothing else."""
    found: list[Run] = []
    number = g.sentence_of(sentence[0])
    for run in g.passage.sentences[number + 1 :]:
        if not g.passage.opens(run[0]) or not _is_all_quotation(g, run):
            break
        if _cued_by_next(g, run):
            break
        found.append((run[0], _quotation_end(g, run)))
    return tuple(found)


def _is_all_quotation(g: Grammar, run: Run) -> bool:
    inside = sum(1 for k in range(*run) if g.quoted(k))
    return inside >= run[1] - run[0] - 1


def _quotation_end(g: Grammar, run: Run) -> int:
    end = run[1]
    while end > run[0] and not g.quoted(end - 1):
        end -= 1
    return end


def _cued_by_next(g: Grammar, run: Run) -> bool:
    """Whether the next sentence is the cue of this quotation: “Is it?” Smith asked."""
    if run[1] >= len(g.passage.words) or g.word(run[1] - 2) not in ("?", "!") or g.quoted(run[1]):
        return False
    following = g.passage.sentences[g.sentence_of(run[1])]
    return following[1] - following[0] < 9 and any(g.lower(k) in g.lexicon.forms for k in range(following[0] + 1, following[1]))
