"""What the guarded process says, with what it was made from, so that the window can show it in the reader's language.

The process is not trusted. From its templates and values words are made here only if they are the very English that it sent, and a
template may do nothing but put strings and numbers in their places.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from string import Formatter
from typing import Any, TypeAlias

import msgspec

from credibility.floor.language import Said, plain, said, said_as, said_of, shown
from credibility.model import Article, Claims, Found

MOST = 5_000
"""How many different sentences are remembered of one answer; the rest stays English."""

_LONGEST = 2_000  # characters of a template or a sentence
_FIELDS = 12
_DEEPEST = 4
_SPEC = re.compile(r"0?\d?,?(?:\.\d)?[dfg]?")

Value: TypeAlias = "str | int | float | Making"


class Making(msgspec.Struct, frozen=True, array_like=True):
    """What words were made from, as `Said` has it. `text` is the finished English."""

    text: str
    template: str
    values: dict[str, Value]
    several: str = ""
    sense: str = ""


class Remembered:
    """Encodes what is said as plain strings, and remembers what it was made from."""

    def __init__(self) -> None:
        self._makings: dict[str, Making] = {}

    def plain(self, words: object) -> str:
        """The words as a plain string; for msgspec's `enc_hook`. Raises TypeError for anything that was not said."""
        text = plain(words)
        if isinstance(words, Said) and text not in self._makings and len(self._makings) < MOST and (making := _making(words)):
            self._makings[text] = making
        return text

    @property
    def makings(self) -> tuple[Making, ...]:
        """What the words encoded so far were made from."""
        return tuple(self._makings.values())


def _making(words: Said) -> Making | None:
    """None for words with values that are neither words nor numbers."""
    values: dict[str, Value] = {}
    for name, value in words.values.items():
        kept = _making(value) if isinstance(value, Said) else value
        if not isinstance(kept, str | int | float | Making):
            return None
        values[name] = kept
    return Making(str(words), str(words.template), values, words.several, words.sense)


def words_of(makings: Iterable[Making]) -> Mapping[str, Said]:
    """The words by their English; those that are not made as they say they are left out."""
    made = ((making.text, _words(making, 1)) for making in makings)
    return {text: words for text, words in made if words is not None}


def _words(making: Making, depth: int) -> Said | None:
    if depth > _DEEPEST or len(making.values) > _FIELDS:
        return None
    values: dict[str, Any] = {}
    for name, value in making.values.items():
        values[name] = _words(value, depth + 1) if isinstance(value, Making) else value
        if values[name] is None or (isinstance(value, str) and len(value) > _LONGEST):
            return None
    if values and not all(_is_harmless(template, values) for template in (making.template, making.several)):
        return None
    try:
        words = _said(making, values)
        shown(words)  # whatever its translation cannot take must not fail in the window
    except (ValueError, TypeError, KeyError, IndexError):
        return None
    return words if words == making.text and len(words) <= _LONGEST else None


def _said(making: Making, values: Mapping[str, Any]) -> Said:
    if making.several:
        return said_of(values["count"], making.template, making.several, **{name: values[name] for name in values if name != "count"})
    return said_as(making.sense, making.template, **values) if making.sense else said(making.template, **values)


def _is_harmless(template: str, values: Mapping[str, object]) -> bool:
    """Whether a template only puts these values in their places: no attributes, no items, no conversions, no wide columns."""
    if len(template) > _LONGEST:
        return False
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(template) if name is not None]
    except ValueError:
        return False
    return len(fields) <= _FIELDS and all(
        name in values and name.isidentifier() and not conversion and _SPEC.fullmatch(spec or "") for name, spec, conversion in fields
    )


def heard(sentences: tuple[str, ...], words: Mapping[str, Said]) -> tuple[str, ...]:
    """Sentences as they were said, where that is known."""
    return tuple(words.get(each, each) for each in sentences)


def told_again(value: Any, words: Mapping[str, Said]) -> Any:
    """An answer with its sentences as they were said: reason and advice, notes, and the reasons of claims."""
    match value:
        case Article():
            return replace(value, notes=heard(value.notes, words))
        case Claims():
            items = tuple(replace(claim, reasons=heard(claim.reasons, words)) for claim in value.items)
            return replace(value, items=items, notes=heard(value.notes, words))
        case Found(article, claims):
            return Found(told_again(article, words), told_again(claims, words))
        case (str(), str()):
            return heard(value, words)
    return value
