"""English words that remember what they were made from, so that they can be said in another language later."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

COUNT = "count"
"""The value that `said_of` and `tr_of` choose the plural by."""


class Said(str):
    """English words. `template` is the catalogue's key, `values` what was put into it, which may be `Said` themselves.

    `several` is the key's plural, chosen by the value `count`; `sense` tells apart what English writes alike. As a string it is the
    finished English: it can be compared, stored and written as JSON. Joined with other strings or cut it is a plain string, which stays
    English; so sentences are made whole, by `said` with the parts as values.
    """

    template: str
    values: Mapping[str, object]
    several: str
    sense: str

    __slots__ = ("sense", "several", "template", "values")


class SaidFirst(Said):
    """Words that begin a sentence: they are given a capital letter again in the language they are shown in."""

    __slots__ = ()


def said(template: str, /, **values: object) -> Said:
    """Words for the reader: `said("{name} is not in the table.", name=name)`. Without values, braces are braces."""
    return _with(Said(template.format(**values) if values else template), template, values)


def said_as(sense: str, template: str, /, **values: object) -> Said:
    """As `said`, where English has one word for two things: `said_as("verb", "Open")`."""
    return _made(template, values, sense=sense)


def said_of(count: int, one: str, several: str, /, **values: object) -> Said:
    """As `said`, by number: `said_of(rows, "{count} row", "{count} rows")`. English writes the count as 1,200."""
    return _made(one, {COUNT: count, **values}, several=several)


def said_first(words: str) -> str:
    """The words with a capital letter, where they begin a sentence and were made to stand inside one."""
    opening = words[:1].upper() + words[1:]
    return _with(SaidFirst(opening), words.template, words.values, words.several, words.sense) if isinstance(words, Said) else opening


def joined(parts: Iterable[str], separator: str = ", ") -> Said:
    """The parts as one, each of which is shown in the reader's language; empty ones are left out. The separator is no word."""
    values = {f"part_{number}": part for number, part in enumerate(filter(None, parts))}
    return _with(Said(separator.join(values.values())), separator.join(f"{{{name}}}" for name in values), values)


def plain(words: object) -> str:
    """What was said as a plain string, for encoders that take no other. Raises TypeError for anything that was not said."""
    if isinstance(words, Said):
        return str(words)
    raise TypeError(f"{type(words).__name__} is not words")


def _made(template: str, values: Mapping[str, object], several: str = "", sense: str = "") -> Said:
    chosen = several if several and values[COUNT] != 1 else template
    return _with(Said(filled(chosen, written(values, several, "{:,}".format))), template, values, several, sense)


def _with(made: Said, template: str, values: Mapping[str, object], several: str = "", sense: str = "") -> Said:
    made.template, made.values, made.several, made.sense = template, values, several, sense
    return made


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with its values; as it is, if there are none."""
    return template.format(**values) if values else template


def written(values: Mapping[str, object], several: str, number: Callable[[Any], str]) -> Mapping[str, object]:
    """The values with the count as it is written; only a plural has one."""
    return {**values, COUNT: number(values[COUNT])} if several else values
