"""What kind of source a noun phrase names, told by its head noun, its grade of anonymity and how it is written."""

from dataclasses import dataclass, replace

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.shares import is_fraction
from credibility.attribution.speakers.source_names import INSTITUTIONS, is_joined, looks_personal, name_in
from credibility.attribution.text.inflect import is_plural
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

AGE = "year-old"
_QUANTITY = 4  # tokens of "a large body of"
_BODY_OF_STATE = "authority"  # "the authority" is one, "authorities" are officials
_CONTRACTED = ("’d", "’re", "’ll", "’ve", "’m")


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
    last = g.lower(run[1] - 1)
    if last not in g.lexicon.words.reflexives or run[1] - run[0] == 1:
        return _describe(g, run)
    described = _describe(g, (run[0], run[1] - 1))  # "Dunn himself", a person
    personal = described.by_shape and last in ("himself", "herself")
    return replace(described, kind=SourceKind.PERSON, by_shape=False) if personal else described


def _describe(g: Grammar, run: Run) -> Description:
    first = g.lower(run[0])
    if run[1] - run[0] == 1:
        first = _SUBJECTS.get(first, first)
    if run[1] - run[0] == 1 and first in g.lexicon.words.subject_pronouns:
        return Description(_PRONOUNS.get(first, SourceKind.PERSON), "", "", frozenset(), True, first)
    head_run = head_of(g, run)
    head = _head_noun(g, head_run)
    name = name_in(g, run, head_run)
    kind = _kind(g, run, head_run, head, name)
    words = frozenset(
        stem(g.lower(k)) for k in range(*head_run) if g.word(k)[0].isalnum() and g.lower(k) not in g.lexicon.words.determiners
    )
    definite = first in g.lexicon.words.definite and not (kind is SourceKind.PERSON and name)
    if head in g.lexicon.outlet_anaphors and any(_tells_another(g, k) for k in range(head_run[0] + 1, head_run[1])):
        definite = False
    name = name.removesuffix("’s").removesuffix("'s")
    by_shape = bool(name) and kind in (SourceKind.PERSON, SourceKind.ORGANISATION) and not _is_told(g, head_run, head, name)
    return Description(kind, name, head, words, definite, plural=is_plural(head), article=first == "the", by_shape=by_shape)


def _tells_another(g: Grammar, k: int) -> bool:
    """Whether a word makes an outlet another one than was named: "the university's newspaper", "the Nikkei business daily"."""
    if g.is_possessive(k):
        return True
    return g.is_name(k) and not g.lower(k).endswith(tuple(g.lexicon.words.demonym_endings))  # "the German magazine" may go on


_SUBJECTS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they"}
_PRONOUNS = {"they": SourceKind.ANONYMOUS, "it": SourceKind.ORGANISATION}


def head_of(g: Grammar, run: Run) -> Run:
    """The part of a source phrase before its first comma, preposition or relative clause, behind a word that counts it."""
    run = (_behind_quantity(g, run), run[1])
    for k in range(run[0] + 1, run[1]):
        if (g.word(k) == "(" and _names_go_on(g, k, run[1])) or _parts_adjectives(g, k, run):
            continue
        if g.lower(k) in g.lexicon.words.head_ends and any(g.word(i)[0].isalnum() and not g.is_determiner(i) for i in range(run[0], k)):
            return (run[0], k)
    return run


def _behind_quantity(g: Grammar, run: Run) -> int:
    """One past "plenty of" or "a large body of" at the head of a phrase, else its start."""
    of = next((k for k in range(run[0], min(run[1], run[0] + _QUANTITY)) if g.lower(k) == "of"), run[0])
    return of + 1 if of > run[0] and g.lower(of - 1) in g.lexicon.words.quantities and of + 1 < run[1] else run[0]


def _parts_adjectives(g: Grammar, k: int, run: Run) -> bool:
    """Whether token k is a comma between adjectives: "a few small, limited studies"."""
    if g.word(k) != "," or not (g.word(k - 1).islower() and g.word(k + 1).islower()) or g.lower(run[1] - 1) not in g.lexicon.kinds:
        return False
    known = g.lower(k - 1) in g.lexicon.kinds or g.lower(k - 1) in g.lexicon.anonymous or g.lower(k - 1) in g.lexicon.officials
    return not known and all(g.word(i).islower() and not g.is_determiner(i) and not _ends(g, i) for i in range(k + 1, run[1]))


def _ends(g: Grammar, i: int) -> bool:
    return g.lower(i) in g.lexicon.words.head_ends


def _names_go_on(g: Grammar, opening: int, limit: int) -> bool:
    """Whether a name goes on behind a bracket: "Oster Health Organization (OHO) Director Ann Lee"."""
    closing = next((k for k in range(opening, min(limit - 1, opening + 6)) if g.word(k) == ")"), None)
    return closing is not None and g.is_name(closing + 1)


def stem(word: str) -> str:
    """A word without plural and possessive endings, so that "communications" and "communication" meet."""
    for ending in ("’s", "'s", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def _head_noun(g: Grammar, run: Run) -> str:
    """The last word or two of the run that the lexicon knows as a source noun, else its last word."""
    lexicon = g.lexicon
    for k in range(run[1] - 1, run[0] - 1, -1):
        word = g.lower(k).removesuffix("’s").removesuffix("'s") if k == run[1] - 1 else g.lower(k)
        if k > run[0] and (pair := f"{g.lower(k - 1)} {word}") in lexicon.kinds:
            return pair
        if (word in lexicon.kinds or word in lexicon.officials or word in lexicon.anonymous) and not is_joined(g, k):
            return word
    return g.lower(run[1] - 1) if run[1] > run[0] else ""


def _kind(g: Grammar, run: Run, head_run: Run, head: str, name: str) -> SourceKind:
    lexicon = g.lexicon
    by_head = lexicon.kinds.get(head)
    if any(grade in " ".join(g.passage.lower[run[0] : run[1]]) for grade in lexicon.unnamed):
        return SourceKind.ANONYMOUS_OFFICIAL if head in lexicon.officials else SourceKind.ANONYMOUS
    if g.word(head_run[0]).startswith("@"):
        return SourceKind.PERSON  # a handle: mostly somebody's; an outlet's is told by the table
    if name and _is_paper(g, head_run, name):
        return SourceKind.OUTLET
    if by_head is SourceKind.DOCUMENT and head in lexicon.body_endings and name.lower().endswith(f" {head}"):
        return SourceKind.ORGANISATION  # "Kelp Research" is no piece of research
    if by_head in (SourceKind.POLL, SourceKind.DOCUMENT) and not _is_first_name(g, head_run, head, name):
        return SourceKind.HEARSAY if " ".join(g.passage.lower[head_run[0] : head_run[1]]) in lexicon.hearsay else by_head
    return _named_kind(g, head_run, head, name) if name else _spokes_kind(g, run, head) or _unnamed_kind(g, head_run, head)


def _is_paper(g: Grammar, head_run: Run, name: str) -> bool:
    """Whether a name is written like a newspaper's, whether or not the table has it: "the Oster Evening Post", "the Post"."""
    words = name.lower().split()
    if words[-1] not in g.lexicon.papers or not name.rsplit(maxsplit=1)[-1][0].isupper() or name.endswith(("’s", "'s")):
        return False
    if " ".join(words[-2:]) in g.lexicon.paper_pairs and len(words) > 2:
        return True
    ends_head = head_run[1] - head_run[0] == len(words) + 1 and g.lower(head_run[1] - 1) == words[-1]
    return g.lower(head_run[0]) == "the" and ends_head


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
    return len(words) > 1 and words[0].lower() == head and g.lower(head_run[0]) == head and looks_personal(g, head_run, name)


def _named_kind(g: Grammar, head_run: Run, head: str, name: str) -> SourceKind:
    """The kind of a source with a proper name: a title or a person's noun before it, the noun in it, or its shape."""
    lexicon = g.lexicon
    by_head = lexicon.kinds.get(head)
    body = by_head in INSTITUTIONS and name.lower().endswith(head)  # "the Harbour Authority", though authorities are officials too
    inside = _body_in(g, name) if not body and _is_whole_or_apposed(g, head_run, name) else None
    if inside:
        return inside
    if not body and _is_titled(g, head_run, head):
        return SourceKind.PERSON
    if name.lower() in lexicon.states:
        return SourceKind.GOVERNMENT
    if by_head and not _is_first_name(g, head_run, head, name):
        of = name.lower().partition(" of ")[2].removeprefix("the ").split()
        return SourceKind.GOVERNMENT if by_head is SourceKind.ORGANISATION and of[:1] and of[0] in lexicon.state_bodies else by_head
    return SourceKind.PERSON if looks_personal(g, head_run, name) else SourceKind.ORGANISATION


def _is_whole_or_apposed(g: Grammar, head_run: Run, name: str) -> bool:
    """Whether a name ends its phrase or is set beside it: not that in "my brother, who reads the Larkfield Herald"."""
    apposed = g.word(head_run[1]) == "," and g.word(head_run[1] + 1) == name.split(maxsplit=1)[0]
    return apposed or name.lower().endswith(g.lower(head_run[1] - 1))


def _body_in(g: Grammar, name: str) -> SourceKind | None:
    """The kind of a body that a word of its name tells: "Major League Baseball", "Sister Act Productions" begin with no title."""
    words = name.lower().split()
    kinds = (g.lexicon.kinds.get(word) for word in words[1:-1])
    inside = next((kind for kind in kinds if kind in INSTITUTIONS), None)
    if inside and words[0] not in g.lexicon.given:
        return inside
    return SourceKind.ORGANISATION if len(words) > 1 and words[-1] in g.lexicon.body_endings else None


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
    lexicon, first = g.lexicon, g.lower(head_run[0])
    by_head = lexicon.kinds.get(head)
    if " ".join(g.passage.lower[head_run[1] - 2 : head_run[1]]) in lexicon.offices and first not in lexicon.indefinite:
        return SourceKind.PERSON
    if head == _BODY_OF_STATE and first in lexicon.words.definite:
        return SourceKind.GOVERNMENT
    if head in lexicon.officials or is_fraction(g, head_run):
        return SourceKind.ANONYMOUS_OFFICIAL if head in lexicon.officials else SourceKind.ANONYMOUS
    if by_head is SourceKind.OUTLET:
        return _trade(g, head_run, head) or by_head
    if by_head and by_head is not SourceKind.PERSON:
        return by_head
    return _persons_kind(g, head_run, head) or by_head or SourceKind.ORGANISATION


def _trade(g: Grammar, head_run: Run, head: str) -> SourceKind | None:
    """What else than the press a noun for outlets means: "the space agency", "the lending agency", "a paper by Ida Falk"."""
    if g.lower(head_run[1]) in ("by", "on"):
        return SourceKind.DOCUMENT
    at = next((k for k in range(head_run[1] - 1, head_run[0], -1) if g.lower(k) == head), head_run[0])
    before = g.lower(at - 1) if at > head_run[0] else ""
    if before in g.lexicon.trades_of_state:
        return SourceKind.GOVERNMENT
    return SourceKind.ORGANISATION if before in g.lexicon.other_trades or _is_doing(g, at - 1, head_run) else None


def _is_doing(g: Grammar, at: int, head_run: Run) -> bool:
    """Whether a word says what a body does: "the rating agency", but "the broadcasting network"."""
    return at >= head_run[0] and g.word(at).islower() and g.lower(at).endswith("ing") and g.lower(at) not in g.lexicon.outlet_modifiers


def _persons_kind(g: Grammar, head_run: Run, head: str) -> SourceKind | None:
    """The kind of somebody without a name; None for what is no person."""
    lexicon, first = g.lexicon, g.lower(head_run[0])
    by_head = lexicon.kinds.get(head)
    if by_head is SourceKind.PERSON or (by_head is None and head in lexicon.roles):
        is_open = first in lexicon.indefinite or (is_plural(head) and first not in lexicon.words.determiners)
        return SourceKind.ANONYMOUS if is_open or head in lexicon.anonymous else SourceKind.PERSON
    if head in lexicon.anonymous or (by_head is None and head.endswith(tuple(lexicon.words.people_endings))):
        return SourceKind.ANONYMOUS
    return None


def may_speak(g: Grammar, run: Run) -> bool:
    """Whether a phrase can be who says something: no bare "this" or "we", no contraction ("You’d"), no "that killed three"."""
    first, words = g.lower(run[0]), g.lexicon.words
    if (
        first in words.coordinators
        or first in g.lexicon.cues.addressed
        or " ".join(g.passage.lower[run[0] : run[1]]) in g.lexicon.cues.anybody
    ):
        return False
    if run[1] - run[0] == 1:
        small = (
            first in words.prepositions
            or first in words.articles
            or first in words.places_told
            or (first in words.subordinators and first not in words.relatives)
        )
        writer = first in g.lexicon.cues.narrators and not g.quoted(run[0])
        return not (small or writer or first in g.lexicon.cues.no_speakers or first.replace("'", "’").endswith(_CONTRACTED))
    return not (first in words.relatives and (g.is_finite(run[0] + 1) or g.is_past(run[0] + 1)))
