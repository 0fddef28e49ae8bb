"""The words around outlets' names, as rows of `resources/outlets`: read once, as sets or as alternatives of a pattern."""

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from credibility.floor.press import Press, read_press

_FOLDER = files("resources").joinpath("outlets")
_COMMON = files("resources").joinpath("starter", "common_words.txt")
_PRESS = files("resources").joinpath("lexicon", "press.toml")


def row(table: str, name: str) -> tuple[str, ...]:
    """The words of a row as written; KeyError when words.toml has no such table or row."""
    return tuple(_tables()[table][name])


def names_of(table: str) -> tuple[str, ...]:
    """The names of a table's rows, in order."""
    return tuple(_tables()[table])


def either(table: str, *names: str) -> str:
    """Rows as alternatives of a regular expression, in the order written: "by/in" is either word, "alumn*" any word that begins so."""
    return "|".join(" ".join(map(_word, words.split(" "))) for name in names for words in row(table, name))


@cache
def press() -> Press:
    """Nouns for people who speak for an outlet, and for its staff who speak for themselves."""
    return read_press(_PRESS.read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """Plain words as alternatives of a regular expression, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def common_words() -> frozenset[str]:
    """Words and phrases of ordinary text that are also names of outlets, in lower case and without their article."""
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0].strip().casefold() for line in lines if line.strip() and not line.startswith("#"))


@cache
def country_words() -> Mapping[str, tuple[str, ...]]:
    """ISO code → demonyms, places and heads of government by which news text refers to the country."""
    rows = csv.DictReader(_FOLDER.joinpath("countries.csv").read_text(encoding="utf-8").splitlines())
    return {one["code"]: tuple(one["words"].split("|")) for one in rows}


@cache
def list_columns() -> Mapping[str, "re.Pattern[str]"]:
    """A pattern for the headings of each family of columns in rating lists; headings are folded by `lists.words`."""
    families = tomllib.loads(_FOLDER.joinpath("columns.toml").read_text(encoding="utf-8"))
    return {family: any_word(words) for family, words in families.items()}


@cache
def list_labels() -> Mapping[str, Any]:
    """`labels.toml`: the words of known raters with their scores, rows of `words` for other labels, and political labels."""
    return tomllib.loads(_FOLDER.joinpath("labels.toml").read_text(encoding="utf-8"))


@cache
def list_cells() -> Mapping[str, Any]:
    """`cells.toml`: words for yes, no and nothing, the names of months and of countries."""
    return tomllib.loads(_FOLDER.joinpath("cells.toml").read_text(encoding="utf-8"))


def any_word(words: Iterable[str]) -> "re.Pattern[str]":
    """A pattern that finds any of the words as a whole; "bias*" is any word that begins so."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_word, words))})(?!\w)")


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(_FOLDER.joinpath("words.toml").read_text(encoding="utf-8"))


def _word(word: str) -> str:
    forms = [re.escape(form).replace(r"\*", r"\w*") for form in word.split("/")]
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"
