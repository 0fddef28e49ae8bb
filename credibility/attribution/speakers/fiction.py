"""Who is invented: the figures of a novel, a play or a film say nothing that anybody could rate."""

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_PLACE = 12  # tokens in which "In the novel's second chapter" or "The novel opens with" names the work
_BEHIND_FIGURE = 8
_ONE_NAME = 1


def is_invented(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether a figure of a work of fiction speaks: one called so, or, in the present tense, somebody in the plot of a work just named.

    In the plot nobody with a full name is meant: "In the film Al Gore says …" may be one about him.
    """
    if finding.lead_in:
        return False
    if _is_figure(g, source):
        return True
    start = source[0] + (source[0] == finding.sentence[0])
    names = sum(g.is_name(k) and g.lower(k) not in g.lexicon.titled for k in range(start, source[1]))
    plot = _is_placed(g, finding.sentence, source) or _is_told_of(g, finding.sentence, source)
    return plot and names <= _ONE_NAME and _is_present(g, finding.cue)


def _is_figure(g: Grammar, source: Run) -> bool:
    """Whether a source is called a figure: "the narrator", "Captain Brand, the hero of Olsen’s second novel"."""
    cues = g.lexicon.cues
    for k in range(*source):
        if g.lower(k) in cues.figures:
            return not g.is_name(k + 1)
        if g.lower(k) in cues.heroes and g.lower(k + 1) in ("of", "in"):
            return any(_is_work(g, j) for j in range(k + 2, min(g.size, k + _BEHIND_FIGURE)))
    return False


def _is_placed(g: Grammar, sentence: Run, source: Run) -> bool:
    """Whether the words before the source say where in a work: "In the film, Margot", "At the end of the story the old man"."""
    if g.lower(sentence[0]) not in g.lexicon.words.prepositions:
        return False
    limit = min(source[1], sentence[0] + _PLACE)
    end = next((k for k in range(sentence[0] + 1, limit) if g.word(k) == ","), limit)
    works = [k for k in range(sentence[0] + 1, end) if _is_work(g, k)]
    if not works:
        return False
    behind = [g.lower(k) for k in range(works[-1] + 1, end) if g.lexicon.kinds.get(g.lower(k)) is SourceKind.DOCUMENT]
    return not behind  # "in the film's press notes"


def _is_told_of(g: Grammar, sentence: Run, source: Run) -> bool:
    """Whether the sentence is about what happens in a work: "The novel opens with Ruth, a widow, who says"."""
    work = next((k for k in range(sentence[0] + 1, min(sentence[0] + 4, source[0])) if _is_work(g, k)), None)
    return work is not None and g.is_determiner(sentence[0]) and g.lower(work + 1).endswith("s") and g.word(work + 1).islower()


def _is_work(g: Grammar, k: int) -> bool:
    """Whether token k is a noun for a work of fiction, in the possessive too."""
    word = g.lower(k)
    return (word[:-2] if word.endswith(("’s", "'s")) else word) in g.lexicon.cues.fictions


def _is_present(g: Grammar, cue: Run) -> bool:
    """Whether a cue is a verb in the present tense: "says", "tell"."""
    return any(form in (Form.THIRD, Form.BASE) for k in range(*cue) for _, form in g.lexicon.forms.get(g.lower(k), ()))
