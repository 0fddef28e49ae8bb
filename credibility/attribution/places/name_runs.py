"""Names in running text, as far as words and capitals tell them: where one begins, how far it goes."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run


def is_former(g: Grammar, start: int, end: int) -> bool:
    """Whether one of the tokens says that a bond has ended: "former", "ex-"."""
    return any(g.lower(k) in g.lexicon.former or g.lower(k).startswith("ex-") for k in range(start, end))


def name_start(g: Grammar, end: int, floor: int) -> int:
    """Where the name begins that ends at token `end`, not before `floor`."""
    start = end
    while start > floor and (g.is_name(start - 1) or g.lower(start - 1) in g.lexicon.places.inside_name):
        start -= 1
    return start


def name_run(g: Grammar, start: int, limit: int) -> Run | None:
    """A name that begins at `start`: "the New York Times", "NBC's “Today”", "ABC News and the Post"; or "the paper"."""
    if g.lower(start) == "the" and g.lower(start + 1) in g.lexicon.outlet_anaphors and not (g.is_name(start + 1) or g.is_name(start + 2)):
        return (start, start + 2)
    first = start
    while first < limit and _leads_to_name(g, first):
        first += 1
    end = first
    while end < limit and _continues_name(g, first, end, limit):
        end += 1
    return (start, end) if end > first else None


def _leads_to_name(g: Grammar, i: int) -> bool:
    """Whether token i may stand before a name: an article, a possessive, "daily"."""
    word = g.lower(i)
    if word in g.lexicon.places.before_name or word in g.lexicon.words.possessives:
        return True
    return word in g.lexicon.outlet_modifiers and g.word(i).islower()


def _continues_name(g: Grammar, first: int, i: int, limit: int) -> bool:
    """Whether token i belongs to the name that begins at `first`."""
    if g.is_name(i) and (not g.is_time(i) or g.is_possessive(i - 1)):
        return True
    if g.quoted(i) and _is_title(g, i):
        return True
    if i == first:
        return False
    return g.word(i)[0].isdigit() or (g.lower(i) in g.lexicon.words.name_inner and i + 1 < limit and _goes_on(g, i + 1))


def _goes_on(g: Grammar, i: int) -> bool:
    """Whether a name goes on at token i, behind a small word: "the Mail on Sunday", but not "the Herald on Monday" after a full name."""
    return g.quoted(i) or (g.is_name(i) and not (g.is_time(i) and g.is_name(i - 3)))


def _is_title(g: Grammar, i: int) -> bool:
    quotation = g.passage.quotations[g.passage.quoted[i] - 1]
    return len(quotation) <= 9 and g.word(quotation.start - 1) != ","
