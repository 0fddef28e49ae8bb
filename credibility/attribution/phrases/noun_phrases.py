"""The noun phrase before a verb: its words, lists, appositions and brackets."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.phrase_starts import bounds_phrase, is_past_verb, trimmed_phrase
from credibility.attribution.text.sentences import Run

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
    return _with_list(g, plain_phrase(g, end, floor), floor)


def _with_list(g: Grammar, run: Run | None, floor: int) -> Run | None:
    """The whole of "families, supporters and officials", or of "the minister, Jane Doe", when the run is its last part."""
    if run and run[0] - 1 > floor and g.word(run[0] - 1) == "," and all(g.is_name(k) or g.word(k) == "." for k in range(*run)):
        title = plain_phrase(g, run[0] - 1, floor)
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
        item = plain_phrase(g, start - 1, floor)
        if (
            item is None
            or item[1] - item[0] > 6
            or (item[0] > floor and g.word(item[0] - 1) != "," and g.lower(item[0] - 1) not in g.lexicon.words.openers)
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
    if k == end or (g.lower(end - 1).endswith("s") and g.lower(k - 1) in g.lexicon.words.numbers):
        return end
    while k > floor and g.lower(k - 1) in ("on", "last", "this", "in", "earlier", "late", "early"):
        k -= 1
    return k if k > floor and not g.is_past(k - 1) and g.lower(k - 1) != "of" else end


def plain_phrase(g: Grammar, end: int, floor: int) -> Run | None:
    """A noun phrase without commas that ends at `end`."""
    words = g.lexicon.words
    last = g.lower(end - 1)
    if last in words.subject_pronouns and not (last in ("it", "you") and g.lower(end - 2) in words.prepositions and end - 2 > floor):
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
        if (g.word(i) == "." and g.lower(i - 1) in words.abbreviations) or (
            g.word(i) == "." and len(g.word(i - 1)) == 1 and g.word(i - 1).isupper()
        ):
            start = i
            continue
        if g.is_mark(i):
            break
        if g.is_finite(i) or is_past_verb(g, i):
            relative = _relative_before(g, i, floor)
            if relative is None and (g.is_finite(i) or bounds_phrase(g, i)):
                break
            start = i if relative is None else relative
            continue
        if bounds_phrase(g, i) and not (g.lower(i) in ("who", "which") and _holds_verb(g, i + 1, end)):
            break
        start = i
    return trimmed_phrase(g, start, end)


def _holds_verb(g: Grammar, start: int, end: int) -> bool:
    """Whether a relative clause with its verb lies between the tokens."""
    return any(g.is_finite(k) or g.is_past(k) for k in range(start, end))


def _antecedent(g: Grammar, relative: int, floor: int) -> Run:
    """The relative pronoun with the noun phrase it stands for, when that is right before it."""
    end = relative
    if end > floor and g.word(end - 1) == ",":
        end -= 1
    if end > floor and not g.quoted(end - 1) and not g.is_mark(end - 1) and g.lower(end - 1) not in g.lexicon.words.relatives:
        noun = plain_phrase(g, end, floor)
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


def _bracketed(g: Grammar, end: int, floor: int) -> Run | None:
    """A phrase with a bracket at its end: "the agency (FSMO)"."""
    opening = _opening_bracket(g, end - 1, floor)
    if opening is None or opening <= floor:
        return None
    head = plain_phrase(g, opening, floor)
    return (head[0], end) if head else None


def _dashed(g: Grammar, dash: int, floor: int) -> Run | None:
    """A name with an aside in dashes: "Smith — who left in May — said"."""
    for k in range(dash - 1, max(floor, dash - _APPOSITION_REACH) - 1, -1):
        if g.word(k) in DASHES:
            head = plain_phrase(g, k, floor) if k > floor else None
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
        head = subject_before(g, k, floor) if k > floor and g.word(k - 1) == ")" else (plain_phrase(g, k, floor) if k > floor else None)
        if head and (
            g.is_time(head[1] - 1)
            or (head[0] > floor and (g.is_finite(head[0] - 1) or g.lower(head[0] - 1) in ("after", "before", "since", "until", "once")))
        ):
            break
        if head and not (head[0] > floor and g.lower(head[0] - 1) in g.lexicon.words.relatives):
            best = (head[0], comma if _is_apposition(g, (k + 1, comma)) else k)
            if head[0] == floor or g.word(head[0] - 1) != ",":
                break
        right = k
    if best is None and not commas:
        head = plain_phrase(g, comma, floor)
        return head if head and head[0] == floor else None
    return best


def _is_insertion(g: Grammar, run: Run) -> bool:
    """Whether what stands between two commas may stand between subject and verb."""
    if run[0] >= run[1]:
        return False
    first = g.lower(run[0])
    if first in g.lexicon.words.subject_pronouns or (first in ("and", "but", "so", "or") and (run[1] - run[0] > 14 or g.has_clause(run))):
        return False
    if _is_apposition(g, run) or g.is_participle(run[0]) or (g.is_adverb(run[0]) and g.is_participle(run[0] + 1)):
        return True
    return first in g.lexicon.words.prepositions or first.endswith("ing") or first in g.lexicon.words.insertions or not g.has_clause(run)


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
