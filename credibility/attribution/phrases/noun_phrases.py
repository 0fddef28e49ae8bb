"""The noun phrase before a verb: its words, lists, appositions and brackets."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.phrase_starts import bounds_phrase, is_past_verb, trimmed_phrase
from credibility.attribution.text.sentences import Run

_REACH = 34
_APPOSITION_REACH = 30
_ITEM = 6
_CREDIT = 16  # tokens of the names of a few reporters


def subject_before(g: Grammar, at: int, floor: int) -> Run | None:
    """The noun phrase that ends right before token `at`, with its appositions, not reaching before `floor`."""
    end = at
    while end > floor and (g.is_adverb(end - 1) or g.lower(end - 1) in g.lexicon.words.distributive) and not g.quoted(end - 1):
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
    if run is None:
        return None
    title = _title_before(g, run, floor)
    if title:
        return (title[0], run[1])
    if "and" not in g.passage.lower[run[0] + 1 : run[1] - 1]:
        return run
    start = run[0]
    while start - 1 > floor and g.word(start - 1) == ",":
        item = plain_phrase(g, start - 1, floor)
        if item is None or not _is_item(g, item, floor):
            break
        start = item[0]
    return (start, run[1])


def _title_before(g: Grammar, run: Run, floor: int) -> Run | None:
    """The title in "the minister, Jane Doe", when the run is the name; what a preposition or a verb governs is none."""
    if not (run[0] - 1 > floor and g.word(run[0] - 1) == "," and all(g.is_name(k) or g.word(k) == "." for k in range(*run))):
        return None
    title = plain_phrase(g, run[0] - 1, floor)
    if title is None or g.lower(title[1] - 1) not in g.lexicon.titled:
        return None
    governed = title[0] > floor and g.lower(title[0] - 1) in g.lexicon.words.prepositions | g.lexicon.finite
    return None if governed else title


def _is_item(g: Grammar, item: Run, floor: int) -> bool:
    """Whether a phrase before a comma may be one of a list of sources."""
    if item[1] - item[0] > _ITEM or g.is_time(item[1] - 1) or g.has_clause(item):
        return False
    opens = item[0] == floor or g.passage.closes(item[0] - 1)
    return opens or g.word(item[0] - 1) == "," or g.lower(item[0] - 1) in g.lexicon.words.openers


def _without_time(g: Grammar, end: int, floor: int) -> int:
    """Step over "on Monday", "last week", "in 2017" or "at the time" before the verb."""
    fixed = _fixed_time(g, end)
    if fixed and end - fixed > floor:
        return end - fixed
    k = end
    while k > floor and g.is_time(k - 1):
        k -= 1
    if k == end or (g.lower(end - 1).endswith("s") and g.lower(k - 1) in g.lexicon.words.numbers):
        return end
    while k > floor and g.lower(k - 1) in g.lexicon.words.before_days:
        k -= 1
    return k if k > floor and not g.is_past(k - 1) and g.lower(k - 1) != "of" else end


def _fixed_time(g: Grammar, end: int) -> int:
    """How many tokens "at the time" or "in 2017" has that ends there; 0 for none, and where a participle takes it: "completed in 2017"."""
    if g.lower(end - 1) in g.lexicon.words.moments and g.passage.matches(end - 3, ("at", "the")):
        return 3
    return 2 if g.is_year(end - 1) and g.lower(end - 2) == "in" and not g.is_participle(end - 3) else 0


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
    opening = _opening_bracket(g, i, floor) if g.word(i) == ")" else None
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
    if end > floor and g.word(end - 1) == ",":
        end -= 1
    if end > floor and not g.quoted(end - 1) and not g.is_mark(end - 1) and g.lower(end - 1) not in g.lexicon.words.relatives:
        noun = plain_phrase(g, end, floor)
        start = _governed(g, noun[0] if noun else max(floor, end - _ITEM), end) if g.lower(relative) == "who" else None
        if start is not None or noun:
            return (start if start is not None else noun[0] if noun else relative, relative + 1)
    return (relative, relative + 1)


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


def _opening_bracket(g: Grammar, closing: int, floor: int) -> int | None:
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
    commas = _commas_before(g, comma, floor)
    if not commas:
        head = plain_phrase(g, comma, floor)
        return head if head and head[0] == floor else None
    best: Run | None = None
    right = comma
    for k in commas:
        if not _is_insertion(g, (k + 1, right)):
            break
        head = _head_before(g, k, floor)
        if head and _in_clause_of_time(g, head, floor):
            break
        if head and not _behind_relative(g, head, floor):
            best = (head[0], comma if _is_apposition(g, (k + 1, comma)) else k)
            if head[0] == floor or g.word(head[0] - 1) != ",":
                break
        right = k
    return best


def _commas_before(g: Grammar, comma: int, floor: int) -> list[int]:
    """The commas before this one within reach, nearest first."""
    return [k for k in range(comma - 1, max(floor, comma - _APPOSITION_REACH) - 1, -1) if g.word(k) == "," and not g.quoted(k)]


def _behind_relative(g: Grammar, head: Run, floor: int) -> bool:
    """Whether a phrase is the subject of a relative clause."""
    return head[0] > floor and g.lower(head[0] - 1) in g.lexicon.words.relatives


def _head_before(g: Grammar, comma: int, floor: int) -> Run | None:
    """The phrase that an insertion behind `comma` hangs on."""
    if comma <= floor:
        return None
    return subject_before(g, comma, floor) if g.word(comma - 1) == ")" else plain_phrase(g, comma, floor)


def _in_clause_of_time(g: Grammar, head: Run, floor: int) -> bool:
    """Whether a phrase is a time, the object of a verb or the subject of "after …", so that no insertion hangs on it."""
    if g.is_time(head[1] - 1):
        return True
    return head[0] > floor and (g.is_finite(head[0] - 1) or g.lower(head[0] - 1) in g.lexicon.words.time_clauses)


def _is_insertion(g: Grammar, run: Run) -> bool:
    """Whether what stands between two commas may stand between subject and verb."""
    if run[0] >= run[1]:
        return False
    first = g.lower(run[0])
    if first in g.lexicon.words.subject_pronouns or (first in g.lexicon.words.coordinating and (run[1] - run[0] > 14 or g.has_clause(run))):
        return False
    if _is_apposition(g, run) or g.is_participle(run[0]) or (g.is_adverb(run[0]) and g.is_participle(run[0] + 1)):
        return True
    return first in g.lexicon.words.prepositions or first.endswith("ing") or first in g.lexicon.words.insertions or not g.has_clause(run)


def _is_apposition(g: Grammar, run: Run) -> bool:
    """Whether the run describes the noun before it."""
    first = g.lower(run[0])
    if first in g.lexicon.words.apposition_openers:
        return True
    if g.has_clause(run) and not _is_described(g, run):
        return any(g.lower(k) in g.lexicon.words.possessive_relatives for k in range(run[0], run[1]))
    if first in g.lexicon.words.prepositions or first.endswith("ing"):
        return first == "of"
    return g.is_determiner(run[0]) or g.word(run[0])[0].isalnum()


def _is_described(g: Grammar, run: Run) -> bool:
    """Whether the verbs of a run only describe its noun: "a retired engineer named Leland Crouse"."""
    if not g.is_determiner(run[0]) or any(g.is_finite(k) for k in range(*run)):
        return False
    return all(g.is_determiner(k - 1) or g.lower(k) in g.lexicon.words.naming for k in range(*run) if g.is_past(k))


def names_behind_dash(g: Grammar, start: int, end: int) -> Run | None:
    """The names that are all that stands between the last dash and `end`: "HEADING — Reuters’ Ida Falk, Omar Lind and our Jane Doe"."""
    stop = end - (g.word(end - 1) == ".")
    dash = next((k for k in range(stop - 1, start - 1, -1) if g.word(k) in DASHES), None)
    if dash is None or not 0 < stop - dash - 1 <= _CREDIT:
        return None
    small = g.lexicon.words.alternatives | g.lexicon.words.possessives | g.lexicon.words.name_particles | {",", ".", "’", "'", "&"}
    named = [g.is_name(k) for k in range(dash + 1, stop)]
    fits = all(g.is_name(k) or g.lower(k) in small for k in range(dash + 1, stop))
    return (dash + 1, stop) if fits and any(named) else None
