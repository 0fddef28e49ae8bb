"""Names that are ordinary words, and the rule that a name gets when nobody gives it one."""

from credibility.floor.language import said
from credibility.model import NameRule
from credibility.outlets.names.surroundings import default_rules
from credibility.outlets.vocabulary import common_words

_PLAIN = (NameRule.PLAIN,)


def is_ordinary(name: str) -> bool:
    """Whether a name, without its article, is also a word or phrase of ordinary text: "People", "the Gazette"."""
    return name.casefold().removeprefix("the ") in common_words()


def safe_rules(name: str) -> tuple[NameRule, ...]:
    """The rules of a name that has none: one word, or a phrase of ordinary text, must stand beside a word of reporting."""
    rules = default_rules(name)
    if rules == _PLAIN and is_ordinary(name):
        return (NameRule.NEEDS_CUE,)
    return rules


def warning_about(name: str, rules: tuple[NameRule, ...]) -> str:
    """Why a rule may take other words for this name; "" when nothing is known against it."""
    if NameRule.NEVER in rules or not is_ordinary(name):
        return ""
    if rules == _PLAIN:
        return said("“{name}” is an ordinary word: without a rule, every “{name}” in a text counts as the outlet.", name=name)
    return said("“{name}” is an ordinary word; look at what the rule would match.", name=name)
