"""Names set behind words to say where these were read: "… in March (BBC).", "… (via Forbes)", "…, via USA Today.", "… at sea. Le Monde"."""

from collections.abc import Iterator

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.link_clauses import clause_around
from credibility.attribution.places.link_words import has_verb
from credibility.attribution.text.sentences import Run

_BRACKETS = {"(": ")", "[": "]"}
_LONGEST = 4  # tokens of a name in a note
_SHORTEST = 3  # tokens of what is noted


def credited(g: Grammar, name: Run, sentence: Run) -> tuple[Run, ...]:
    """What a linked name says the origin of; empty where it is no such note. A bracket inside its sentence leaves two pieces."""
    name = _without_brackets(g, name)
    if not _is_short_name(g, name):
        return ()
    if _stands_alone(g, name, sentence):
        return _whole(g, _sentence_before(g, sentence))
    around = _around(g, name)
    if around is None or not sentence[0] < around[0]:
        return _whole(g, _sentence_before(g, sentence)) if around and _ends(g, around[1], sentence) else ()
    if _ends(g, around[1], sentence):
        return _whole(g, (sentence[0], around[0]))
    if g.word(around[0]) not in _BRACKETS or _is_explained(g, around[0]):
        return ()
    start, end = clause_around(g, around, sentence)
    return tuple(run for run in ((start, around[0]), (around[1], end)) if run[0] < run[1]) if has_verb(g, (start, around[0])) else ()


def credits_in(g: Grammar) -> Iterator[tuple[Run, Run]]:
    """The names at the end of a sentence that say where it was read without a link, each with the sentence up to its note."""
    for sentence in g.passage.sentences:
        end = next((k for k in range(sentence[1], sentence[0], -1) if g.word(k - 1) not in ".!?"), sentence[0])
        closed = g.word(end - 1) == ")"
        first = _name_start(g, end - closed, sentence[0])
        around = _around(g, (first, end - closed))
        if around is None or not sentence[0] < around[0] or g.quoted(first) or _is_explained(g, around[0]):
            continue
        for noted in _whole(g, (sentence[0], around[0])):
            yield (first, end - closed), noted


def _name_start(g: Grammar, end: int, floor: int) -> int:
    start = end
    while start > max(floor, end - _LONGEST) and (g.is_name(start - 1) or g.lower(start - 1) in g.lexicon.words.name_inner):
        start -= 1
    return start


def _around(g: Grammar, name: Run) -> Run | None:
    """The note with its bracket, or from the "via" behind a comma on; None where the name stands in neither."""
    first, last = name
    if first >= last:
        return None
    lead = first - (g.lower(first - 1) in g.lexicon.places.crediting)
    if g.word(last) and _BRACKETS.get(g.word(lead - 1)) == g.word(last):
        return (lead - 1, last + 1)
    return (lead, last) if lead < first and g.word(lead - 1) == "," else None


def _is_explained(g: Grammar, bracket: int) -> bool:
    """Whether the bracket stands behind a name, whose letters or house it gives: "Federation of Tanners (FT)", "Ann Lee (CNN)"."""
    return g.is_name(bracket - 1) and not g.is_time(bracket - 1)


def _without_brackets(g: Grammar, name: Run) -> Run:
    first, last = name
    first += g.word(first) in _BRACKETS
    last -= g.word(last - 1) in _BRACKETS.values()
    return (first + (g.lower(first) in g.lexicon.places.crediting), last)


def _stands_alone(g: Grammar, name: Run, sentence: Run) -> bool:
    """Whether a name is all that follows the last sentence of its block: "… at sea. Le Monde"."""
    rest = (k for k in range(sentence[0], g.size) if not name[0] <= k < name[1])
    return name[0] == sentence[0] and all(g.is_mark(k) for k in rest)


def _is_short_name(g: Grammar, name: Run) -> bool:
    tokens = range(*name)
    return 0 < len(tokens) <= _LONGEST and all(g.is_name(k) or g.lower(k) in g.lexicon.words.name_inner for k in tokens)


def _ends(g: Grammar, i: int, sentence: Run) -> bool:
    """Whether nothing but marks follows in the sentence."""
    return all(g.is_mark(k) for k in range(i, sentence[1]))


def _sentence_before(g: Grammar, sentence: Run) -> Run:
    return g.passage.sentences[g.sentence_of(sentence[0] - 1)] if sentence[0] else (0, 0)


def _whole(g: Grammar, run: Run) -> tuple[Run, ...]:
    """The run without the marks at its end, where it is long enough and says something."""
    start, end = run
    while end > start and g.is_mark(end - 1) and not g.quoted(end - 1):
        end -= 1
    says = has_verb(g, (start, end)) and any(not g.is_name(k) and has_verb(g, (k, k + 1)) for k in range(start, end))
    return ((start, end),) if end - start >= _SHORTEST and says else ()
