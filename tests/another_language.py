"""A language for tests, which is none: the words of a template stand in ⟦brackets⟧. What stands outside of them is data, was glued to a
sentence, or was never looked up, and would stay English in every language.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations
from string import Formatter

from credibility.floor.language import Said, shown, speak
from tests.catalogue import gathered

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt|Esc|Tab|Backtab|Return|Backspace|Del|Left|Right|Up|Down|Home|End|PgUp|PgDown|F\d+|[A-Z])\b")
"""On the keyboard."""


class Bracketed(NullTranslations):
    """Its catalogue: "⟦Rate {outlet}⟧", or "⟦Rate ⟧{outlet}" where the values are looked at, too.

    With `gathered_only`, what is no key of the real catalogue stays as it is.
    """

    def __init__(self, *, values_apart: bool = False, gathered_only: bool = False) -> None:
        super().__init__()
        self._put = bracketed if values_apart else "⟦{}⟧".format
        self._gathered_only = gathered_only

    def gettext(self, message: str) -> str:
        """A template in brackets."""
        return self._looked_up(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of two forms in brackets, whose key is both together."""
        return self._looked_up((str(msgid1), str(msgid2)), msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """A template of that sense in brackets."""
        return self._looked_up((context, message, ""), message)

    def _looked_up(self, key: object, template: str) -> str:
        return template if self._gathered_only and key not in keys() else self._put(template)


@cache
def keys() -> frozenset[object]:
    """The keys of the real catalogue: plain ones, pairs of one and several, and with a sense (sense, key, "")."""
    return frozenset((sense, key, "") if sense else key for _file, key, sense in gathered())


@cache
def bracketed(template: str) -> str:
    """A template with its own words in brackets: "⟦Removed⟧ {name}⟦, which was not rated⟧"; as it is, if it has no values."""
    if "{" not in template:
        return f"⟦{template}⟧"
    pieces = []
    for text, name, spec, conversion in Formatter().parse(template):
        if text:
            kept = text.replace("{", "{{").replace("}", "}}")
            pieces.append(f"⟦{kept}⟧" if text.strip() else kept)
        if name is not None:
            pieces.append(f"{{{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}}}")
    return "".join(pieces)


def speak_another(*, values_apart: bool = False, gathered_only: bool = False) -> None:
    """Speak this language from now on, until `speak()` is called."""
    speak("xx", Bracketed(values_apart=values_apart, gathered_only=gathered_only))


@contextmanager
def another() -> Iterator[None]:
    """Speak this language."""
    speak_another()
    try:
        yield
    finally:
        speak()


def outside(words: str) -> str:
    """What stands in no brackets, which may stand in brackets themselves."""
    while words != (words := _BRACKETED.sub(" ", words)):
        pass
    return words


def bare_words(text: str, data: Iterable[str] = ()) -> set[str]:
    """The words of a text that stand outside the brackets and are no words of data either."""
    known = {word for each in data for word in _WORD.findall(each)}
    return {word for word in _WORD.findall(outside(text)) if word not in known}


def not_said(words: str, *data: str) -> str:
    """The words that are neither said in this language nor data, taken as they stand there, nor keys; "" where there are none."""
    return left_over(words, any_of(data))


def left_over(words: str, known: re.Pattern[str]) -> str:
    """As `not_said`, with the data as a pattern that `any_of` made."""
    return " ".join(_LETTERS.findall(_KEYS.sub(" ", known.sub(" ", outside(words)))))


def any_of(data: Iterable[str]) -> re.Pattern[str]:
    """Any of these words, whole."""
    longest_first = sorted(filter(None, data), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else re.compile("(?!)")


def assert_whole(words: str, data: str) -> None:
    """What is shown is said in the language from beginning to end, and all that is not said is found in `data`."""
    with another():
        assert shown(words).startswith("⟦") and shown(words).endswith("⟧"), words
    english = [part for piece in _unsaid(words) for part in re.split(r", | \(|\)", piece) if part not in data]
    assert not english, (english, words)


def _unsaid(words: object) -> Iterator[str]:
    """The strings that were put into what is said and are not said themselves: they stay as they are in every language."""
    if isinstance(words, Said):
        for value in words.values.values():
            yield from _unsaid(value)
    elif isinstance(words, str) and words:
        yield words
