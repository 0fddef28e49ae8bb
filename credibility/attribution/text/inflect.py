"""English verb forms and plurals by spelling rule; what the rules do not give stands in the lexicon."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

_VOWELS = "aeiou"


class VerbForms(NamedTuple):
    """Third person, past tense, past participle and -ing form."""

    third: str
    past: str
    participle: str
    gerund: str


def inflect(verb: str, irregular: Mapping[str, Sequence[str]], doubled: frozenset[str]) -> VerbForms:
    """Forms of one verb (without particle); `irregular` rows give all four, `doubled` verbs repeat their last consonant."""
    if verb in irregular:
        return VerbForms(*irregular[verb])
    if verb in doubled:
        stem = verb + verb[-1]
        return VerbForms(verb + "s", stem + "ed", stem + "ed", stem + "ing")
    if verb.endswith("e"):
        return VerbForms(verb + "s", verb + "d", verb + "d", verb[:-1] + "ing" if not verb.endswith("ee") else verb + "ing")
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return VerbForms(verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing")
    third = verb + "es" if verb.endswith(("s", "x", "z", "sh", "ch")) else verb + "s"
    return VerbForms(third, verb + "ed", verb + "ed", verb + "ing")


def pluralise(noun: str) -> str:
    """The regular plural of a noun; of a phrase, that of its last word."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith(("s", "x", "z", "sh", "ch")) else noun + "s"


def is_plural(noun: str) -> bool:
    """Whether a noun is written like a plural: "officials", "women"; not "boss"."""
    return noun.endswith(("s", "men")) and not noun.endswith("ss")
