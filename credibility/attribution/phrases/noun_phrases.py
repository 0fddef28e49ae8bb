"""The subject before a verb: a noun phrase with its lists, appositions, brackets and asides."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.plain_phrases import opening_bracket, plain_phrase
from credibility.attribution.text.sentences import Run

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


def _bracketed(g: Grammar, end: int, floor: int) -> Run | None:
    """A phrase with a bracket at its end: "the agency (FSMO)"."""
    opening = opening_bracket(g, end - 1, floor)
    if opening is None or opening <= floor:
        return None
    head = plain_phrase(g, opening, floor)
    return (head[0], end) if head else None


def _dashed(g: Grammar, dash: int, floor: int) -> Run | None:
    """A name with an aside in dashes: "Smith — who left in May — said"."""
    for k in range(dash - 1, max(floor, dash - _APPOSITION_REACH) - 1, -1):
        if g.word(k) in DASHES:
            head = plain_phrase(g, k, floor) if k > floor else None
            return (_with_place(g, head, floor), dash) if head else None
    return None


def _with_place(g: Grammar, name: Run, floor: int) -> int:
    """Where the phrase begins whose last name is the place of the one before it: "| officials in Larn County, Norland"."""
    comma = name[0] - 1
    if comma <= floor or g.word(comma) != "," or not g.is_name(comma - 1) or not all(g.is_name(k) for k in range(*name)):
        return name[0]
    before = plain_phrase(g, comma, floor)
    placed = before is not None and any(g.lower(k) in g.lexicon.words.before_places for k in range(*before))
    return before[0] if before is not None and placed else name[0]


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
