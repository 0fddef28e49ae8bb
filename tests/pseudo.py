"""A language in which every key of the catalogue stands in white brackets: what is outside of them was not said through the catalogue."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

from credibility.floor.language import speak

_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


class Bracketed(NullTranslations):
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


@contextmanager
def spoken_in_brackets() -> Iterator[None]:
    """Speak that language inside the block, and English again after it."""
    speak("xx", Bracketed())
    try:
        yield
    finally:
        speak()


def outside(words: str) -> str:
    """The words that stand in no brackets."""
    while words != (words := _INNERMOST.sub(" ", words)):
        pass
    return words
