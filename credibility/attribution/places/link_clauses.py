"""The clause that a link's words belong to: the sentence cut at coordination, insertions, relative clauses and the author's asides."""

from collections.abc import Sequence

from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run

_BREAKS = frozenset({";", ":"})
_BRACKETS = {"(": ")", "[": "]"}
_SHORT_INSERTION = 8  # tokens between the marks of an insertion that the clause goes on behind
_SHORTEST_WHOLE = 4  # tokens of an anchor that is a whole clause by itself


def clause_around(g: Grammar, anchor: Run, sentence: Run, others: Sequence[Run] = ()) -> Run:
    """The clause of an anchor. `others` are the sentence's other links: between two predicates with a link each it is cut in two."""
    if _is_whole(g, anchor, sentence):
        return anchor
    pairs = _insertions(g, sentence)
    inside = next(((a + 1, b) for a, b in pairs if a < anchor[0] and anchor[1] <= b and g.has_clause((a + 1, b))), sentence)
    start, end = _opening_clause(g, anchor, inside)
    start = _left(g, anchor, (start, end), pairs, [other for other in others if other[1] <= anchor[0]])
    end = _right(g, anchor, (start, end), pairs, [other for other in others if other[0] >= anchor[1]])
    end = _end_of_insertion(g, anchor, (start, end))
    return _trimmed(g, anchor, (start, end))


def without_insertions(g: Grammar, anchor: Run, clause: Run) -> tuple[Run, ...]:
    """The clause in pieces, without the brackets and pairs of dashes that do not hold the anchor."""
    pieces, start = [], clause[0]
    for a, b in sorted(_insertions(g, clause)):
        if a >= start and not (a < anchor[0] < b):
            pieces.append((start, a))
            start = b + 1
    return tuple((first, last) for first, last in [*pieces, (start, clause[1])] if first < last)


def in_aside(g: Grammar, anchor: Run, sentence: Run) -> bool:
    """Whether a link stands in a relative clause between commas or behind one: it tells of what was named, not of what happened."""
    return any(_opens_relative(g, k) for k in range(sentence[0], anchor[0]) if g.word(k) == "," and not _closed(g, k + 1, anchor[0]))


def _is_whole(g: Grammar, anchor: Run, sentence: Run) -> bool:
    """Whether the anchor is a clause by itself: from its subject to its end, with nothing of it behind."""
    first, last = anchor
    if last - first < _SHORTEST_WHOLE or not g.has_clause((first + 1, last)) or _is_verb(g, first):
        return False
    before = first == sentence[0] or not g.lower(first - 1).isalpha() or g.lower(first - 1) == "that"
    return before and (last >= sentence[1] or g.is_mark(last) or g.is_finite(last))


def _insertions(g: Grammar, sentence: Run) -> list[Run]:
    """Pairs of brackets, and of dashes where there are just two, by their first and last token."""
    pairs: list[Run] = []
    dashes = [k for k in range(*sentence) if g.word(k) in DASHES and not g.quoted(k)]
    if len(dashes) == 2:
        pairs.append((dashes[0], dashes[1]))
    for k in range(*sentence):
        closing = _BRACKETS.get(g.word(k))
        if closing and not g.quoted(k):
            end = next((i for i in range(k + 1, sentence[1]) if g.word(i) == closing), None)
            pairs += [(k, end)] if end is not None else []
    return pairs


def _left(g: Grammar, anchor: Run, within: Run, pairs: Sequence[Run], others: Sequence[Run]) -> int:
    """Where the clause begins: behind the nearest mark or word that parts it from another clause."""
    k = anchor[0] - 1
    while k >= within[0]:
        over = next((a for a, b in pairs if b == k), None)
        if over is not None and over > within[0]:
            k = over - 1
            continue
        if not g.quoted(k) and _begins_behind(g, k, (within[0], anchor[1]), within[1], others):
            return k + 1
        k -= 1
    return within[0]


def _begins_behind(g: Grammar, k: int, within: Run, end: int, others: Sequence[Run]) -> bool:
    word, after = g.word(k), g.lower(k + 1)
    if g.lower(k) in g.lexicon.places.cutting and k > within[0]:
        return g.has_clause((within[0], k)) and g.has_clause((k + 1, end))
    if word in _BREAKS or word in DASHES:
        return g.has_clause((k + 1, end))
    if word == ",":
        if after in g.lexicon.places.coordinators:
            return g.has_clause((k + 2, _next_mark(g, within[1], end))) and g.has_clause((within[0], k))
        return g.has_clause((within[0], k)) and (_opens_relative(g, k) or _opens_clause(g, k, within[0]))
    if word == "that" and g.lower(k - 1) in g.lexicon.places.news:
        return True
    return bool(others) and _parts_predicates(g, k, within[1])


def _right(g: Grammar, anchor: Run, within: Run, pairs: Sequence[Run], others: Sequence[Run]) -> int:
    """Where the clause ends: before the nearest mark or word behind the anchor that parts it from another clause or an aside."""
    k = anchor[1]
    while k < within[1]:
        over = next((b for a, b in pairs if a == k), None)
        if over is not None and _is_passing(g, (k, over), within):
            k = over + 1
            continue
        if not g.quoted(k) and (over is not None or _ends_before(g, k, within, others)):
            return k
        k += 1
    return within[1]


def _end_of_insertion(g: Grammar, anchor: Run, clause: Run) -> int:
    """Where a participle or relative clause inserted between commas ends: "the balloon, [launched in Larn] in May, | will let"."""
    first, end = anchor[0], clause[1]
    commas = [k for k in range(*clause) if g.word(k) == "," and not g.quoted(k)]
    inserted = first - 1 in commas and commas[0] >= first - 1 and g.is_participle(first)
    if not inserted and not _in_relative(g, anchor, clause):
        return end
    closing = next((k for k in commas if k >= anchor[1]), end)
    return closing if _goes_on(g, closing, end) else end


def _in_relative(g: Grammar, anchor: Run, clause: Run) -> bool:
    """Whether the anchor stands in a relative clause or begins one: "the farm, which was [lost at cards], is for sale"."""
    opening = next((k for k in range(anchor[0], clause[0] - 1, -1) if g.lower(k) in g.lexicon.places.comma_relatives), None)
    return opening is not None and not any(g.word(k) == "," and not g.quoted(k) for k in range(opening, anchor[1]))


def _goes_on(g: Grammar, comma: int, end: int) -> bool:
    """Whether the verb of the clause around an insertion stands behind its comma."""
    verb = comma + 1 + g.is_adverb(comma + 1)
    if verb >= end or g.lower(verb) in g.lexicon.places.coordinators:
        return False
    third = g.lower(verb).endswith("s") and g.word(verb).islower() and not g.is_determiner(verb)
    return third or g.is_finite(verb) or g.is_past(verb) or g.has_clause((comma, end))


def _opening_clause(g: Grammar, anchor: Run, within: Run) -> Run:
    """The clause before the main one where the link stands in it, without what opens it: "Because [rents rose], | my friends have left"."""
    start = within[0]
    said_so = g.lower(start).endswith("ing") and g.lower(start + 1) == "that"
    if not (g.lower(start) in g.lexicon.words.opening_clauses | g.lexicon.words.time_clauses or said_so):
        return within
    behind = start + 1 + said_so
    commas = (k for k in range(anchor[1], within[1]) if g.word(k) == "," and not g.quoted(k))
    comma = next((k for k in commas if _opens_main(g, k + 1, within[1])), None)
    if comma is None or behind > anchor[0] or not g.has_clause((behind, comma)):
        return within
    return (behind, comma)


def _opens_main(g: Grammar, k: int, end: int) -> bool:
    """Whether a main clause begins at token k: with its subject, or with a question."""
    words = g.lexicon.words
    subject = g.is_determiner(k) or g.is_name(k) or g.lower(k) in words.subject_pronouns or g.lower(k) in words.wh or not g.is_finite(k)
    return subject and g.lower(k) not in g.lexicon.places.comma_relatives and not g.is_past(k) and g.has_clause((k, end))


def _is_passing(g: Grammar, pair: Run, within: Run) -> bool:
    """Whether a clause goes on behind an insertion: a short one, or one that stands before its verb."""
    after = pair[1] + 1
    if after >= within[1] or g.is_mark(after):
        return False
    return pair[1] - pair[0] <= _SHORT_INSERTION or not g.has_clause((within[0], pair[0]))


def _ends_before(g: Grammar, k: int, within: Run, others: Sequence[Run]) -> bool:
    word = g.word(k)
    if word in _BREAKS or word in DASHES or word in _BRACKETS or word in _BRACKETS.values():
        return True
    if word != ",":
        return bool(others) and _parts_predicates(g, k, others[0][1])
    if g.lower(k + 1) in g.lexicon.places.coordinators or any(other[0] == k + 1 for other in others):
        return True
    return g.has_clause((within[0], k)) and (_opens_relative(g, k) or _opens_comment(g, k, within[1]))


def _opens_clause(g: Grammar, comma: int, start: int) -> bool:
    """Whether a pronoun opens a clause of its own behind a comma, where what stands before is no clause of time or condition."""
    places = g.lexicon.places
    return g.lower(comma + 1) in places.clause_pronouns and g.lower(start) not in places.subordinating


def _opens_relative(g: Grammar, comma: int) -> bool:
    """Whether a relative clause opens behind a comma, also behind a preposition: ", which", ", whose", ", where", ", in which"."""
    relatives = g.lexicon.places.comma_relatives
    return g.lower(comma + 1) in relatives or (g.lower(comma + 1) in g.lexicon.words.prepositions and g.lower(comma + 2) in relatives)


def _opens_comment(g: Grammar, comma: int, end: int) -> bool:
    """Whether the author comments behind a comma, up to the end: ", a record that nobody toasted", ", not last week"."""
    if any(g.word(k) == "," for k in range(comma + 1, end)):
        return False
    return g.lower(comma + 1) in g.lexicon.places.comments


def _parts_predicates(g: Grammar, k: int, end: int) -> bool:
    """Whether token k joins two predicates, each with its link: a verb stands behind it, before `end`."""
    return g.lower(k) in g.lexicon.places.coordinators and (g.is_past(k + 1) or g.has_clause((k + 1, end)))


def _next_mark(g: Grammar, i: int, end: int) -> int:
    return next((k for k in range(i, end) if g.is_mark(k)), end)


def _closed(g: Grammar, start: int, end: int) -> bool:
    """Whether a clause that opens at `start` is closed by a comma before `end`, and the sentence goes on."""
    return any(g.word(k) == "," and g.has_clause((start, k)) for k in range(start + 1, end))


def _is_verb(g: Grammar, i: int) -> bool:
    return g.is_finite(i) or g.is_past(i) or g.lower(i) in g.lexicon.words.plain_verbs or g.lower(i).endswith("ing")


def _trimmed(g: Grammar, anchor: Run, clause: Run) -> Run:
    """The clause without joints at its start and marks at its end."""
    start, end = clause
    while start < anchor[0] and (g.lower(start) in g.lexicon.places.clause_openers or g.is_mark(start) or _is_comment(g, start)):
        start += 2 if _is_comment(g, start) else 1
    if g.lower(start) == "in" and g.lower(start + 1) in g.lexicon.places.reality and g.word(start + 2) == "," and start + 3 <= anchor[0]:
        start += 3
    while end > anchor[1] and g.is_mark(end - 1) and not g.quoted(end - 1):
        end -= 1
    return (start, end)


def _is_comment(g: Grammar, i: int) -> bool:
    """Whether the author's adverb stands before a comma: "Sadly,"."""
    return g.word(i + 1) == "," and g.lower(i).endswith("ly") and len(g.lower(i)) > 4 and g.lower(i) not in g.lexicon.words.not_adverbs
