"""A noun phrase without commas before a verb: its words, its brackets, and the relative clause inside it or behind it."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.phrases.phrase_starts import bounds_phrase, is_past_verb, trimmed_phrase
from credibility.attribution.text.sentences import Run

_REACH = 34
_ITEM = 6


def plain_phrase(g: Grammar, end: int, floor: int) -> Run | None:
    """A noun phrase without commas that ends at `end`."""
    words = g.lexicon.words
    last = g.lower(end - 1)
    governed = last in words.either_case and g.lower(end - 2) in words.prepositions and end - 2 > floor
    if last in words.subject_pronouns and not governed:
        return (end - 1, end)
    if last in words.relatives:
        return antecedent(g, end - 1, floor)
    start = end
    while start > floor and end - start < _REACH:
        before = _before_unit(g, start, end, floor)
        if before is None:
            break
        start = before
    return trimmed_phrase(g, start, end)


def _before_unit(g: Grammar, start: int, end: int, floor: int) -> int | None:
    """Where the unit before token `start` of a phrase begins: a word, a nickname, a bracket, a relative clause; None where it ends."""
    i = start - 1
    if g.quoted(i):  # a nickname or a scare word inside the phrase
        quotation = g.passage.quotations[g.passage.quoted[i] - 1]
        return None if quotation.full or start == end or g.is_mark(i - 1) else quotation.start
    opening = opening_bracket(g, i, floor) if g.word(i) == ")" else None
    if opening is not None:
        return opening or i
    if _shortens(g, i):
        return i
    if g.is_mark(i):
        return None
    if g.is_finite(i) or is_past_verb(g, i):
        return _before_verb(g, i, floor)
    return None if bounds_phrase(g, i) and not _opens_relative(g, i, end) else i


def _shortens(g: Grammar, i: int) -> bool:
    """Whether token i is the full stop of an abbreviation or of a capital initial."""
    return g.abbreviates(i) and (g.lower(i - 1) in g.lexicon.words.abbreviations or g.word(i - 1).isupper())


def _before_verb(g: Grammar, verb: int, floor: int) -> int | None:
    """The relative pronoun of a clause inside the phrase, the verb itself where it may be a participle, None where the phrase is over."""
    relative = _relative_before(g, verb, floor)
    if relative is not None:
        return relative
    return None if g.is_finite(verb) or bounds_phrase(g, verb) else verb


def _opens_relative(g: Grammar, i: int, end: int) -> bool:
    """Whether "who" or "which" at token i opens a clause inside the phrase."""
    return g.lower(i) in g.lexicon.words.describing_relatives and _holds_verb(g, i + 1, end)


def _holds_verb(g: Grammar, start: int, end: int) -> bool:
    """Whether a relative clause with its verb lies between the tokens."""
    return any(g.is_finite(k) or g.is_past(k) for k in range(start, end))


def antecedent(g: Grammar, relative: int, floor: int) -> Run:
    """The relative pronoun with the noun phrase it stands for, when that is right before it."""
    end = relative
    if _stands_free(g, relative):
        return (relative, relative + 1)
    if end > floor and g.word(end - 1) == ",":
        end -= 1
    if end > floor and not g.quoted(end - 1) and not g.is_mark(end - 1) and g.lower(end - 1) not in g.lexicon.words.relatives:
        noun = plain_phrase(g, end, floor)
        start = _governed(g, noun[0] if noun else max(floor, end - _ITEM), end) if g.lower(relative) == "who" else None
        if start is not None or noun:
            return (start if start is not None else noun[0] if noun else relative, relative + 1)
    return (relative, relative + 1)


def _stands_free(g: Grammar, relative: int) -> bool:
    """Whether "that" or "who" behind a preposition describes no noun: "signs to watch out for | that", "a clash over | who said it"."""
    before = relative - 1
    free = g.lower(relative) in g.lexicon.words.never_governed
    return free and g.lower(before) in g.lexicon.words.prepositions and not g.is_name(before)


def _governed(g: Grammar, start: int, end: int) -> int | None:
    """Where the person begins who stands behind the last preposition: "a reply from Jane Doe, who", "spoke to a nurse who"."""
    before = next((k for k in range(end - 1, start - 1, -1) if g.lower(k) in g.lexicon.words.prepositions and not _in_name(g, k)), None)
    if before is None or before + 1 >= end or any(g.is_finite(k) or g.is_mark(k) for k in range(before + 1, end)):
        return None
    people = g.lexicon.titled | g.lexicon.roles | g.lexicon.anonymous
    head_speaks = any(g.lower(k) in people for k in range(start, before))
    several = g.lower(end - 1).endswith("s") and not g.lower(end - 1).endswith("ss")  # "criticism from five villages who claim"
    return None if head_speaks or not (several or g.is_name(end - 1) or g.lower(end - 1) in people) else before + 1


def _in_name(g: Grammar, k: int) -> bool:
    """Whether an "of" stands inside the name of a body: "Bank of Norland governor Tilda Mack"."""
    return g.lower(k) == "of" and g.is_name(k - 1) and g.is_name(k + 1) and g.lower(k - 1) not in g.lexicon.titled


def opening_bracket(g: Grammar, closing: int, floor: int) -> int | None:
    """The bracket that opens before the closing one at token `closing`, within reach; None where there is none."""
    for k in range(closing - 1, max(floor, closing - 12) - 1, -1):
        if g.word(k) in ("(", "["):
            return k
    return None


def _relative_before(g: Grammar, verb: int, floor: int) -> int | None:
    """The relative pronoun of the clause whose verb this is ("who was arrested"), None when it is a main verb."""
    for k in range(verb - 1, max(floor, verb - 4) - 1, -1):
        if g.lower(k) in g.lexicon.words.subject_relatives and k > floor:
            return k
        if not g.is_adverb(k) and g.lower(k) not in g.lexicon.auxiliaries:
            return None
    return None
