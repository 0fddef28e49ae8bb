"""What the words of a link are in their clause: what it asserts (a predicate, a figure, a date), or an object that is only explained."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.places.link_targets import is_article, slug_stems, stems
from credibility.attribution.text.sentences import Run

_LONG = 2  # tokens of an anchor that may be a predicate without a known verb
_SHARED_WORDS = 3  # words that a clause and an address have in common where the address says what the clause says
_SHARED_AROUND = 2  # of these, outside the anchor
_SHARED_WITH_OBJECT = 2  # the same where the anchor is the verb's object
_LONG_OBJECT = 3  # tokens of an object that says enough by itself
_SHORTEST_TITLE = 4  # tokens in capitals that make a headline
_SMALL = 3  # letters of words that stay small in a headline
_BETWEEN = 3  # adjectives that may stand between a verb and its linked object


def asserts(g: Grammar, anchor: Run, clause: Run, url: str) -> bool:
    """Whether the clause rests on its linked words: they hold its verb, a figure or a date, complete "is", or are the verb's own object.

    A title, a name, a topic at the head of the clause and what stands behind a preposition assert nothing: "a donation to [the clinic]".
    """
    if is_title(g, anchor) or (clause == anchor and g.lower(anchor[1] - 1) in g.lexicon.forms):  # "the Herald reported" is a cue
        return False
    if _is_predicate(g, anchor, clause):
        return True
    if not has_verb(g, clause):
        return False
    return _has_sign(g, anchor, clause) or _is_dated(g, anchor) or _is_told(g, anchor, clause, url)


def is_title(g: Grammar, anchor: Run) -> bool:
    """Whether the words are another piece's title: a whole quotation, written as a headline, or behind "read:"."""
    first, last = anchor
    opens = g.passage.opens(first) or g.passage.opens(first - 1)
    closes = g.passage.closes(last) or g.passage.closes(last - 1)
    if opens and closes and g.is_name(first + g.passage.opens(first)):
        return True
    if g.word(first - 1) == ":" and g.lower(first - 2) in g.lexicon.places.pointing:
        return True
    words = [g.word(k) for k in range(first, last) if g.word(k).isalpha() and len(g.word(k)) > _SMALL]
    return len(words) >= _SHORTEST_TITLE and all(word[0].isupper() for word in words)


def has_verb(g: Grammar, run: Run) -> bool:
    """Whether a finite verb stands in the run, past forms that are none of the common ones included."""
    return g.has_clause(run) or g.is_past(run[0]) or any(_is_irregular(g, k) for k in range(run[0] + 1, run[1]))


def _has_sign(g: Grammar, anchor: Run, clause: Run) -> bool:
    """Whether a verb, a figure or hearsay stands in the words, or right around them."""
    if g.word(anchor[1])[:1].isdigit():  # "[an estimated] 100,000 people"
        return True
    words = g.lexicon.words
    if any(g.lower(k) in words.hearsay_adverbs for k in range(*clause)):
        return True
    before = g.lower(anchor[0] - 1)
    explained = (
        g.is_determiner(anchor[0]) and before in words.prepositions and before not in words.time_clauses
    )  # "with [a soap made by X]"
    return any(_is_figure(g, k) or (not explained and _is_verb(g, k)) for k in range(*anchor))


def _is_irregular(g: Grammar, k: int) -> bool:
    """Whether token k is a past form such as "drew", and no article or possessive makes a noun of it ("the cut")."""
    return g.word(k) in g.lexicon.places.irregular_pasts and not _makes_noun(g, k - 1)


def _is_verb(g: Grammar, k: int) -> bool:
    """Whether token k is a verb; "a retired economist" holds none."""
    if g.is_name(k) or _makes_noun(g, k - 1):
        return False
    return g.is_finite(k) or _is_irregular(g, k) or (g.is_past(k) and not g.is_determiner(k - 1))


def _is_figure(g: Grammar, k: int) -> bool:
    word = g.lower(k)
    return word[0].isdigit() or word in g.lexicon.words.numbers or word in g.lexicon.places.figures


def _is_predicate(g: Grammar, anchor: Run, clause: Run) -> bool:
    """Whether the words begin with a verb, by their form or by what stands before them, and no article makes a noun of it."""
    first, words = anchor[0], g.lexicon.words
    before, is_long = g.lower(first - 1), anchor[1] - anchor[0] >= _LONG
    if not g.word(first).islower() or g.is_determiner(first) or _makes_noun(g, first - 1):
        return False
    if g.is_adverb(first) or before == "to" or g.is_auxiliary(first - 1) or g.is_adverb(first - 1):
        return _goes_on_verb(g, first, is_long)
    if g.lower(first).endswith("ing"):
        return is_long and has_verb(g, (clause[0], first))
    second = before in g.lexicon.places.coordinators and g.is_past(first)  # "promised to mend it and [hammered] the others"
    return before not in words.prepositions and _is_verb_like(g, first) and (second or not g.has_clause((clause[0] + 1, first)))


def _goes_on_verb(g: Grammar, first: int, is_long: bool) -> bool:
    """Whether words that are adverbs or stand behind "to", an auxiliary or an adverb go on with the verb: "has [frozen]"."""
    if g.is_adverb(first):
        verb = next(k for k in range(first, g.size + 1) if not g.is_adverb(k))
        return _is_verb_like(g, verb) or (is_long and g.is_auxiliary(first - 1))
    if _is_behind_modal(g, first) and g.lower(first) not in g.lexicon.words.prepositions:
        return True
    plain = g.lower(first - 1) in g.lexicon.words.be or g.is_adverb(first - 1)  # "are [reeds]" is no verb
    return _is_verb_like(g, first) or not (is_long or plain)


def _is_behind_modal(g: Grammar, i: int) -> bool:
    """Whether a verb must stand at token i: "would likely [hasten]"."""
    while g.is_adverb(i - 1):
        i -= 1
    return g.is_auxiliary(i - 1) and g.lower(i - 1) in g.lexicon.words.modals


def _makes_noun(g: Grammar, i: int) -> bool:
    """Whether a noun must follow token i: an article or a possessive; "that" may be a subject."""
    word = g.lower(i)
    return word in g.lexicon.words.articles or word in g.lexicon.words.possessives or word.endswith(("’s", "'s"))


def _is_verb_like(g: Grammar, i: int) -> bool:
    word = g.lower(i)
    return g.is_finite(i) or g.is_participle(i) or _is_irregular(g, i) or word in g.lexicon.words.plain_verbs or word.endswith("ing")


def _is_dated(g: Grammar, anchor: Run) -> bool:
    """Whether the words say no more than when it happened: "since mid-August", "last Tuesday"."""
    words, found = g.lexicon.words, False
    for k in range(*anchor):
        parts = g.lower(k).split("-")
        is_time = g.is_time(k) or parts[-1] in words.calendar
        if not (is_time or g.lower(k) in words.prepositions or g.lower(k) in words.time_clauses or g.is_determiner(k) or g.is_adverb(k)):
            return parts[0].isdigit() and found
        found = found or is_time
    return found


def _is_plain(g: Grammar, anchor: Run) -> bool:
    """Whether the words are no mere name: "Majority Leader Dunn", "BMW and Genesis"."""
    return any(g.word(k).islower() and g.lower(k) not in g.lexicon.words.name_inner and not g.is_determiner(k) for k in range(*anchor))


def _is_told(g: Grammar, anchor: Run, clause: Run, url: str) -> bool:
    """Whether the words complete the clause's verb, or the address, mostly a headline, says what the clause says around them."""
    if not is_article(url) or g.lower(clause[0]) in g.lexicon.places.speaking_of:
        return False
    slug, plain = slug_stems(url), _is_plain(g, anchor)
    inside, outside = stems(g.passage.phrase(anchor)) & slug, _stems_around(g, anchor, clause) & slug
    verb, length = _verb_before(g, anchor[0], clause[0]), anchor[1] - anchor[0]
    if verb is not None and plain:
        if length >= _LONG_OBJECT or len(inside | outside) >= _SHARED_WITH_OBJECT:
            return True
        if g.lower(verb) in g.lexicon.words.be:
            return length >= _LONG
    if plain and inside and outside and has_verb(g, (clause[0], anchor[0])):
        return True
    return len(outside) >= _SHARED_AROUND and len(inside | outside) >= _SHARED_WORDS and not _is_aside(g, anchor, clause)


def _is_aside(g: Grammar, anchor: Run, clause: Run) -> bool:
    """Whether the anchor is only an example, or the clause says what should be: "politicians such as [X] must cease"."""
    return g.lower(anchor[0] - 1) in g.lexicon.places.giving_examples or any(g.lower(k) in g.lexicon.places.wishing for k in range(*clause))


def _stems_around(g: Grammar, anchor: Run, clause: Run) -> set[str]:
    """The stems of the clause's words before and behind the anchor."""
    return {stem for run in ((clause[0], anchor[0]), (anchor[1], clause[1])) if run[0] < run[1] for stem in stems(g.passage.phrase(run))}


def _verb_before(g: Grammar, first: int, floor: int) -> int | None:
    """The verb whose object or complement begins at `first`, over its article, adjectives and "to"; None behind other prepositions."""
    k = first - 1
    for _ in range(_BETWEEN + 1):
        if g.lower(k) in g.lexicon.places.completing:
            return k - 1 if _is_verb_like(g, k - 1) else None
        if k <= floor or g.is_mark(k) or g.lower(k) in g.lexicon.words.prepositions:
            return None
        if not _makes_noun(g, k - 1) and _is_verb_like(g, k):
            return k
        k -= 1
    return None
