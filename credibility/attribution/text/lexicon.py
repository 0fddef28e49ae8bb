"""The word knowledge of the rules, compiled once from TOML documents to an immutable value."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from types import MappingProxyType
from typing import Any

from credibility.attribution.text.inflect import inflect, pluralise
from credibility.attribution.text.languages import Language, read_languages
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
    """A cue that is no verb, such as "according to"; `named` when a name must follow ("per Reuters", but "per year")."""

    words: tuple[str, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Closed classes and short lists, lower case; each is a row of words.toml."""

    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    modals: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    contracted: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    openers: frozenset[str]
    asides: frozenset[str]
    numbers: frozenset[str]
    particles: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    wh: frozenset[str]
    times: frozenset[str]
    time_modifiers: frozenset[str]
    elapsed: frozenset[str]
    joints: frozenset[str]
    participles: frozenset[str]
    raising: frozenset[str]
    fronting: frozenset[str]
    before_nouns: frozenset[str]
    articles: frozenset[str]
    plural_subjects: frozenset[str]
    adverbials: frozenset[str]
    addressee_ends: frozenset[str]
    source_ends: frozenset[str]
    occasions: frozenset[str]
    insertions: frozenset[str]
    statements: frozenset[str]
    nothings: frozenset[str]
    pronouns: frozenset[str]
    approximate: frozenset[str]
    hearsay_adverbs: frozenset[str]
    finite: frozenset[str]
    not_gerunds: frozenset[str]
    not_adverbs: frozenset[str]
    refusals: frozenset[str]
    anew: frozenset[str]
    head_ends: frozenset[str]
    name_joints: frozenset[str]
    name_inner: frozenset[str]
    naming: frozenset[str]
    all_but: frozenset[str]
    may_be_names: frozenset[str]
    calendar: frozenset[str]
    some_of_them: frozenset[str]
    plain_verbs: frozenset[str]
    questioned: frozenset[str]
    listing: frozenset[str]
    links_of_cues: frozenset[str]
    no_noun_before: frozenset[str]
    abbreviations: frozenset[str]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rules know about words. Immutable; make it with `read_lexicon`."""

    words: WordClasses
    forms: Mapping[str, tuple[tuple[Verb, Form], ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    cue_nouns: frozenset[str]
    labels: frozenset[str]
    giving: frozenset[str]
    attitude_nouns: frozenset[str]
    venue_nouns: frozenset[str]
    carriers: frozenset[str]
    venue_starts: frozenset[str]
    carrier_links: frozenset[str]
    spoken: frozenset[str]
    topical: frozenset[str]
    asking: Mapping[str, tuple[tuple[str, ...], ...]]
    shares: frozenset[str]
    written: frozenset[str]
    obtained: Mapping[str, tuple[tuple[str, ...], ...]]
    published: Mapping[str, tuple[tuple[str, ...], ...]]
    excerpt_openings: frozenset[str]
    excerpt_subjects: frozenset[str]
    kinds: Mapping[str, SourceKind]
    state_bodies: frozenset[str]
    evidence: frozenset[str]
    body_endings: frozenset[str]
    states: frozenset[str]
    titled: frozenset[str]
    officials: frozenset[str]
    anonymous: frozenset[str]
    hearsay: frozenset[str]
    unnamed: tuple[str, ...]
    respondents: frozenset[str]
    generic: frozenset[str]
    any_body: frozenset[str]
    quantifiers: frozenset[str]
    indefinite: frozenset[str]
    offices: frozenset[str]
    outlet_people: frozenset[str]
    outlet_modifiers: frozenset[str]
    former: frozenset[str]
    pieces: frozenset[str]
    outlet_anaphors: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    clausal: frozenset[str]
    noun_like: frozenset[str]
    languages: Mapping[str, Language]


def read_lexicon(documents: Mapping[str, str]) -> Lexicon:
    """Compile the TOML documents (file name → text) of resources/lexicon.

    Needs verbs.toml, phrases.toml, nouns.toml, words.toml and languages.toml; KeyError names a missing document or table,
    tomllib.TOMLDecodeError a broken one.
    """
    verbs, phrases, nouns, words = (tomllib.loads(documents[f"{name}.toml"]) for name in ("verbs", "phrases", "nouns", "words"))
    classes = WordClasses(**{field.name: frozenset(words[field.name]) for field in fields(WordClasses)})
    forms = _verb_forms(verbs)
    auxiliaries = classes.modals | classes.be | classes.have | classes.do | classes.contracted
    obtained = _phrases(phrases["venues"]["obtained"])
    noun_like = frozenset(verbs["noun_like"]["forms"])
    return Lexicon(
        words=classes,
        forms=forms,
        phrases=MappingProxyType(_by_first_word(Phrase(tuple(row["words"].split()), row.get("named", False)) for row in phrases["phrase"])),
        idioms=_phrases(verbs["idioms"]["phrases"]),
        cue_nouns=frozenset(phrases["nouns"]["cues"]),
        labels=frozenset(phrases["nouns"]["labels"]),
        giving=frozenset(phrases["nouns"]["giving"]),
        attitude_nouns=frozenset(phrases["nouns"]["attitudes"]),
        venue_nouns=frozenset(phrases["venues"]["nouns"]),
        venue_starts=frozenset(obtained) | frozenset(phrases["venues"]["carriers"]) | {"on", "in"},
        carriers=frozenset(phrases["venues"]["carriers"]),
        carrier_links=frozenset(phrases["venues"]["links"]),
        spoken=frozenset(phrases["venues"]["spoken"]),
        topical=frozenset(phrases["venues"]["topical"]),
        asking=_phrases(phrases["venues"]["asking"]),
        shares=frozenset(nouns["anaphors"]["shares"]),
        written=frozenset(phrases["venues"]["written"]),
        obtained=obtained,
        published=_phrases(phrases["excerpts"]["published"]),
        excerpt_openings=frozenset(phrases["excerpts"]["openings"]),
        excerpt_subjects=frozenset(phrases["excerpts"]["subjects"]),
        kinds=_source_kinds(nouns["kinds"]),
        state_bodies=frozenset(nouns["bodies"]["state"]),
        evidence=_with_plurals(nouns["evidence"]["nouns"]),
        body_endings=frozenset(nouns["names"]["body"]),
        states=frozenset(nouns["names"]["state"]),
        titled=_with_plurals([*nouns["kinds"]["person"], *nouns["kinds"]["official"]]),
        officials=_with_plurals(nouns["kinds"]["official"]),
        anonymous=_with_plurals(nouns["kinds"]["anonymous"]) | frozenset(nouns["kinds"]["crowd"]),
        hearsay=frozenset(nouns["kinds"]["hearsay"]),
        unnamed=tuple(nouns["grades"]["unnamed"]),
        respondents=frozenset(nouns["anaphors"]["respondents"]),
        generic=frozenset(nouns["anaphors"]["witness"]),
        any_body=frozenset(nouns["anaphors"]["body"]),
        quantifiers=frozenset(nouns["grades"]["quantifiers"]),
        indefinite=frozenset(nouns["grades"]["indefinite"]),
        offices=frozenset(nouns["grades"]["offices"]),
        outlet_people=_with_plurals(nouns["roles"]["outlet_person"]),
        outlet_modifiers=frozenset(nouns["roles"]["outlet_modifier"]),
        former=frozenset(nouns["roles"]["former"]),
        pieces=_with_plurals(nouns["roles"]["piece"]),
        outlet_anaphors=frozenset(nouns["anaphors"]["outlet"]),
        auxiliaries=auxiliaries,
        finite=(classes.finite | auxiliaries | _finite_forms(forms)) - noun_like - {"been", "being", "be", "having", "’s", "'s"},
        clausal=frozenset(words["finite_nouns"]),
        noun_like=noun_like,
        languages=read_languages(documents["languages.toml"]),
    )


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


def _by_first_word(rows: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for row in rows:
        table.setdefault(row.words[0], []).append(row)
    return {word: tuple(sorted(found, key=lambda row: -len(row.words))) for word, found in table.items()}


def _phrases(rows: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = tuple(row.split())
        table.setdefault(words[0], []).append(words)
    return MappingProxyType({word: tuple(sorted(found, key=len, reverse=True)) for word, found in table.items()})


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun, pluralise(noun)))


def _source_kinds(rows: Mapping[str, list[str]]) -> Mapping[str, SourceKind]:
    """Head noun → kind; where a noun stands in two rows the later row of this order wins."""
    order = ("organisation", "government", "person", "document", "poll", "outlet")
    return MappingProxyType({form: SourceKind(kind) for kind in order for form in _with_plurals(rows[kind])})
