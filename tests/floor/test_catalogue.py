"""The catalogue of every language is whole, fresh, and has the values of the English."""

import io
from gettext import GNUTranslations
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from tests.catalogue import FOLDER, LANGUAGES, brought_up_to_date, kept, untranslated


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def catalogue(language: str) -> Catalog:
    return kept(language)


def forms(message: Message) -> tuple[tuple[str, str], ...]:
    """Each translation with the English it stands for."""
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    foreign = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple((english[min(number, len(english) - 1)], form) for number, form in enumerate(foreign))


def key(message: Message) -> tuple[object, str | None]:
    """What a message is looked up by."""
    return message.id, message.context


def values(template: str) -> set[str]:
    """The names of the values in a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_word_is_translated(catalogue: Catalog) -> None:
    assert len(catalogue) > 1000
    assert untranslated(catalogue) == []


def test_it_has_the_words_that_the_code_says_and_no_others(language: str, catalogue: Catalog) -> None:
    """`python -m tests.catalogue` brings it up to date."""
    said_now = brought_up_to_date(language)
    assert {key(message) for message in catalogue} == {key(message) for message in said_now}


def test_what_the_program_loads_is_what_is_kept(language: str, catalogue: Catalog) -> None:
    """`python -m tests.catalogue` compiles it."""
    loaded = GNUTranslations(io.BytesIO((FOLDER / f"{language}.mo").read_bytes()))
    for message in catalogue:
        if isinstance(message.id, tuple):
            assert tuple(loaded.ngettext(*message.id, number) for number in (1, 2)) == tuple(message.string)
        elif message.context:
            assert loaded.pgettext(message.context, message.id) == message.string
        elif message.id:
            assert loaded.gettext(message.id) == message.string


def test_a_translation_has_the_values_of_the_english(catalogue: Catalog) -> None:
    """No more, which would fail when it is shown, and no fewer, apart from a number that a plural may leave out."""
    pairs = [(english, form) for message in catalogue if message.id for english, form in forms(message) if "{" in english]
    odd = [(english, form) for english, form in pairs if (values(form) ^ values(english)) - {"count"}]
    assert odd == []


def test_ends_and_edges_are_kept(catalogue: Catalog) -> None:
    """Blanks at an edge, a line's break and an ellipsis mean something."""
    pairs = [(english, form) for message in catalogue if message.id for english, form in forms(message)]
    for edge in (slice(0, 1), slice(-1, None)):
        assert [pair for pair in pairs if pair[0][edge].isspace() != pair[1][edge].isspace()] == []
    assert [pair for pair in pairs if pair[0].endswith("…") != pair[1].endswith("…")] == []
    assert [pair for pair in pairs if pair[0].count("\n") != pair[1].count("\n")] == []
