"""The word knowledge of the rules, compiled once from TOML documents to an immutable value."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from credibility.attribution.text.cue_words import CueWords
from credibility.attribution.text.inflect import inflect, pluralise
from credibility.attribution.text.languages import Language, read_languages
from credibility.attribution.text.word_classes import PlaceWords, WordClasses
from credibility.floor.press import read_press
from credibility.model import SourceKind


class Form(Enum):
    """The shape in which a verb was met."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb and the constructions it opens; `particle` are the words that must follow it ("point out")."""

    lemma: str
    frames: frozenset[str]
    attitude: bool = False
    particle: tuple[str, ...] = ()

    def takes(self, *frames: str) -> bool:
        """Whether the verb opens any of these constructions."""
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cue that is no verb, such as "according to".

    `named` when a name must follow ("per Reuters", but "per year"), `evidence` when a document or a poll must ("based on a Herald review").
    """

    words: tuple[str, ...]
    named: bool = False
    evidence: bool = False


_DOCUMENTS = ("verbs", "phrases", "nouns", "words", "cues", "given_names")


def _row(path: str, *plurals: str) -> Any:
    """A field that holds the words at `path` (document.table.row), with the plurals of those at `plurals` too."""
    return field(metadata={"rows": ((path, False), *((row, True) for row in plurals))})


def _rows(*paths: str) -> Any:
    """A field that holds the words at all these paths."""
    return field(metadata={"rows": tuple((path, False) for path in paths)})


def _plurals_of(*paths: str) -> Any:
    """A field that holds the words at these paths and their plurals."""
    return field(metadata={"rows": tuple((path, True) for path in paths)})


def _phrases(*paths: str) -> Any:
    """A field that holds the phrases at these paths by their first word."""
    return field(metadata={"phrases": paths})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rules know about words. Immutable; make it with `read_lexicon`. A field says in which row its words stand."""

    words: WordClasses
    cues: CueWords
    forms: Mapping[str, tuple[tuple[Verb, Form], ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    kinds: Mapping[str, SourceKind]
    languages: Mapping[str, Language]
    places: PlaceWords
    outlet_people: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("verbs.idioms.phrases")
    cue_nouns: frozenset[str] = _row("phrases.nouns.cues")
    labels: frozenset[str] = _row("phrases.nouns.labels")
    giving: frozenset[str] = _row("phrases.nouns.giving")
    attitude_nouns: frozenset[str] = _row("phrases.nouns.attitudes")
    venue_nouns: frozenset[str] = _row("phrases.venues.nouns")
    carriers: frozenset[str] = _row("phrases.venues.carriers")
    numbers_of: frozenset[str] = _row("phrases.venues.numbers")
    carrier_links: frozenset[str] = _row("phrases.venues.links")
    spoken: frozenset[str] = _row("phrases.venues.spoken")
    topical: frozenset[str] = _row("phrases.venues.topical")
    asking: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.venues.asking")
    connectives: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.connectives.phrases")
    interviewing: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.interviews.phrases")
    shares: frozenset[str] = _row("nouns.anaphors.shares")
    written: frozenset[str] = _row("phrases.venues.written")
    obtained: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.venues.obtained")
    relaying: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.venues.relaying")
    published: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("phrases.excerpts.published")
    excerpt_openings: frozenset[str] = _row("phrases.excerpts.openings")
    excerpt_subjects: frozenset[str] = _row("phrases.excerpts.subjects")
    state_bodies: frozenset[str] = _row("nouns.bodies.state")
    trades_of_state: frozenset[str] = _row("nouns.bodies.of_state")
    other_trades: frozenset[str] = _row("nouns.bodies.of_anybody")
    evidence: frozenset[str] = _plurals_of("nouns.evidence.nouns")
    body_endings: frozenset[str] = _row("nouns.names.body")
    works: frozenset[str] = _row("nouns.names.work")
    states: frozenset[str] = _row("nouns.names.state")
    papers: frozenset[str] = _row("nouns.names.paper")
    paper_pairs: frozenset[str] = _row("nouns.names.paper_pairs")
    titled: frozenset[str] = _plurals_of("nouns.kinds.person", "nouns.kinds.official", "nouns.people.roles")
    officials: frozenset[str] = _plurals_of("nouns.kinds.official")
    anonymous: frozenset[str] = _row("nouns.kinds.crowd", "nouns.kinds.anonymous")
    hearsay: frozenset[str] = _row("nouns.kinds.hearsay")
    unnamed: frozenset[str] = _row("nouns.grades.unnamed")
    respondents: frozenset[str] = _row("nouns.anaphors.respondents")
    generic: frozenset[str] = _row("nouns.anaphors.witness")
    any_body: frozenset[str] = _row("nouns.anaphors.body")
    indefinite: frozenset[str] = _row("nouns.grades.indefinite")
    offices: frozenset[str] = _row("nouns.grades.offices")
    outlet_modifiers: frozenset[str] = _row("nouns.roles.outlet_modifier")
    former: frozenset[str] = _row("nouns.roles.former")
    pieces: frozenset[str] = _plurals_of("nouns.roles.piece")
    outlet_anaphors: frozenset[str] = _row("nouns.anaphors.outlet")
    clausal: frozenset[str] = _row("words.finite_nouns")
    noun_like: frozenset[str] = _row("verbs.noun_like.forms")
    roles: frozenset[str] = _rows("nouns.people.roles", "nouns.people.roles_at_names")
    no_titles: frozenset[str] = _row("nouns.people.no_titles")
    no_trades: frozenset[str] = _row("nouns.people.no_trades")
    bare_titles: frozenset[str] = _row("nouns.people.bare_titles")
    ranks: frozenset[str] = _row("nouns.people.ranks")
    everyday: frozenset[str] = _row("nouns.people.everyday")
    either: frozenset[str] = _row("nouns.people.either")
    body_officers: frozenset[str] = _row("nouns.people.body_officers")
    degrees: frozenset[str] = _row("nouns.people.degrees")
    aside_adverbs: frozenset[str] = _row("nouns.people.aside_adverbs")
    serving: frozenset[str] = _row("nouns.people.serving")
    behind_titles: frozenset[str] = _row("nouns.people.behind_titles")
    holders: frozenset[str] = _row("nouns.people.holders")
    spokespeople: frozenset[str] = _plurals_of("nouns.people.spokespeople")
    powers: frozenset[str] = _row("nouns.people.powers")
    knowing: frozenset[str] = _row("nouns.people.knowing")
    justifying: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("nouns.people.justifying")
    unnaming: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("nouns.people.unnaming")
    grounding: Mapping[str, tuple[tuple[str, ...], ...]] = _phrases("nouns.people.unnaming", "nouns.people.grounding")
    saints: frozenset[str] = _row("nouns.people.saints")
    honorifics: frozenset[str] = _row("nouns.people.honorifics")
    he_nouns: frozenset[str] = _row("nouns.people.he")
    she_nouns: frozenset[str] = _row("nouns.people.she")
    male_names: frozenset[str] = _row("given_names.male")
    female_names: frozenset[str] = _row("given_names.female")
    venue_starts: frozenset[str] = field(init=False)
    given: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "venue_starts", self.carriers | frozenset(self.obtained) | {"on", "in"})
        object.__setattr__(self, "given", self.male_names | self.female_names)


def read_lexicon(documents: Mapping[str, str]) -> Lexicon:
    """Compile the TOML documents (file name → text) of resources/lexicon.

    Needs verbs.toml, phrases.toml, nouns.toml, words.toml, cues.toml, given_names.toml, press.toml and languages.toml. KeyError names a
    missing document, table or row, tomllib.TOMLDecodeError a broken one.
    """
    tables = {name: tomllib.loads(documents[f"{name}.toml"]) for name in _DOCUMENTS}
    classes = WordClasses(**{field.name: frozenset(tables["words"][field.name]) for field in fields(WordClasses)})
    forms = _verb_forms(tables["verbs"])
    auxiliaries = classes.modals | classes.be | classes.have | classes.do | classes.contracted
    finite = (classes.finite | auxiliaries | _finite_forms(forms)) - frozenset(_at(tables, "verbs.noun_like.forms")) - classes.not_finite
    return Lexicon(
        words=classes,
        cues=CueWords(**{one.name: frozenset(tables["cues"][one.name]) for one in fields(CueWords)}),
        forms=forms,
        phrases=_by_first_word(
            Phrase(tuple(row["words"].split()), row.get("named", False), row.get("evidence", False)) for row in tables["phrases"]["phrase"]
        ),
        kinds=_source_kinds(tables["nouns"]["kinds"], _at(tables, "nouns.people.roles")),
        languages=read_languages(documents["languages.toml"]),
        outlet_people=read_press(documents["press.toml"]).people,
        places=PlaceWords(**{name: frozenset(words) for name, words in tables["phrases"]["places"].items()}),
        auxiliaries=auxiliaries,
        finite=finite,
        **{one.name: _value(tables, one.metadata) for one in fields(Lexicon) if one.metadata},
    )


def _at(tables: Mapping[str, Any], path: str) -> list[str]:
    """The words of one row."""
    value: Any = tables
    for part in path.split("."):
        value = value[part]
    return value.split() if isinstance(value, str) else list(value)


def _value(tables: Mapping[str, Any], metadata: Mapping[str, Any]) -> Any:
    """What a field holds by what it says of its rows."""
    if "phrases" in metadata:
        return _split_phrases(phrase for path in metadata["phrases"] for phrase in _at(tables, path))
    words: frozenset[str] = frozenset()
    for path, plurals in metadata["rows"]:
        words |= _with_plurals(_at(tables, path)) if plurals else frozenset(_at(tables, path))
    return words


def _verb_forms(document: Mapping[str, Any]) -> Mapping[str, tuple[tuple[Verb, Form], ...]]:
    """Every inflected word form → the verbs it may be, verbs with a particle first."""
    frames: dict[tuple[str, bool], set[str]] = {}
    for group in document["group"]:
        for lemma in group["lemmas"]:
            frames.setdefault((lemma, group.get("attitude", False)), set()).update(group["frames"].split())
    doubled = frozenset(document["doubling"]["lemmas"])
    forms: dict[str, list[tuple[Verb, Form]]] = {}
    for (lemma, attitude), kinds in frames.items():
        head, *particle = lemma.split()
        verb = Verb(lemma, frozenset(kinds), attitude, tuple(particle))
        third, past, participle, gerund = inflect(head, document["irregular"], doubled)
        shapes = [(head, Form.BASE), (third, Form.THIRD), (past, Form.PAST), (gerund, Form.GERUND)]
        if participle != past:
            shapes.append((participle, Form.PARTICIPLE))
        for word, form in shapes:
            forms.setdefault(word, []).append((verb, form))
    return MappingProxyType(
        {word: tuple(sorted(rows, key=lambda row: (-len(row[0].particle), row[0].attitude))) for word, rows in forms.items()}
    )


def _finite_forms(forms: Mapping[str, tuple[tuple[Verb, Form], ...]]) -> frozenset[str]:
    """Third person and past forms of the reporting verbs that need no particle."""
    return frozenset(
        word for word, rows in forms.items() if any(form in (Form.PAST, Form.THIRD) and not verb.particle for verb, form in rows)
    )


def _by_first_word(rows: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for row in rows:
        table.setdefault(row.words[0], []).append(row)
    return MappingProxyType({word: tuple(sorted(found, key=lambda row: -len(row.words))) for word, found in table.items()})


def _split_phrases(rows: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = tuple(row.split())
        table.setdefault(words[0], []).append(words)
    return MappingProxyType({word: tuple(sorted(found, key=len, reverse=True)) for word, found in table.items()})


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, pluralise(noun)))


def _source_kinds(rows: Mapping[str, list[str]], roles: Iterable[str]) -> Mapping[str, SourceKind]:
    """Head noun → kind; where a noun stands in two rows the later row of this order wins, and before all what people do."""
    order = ("organisation", "government", "person", "document", "poll", "outlet")
    people = dict.fromkeys(_with_plurals(roles), SourceKind.PERSON)
    return MappingProxyType(people | {form: SourceKind(kind) for kind in order for form in _with_plurals(rows[kind])})
