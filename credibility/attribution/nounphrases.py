"""Noun phrases next to a cue: the subject before it, the name after it."""

from credibility.attribution.grammar import DASHES, Grammar
from credibility.attribution.lexicon import Form
from credibility.attribution.sentences import Run

_REACH = 34
_APPOSITION_REACH = 30


def subject_before(g: Grammar, at: int, floor: int) -> Run | None:
    """The noun phrase that ends right before token `at`, with its appositions, not reaching before `floor`."""
    end = at
    while end > floor and (g.is_adverb(end - 1) or g.lower(end - 1) in ("both", "each")) and not g.quoted(end - 1):
        end -= 1
    end = _without_time(g, end, floor)
    if end <= floor or g.quoted(end - 1):
        return None
    if g.word(end - 1) == ",":
        return _apposed(g, end - 1, floor)
    if g.word(end - 1) in DASHES:
        return _dashed(g, end - 1, floor)
    if g.word(end - 1) == ")":
        return _bracketed(g, end, floor)
    return _with_list(g, _plain(g, end, floor), floor)


def _with_list(g: Grammar, run: Run | None, floor: int) -> Run | None:
    """The whole of "families, supporters and officials", or of "the minister, Jane Doe", when the run is its last part."""
    if run and run[0] - 1 > floor and g.word(run[0] - 1) == "," and all(g.is_name(k) or g.word(k) == "." for k in range(*run)):
        title = _plain(g, run[0] - 1, floor)
        if (
            title
            and g.lower(title[1] - 1) in g.lexicon.titled
            and not (title[0] > floor and g.lower(title[0] - 1) in g.lexicon.words.prepositions | g.lexicon.finite)
        ):
            return (title[0], run[1])
    if run is None or "and" not in g.passage.lower[run[0] + 1 : run[1] - 1]:
        return run
    start = run[0]
    while start - 1 > floor and g.word(start - 1) == ",":
        item = _plain(g, start - 1, floor)
        if (
            item is None
            or item[1] - item[0] > 6
            or item[0] > floor
            and g.word(item[0] - 1) != ","
            and not g.lower(item[0] - 1) in g.lexicon.words.openers
        ):
            break
        if g.is_time(item[1] - 1) or g.has_clause(item):
            break
        start = item[0]
    return (start, run[1])


def _without_time(g: Grammar, end: int, floor: int) -> int:
    """Step over "on Monday" or "last week" before the verb."""
    k = end
    while k > floor and g.is_time(k - 1):
        k -= 1
    if k == end:
        return end
    while k > floor and g.lower(k - 1) in ("on", "last", "this", "in", "earlier", "late", "early"):
        k -= 1
    return k if k > floor else end


def _plain(g: Grammar, end: int, floor: int) -> Run | None:
    """A noun phrase without commas that ends at `end`."""
    words = g.lexicon.words
    last = g.lower(end - 1)
    if last in words.subject_pronouns:
        return (end - 1, end)
    if last in words.relatives:
        return _antecedent(g, end - 1, floor)
    start = end
    while start > floor and end - start < _REACH:
        i = start - 1
        if g.quoted(i):
            if g.passage.quotations[g.passage.quoted[i] - 1].full or start == end or g.is_mark(i - 1):
                break
            start = g.passage.quotations[g.passage.quoted[i] - 1].start  # a nickname or a scare word inside the phrase
            continue
        if g.word(i) == ")" and g.lower(i - 1) and _opening_bracket(g, i, floor) is not None:
            start = _opening_bracket(g, i, floor) or i
            continue
        if (
            g.word(i) == "."
            and g.lower(i - 1) in words.abbreviations
            or g.word(i) == "."
            and len(g.word(i - 1)) == 1
            and g.word(i - 1).isupper()
        ):
            start = i
            continue
        if g.is_mark(i):
            break
        if g.is_finite(i):
            relative = _relative_before(g, i, floor)
            if relative is None:
                break
            start = relative
            continue
        if _bounds(g, i):
            break
        start = i
    return _trimmed(g, start, end)


def _antecedent(g: Grammar, relative: int, floor: int) -> Run:
    """The relative pronoun with the noun phrase it stands for, when that is right before it."""
    end = relative
    if end > floor and g.word(end - 1) == ",":
        end -= 1
    if end > floor and not g.quoted(end - 1) and not g.is_mark(end - 1) and g.lower(end - 1) not in g.lexicon.words.relatives:
        noun = _plain(g, end, floor)
        if noun:
            return (noun[0], relative + 1)
    return (relative, relative + 1)


def _opening_bracket(g: Grammar, closing: int, floor: int) -> int | None:
    for k in range(closing - 1, max(floor, closing - 12) - 1, -1):
        if g.word(k) in ("(", "["):
            return k
    return None


def _relative_before(g: Grammar, verb: int, floor: int) -> int | None:
    """The relative pronoun of the clause whose verb this is ("who was arrested"), None when it is a main verb."""
    for k in range(verb - 1, max(floor, verb - 4) - 1, -1):
        if g.lower(k) in ("who", "which", "that") and k > floor:
            return k
        if not g.is_adverb(k) and g.lower(k) not in g.lexicon.auxiliaries:
            return None
    return None


def _bounds(g: Grammar, i: int) -> bool:
    """Whether a noun phrase cannot reach over token i."""
    word = g.lower(i)
    words = g.lexicon.words
    if word == "that" and (g.lower(i + 1) in words.times or g.lower(i - 1) in words.prepositions or g.lower(i - 1) == "all"):
        return False
    if word == "but" and g.lower(i - 1) in ("all", "nothing", "anything", "nobody", "everyone"):
        return False
    if word in words.subordinators or (word in ("him", "them", "us", "me", "then") and g.word(i) == word and g.lower(i - 1) != "of"):
        return True
    if g.is_past(i) and (g.is_determiner(i + 1) and not g.is_time(i + 2) or g.lower(i + 1) in words.object_pronouns):
        return True
    return any(form is Form.GERUND for _, form in g.lexicon.forms.get(word, ())) and g.word(i - 1) == ","


def _trimmed(g: Grammar, start: int, end: int) -> Run | None:
    """Cut conjunctions, adverbs and a leading prepositional phrase off the front."""
    words = g.lexicon.words
    while start < end and (
        g.lower(start) in words.openers
        or (g.is_adverb(start) and g.lower(start) not in ("both", "all", "only"))
        or g.word(start) in DASHES
        or g.word(start) in ("*", "-", "•", "'", "’")
    ):
        start += 1
    start = _after_time(g, start, end)
    if start < end and g.lower(start) in words.prepositions:
        start = _after_preposition(g, start, end)
    if start >= end or not any(g.word(i)[0].isalnum() for i in range(start, end)):
        return None
    return (start, end)


def _after_time(g: Grammar, start: int, end: int) -> int:
    """Where the subject begins after "a year ago Newsweek" or "Monday the company"."""
    if (
        start + 2 < end
        and g.is_time(start + 1)
        and g.lower(start) not in ("the",)
        and (g.lower(start + 2) == "ago" or g.lower(start) in ("last", "this", "earlier", "next"))
    ):
        return start + (3 if g.lower(start + 2) == "ago" else 2)
    if (
        start + 1 < end
        and g.is_time(start)
        and not g.lower(start).endswith(("’s", "'s"))
        and (g.is_determiner(start + 1) or g.is_name(start + 1) and g.lower(start)[-3:] == "day")
    ):
        return start + 1
    return start


def _after_preposition(g: Grammar, start: int, end: int) -> int:
    """Where the subject may begin after "in Paris officials": at the next noun phrase opener; `end` when none is seen."""
    for k in range(start + 2, end):
        if (g.is_determiner(k) and g.lower(k - 1) not in g.lexicon.words.prepositions) or g.lower(k) in g.lexicon.words.subject_pronouns:
            return k
        if g.is_time(k - 1) and not g.is_time(k):
            return k
        if g.is_name(k) and not g.is_name(k - 1) and g.lower(k - 1) not in g.lexicon.words.prepositions and not g.is_determiner(k - 1):
            return k
    return end


def _bracketed(g: Grammar, end: int, floor: int) -> Run | None:
    """A phrase with a bracket at its end: "the agency (FSMO)"."""
    opening = _opening_bracket(g, end - 1, floor)
    if opening is None or opening <= floor:
        return None
    head = _plain(g, opening, floor)
    return (head[0], end) if head else None


def _dashed(g: Grammar, dash: int, floor: int) -> Run | None:
    """A name with an aside in dashes: "Smith — who left in May — said"."""
    for k in range(dash - 1, max(floor, dash - _APPOSITION_REACH) - 1, -1):
        if g.word(k) in DASHES:
            head = _plain(g, k, floor) if k > floor else None
            return (head[0], dash) if head else None
    return None


def _apposed(g: Grammar, comma: int, floor: int) -> Run | None:
    """A name with an apposition or an inserted phrase before the verb: "Smith, a lawyer, said"."""
    commas = [k for k in range(comma - 1, max(floor, comma - _APPOSITION_REACH) - 1, -1) if g.word(k) == "," and not g.quoted(k)]
    best: Run | None = None
    right = comma
    for k in commas:
        if not _is_insertion(g, (k + 1, right)):
            break
        head = subject_before(g, k, floor) if k > floor and g.word(k - 1) == ")" else (_plain(g, k, floor) if k > floor else None)
        if head and (
            g.is_time(head[1] - 1)
            or head[0] > floor
            and (g.is_finite(head[0] - 1) or g.lower(head[0] - 1) in ("after", "before", "since", "until", "once"))
        ):
            break
        if head and not (head[0] > floor and g.lower(head[0] - 1) in g.lexicon.words.relatives):
            best = (head[0], comma if _is_apposition(g, (k + 1, comma)) else k)
            if head[0] == floor or g.word(head[0] - 1) != ",":
                break
        right = k
    if best is None and not commas:
        head = _plain(g, comma, floor)
        return head if head and head[0] == floor else None
    return best


def _is_insertion(g: Grammar, run: Run) -> bool:
    """Whether what stands between two commas may stand between subject and verb."""
    if run[0] >= run[1]:
        return False
    first = g.lower(run[0])
    if first in g.lexicon.words.subject_pronouns or first in ("and", "but", "so", "or") and (run[1] - run[0] > 14 or g.has_clause(run)):
        return False
    if _is_apposition(g, run) or g.is_past(run[0]) or (g.is_adverb(run[0]) and g.is_past(run[0] + 1)):
        return True
    return (
        first in g.lexicon.words.prepositions
        or first.endswith("ing")
        or first
        in (
            "when",
            "while",
            "asked",
            "however",
            "too",
            "meanwhile",
            "who",
            "which",
            "whose",
            "also",
            "speaking",
            "if",
            "like",
            "himself",
            "herself",
        )
        or not g.has_clause(run)
    )


def _is_apposition(g: Grammar, run: Run) -> bool:
    """Whether the run describes the noun before it."""
    first = g.lower(run[0])
    if first in ("who", "whose", "which", "formerly", "then", "now"):
        return True
    if g.has_clause(run):
        return any(g.lower(k) in ("who", "which", "whose") for k in range(run[0], run[1]))
    if first in g.lexicon.words.prepositions or first.endswith("ing"):
        return first == "of"
    return g.is_determiner(run[0]) or g.word(run[0])[0].isalnum()


def source_after(g: Grammar, start: int, limit: int) -> Run | None:
    """The noun phrase that begins at token `start`, with its appositions, not reaching beyond `limit`."""
    words = g.lexicon.words
    if start >= limit or g.quoted(start):
        return None
    if g.lower(start) in words.subject_pronouns and not (g.lower(start) == "it"):
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
    if word in ("in", "on", "at", "during", "by", "to", "after", "before", "about", "via", "through", "from", "with", "as", "following"):
        return any(g.is_time(k) or g.lower(k) in g.lexicon.venue_nouns for k in range(i + 1, min(limit, i + 6))) or word in (
            "during",
            "about",
            "via",
            "after",
            "before",
            "as",
            "following",
            "to",
        )
    return g.is_adverb(i) and word not in ("both", "all") and not g.is_name(i) and not g.is_determiner(i - 1)
