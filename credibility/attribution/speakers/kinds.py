"""What kind of source a noun phrase names, told by its head noun, its grade of anonymity and how it is written."""

import re
from dataclasses import dataclass

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_INSTITUTIONS = (SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET)


AGE = "year-old"
_CAMEL = re.compile(r"[a-z]{2}[A-Z]")


@dataclass(frozen=True, slots=True)
class Description:
    """A source phrase understood: `name` as written when it has one, `head` its head noun, `words` what describes it (lower case).

    `by_shape` says that nothing but the way the name is written tells its kind.
    """

    kind: SourceKind
    name: str
    head: str
    words: frozenset[str]
    definite: bool
    pronoun: str = ""
    plural: bool = False
    article: bool = False
    by_shape: bool = False


def describe_source(g: Grammar, run: Run | None) -> Description:
    """Describe the phrase in a run; a missing one is of kind NONE."""
    if run is None:
        return Description(SourceKind.NONE, "", "", frozenset(), False)
    first = g.lower(run[0])
    if run[1] - run[0] == 1 and first in g.lexicon.words.subject_pronouns:
        return Description(_PRONOUNS.get(first, SourceKind.PERSON), "", "", frozenset(), True, first)
    head_run = head_of(g, run)
    head = _head_noun(g, head_run)
    name = _name_in(g, run, head_run)
    kind = _kind(g, run, head_run, head, name)
    words = frozenset(
        _stem(g.lower(k)) for k in range(*head_run) if g.word(k)[0].isalnum() and g.lower(k) not in g.lexicon.words.determiners
    )
    definite = first in g.lexicon.words.definite and not (kind is SourceKind.PERSON and name)
    by_shape = bool(name) and kind in (SourceKind.PERSON, SourceKind.ORGANISATION) and not _is_told(g, head_run, head, name)
    return Description(kind, name, head, words, definite, plural=_is_plural(head), article=first == "the", by_shape=by_shape)


_PRONOUNS = {"they": SourceKind.ANONYMOUS, "it": SourceKind.ORGANISATION}


def _is_plural(noun: str) -> bool:
    return noun.endswith(("s", "men")) and not noun.endswith("ss")


def head_of(g: Grammar, run: Run) -> Run:
    """The part of a source phrase before its first comma, preposition or relative clause."""
    for k in range(run[0] + 1, run[1]):
        if g.lower(k) in g.lexicon.words.head_ends and any(g.word(i)[0].isalnum() and not g.is_determiner(i) for i in range(run[0], k)):
            return (run[0], k)
    return run


def _stem(word: str) -> str:
    """A word without plural and possessive endings, so that "communications" and "communication" meet."""
    for ending in ("’s", "'s", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _head_noun(g: Grammar, run: Run) -> str:
    """The last word or two of the run that the lexicon knows as a source noun, else its last word."""
    lexicon = g.lexicon
    for k in range(run[1] - 1, run[0] - 1, -1):
        word = g.lower(k)
        if k > run[0] and (pair := f"{g.lower(k - 1)} {word}") in lexicon.kinds:
            return pair
        if (word in lexicon.kinds or word in lexicon.officials or word in lexicon.anonymous) and not is_joined(g, k):
            return word
    return g.lower(run[1] - 1) if run[1] > run[0] else ""


def _name_in(g: Grammar, run: Run, head: Run) -> str:
    """The proper name in the phrase: at the end of its head, else in an apposition; a title alone ("the Prime Minister") is none."""
    name = _first_name_in(g, run, head)
    return "" if all(word.lower() in g.lexicon.words.titles for word in name.split()) else name


def _first_name_in(g: Grammar, run: Run, head: Run) -> str:
    comma = next((k for k in range(head[1], run[1]) if g.word(k) == ","), run[1])
    best = _best_name(g, head, run, last=True)
    if best and (best[1] == head[1] or g.lower(best[1]) in ("'s", "’s")):
        return _with_body(g, _without_title(g, best), head, run)
    if g.lexicon.kinds.get(g.lower(head[1] - 1)) is SourceKind.OUTLET and (of := _of_name(g, head[1], run)):
        return g.passage.phrase(of)
    best = _best_name(g, (comma, run[1]), run, last=False)
    return g.passage.phrase(_without_title(g, best)) if best else ""


def _best_name(g: Grammar, part: Run, run: Run, last: bool) -> Run | None:
    """The last name in a part of the source, or the first one of an apposition ("a source, Jane Doe" gives Jane Doe)."""
    k = part[0]
    best: Run | None = None
    while k < part[1]:
        if _is_proper(g, k, run[0]) and (last or not g.is_time(k)):
            end = _name_end(g, k, part[1], run[0])
            best = (k, end) if best is None or last or g.lower(k - 1) in g.lexicon.anonymous else best
            k = end
        k += 1
    return best


def _name_end(g: Grammar, k: int, limit: int, start: int) -> int:
    """One past the name that begins at token k, small words inside it included."""
    end = k + 1
    while end < limit and (
        _is_proper(g, end, start) or (_joins_names(g, end, limit) and end + 1 < limit and _is_proper(g, end + 1, start))
    ):
        end += 1
    return end


def _without_title(g: Grammar, name: Run) -> Run:
    """A name without the titles before it, of which one at least is left."""
    start = name[0]
    while start < name[1] - 1 and (g.lower(start) in g.lexicon.words.titles or g.lower(start) in ("the", ".")):
        start += 1
    return (start, name[1])


def _with_body(g: Grammar, name: Run, head: Run, run: Run) -> str:
    """A name at the end of a head, with what "of" adds to an institution's: "the University of Oxford"."""
    if name[1] == head[1] and g.lexicon.kinds.get(g.lower(name[1] - 1)) in _INSTITUTIONS and (of := _of_name(g, head[1], run)):
        return g.passage.phrase((name[0], of[1]))
    return g.passage.phrase(name)


def _joins_names(g: Grammar, k: int, end: int) -> bool:
    """Whether token k is a small word inside a name, or the possessive mark of a body's: "the Harbour Masters’ Council"."""
    plural = g.word(k) in ("’", "'") and g.word(k - 1).endswith("s")
    return g.lower(k) in g.lexicon.words.name_joints or (plural and g.lexicon.kinds.get(g.lower(end - 1)) in _INSTITUTIONS)


def _of_name(g: Grammar, of: int, run: Run) -> Run | None:
    """The proper name after "of" or "of the" at the end of a head: "the University of Oxford", "the website of the Herald"."""
    start = of + 1 + (g.lower(of + 1) == "the")
    end = start
    of_state = g.lexicon.kinds.get(g.lower(of - 1)) is SourceKind.GOVERNMENT  # "the Department of Tides and Harbour Services"
    while end < run[1] and (_is_proper(g, end, run[0]) or (of_state and end > start and _joins_field(g, end, run))):
        end += 1
    if g.lower(of) != "of" or end == start:
        return None
    return None if g.word(end - 1).endswith(("’s", "'s")) else (start, end)


def _joins_field(g: Grammar, k: int, run: Run) -> bool:
    """Whether token k is an "and" before another field of a body's; an abbreviation behind it is another body."""
    return g.lower(k) in ("and", "&") and k + 1 < run[1] and _is_proper(g, k + 1, run[0]) and not g.word(k + 1).isupper()


def is_joined(g: Grammar, k: int) -> bool:
    """Whether token k is a part of a name with "&": "Editor & Publisher" is neither an editor nor a publisher."""
    return g.word(k)[:1].isupper() and "&" in (g.word(k - 1), g.word(k + 1))


def _is_proper(g: Grammar, k: int, start: int) -> bool:
    """Whether token k is a part of a proper name in the source that begins at `start`."""
    word, lexicon = g.word(k), g.lexicon
    if not word[0].isupper() or word.lower() in lexicon.words.determiners:
        return False
    if len(word) > 1 and word.isupper() and lexicon.kinds.get(word.lower()) is SourceKind.PERSON:
        return False  # "MP" and "CEO" stand before a name or for one
    inside = k > g.passage.sentences[g.sentence_of(k)][0] or is_joined(g, k)
    behind_word = k == start and k > 0 and g.word(k - 1) not in (".", "”", '"', "?", "!")
    return inside or behind_word or _may_open_name(g, k)


def _may_open_name(g: Grammar, k: int) -> bool:
    """Whether the capital at the head of a sentence may be a name's: "Weekly World News", but "Police Chief Ann Lee"."""
    lexicon, lower = g.lexicon, g.lower(k)
    if lower in lexicon.officials or lower in lexicon.anonymous or lexicon.kinds.get(lower) is SourceKind.PERSON:
        return False
    goes_on = g.is_name(k + 1) and g.lower(k + 1) not in lexicon.titled
    return lower not in lexicon.kinds or goes_on


def _kind(g: Grammar, run: Run, head_run: Run, head: str, name: str) -> SourceKind:
    lexicon = g.lexicon
    by_head = lexicon.kinds.get(head)
    if any(grade in " ".join(g.passage.lower[run[0] : run[1]]) for grade in lexicon.unnamed):
        return SourceKind.ANONYMOUS_OFFICIAL if head in lexicon.officials else SourceKind.ANONYMOUS
    if by_head in (SourceKind.POLL, SourceKind.DOCUMENT) and not _is_first_name(g, head_run, head, name):
        return SourceKind.HEARSAY if " ".join(g.passage.lower[head_run[0] : head_run[1]]) in lexicon.hearsay else by_head
    if name:
        return _named_kind(g, head_run, head, name)
    return _spokes_kind(g, run, head) or _unnamed_kind(g, head_run, head)


def _spokes_kind(g: Grammar, run: Run, head: str) -> SourceKind | None:
    """The kind of an unnamed spokesperson, a state's or another body's who speaks for it, and of "the 37-year-old"."""
    lexicon = g.lexicon
    if head == AGE:
        return SourceKind.PERSON if g.lower(run[0]) in lexicon.words.definite else SourceKind.ANONYMOUS
    if head not in lexicon.spokespeople:
        return None
    others = [k for k in range(*run) if g.lower(k) != head]
    words = {g.lower(k).removesuffix("’s").removesuffix("'s") for k in others}
    if not words.isdisjoint(lexicon.states) or any(lexicon.kinds.get(word) is SourceKind.GOVERNMENT for word in words):
        return SourceKind.GOVERNMENT
    named = any(g.is_name(k) and k > run[0] and g.lower(k) not in lexicon.words.determiners for k in others)
    return SourceKind.PERSON if named else None


def _is_first_name(g: Grammar, head_run: Run, head: str, name: str) -> bool:
    """Whether what looks like a noun opens a person's name: “Bill Simmons” is no bill."""
    words = name.split()
    return len(words) > 1 and words[0].lower() == head and g.lower(head_run[0]) == head and _looks_personal(g, head_run, name)


def _named_kind(g: Grammar, head_run: Run, head: str, name: str) -> SourceKind:
    """The kind of a source with a proper name: a title or a person's noun before it, the noun in it, or its shape."""
    lexicon = g.lexicon
    by_head = lexicon.kinds.get(head)
    body = by_head in _INSTITUTIONS and name.lower().endswith(head)  # "the Harbour Authority", though authorities are officials too
    if not body and _is_titled(g, head_run, head):
        return SourceKind.PERSON
    if name.lower() in lexicon.states:
        return SourceKind.GOVERNMENT
    if by_head and not _is_first_name(g, head_run, head, name):
        of = name.lower().partition(" of ")[2].removeprefix("the ").split()
        return SourceKind.GOVERNMENT if by_head is SourceKind.ORGANISATION and of[:1] and of[0] in lexicon.state_bodies else by_head
    return SourceKind.PERSON if _looks_personal(g, head_run, name) else SourceKind.ORGANISATION


def _is_titled(g: Grammar, head_run: Run, head: str) -> bool:
    """Whether a title or a noun for people stands at the name."""
    lexicon = g.lexicon
    titled = set(g.passage.lower[head_run[0] : head_run[1]]) & lexicon.words.titles - {"first"}
    return bool(titled) or lexicon.kinds.get(head) is SourceKind.PERSON or head in lexicon.officials or head in lexicon.anonymous


def _is_told(g: Grammar, head_run: Run, head: str, name: str) -> bool:
    """Whether a word tells the kind of a named source: a title, its head noun, the last word of a body's name."""
    known = g.lexicon.kinds.get(head) is not None and not _is_first_name(g, head_run, head, name)
    return known or _is_titled(g, head_run, head) or name.lower().split()[-1] in g.lexicon.body_endings


def _unnamed_kind(g: Grammar, head_run: Run, head: str) -> SourceKind:
    """The kind of a source without a name, by its head noun; plurals and nouns that end like trades are taken for people.

    "The mayor" is a person, if without a name; "a mayor" and "mayors" are nobody who could be held to it.
    """
    lexicon = g.lexicon
    by_head = lexicon.kinds.get(head)
    if " ".join(g.passage.lower[head_run[1] - 2 : head_run[1]]) in lexicon.offices and g.lower(head_run[0]) not in lexicon.indefinite:
        return SourceKind.PERSON
    if head in lexicon.officials:
        return SourceKind.ANONYMOUS_OFFICIAL
    if by_head and by_head is not SourceKind.PERSON:
        return by_head
    first = g.lower(head_run[0])
    is_open = first in lexicon.indefinite or (_is_plural(head) and first not in lexicon.words.determiners)
    if by_head is SourceKind.PERSON and is_open:
        return SourceKind.ANONYMOUS
    if head in lexicon.anonymous or (by_head is None and head.endswith(tuple(lexicon.words.people_endings))):
        return SourceKind.ANONYMOUS
    return by_head or SourceKind.ORGANISATION


def _looks_personal(g: Grammar, run: Run, name: str) -> bool:
    """A name of two or three plain words without an article, or one word that is no acronym."""
    words = name.replace(".", "").split()
    if g.lower(run[0]) in g.lexicon.words.determiners or any(word == "&" or (word.isupper() and len(word) > 1) for word in words):
        return False
    if words[-1].lower() in g.lexicon.body_endings or any(word.endswith(("’s", "'s")) for word in words[:-1]):
        return False
    if len(words) == 1 and _CAMEL.search(name) and not name.startswith(("Mc", "Mac")):
        return False  # "AquaPress": an inner capital is a brand's, outside surnames
    return len(words) <= 4 and all(word[0].isupper() or word in g.lexicon.words.name_particles for word in words)


def counts_respondents(g: Grammar, source: Run | None) -> bool:
    """Whether the source is a share of those asked: "Fifty-one percent", "63 percent of voters", "most respondents"."""
    if source is None:
        return False
    words = g.passage.lower[source[0] : source[1]]
    return any(word in g.lexicon.respondents or word == "%" for word in words[:6]) or _counts_out_of(g, source)


def _counts_out_of(g: Grammar, source: Run) -> bool:
    """Whether the source is so many of so many: "about 3 in 10 sailors"."""
    return any(
        g.lower(k) in ("in", "of") and g.word(k - 1)[:1].isdigit() and g.word(k + 1) in ("5", "10", "100")
        for k in range(source[0] + 1, min(source[1], source[0] + 6))
    )


def finds_share(g: Grammar, source: Run | None) -> bool:
    """Whether the source is a share that only a poll can know of: "44 percent of voters", "a majority of those asked"."""
    return counts_respondents(g, source) and source is not None and any(g.lower(k) in g.lexicon.shares for k in range(*source))
