"""Whose a thing is: the noun phrase in front of “'s”, as far as it is the owner's own and no further."""

from credibility.attribution.phrases.grammar import APOSTROPHES, Grammar
from credibility.attribution.phrases.phrase_starts import is_past_verb
from credibility.attribution.text.sentences import Run

_REACH = 10  # tokens of an owner: "the former head of the harbour board of Oster's"
_BETWEEN = 3  # adjectives between an owner and what is owned


def owner_of(g: Grammar, noun: int, floor: int) -> Run | None:
    """The owner named before a noun, with at most a few adjectives between them: "| the minister's | repeated claim"."""
    for k in range(noun - 1, max(floor, noun - 1 - _BETWEEN) - 1, -1):
        if g.is_possessive(k):
            return owner_ending(g, k, floor)
        if _ends_phrase(g, k) or g.is_determiner(k):
            return None
    return None


def owner_ending(g: Grammar, last: int, floor: int) -> Run | None:
    """The noun phrase whose possessive ends with token `last`; None for a time, "Monday's", and for quoted words.

    Verbs and prepositions before it have nothing to do with it: "rejected | Moller's", "critics of | the mayor's". Only a title keeps its
    "of": "| the president of the club's".
    """
    noun = last - (g.word(last) in APOSTROPHES)
    if g.is_time(noun) or g.quoted(noun):
        return None
    start, end = noun, max(floor, last - _REACH)
    determined = g.is_determiner(start)
    while start > end and not determined:
        before = start - 1
        if g.lower(before) in g.lexicon.words.coordinators and g.is_name(start) and g.is_name(before - 1) and before > end:
            start = before - 1
            continue
        if _ends_phrase(g, before) and not g.abbreviates(before):
            break
        start, determined = before, g.is_determiner(before)
    if not determined:
        start = _without_verbs(g, start, noun)
    return _with_title(g, start, end), last + 1


def _ends_phrase(g: Grammar, k: int) -> bool:
    """Whether no noun phrase reaches back over token k."""
    words, word = g.lexicon.words, g.lower(k)
    bounds = (words.prepositions, words.subordinators, words.relatives, words.coordinators, words.subject_pronouns, words.object_pronouns)
    if g.is_mark(k) or g.quoted(k) or any(word in bound for bound in bounds):
        return True
    described = g.is_determiner(k - 1) or g.is_adverb(k - 1)
    return is_past_verb(g, k) or ((g.is_finite(k) or g.is_past(k)) and not described) or (word.endswith("ing") and not described)


def _without_verbs(g: Grammar, start: int, last: int) -> int:
    """Where an owner without an article begins: at its names with their roles, "aide | Ida Falk's", else at its last word."""
    known = g.lexicon.titled | g.lexicon.roles | g.lexicon.anonymous | g.lexicon.words.name_particles
    k = last
    while k > start and (
        g.is_name(k - 1) or g.word(k - 1) == "." or g.word(k - 1).isdigit() or (g.is_name(last) and g.lower(k - 1) in known)
    ):
        k -= 1
    joined = g.lower(k - 1) in g.lexicon.words.coordinators and k - 2 >= start and g.is_name(k - 2)
    return _without_verbs(g, start, k - 2) if joined else k


def _with_title(g: Grammar, start: int, floor: int) -> int:
    """Where "the president of" begins before the body that ends in the possessive."""
    of = start - 1
    if of - 1 <= floor or g.lower(of) != "of" or g.lower(of - 1) not in g.lexicon.titled or g.lower(of - 1).endswith("s"):
        return start
    first = next((k for k in range(of - 1, max(floor, of - 1 - _BETWEEN) - 1, -1) if g.is_determiner(k)), None)
    return start if first is None else first
