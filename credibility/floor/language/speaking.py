"""The language that is spoken in this process: set once at the start, before anything is shown. English until then."""

from dataclasses import dataclass
from gettext import NullTranslations

from credibility.floor.language.numbers import ENGLISH, Signs, WrittenNumber
from credibility.floor.language.saying import Said, SaidFirst, filled, said_of, written

_CAPITALS = {"tr": {"i": "İ", "ı": "I"}, "az": {"i": "İ", "ı": "I"}}
"""First letters whose capital is another than in English, by language."""


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language by its code ("tr"), its catalogue, and the signs in its numbers."""

    code: str
    catalogue: NullTranslations
    signs: Signs


_spoken = [SpokenLanguage("en", NullTranslations(), ENGLISH)]
_counting: list[Signs | None] = [None]


def speak(code: str = "en", catalogue: NullTranslations | None = None, signs: Signs = ENGLISH) -> None:
    """Set the language of this process; without arguments, English."""
    _spoken[0] = SpokenLanguage(code, catalogue or NullTranslations(), signs)


def count_as(signs: Signs | None = None) -> None:
    """Have the window's own words write numbers so, as the desktop does; without arguments, as the language does, as files have them."""
    _counting[0] = signs


def current() -> str:
    """The code of the language that is spoken, such as "en"."""
    return _spoken[0].code


def tr(template: str, /, **values: object) -> str:
    """Words of the window or the command line, in the reader's language: `tr("{name} was saved.", name=name)`.

    A `Said`, and English words that came from another process without what they were made from, are looked up likewise.
    """
    if isinstance(template, Said):
        return shown(template)
    return filled(_looked_up(template), _shown_all(values, _signs()))


def tr_as(sense: str, template: str, /, **values: object) -> str:
    """As `tr`, where English has one word for two things: `tr_as("verb", "Open")`."""
    return filled(_spoken[0].catalogue.pgettext(sense, template), _shown_all(values, _signs()))


def tr_of(count: int, one: str, several: str, /, **values: object) -> str:
    """As `tr`, by number: `tr_of(rows, "{count} row", "{count} rows")`; the count is written as `count_as` says."""
    return _said_in_full(said_of(count, one, several, **values), _signs())


def in_figures(number: float, form: str = "g") -> str:
    """A number as the window or the command line writes it: "72.5" in English, "72,5" in Turkish; `form` is a format of Python."""
    return _signs().written(format(number, form))


def shown(words: str) -> str:
    """What was said in English, in the reader's language. Other strings (names, titles, words of the article) stay as they are."""
    return _said_in_full(words, _spoken[0].signs) if isinstance(words, Said) else words


def _signs() -> Signs:
    return _counting[0] or _spoken[0].signs


def _said_in_full(words: Said, signs: Signs) -> str:
    spoken = _spoken[0]
    values = _shown_all(dict(written(words.values, words.several, signs.grouped)), signs)
    if words.several:
        template = spoken.catalogue.ngettext(words.template, words.several, int(str(words.values["count"])))
    elif words.sense:
        template = spoken.catalogue.pgettext(words.sense, words.template)
    else:
        template = _looked_up(words.template)
    made = filled(template, values)
    return capital(made) if isinstance(words, SaidFirst) else made


def capital(words: str) -> str:
    """The words with a capital first letter, as the language has it."""
    return _CAPITALS.get(current(), {}).get(words[:1], words[:1].upper()) + words[1:]


def small(words: str) -> str:
    """The words with a small first letter, as the language has it."""
    letters = {large: letter for letter, large in _CAPITALS.get(current(), {}).items()}
    return letters.get(words[:1], words[:1].lower()) + words[1:]


def _looked_up(template: str) -> str:
    return _spoken[0].catalogue.gettext(template) if template else ""  # the empty key is the catalogue's header


def _shown_all(values: dict[str, object], signs: Signs) -> dict[str, object]:
    return {name: _shown_value(value, signs) for name, value in values.items()}


def _shown_value(value: object, signs: Signs) -> object:
    if isinstance(value, str):
        return shown(value)
    return value if signs == ENGLISH or isinstance(value, bool) or not isinstance(value, int | float) else WrittenNumber(value, signs)
