"""Who a pronoun, a short name or "the official" is, and which earlier claim's witness speaks on."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from credibility.attribution.drafts import Draft
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import Description, counts_respondents, describe_source
from credibility.model import SourceKind

_NEAR = 3
_FAR = 8
_POLL_REACH = 5
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.ANONYMOUS_OFFICIAL})
_SINGULAR = frozenset({"he", "she"})
_PLACE_TIMES = 2  # "in Falk" alone may be whom somebody believed in
_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.POLL})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A draft's source understood: its description, the fullest name, the index of the draft it resumes."""

    description: Description
    kind: SourceKind
    name: str
    resumes: int | None
    anaphor: bool


def identify_speakers(drafts: Sequence[Draft], full_names: Mapping[str, str]) -> tuple[Speaker, ...]:
    """One speaker per draft, in order. `full_names` gives the fullest name of a surname."""
    places = place_names(drafts[0].grammar) if drafts else frozenset()
    speakers: list[Speaker] = []
    for index, draft in enumerate(drafts):
        description = describe_source(draft.grammar, draft.finding.source)
        if _is_place(description, places, full_names):
            description = replace(description, kind=SourceKind.ORGANISATION)
        speakers.append(_speaker(index, draft, description, drafts, speakers, full_names))
    return _of_one_kind(speakers)


def place_names(g: Grammar) -> frozenset[str]:
    """Single words that the whole article uses as places: "in Oster", again and again. Reads its text once."""
    before = "|".join(sorted(g.lexicon.words.before_places))
    times: Counter[str] = Counter()
    for match in re.finditer(rf"\b(?:{before}) (\w+)((?:[’'‑-]\w+)*)\b(?! [A-Z])", g.passage.text):
        times.update({match[1], match[1] + match[2]})
    return frozenset(name for name, count in times.items() if count >= _PLACE_TIMES)


def _is_place(description: Description, places: frozenset[str], full_names: Mapping[str, str]) -> bool:
    """Whether a single word taken for a surname is a town's name: the article uses it as one, and names nobody so."""
    name = description.name
    by_shape = description.by_shape and description.kind is SourceKind.PERSON
    return by_shape and name in places and name not in full_names


def _of_one_kind(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers, where a name whose kind only its spelling tells is of the kind that a word told elsewhere in the article."""
    told: dict[str, SourceKind] = {}
    for speaker in speakers:
        if speaker.name and speaker.kind in _NAMED and not speaker.description.by_shape:
            told.setdefault(speaker.name, speaker.kind)
    return tuple(
        replace(speaker, kind=told.get(speaker.name, speaker.kind)) if speaker.description.by_shape else speaker for speaker in speakers
    )


def full_names(grammars: Sequence[Grammar]) -> dict[str, str]:
    """Surname → the longest name of several capitalised words that ends in it."""
    names: dict[str, str] = {}
    for g in grammars:
        words, count, i = g.passage.words, len(g.passage.words), 0
        while i < count:
            if not words[i][0].isupper():
                i += 1
                continue
            end = i + 1
            while end < count and _part_of_name(g, end):
                end += 1
            if end - i > 1:
                _remember_name(g, i, end, names)
            i = end
    return names


def _remember_name(g: Grammar, start: int, end: int, names: dict[str, str]) -> None:
    """Keep the name in a run of capitalised words when it is fuller than the one known, and of the same first name."""
    words = g.lexicon.words
    while start < end and (
        g.lower(start) in words.titles
        or g.is_determiner(start)
        or g.lower(start) in words.openers
        or g.word(start) == "."
        or g.lower(start) in words.prepositions
    ):
        start += 1
    if not 2 <= end - start <= 4:
        return
    surname = _without_possessive(g.word(end - 1))
    if g.lexicon.kinds.get(surname.lower()) in _BODIES:
        return  # "Council" is no surname: two bodies that end in it are not one
    name = _without_possessive(g.passage.phrase((start, end)))
    known = names.get(surname, "")
    if len(name) > len(known) and (not known or known.split()[0] == name.split()[0]):
        names[surname] = name


def _without_possessive(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def _part_of_name(g: Grammar, i: int) -> bool:
    """Whether token i goes on a name that the token before it belongs to."""
    word, before = g.passage.words[i], g.passage.words[i - 1]
    if before.endswith(("’s", "'s")):
        return False
    if word[0].isupper() or word in g.lexicon.words.particles:
        return True
    return word == "." and (len(before) == 1 or before.lower() in g.lexicon.words.titles)


def _speaker(
    index: int, draft: Draft, description: Description, drafts: Sequence[Draft], speakers: Sequence[Speaker], names: Mapping[str, str]
) -> Speaker:
    earlier = _resumed(index, draft, description, drafts, speakers)
    kind, name = description.kind, names.get(description.name, description.name) if description.name else ""
    resuming = description.pronoun or (description.definite and not description.name)
    if earlier is not None and resuming:
        name = name or speakers[earlier].name
        kind = _resumed_kind(description, speakers[earlier])
    if name != description.name and kind is SourceKind.ORGANISATION and not description.article:
        kind = SourceKind.PERSON
    if counts_respondents(draft.grammar, draft.finding.source):
        kind = SourceKind.POLL
    if draft.finding.unsourced and draft.finding.source is None:
        kind = draft.finding.unsourced
    return Speaker(description, kind, name, earlier, _is_anaphor(draft.grammar, description))


def _resumed_kind(description: Description, before: Speaker) -> SourceKind:
    """The kind of a pronoun or description that means an earlier speaker."""
    taken = description.pronoun or (description.kind in _PEOPLE and before.kind in _PEOPLE)
    return before.kind if taken else description.kind


def _is_anaphor(g: Grammar, description: Description) -> bool:
    """Whether the source is "the paper" or "the network"."""
    return description.definite and not description.name and description.head in g.lexicon.outlet_anaphors and not description.plural


def _resumed(index: int, draft: Draft, description: Description, drafts: Sequence[Draft], speakers: Sequence[Speaker]) -> int | None:
    """The draft whose witness speaks on in this one; None at a new source."""
    source = draft.finding.source
    if source is None:
        return None
    respondents = counts_respondents(draft.grammar, source)
    for k in range(index - 1, max(0, index - _FAR) - 1, -1):
        other, distance = drafts[k], draft.number - drafts[k].number
        if other.finding.source == source and other.grammar is draft.grammar:
            return k  # a second verb of the same subject
        if respondents:
            if speakers[k].kind is SourceKind.POLL and distance <= _POLL_REACH:
                return None if _another_poll(other, draft) else k
            continue
        if _same_witness(draft.grammar, description, speakers[k], distance, k == index - 1):
            return None if _introduced_anew(description, other, draft) else k
        if not description.definite or description.pronoun:
            return None
    return None


def _another_poll(earlier: Draft, draft: Draft) -> bool:
    """Whether another poll is spoken of between two claims."""
    text = draft.grammar.passage.text
    between = text[earlier.content[-1].end : draft.grammar.passage.span(draft.finding.cue).start].lower()
    return any(draft.grammar.lexicon.kinds.get(word) is SourceKind.POLL for word in between.split())


def _introduced_anew(description: Description, earlier: Draft, draft: Draft) -> bool:
    """Whether the sentence before speaks of another one: "in a statement …", then "the statement"."""
    g = draft.grammar
    if not description.definite or description.name or description.pronoun or draft.number == 0:
        return False
    text = g.passage.text[earlier.content[-1].end : g.passage.span(draft.finding.cue).start].lower()
    return any(
        f"{article} {before}{description.head}" in text
        for article in g.lexicon.words.introducing
        for before in ("", *(f"{word} " for word in g.lexicon.words.anew))
    )


def _same_witness(g: Grammar, description: Description, other: Speaker, distance: int, adjacent: bool) -> bool:
    """Whether an earlier speaker is the one that the pronoun, name or description means."""
    if description.pronoun:
        return distance <= _NEAR and _fits_pronoun(description.pronoun, other)
    if description.name:
        same = description.name == other.description.name or other.name.split()[-1:] == description.name.split()[-1:]
        return distance <= _NEAR and bool(other.name) and same
    lost = description.head in g.lexicon.any_body and not adjacent  # behind another speaker "the company" may be any spoken of
    if lost or not description.definite or other.description.kind is SourceKind.NONE or distance > _FAR:
        return False
    if g.lexicon.kinds.get(description.head) is other.kind is SourceKind.POLL:
        return True  # "the survey" after "a poll by the Herald"
    if description.head in g.lexicon.outlet_anaphors:
        return _may_be_outlet(other)
    return _same_description(g, description, other, adjacent)


def _may_be_outlet(speaker: Speaker) -> bool:
    """Whether "the paper" may stand for a speaker: an outlet, or a body that has a name."""
    return speaker.kind is SourceKind.OUTLET or (speaker.kind is SourceKind.ORGANISATION and bool(speaker.name))


def _same_description(g: Grammar, description: Description, other: Speaker, adjacent: bool) -> bool:
    """Whether "the official" describes this speaker: by its head noun, by two words in common, or as the only witness at hand."""
    known = other.description
    if not known.words or known.plural != description.plural:
        return False
    head = description.head.removesuffix("s")
    if adjacent and head in g.lexicon.generic and other.kind.is_anonymous:
        return True
    return head in {word.removesuffix("s") for word in known.words} or len(description.words & known.words) >= 2


def _fits_pronoun(pronoun: str, other: Speaker) -> bool:
    if pronoun in _SINGULAR:
        return (other.kind in _PEOPLE and not other.description.plural) or (other.kind is SourceKind.ORGANISATION and bool(other.name))
    one_word = bool(other.name) and " " not in other.name
    if pronoun == "it":
        return other.kind in _BODIES or one_word
    return pronoun == "they" and (other.description.plural or other.kind in _BODIES or one_word)
