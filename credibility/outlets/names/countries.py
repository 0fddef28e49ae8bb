"""Which country a stretch of text is about, by the words people use: enough to tell one Daily Star from another."""

import re
from functools import cache

from credibility.outlets.vocabulary import country_words

_WORDS = country_words()  # only of countries in which names of outlets collide
_ALL_WORDS = frozenset(word for words in _WORDS.values() for word in words if " " not in word)


def is_country_word(word: str) -> bool:
    """Whether a single word tells where something is from ("British", "London-based")."""
    return word in _ALL_WORDS or word.endswith("-based")


@cache
def evidence(context: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern for the words that decide for a name: each ISO code stands for its country's words, anything else for itself.

    "Spanish-language" tells of a language, not of Spain.
    """
    words = [word for item in context for word in _WORDS.get(item, () if item.isupper() and len(item) == 2 else item.split("|"))]
    alternatives = "|".join(re.escape(word) for word in sorted(filter(None, words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w|-language|-speaking)") if alternatives else None
