"""The noun phrase after a cue, with its appositions: "said Jane Doe, the mayor"."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run

_REACH = 48
_APPOSITION_REACH = 30


def source_after(g: Grammar, start: int, limit: int) -> Run | None:
    """The noun phrase that begins at token `start`, with its appositions, not reaching beyond `limit`."""
    words = g.lexicon.words
    if start >= limit or g.quoted(start):
        return None
    limit = min(limit, start + _REACH)
    if g.lower(start) in words.subject_pronouns and g.lower(start) != "it":
        return (start, start + 1)
    if (
        not g.word(start)[0].isalnum()
        or g.lower(start) in words.prepositions
        or g.lower(start) in words.subordinators
        or g.is_adverb(start)
    ):
        return None
    if g.is_time(start) and g.lower(start + 1) not in ("'s", "’s"):
        return None
    end = _phrase_end(g, start, limit)
    while end < limit and g.word(end) == ",":
        stop = next(
            (
                k
                for k in range(end + 1, min(limit, end + _APPOSITION_REACH))
                if g.word(k) in (",", ";") or g.word(k) in DASHES or g.quoted(k)
            ),
            limit,
        )
        last = stop - 1 if g.word(stop - 1) in (".", "!", "?") else stop
        if last <= end + 1 or not _is_trailing_apposition(g, (end + 1, last)):
            break
        end = _apposition_end(g, end + 1, last)
        if end < last:
            break
    return (start, end) if end > start else None


def _is_trailing_apposition(g: Grammar, run: Run) -> bool:
    first = g.lower(run[0])
    if first in ("who", "whose", "which"):
        return True
    rows = g.lexicon.forms.get(first, ())
    if (
        first.endswith("ing")
        or rows
        or first in ("and", "but", "or")
        or first in g.lexicon.words.prepositions
        or first in g.lexicon.words.subordinators
        or first in g.lexicon.words.subject_pronouns
        or g.is_adverb(run[0])
    ):
        return first == "of"
    if g.is_time(run[0]):
        return False
    return not g.has_clause(run) or any(g.lower(k) in ("who", "which") for k in range(run[0], run[1]))


def _apposition_end(g: Grammar, start: int, limit: int) -> int:
    if g.lower(start) in ("who", "whose", "which"):
        return limit
    return _phrase_end(g, start, limit)


def _phrase_end(g: Grammar, start: int, limit: int) -> int:
    """One past the last token of the noun phrase at `start`."""
    words = g.lexicon.words
    i = start
    while i < limit:
        word = g.lower(i)
        if g.quoted(i):
            quotation = g.passage.quotations[g.passage.quoted[i] - 1]
            if quotation.full or i == start:
                return i
            i = quotation.end
            continue
        if g.word(i) == "(":
            closing = next((k for k in range(i + 1, min(limit, i + 12)) if g.word(k) == ")"), None)
            if closing is None:
                return i
            i = closing + 1
            continue
        if g.word(i) == "." and i + 1 < limit and (g.lower(i - 1) in words.abbreviations or len(g.word(i - 1)) == 1):
            i += 1
            continue
        if g.is_mark(i) or word == "'":
            return i
        if i > start and _ends_phrase(g, i, limit):
            return i
        i += 1
    return i


def _ends_phrase(g: Grammar, i: int, limit: int) -> bool:
    """Whether a noun phrase before token i is over there."""
    word = g.lower(i)
    words = g.lexicon.words
    if word in ("who", "that", "which"):
        return False
    if word in words.subordinators or (word == "and" and (g.lower(i + 1) in g.lexicon.forms or g.lower(i + 1) in words.subject_pronouns)):
        return True
    if g.is_time(i) and g.lower(i - 1) != "of":
        return True
    if word in ("last", "earlier", "late", "early", "this") and any(g.is_time(k) for k in range(i + 1, min(limit, i + 3))):
        return True
    if word in words.occasions:
        return word in words.source_ends or any(
            g.is_time(k) or g.lower(k) in g.lexicon.venue_nouns for k in range(i + 1, min(limit, i + 6))
        )
    return g.is_adverb(i) and word not in ("both", "all") and not g.is_name(i) and not g.is_determiner(i - 1)
