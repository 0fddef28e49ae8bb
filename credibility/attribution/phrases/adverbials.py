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
    word = g.lower(i)
    if (
        g.quoted(i)
        or g.is_mark(i)
        or (
            word in ("about", "over", "under", "around")
            and (g.word(i + 1)[:1].isdigit() or g.lower(i + 1) in ("half", "a", "one", "two", "three", "$"))
        )
    ):
        return i
    if (g.is_adverb(i) and not (word in ("now", "there", "only", "both", "all", "even", "just") or g.is_name(i))) or (
        g.is_time(i) and not g.lower(i + 1).startswith(("'", "’"))
    ):
        return i + 1
    if (
        word in g.lexicon.words.time_modifiers
        and word not in ("that", "the", "this", "in", "on", "same", "following")
        and any(g.is_time(k) for k in range(i + 1, min(limit, i + 3)))
    ):
        return next(k for k in range(i + 1, limit) if g.is_time(k)) + 1
    if word in ("this", "on", "in", "the") and g.is_time(i + 1) and g.lower(i + 2) not in ("of",):
        return i + 2
    if word in g.lexicon.words.adverbials:
        return _prepositional(g, i, limit)
    return i


def _prepositional(g: Grammar, start: int, limit: int) -> int:
    """One past a phrase such as "in an interview with CNN", when the content is marked after it or the venue is plain."""
    venue: int | None = None
    for k in range(start + 1, min(limit, start + _ADVERBIAL_REACH)):
        if g.passage.opens(k):
            if _inside_phrase(g, k, limit) and g.lower(start) != "of":
                continue
            return k - 1 if g.word(k - 1) == "," and k - 1 > start else k
        if g.quoted(k):
            continue
        if _ends_adverbial(g, k, start, limit) or (venue is not None and _content_after_venue(g, k, venue)):
            return k
        if g.lower(k) in g.lexicon.venue_nouns and venue is None:
            venue = k + 1
        if k > start + 1 and g.lower(k) in g.lexicon.words.subject_pronouns and g.lower(k - 1) not in g.lexicon.words.prepositions:
            return k if venue is not None or g.lower(start) in g.lexicon.words.occasions else start
    return limit if venue is not None else start


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
    return word == "that" and k > start + 1 and g.lower(k - 1) not in g.lexicon.words.prepositions


def _content_after_venue(g: Grammar, k: int, venue: int) -> bool:
    """Whether a clause begins at k, after "in a statement": a determiner or a name that no preposition governs."""
    previous = g.lower(k - 1)
    if previous in g.lexicon.words.prepositions or g.is_determiner(k - 1) or previous in ("and", "posted", "released", "issued"):
        return False
    return g.is_determiner(k) or (k == venue and g.is_name(k) and not g.is_time(k))
