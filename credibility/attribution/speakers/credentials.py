"""The title of a source and its justification: why it can know what it says, or why it is not named."""

from collections.abc import Sequence

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.speakers.titles import role_phrase
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind, Span

_MARKS = frozenset(",;.:?!)")
_REACH = 40  # tokens behind the beginning of a source in which its justification may stand


def title_of_unnamed(g: Grammar, source: Run) -> tuple[Span, ...]:
    """The title in a source that has no name: "spokesman for the ministry" of "a spokesman for the ministry"; nothing for "an official"."""
    phrase, noun = role_phrase(g, source)
    person = g.lexicon.kinds.get(noun) is SourceKind.PERSON or noun in g.lexicon.roles
    return (g.passage.span(phrase),) if person and noun not in g.lexicon.no_titles and noun not in g.lexicon.everyday else ()


def justification_of(g: Grammar, source: Run, cue: Run, content: Sequence[Run]) -> tuple[Span, ...]:
    """The words that say why a source can know or is not named: in it, right behind it, or behind the cue ("said, citing …")."""
    found = _in_source(g, source) or _behind_cue(g, source, cue, content)
    return (g.passage.span(found),) if found else ()


def is_relative(g: Grammar, source: Run | None, told: Sequence[Span]) -> bool:
    """Whether a justification is a relative clause of its source, and so true of the person in whatever they say."""
    if source is None or not told:
        return False
    stop = min(g.passage.sentences[g.sentence_of(source[0])][1], source[0] + _REACH)
    relatives = g.lexicon.words.possessive_relatives
    return any(g.lower(k) in relatives and g.passage.starts[k] == told[0].start for k in range(source[0], stop))


def anonymity_told(g: Grammar, sentence: Run) -> tuple[Span, ...]:
    """The words of a sentence of its own that say why somebody is not named: "The official spoke on condition of anonymity because …"."""
    for k in range(*sentence):
        if g.quoted(k):
            return ()
        if any(g.passage.matches(k, words) for words in g.lexicon.unnaming.get(g.lower(k), ())):
            return (g.passage.span((k, _reason_end(g, k, sentence[1]))),)
    return ()


def _in_source(g: Grammar, source: Run) -> Run | None:
    limit = _limit(g, source)
    for k in range(source[0], limit):
        start = _opening(g, k, source)
        if start is None:
            continue
        relative = g.lower(start) in g.lexicon.words.possessive_relatives
        end = _clause_end(g, start, limit if relative else _phrase_limit(g, start, source, limit))
        if not relative or _tells_why(g, (start, end)):
            return (start, end)
    return None


def _behind_cue(g: Grammar, source: Run, cue: Run, content: Sequence[Run]) -> Run | None:
    """A phrase behind the cue, outside the content or at its unquoted end: "said on condition of anonymity because …", "said, citing …"."""
    sentence = g.passage.sentences[g.sentence_of(cue[0])]
    for k in range(max(source[1], cue[1]) if source[0] < cue[0] else source[1], sentence[1]):
        if g.quoted(k):
            continue
        inside = any(run[0] <= k < run[1] for run in content)
        openers = g.lexicon.unnaming if inside else g.lexicon.grounding
        if any(g.passage.matches(k, words) for words in openers.get(g.lower(k), ())):
            return (k, _reason_end(g, k, min((run[0] for run in content if run[0] > k), default=sentence[1])))
    return None


def _reason_end(g: Grammar, start: int, limit: int) -> int:
    """One past a phrase with its "because …": the next mark, quotation or "that" that leads on to the content."""
    marks = (k for k in range(start + 1, limit) if g.word(k) in _MARKS or g.word(k) in DASHES or g.quoted(k))
    end = next(marks, limit)
    told = next((k for k in range(start + 1, end) if g.lower(k) == "that" and g.has_clause((k + 2, limit))), end)
    if "because" in g.passage.lower[start:told]:
        return end
    return told


def _limit(g: Grammar, source: Run) -> int:
    """One past the words that may belong to the source: it, and behind a comma what describes it up to the next one."""
    end = source[1]
    if g.word(end) != ",":
        return end
    stop = min(g.passage.sentences[g.sentence_of(source[0])][1], source[0] + _REACH)
    behind = next((k for k in range(end + 1, stop) if g.word(k) in (",", ";") or g.quoted(k) or g.word(k) in DASHES), end)
    return behind if g.lower(end + 1) in g.lexicon.words.possessive_relatives or _opening(g, end + 1, source) is not None else end


def _phrase_limit(g: Grammar, start: int, source: Run, limit: int) -> int:
    """One past a phrase such as "obtained by the Gazette", which may run over the end of the source to the verb."""
    stop = min(g.passage.sentences[g.sentence_of(source[0])][1], start + _REACH)
    verb = next((k for k in range(start + 1, stop) if g.is_finite(k) or g.quoted(k)), stop)
    return max(limit, verb) if limit <= start + 1 else limit


def _opening(g: Grammar, k: int, source: Run) -> int | None:
    """Token k when a justification may open there: a relative clause, "seen by", "familiar with", "on condition of anonymity"."""
    if g.quoted(k):
        return None
    if g.lower(k) in g.lexicon.words.possessive_relatives and k > source[0]:
        return k
    phrases = g.lexicon.justifying.get(g.lower(k), ())
    return k if any(g.passage.matches(k, words) for words in phrases) else None


def _clause_end(g: Grammar, start: int, limit: int) -> int:
    """One past the justification: the next comma outside its reason, or the source's end."""
    marks = (k for k in range(start + 1, limit) if g.word(k) in (",", ";") or g.word(k) in DASHES or g.quoted(k))
    end = next((k for k in marks if not _lists_names(g, k, limit)), limit)
    while end > start + 1 and g.word(end - 1) in (",", "."):
        end -= 1
    return end


def _lists_names(g: Grammar, comma: int, limit: int) -> bool:
    """Whether a comma parts the words of one name: "who directs the Harbours, Rivers and Canals Programme"."""
    if g.word(comma) != "," or not (g.is_name(comma - 1) and g.is_name(comma + 1)):
        return False
    behind = next((k for k in range(comma + 1, limit) if not g.is_name(k) and g.word(k) != ","), limit)
    return g.lower(behind) in g.lexicon.words.alternatives and g.is_name(behind + 1)


def _tells_why(g: Grammar, clause: Run) -> bool:
    """Whether a relative clause says how the source can know, or why it has no name."""
    words = g.passage.lower[clause[0] : clause[1]]
    return not g.lexicon.knowing.isdisjoint(words) or any(phrase in " ".join(words) for phrase in g.lexicon.unnamed)
