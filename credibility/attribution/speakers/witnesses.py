"""Whether an earlier speaker is the one that a pronoun, a short name or "the official" means."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import Description
from credibility.attribution.speakers.memory import PEOPLE, SINGULAR, Speaker
from credibility.model import SourceKind

NEAR = 3
"""Blocks that a pronoun or a short name reaches back."""

FAR = 8
"""Claims that a description reaches back."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.POLL})


def is_same_witness(g: Grammar, description: Description, other: Speaker, distance: int, adjacent: bool) -> bool:
    """Whether an earlier speaker is the one that the pronoun, name or description means."""
    if description.pronoun:
        return distance <= NEAR and _fits_pronoun(description.pronoun, other)
    if description.name:
        same = description.name == other.description.name or other.name.split()[-1:] == description.name.split()[-1:]
        return distance <= NEAR and bool(other.name) and same
    lost = description.head in g.lexicon.any_body and not adjacent  # after another speaker, "the company" may be any that was mentioned
    if lost or not description.definite or other.description.kind is SourceKind.NONE or distance > FAR:
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
    if not known.words or known.plural != description.plural or "and" in known.words:
        return False  # "the government and the Harbour Board" are two
    head = description.head.removesuffix("s")
    if adjacent and head in g.lexicon.generic and other.kind.is_anonymous:
        return True
    return head in {word.removesuffix("s") for word in known.words} or len(description.words & known.words) >= 2


def _fits_pronoun(pronoun: str, other: Speaker) -> bool:
    if pronoun in SINGULAR:
        return (other.kind in PEOPLE and not other.description.plural) or (other.kind is SourceKind.ORGANISATION and bool(other.name))
    one_word = bool(other.name) and " " not in other.name
    if pronoun == "it":
        return other.kind in _BODIES or one_word
    return pronoun == "they" and (other.description.plural or other.kind in _BODIES or one_word)
