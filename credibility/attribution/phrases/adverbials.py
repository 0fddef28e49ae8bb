"""Time, place and occasion of speaking between a cue and its content: "Monday", "on CNN", "in a statement"."""

from credibility.attribution.phrases.grammar import DASHES, Grammar

_ADVERBIAL_REACH = 26
_TITLE = 8


def skip_adverbials(g: Grammar, start: int, limit: int) -> int:
    """Step over when, where and how it was said: "Monday", "on CNN", "in a statement", "of the plan" before a marked content."""
    i = start
    while i < limit:
        after = _one_adverbial(g, i, limit)
        if after == i:
            return i
        i = after
        while i < limit and (
            (g.word(i) == "." and g.lower(i - 1) in g.lexicon.words.abbreviations)
            or (g.word(i).isdigit() and (g.is_time(i - 1) or g.word(i - 1) == "."))
        ):
            i += 1
    return i


def _one_adverbial(g: Grammar, i: int, limit: int) -> int:
    """One past a single adverb, time or phrase of time, place or occasion at token i; i when none begins there."""
    word, words = g.lower(i), g.lexicon.words
    if g.quoted(i) or g.is_mark(i) or _counts(g, i):
        return i
    if _is_plain_adverb(g, i) or (g.is_time(i) and not g.lower(i + 1).startswith(("'", "’"))):
        return i + 1
    if word in words.time_modifiers and (time := next((k for k in range(i + 1, min(limit, i + 3)) if g.is_time(k)), None)):
        return time + 1
    if word in words.before_times and g.is_time(i + 1) and g.lower(i + 2) != "of":
        return i + 2
    return _prepositional(g, i, limit) if word in words.adverbials else i


def _counts(g: Grammar, i: int) -> bool:
    """Whether "about" or "over" stands before an amount."""
    words = g.lexicon.words
    return g.lower(i) in words.approximate and (g.word(i + 1)[:1].isdigit() or g.lower(i + 1) in words.amounts)


def _is_plain_adverb(g: Grammar, i: int) -> bool:
    """Whether token i is an adverb of the saying and of nothing behind it."""
    return g.is_adverb(i) and g.lower(i) not in g.lexicon.words.focusing and not g.is_name(i)


def _prepositional(g: Grammar, start: int, limit: int) -> int:
    """One past a phrase such as "in an interview with CNN", when the content is marked after it or the venue is plain."""
    venue = 0  # one past the noun of a place of speaking
    for k in range(start + 1, min(limit, start + _ADVERBIAL_REACH)):
        if _content_opens(g, k, start, limit):
            return k - (g.word(k - 1) == "," and k - 1 > start)
        if g.quoted(k):
            continue
        if _ends_adverbial(g, k, start, limit) or (venue and _content_after_venue(g, k, venue)):
            return k
        if not venue and g.lower(k) in g.lexicon.venue_nouns:
            venue = k + 1
        if k > start + 1 and _opens_clause(g, k):
            return k if venue or g.lower(start) in g.lexicon.words.occasions else start
    return limit if venue else start


def _content_opens(g: Grammar, k: int, start: int, limit: int) -> bool:
    """Whether the quotation that opens at k is the content, no title inside the phrase that begins at `start`."""
    return g.passage.opens(k) and (g.lower(start) == "of" or not _inside_phrase(g, k, limit))


def _opens_clause(g: Grammar, k: int) -> bool:
    """Whether token k is a pronoun that no preposition governs."""
    words = g.lexicon.words
    return g.lower(k) in words.subject_pronouns and g.lower(k - 1) not in words.prepositions


def _inside_phrase(g: Grammar, k: int, limit: int) -> bool:
    """Whether the quotation that opens at k is a title or a scare word inside the phrase."""
    quotation = g.passage.quotations[g.passage.quoted[k] - 1]
    return not quotation.full and g.word(k - 1) not in (",", ":") and quotation.end < limit and len(quotation) < _TITLE


def _ends_adverbial(g: Grammar, k: int, start: int, limit: int) -> bool:
    """Whether punctuation or "that" at token k ends the phrase."""
    word = g.word(k)
    if word in (",", ":", ";") or word in DASHES:
        return True
    if word in (".", "?", "!"):
        return k >= limit - 1 and g.lower(k - 1) not in g.lexicon.words.abbreviations
    if word != "that" or k <= start + 1 or g.lower(k - 1) in g.lexicon.words.prepositions:
        return False
    return not _opens_relative(g, k)


def _opens_relative(g: Grammar, that: int) -> bool:
    """Whether "that" is the subject of a clause on the noun before it: "in an email that was reviewed", but "that he’d been ill"."""
    return g.is_auxiliary(that + 1) and g.word(that + 1).isalpha()


def _content_after_venue(g: Grammar, k: int, venue: int) -> bool:
    """Whether a clause begins at k, after "in a statement": a determiner or a name that no preposition governs."""
    previous = g.lower(k - 1)
    if g.lower(k) == "that" and _opens_relative(g, k):
        return False
    if previous in g.lexicon.words.prepositions or g.is_determiner(k - 1) or previous in g.lexicon.words.venue_goes_on:
        return False
    return g.is_determiner(k) or (k == venue and g.is_name(k) and not g.is_time(k))
