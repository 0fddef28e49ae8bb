"""The noun phrase after a cue, with its appositions: "said Jane Doe, the mayor"."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run

_REACH = 48
_APPOSITION_REACH = 30


def source_after(g: Grammar, start: int, limit: int) -> Run | None:
    """The noun phrase that begins at token `start`, with its appositions, not reaching beyond `limit`."""
    if start >= limit or g.quoted(start):
        return None
    limit = min(limit, start + _REACH)
    if g.lower(start) in g.lexicon.words.subject_pronouns and g.lower(start) != "it":
        return (start, start + 1)
    if not _opens_source(g, start):
        return None
    end = _phrase_end(g, start, limit)
    while end < limit and g.word(end) == ",":
        last = _insertion_end(g, end + 1, limit)
        if last <= end + 1 or not _is_trailing_apposition(g, (end + 1, last)):
            break
        end = _apposition_end(g, end + 1, last)
        if end < last:
            break
    return (start, end)


def _opens_source(g: Grammar, start: int) -> bool:
    """Whether a noun phrase may begin at token `start`: a word that is no preposition, conjunction, adverb or time."""
    words = g.lexicon.words
    if not g.word(start)[0].isalnum() or g.is_adverb(start):
        return False
    if g.lower(start) in words.prepositions or g.lower(start) in words.subordinators:
        return False
    return not g.is_time(start) or g.lower(start + 1) in ("'s", "’s")


def _insertion_end(g: Grammar, start: int, limit: int) -> int:
    """One past the last word before the next comma, semicolon, dash or quotation."""
    reach = range(start, min(limit, start - 1 + _APPOSITION_REACH))
    stop = next((k for k in reach if g.word(k) in (",", ";") or g.word(k) in DASHES or g.quoted(k)), limit)
    return stop - 1 if g.word(stop - 1) in (".", "!", "?") else stop


def _is_trailing_apposition(g: Grammar, run: Run) -> bool:
    first, words = g.lower(run[0]), g.lexicon.words
    if first in words.possessive_relatives:
        return True
    if first.endswith("ing") or first in g.lexicon.forms or g.is_adverb(run[0]) or _joins_clause(g, first):
        return first == "of"
    if g.is_time(run[0]):
        return False
    return not g.has_clause(run) or any(g.lower(k) in words.describing_relatives for k in range(run[0], run[1]))


def _joins_clause(g: Grammar, word: str) -> bool:
    """Whether a word opens a clause or a phrase that describes no noun: a preposition, a conjunction, a pronoun."""
    words = g.lexicon.words
    return word in words.prepositions or word in words.subordinators or word in words.subject_pronouns or word in words.listing_joints


def _apposition_end(g: Grammar, start: int, limit: int) -> int:
    return limit if g.lower(start) in g.lexicon.words.possessive_relatives else _phrase_end(g, start, limit)


def _phrase_end(g: Grammar, start: int, limit: int) -> int:
    """One past the last token of the noun phrase at `start`."""
    i = start
    while i < limit:
        beyond = _beyond_unit(g, i, start, limit)
        if beyond is None:
            return i
        i = beyond
    return i


def _beyond_unit(g: Grammar, i: int, start: int, limit: int) -> int | None:
    """One past what stands at token i of a phrase: a word, a nickname, a bracket, an abbreviation's full stop; None where it ends."""
    if g.quoted(i):
        quotation = g.passage.quotations[g.passage.quoted[i] - 1]
        return None if quotation.full or i == start else quotation.end
    if g.word(i) == "(":
        closing = next((k for k in range(i + 1, min(limit, i + 12)) if g.word(k) == ")"), None)
        return None if closing is None else closing + 1
    if i + 1 < limit and g.abbreviates(i):
        return i + 1
    return None if g.is_mark(i) or g.word(i) == "'" or (i > start and _ends_phrase(g, i, limit)) else i + 1


def _ends_phrase(g: Grammar, i: int, limit: int) -> bool:
    """Whether a noun phrase before token i is over there."""
    word, words = g.lower(i), g.lexicon.words
    if word in words.subject_relatives:
        return False
    if word in words.subordinators or (word == "and" and _joins_verb(g, i + 1)) or _begins_time(g, i, limit):
        return True
    if word in words.occasions:
        return word in words.source_ends or _is_occasion(g, i, limit)
    inside = g.is_determiner(i - 1) or g.is_possessive(i - 1)  # "said the firm’s recently named chair"
    return g.is_adverb(i) and word not in words.quantifying_adverbs and not g.is_name(i) and not inside


def _joins_verb(g: Grammar, i: int) -> bool:
    """Whether behind an "and" another verb or another subject stands, and no other source."""
    return g.lower(i) in g.lexicon.forms or g.lower(i) in g.lexicon.words.subject_pronouns


def _begins_time(g: Grammar, i: int, limit: int) -> bool:
    """Whether a day, or "earlier" with a day behind it, stands at token i."""
    if g.is_time(i) and g.lower(i - 1) != "of":
        return True
    return g.lower(i) in g.lexicon.words.time_openers and any(g.is_time(k) for k in range(i + 1, min(limit, i + 3)))


def _is_occasion(g: Grammar, i: int, limit: int) -> bool:
    """Whether a day or a place of speaking stands soon behind the preposition at token i."""
    return any(g.is_time(k) or g.lower(k) in g.lexicon.venue_nouns for k in range(i + 1, min(limit, i + 6)))
