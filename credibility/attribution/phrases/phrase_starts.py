"""Where a noun phrase that ends before a verb begins, and what its first words must not be."""

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run

_ELAPSED_REACH = 6


def bounds_phrase(g: Grammar, i: int) -> bool:
    """Whether a noun phrase cannot reach over token i."""
    word = g.lower(i)
    words = g.lexicon.words
    if word == "that" and (g.lower(i + 1) in words.times or g.lower(i - 1) in words.prepositions or g.lower(i - 1) == "all"):
        return False
    if word == "but" and g.lower(i - 1) in words.all_but:
        return False
    if word in words.subordinators or (word in words.never_inside and g.word(i) == word and g.lower(i - 1) not in words.prepositions):
        return True
    if is_past_verb(g, i):
        return True
    return any(form is Form.GERUND for _, form in g.lexicon.forms.get(word, ())) and g.word(i - 1) == ","


def is_past_verb(g: Grammar, i: int) -> bool:
    """Whether token i is a past form with its object behind it ("raided a house"), no participle ("leaked in May")."""
    if not g.is_past(i) or g.lower(i) in g.lexicon.words.naming:
        return False
    return (g.is_determiner(i + 1) and not g.is_time(i + 2)) or g.lower(i + 1) in g.lexicon.words.object_pronouns


def trimmed_phrase(g: Grammar, start: int, end: int) -> Run | None:
    """Cut conjunctions, adverbs and a leading prepositional phrase off the front."""
    words = g.lexicon.words
    while start < end and (
        g.lower(start) in words.openers
        or (g.is_adverb(start) and g.lower(start) not in words.opening_adverbs)
        or g.word(start) in DASHES
        or g.word(start) in ("*", "-", "•", "'", "’")
    ):
        start += 1
    start = _after_object(g, start, end)
    start = _after_time(g, start, end)
    counted = g.lower(start) in words.approximate and g.word(start + 1)[:1].isdigit()
    if g.lower(start) in words.prepositions and not counted:
        start = _after_preposition(g, start, end)
    return (start, end) if any(g.word(i)[0].isalnum() for i in range(start, end)) else None


def _after_object(g: Grammar, start: int, end: int) -> int:
    """Where the subject begins behind the quoted object of the clause before: "left out “sheep” from its report and | Harlow"."""
    if not g.passage.opens(start):
        return start
    behind = g.passage.quotations[g.passage.quoted[start] - 1].end
    joint = next((k for k in range(end - 1, behind, -1) if g.lower(k) == "and"), None)
    return joint + 1 if joint is not None and g.lower(behind) in g.lexicon.words.prepositions and g.is_name(joint + 1) else start


def _after_time(g: Grammar, start: int, end: int) -> int:
    """Where the subject begins after "a year ago Newsweek", "twenty years later the paper" or "Monday the company"."""
    elapsed = g.lexicon.words.elapsed
    later = next((k for k in range(start + 2, min(end - 1, start + _ELAPSED_REACH)) if g.lower(k) in elapsed and g.is_time(k - 1)), None)
    if later is not None:
        return later + 1
    if start + 2 < end and g.is_time(start + 1) and g.lower(start) in g.lexicon.words.fronted_times:
        return start + 2
    if (
        start + 1 < end
        and g.is_time(start)
        and not g.is_possessive(start)
        and (g.is_determiner(start + 1) or (g.is_name(start + 1) and g.lower(start)[-3:] == "day"))
    ):
        return start + 1
    return start


def _after_preposition(g: Grammar, start: int, end: int) -> int:
    """Where the subject may begin after "in Paris officials": at the next noun phrase opener; `end` when none is seen."""
    for k in range(start + 2, end):
        if (g.is_determiner(k) and g.lower(k - 1) not in g.lexicon.words.prepositions) or g.lower(k) in g.lexicon.words.subject_pronouns:
            return k
        if g.is_time(k - 1) and not g.is_time(k) and not (g.word(k).isdigit() and (g.is_determiner(k + 1) or g.is_name(k + 1))):
            return k
        if g.is_name(k) and not g.is_name(k - 1) and g.lower(k - 1) not in g.lexicon.words.prepositions and not g.is_determiner(k - 1):
            return k
    return end
