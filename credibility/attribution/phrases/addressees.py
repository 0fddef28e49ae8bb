"""Who is told: the phrase between a verb of telling and its content."""

from credibility.attribution.constructions.cues import VerbCue
from credibility.attribution.phrases.adverbials import skip_adverbials
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.quotations import Quotation
from credibility.attribution.text.sentences import Run

_ADDRESSEE_REACH = 16
_TITLE = 8


def addressee_after(g: Grammar, cue: VerbCue, limit: int) -> Run | None:
    """Who was told, for verbs that always name somebody."""
    return find_addressee(g, cue.group[1], limit, required=True) if cue.verb.takes("tells") else None


def find_addressee(g: Grammar, start: int, limit: int, required: bool) -> Run | None:
    """Who is told; without a marked content behind it only for verbs that require one."""
    words = g.lexicon.words
    if (
        start >= limit
        or g.is_mark(start)
        or (g.quoted(start) and not (g.passage.opens(start) and _is_show(g, g.passage.quotations[g.passage.quoted[start] - 1])))
        or g.lower(start) in ("that", "to", "of", "about", "in", "on", "at")
        or g.lower(start) in words.wh
    ):
        return None
    alone = g.lower(start) in words.object_pronouns and (g.lower(start) != "her" or g.lower(start + 1) in words.pronouns)
    end = start + 1 if alone else _addressee_end(g, start, limit)
    if required:
        return (start, end) if end > start else None
    follows = skip_adverbials(g, end, limit)
    marked = follows < limit and (g.lower(follows) == "that" or g.passage.opens(follows) or g.lower(follows) in words.wh)
    return (start, end) if marked and end > start else None


def _addressee_end(g: Grammar, start: int, limit: int) -> int:
    words = g.lexicon.words
    i = start
    while i < min(limit, start + _ADDRESSEE_REACH):
        word = g.lower(i)
        if g.quoted(i):
            quotation = g.passage.quotations[g.passage.quoted[i] - 1]
            if not (_is_show(g, quotation) if i == start else not quotation.full and g.is_name(i + 1)):
                break
            i = quotation.end
            continue
        if g.word(i) == "." and (g.lower(i - 1) in words.abbreviations or len(g.word(i - 1)) == 1):
            i += 1
            continue
        if g.is_mark(i) or word == "that" or word in words.wh or (i > start and _opens_content(g, i)):
            break
        i += 1
    return i


def _is_show(g: Grammar, quotation: Quotation) -> bool:
    """Whether the quotation behind the verb is the title of who was told: "told “Good Morning” that"."""
    return len(quotation) <= _TITLE and g.is_name(quotation.start + 1) and g.lower(quotation.end) == "that"


def _opens_content(g: Grammar, i: int) -> bool:
    """Whether token i starts something that is no part of the addressee."""
    word, previous = g.lower(i), g.lower(i - 1)
    words = g.lexicon.words
    if word in words.subject_pronouns or (word in words.possessives and previous not in words.prepositions and previous != "and"):
        return True
    if word in words.determiners and previous not in words.prepositions and previous not in ("and", "all", "of"):
        return True
    if word in words.addressee_ends:
        return True
    if word == "and" and (g.lower(i + 1) in g.lexicon.forms or g.is_adverb(i + 1)):
        return True
    return g.is_time(i) or (g.is_adverb(i) and not g.is_name(i)) or (g.is_finite(i) and not g.is_name(i))
