"""Whom a pronoun means: the subject of the sentence before, or the only one there whom it may mean; where two may be meant, nobody."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from credibility.attribution.constructions.subjects import sentence_subject
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.cast import Cast, Figure
from credibility.attribution.speakers.kinds import Description, describe_source
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_BLOCKS = 3  # blocks before the pronoun's that are looked into
_SENTENCES = 8
_VERB = 5  # tokens of a name and the verb behind it
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.POLL})
_NOUN = 9  # tokens of "this is another short note"
_OWN = {"he": ("he", "his", "himself"), "she": ("she", "her", "herself"), "it": ("it", "its")}

Heard = Mapping[int, Sequence[tuple[Run, int]]]
"""Where earlier claims name their source: by block, the source's tokens and the claim's index, by position."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean: a figure of the article, or the source of an earlier claim."""

    at: int
    subject: bool
    figure: Figure | None
    claim: int | None
    gender: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a pronoun stands: token `at` of block `number`, everything before it, and the genders learned so far.

    `known` gives of an earlier claim's source its figure, its gender and whether it is one person.
    """

    grammars: Sequence[Grammar]
    cast: Cast
    heard: Heard
    known: Mapping[int, tuple[Figure | None, str, bool]]
    genders: Mapping[str, str]
    number: int
    at: int

    def sentences(self) -> Iterator[tuple[int, Run]]:
        """The words before the pronoun in its sentence, then the sentences before, nearest first."""
        g = self.grammars[self.number]
        own = g.sentence_of(self.at)
        yield self.number, (g.passage.sentences[own][0], self.at)
        left = _SENTENCES
        for number in range(self.number, max(-1, self.number - 1 - _BLOCKS), -1):
            sentences = self.grammars[number].passage.sentences
            for place in range((own if number == self.number else len(sentences)) - 1, -1, -1):
                yield number, sentences[place]
                left -= 1
                if not left:
                    return


def person_meant(scene: Scene, pronoun: str) -> Candidate | None:
    """Whom "he" or "she" means; an empty `pronoun` stands for somebody of either sex. None where nobody or more than one is near."""
    for turn, (number, sentence) in enumerate(scene.sentences()):
        g = scene.grammars[number]
        resumed = _first_own(g, sentence, pronoun)
        fitting = [one for one in _candidates(scene, number, sentence) if _agree(one.gender, pronoun) and _comes_first(one, resumed)]
        if not turn:
            fitting = [one for one in fitting if not (_asks(g, one, sentence) or _is_acted_on(g, one, sentence))]
        if fitting:
            return _chosen(fitting, pronoun)
        if resumed < sentence[1]:
            continue  # "His boat sank.": the same person goes on
        if turn and _brings_stranger(g, sentence, pronoun):
            return None
    return None


def _comes_first(one: Candidate, resumed: int) -> bool:
    """Whether somebody stands before the first pronoun of a sentence, or is whom that pronoun, the source of a claim, was found to be."""
    return one.at < resumed or (one.at == resumed and one.claim is not None and one.figure is not None)


def _asks(g: Grammar, one: Candidate, sentence: Run) -> bool:
    """Whether somebody asks in a clause that opens the sentence: "When Falk asked if he could swim, he …"."""
    if g.lower(sentence[0]) not in g.lexicon.words.subordinators:
        return False
    verb = next((k for k in range(one.at + 1, min(sentence[1], one.at + _VERB)) if not g.is_name(k)), one.at)
    return g.lower(verb) in g.lexicon.words.questioned


def _is_acted_on(g: Grammar, one: Candidate, sentence: Run) -> bool:
    """Whether somebody is the object of the participle that opens the sentence: "Taking Archie out is his favourite game, he said"."""
    return one.at == sentence[0] + 1 and g.lower(sentence[0]).endswith("ing") and g.lower(sentence[0]) not in g.lexicon.given


def _first_own(g: Grammar, sentence: Run, pronoun: str) -> int:
    """The first token outside quotations that refers to the person already: "his boat", not "in his address"; else the sentence's end."""
    own, prepositions = _OWN.get(pronoun, ()), g.lexicon.words.prepositions
    if g.lower(sentence[0]) in g.lexicon.words.subordinators:
        return sentence[1]  # "As she told the Times, Orla Denn never meant to keep bees."
    return next((k for k in range(*sentence) if g.lower(k) in own and not g.quoted(k) and g.lower(k - 1) not in prepositions), sentence[1])


def _candidates(scene: Scene, number: int, sentence: Run) -> list[Candidate]:
    """The people in a sentence, quotations left out, by position; each once."""
    g = scene.grammars[number]
    sources = _sources_in(scene, number, sentence)
    found: list[Candidate] = []
    for one in scene.cast.appearing(number, sentence):
        if one.outside:
            speaks = any(run[0] <= one.run[0] < run[1] and not _names_before(found, run) for run, _ in sources)
            gender = one.figure.gender or scene.genders.get(one.figure.name, "")
            found.append(Candidate(one.run[0], one.subject or speaks, one.figure, None, gender))
            if g.lower(one.run[0] - 1) == "and" and g.is_name(one.run[0] - 2):
                found.append(Candidate(one.run[0] - 2, one.subject, None, None, ""))  # "Arlo and Bram Teel": either
    for run, claim in sources:
        figure, gender, single = scene.known[claim]
        if single and not any(run[0] <= one.at < run[1] for one in found):
            found.append(Candidate(run[0], True, figure, claim, gender))
    return sorted(found, key=lambda one: one.at)


def _names_before(found: Sequence[Candidate], source: Run) -> bool:
    """Whether somebody stands in a source already: "Ida Falk, wearing a Dunn shirt, said"."""
    return any(source[0] <= one.at < source[1] for one in found)


def _sources_in(scene: Scene, number: int, sentence: Run) -> Sequence[tuple[Run, int]]:
    """The sources of earlier claims that begin in a sentence, by position; found without looking at all of a block as long as a book."""
    heard = scene.heard.get(number, ())
    return heard[bisect_left(heard, sentence[0], key=_start) : bisect_left(heard, sentence[1], key=_start)]


def _start(one: tuple[Run, int]) -> int:
    return one[0][0]


def _agree(one: str, other: str) -> bool:
    return not {one, other} >= {"he", "she"}


def _chosen(fitting: Sequence[Candidate], pronoun: str) -> Candidate | None:
    """The one person among the fitting, else the only subject; none where the subject's sex is open and another one's is the right one."""
    if len({_identity(one) for one in fitting}) == 1:
        return fitting[0]
    subjects = [one for one in fitting if one.subject]
    if len({_identity(one) for one in subjects}) != 1:
        return None
    subject = subjects[0]
    doubtful = not subject.gender and subject.claim is None and not (subject.figure and subject.figure.title)
    return None if doubtful and any(one.gender == pronoun for one in fitting if pronoun) else subject


def _identity(one: Candidate) -> str:
    return one.figure.name if one.figure else f"claim {one.claim}"


def _brings_stranger(g: Grammar, sentence: Run, pronoun: str) -> bool:
    """Whether the subject of a sentence is a person without a name who may be meant: "A man in a red coat came in."."""
    subject = sentence_subject(g, sentence, sentence[1])
    if subject is None or subject[0] < sentence[0]:
        return False
    described = describe_source(g, subject)
    if described.name or described.pronoun or described.plural or described.head not in g.lexicon.titled | g.lexicon.anonymous:
        return False
    gender = "he" if described.head in g.lexicon.he_nouns else "she" if described.head in g.lexicon.she_nouns else ""
    return _agree(gender, pronoun)


def body_meant(scene: Scene) -> tuple[Description, str, int | None] | None:
    """What "it" means: the nearest subject that is no person, if a body or a document, its words, and the claim whose source it is."""
    for number, sentence in islice(scene.sentences(), 1, None):
        g = scene.grammars[number]
        subject = _presented(g, sentence) or sentence_subject(g, sentence, sentence[1])
        if subject is None:
            return None
        described = describe_source(g, subject)
        figure = scene.cast.find(described.name) if described.name else None
        if _is_body(described, figure, scene.cast):
            claim = next((claim for _, claim in _sources_in(scene, number, sentence)), None)
            return described, g.passage.phrase(subject), claim
        if not (described.pronoun or (figure is not None and figure.person)):
            return None
    return None


def _presented(g: Grammar, sentence: Run) -> Run | None:
    """What a sentence shows its reader, if it is something written: "This is | the note that Mina pinned to the gate"."""
    start = sentence[0]
    if g.lower(start) not in g.lexicon.words.showing or not g.is_auxiliary(start + 1) or not g.is_determiner(start + 2):
        return None
    reach = range(start + 3, min(sentence[1], start + _NOUN))
    noun = next((k for k in reach if g.lexicon.kinds.get(g.lower(k)) is SourceKind.DOCUMENT), None)
    return (start + 2, noun + 1) if noun is not None else None


def _is_body(described: Description, figure: Figure | None, cast: Cast) -> bool:
    """Whether a subject may be what "it" means: a body, a document, or a name that may be a firm's."""
    if described.pronoun or (figure is not None and figure.person) or (described.plural and not described.name):
        return False
    return " " in described.name or described.name in cast.bodies if described.by_shape else described.kind in _BODIES
