"""A language in which everything is said between brackets, to find English that was glued together and stays English."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

from credibility.floor.language import Said, shown, speak


class Marked(NullTranslations):
    """Says everything between brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@contextmanager
def marked() -> Iterator[None]:
    """Speak this language."""
    speak("xx", Marked())
    try:
        yield
    finally:
        speak()


def pieces(words: object) -> Iterator[str]:
    """The strings that were put into what is said and are not said themselves: they stay as they are in every language."""
    if isinstance(words, Said):
        for value in words.values.values():
            yield from pieces(value)
    elif isinstance(words, str) and words:
        yield words


def assert_whole(words: str, data: str) -> None:
    """What is shown is said in the language from beginning to end, and all that is not said is found in `data`."""
    with marked():
        assert shown(words).startswith("⟦") and shown(words).endswith("⟧"), words
    english = [part for piece in pieces(words) for part in re.split(r", | \(|\)", piece) if part not in data]
    assert not english, (english, words)
