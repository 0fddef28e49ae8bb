"""What is said in English, and how it is shown in another language."""

import json
import pickle
from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from credibility.floor.language import (
    Said,
    Signs,
    capital,
    count_as,
    current,
    in_figures,
    joined,
    plain,
    said,
    said_as,
    said_first,
    said_of,
    shown,
    small,
    speak,
    tr,
    tr_as,
    tr_of,
)
from credibility.model import RatingError

WORDS = {
    "{name} is not in the table.": "{name} tabloda yok.",
    "the {kind} “{name}”": "“{name}” adlı {kind}",
    "outlet": "yayın",
    "the outlet": "içerik",
    "Save": "Kaydet",
}


class Turkish(NullTranslations):
    """A catalogue of a few words."""

    def gettext(self, message: str) -> str:
        return WORDS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{count} satır" if (msgid1, msgid2) == ("{count} row", "{count} rows") else msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return {("verb", "Open"): "Aç", ("state", "Open"): "Açık"}.get((context, message), message)


@pytest.fixture
def turkish() -> Iterator[None]:
    speak("tr", Turkish(), Signs(".", ","))
    yield
    speak()


def test_what_is_said_is_english_whatever_is_spoken(turkish: None) -> None:
    words = said("{name} is not in the table.", name="Taraf")
    assert words == "Taraf is not in the table."
    assert json.dumps({"reason": words}) == '{"reason": "Taraf is not in the table."}'
    assert f"{said_of(1200, '{count} row', '{count} rows')}" == "1,200 rows"


def test_it_is_shown_in_the_language_that_is_spoken(turkish: None) -> None:
    assert shown(said("{name} is not in the table.", name="Taraf")) == "Taraf tabloda yok."
    assert shown(said_of(1200, "{count} row", "{count} rows")) == tr_of(1200, "{count} row", "{count} rows") == "1.200 satır"
    assert (shown(said_as("verb", "Open")), tr_as("state", "Open")) == ("Aç", "Açık")


def test_parts_are_shown_too_in_the_order_of_the_language(turkish: None) -> None:
    whole = said("the {kind} “{name}”", kind=said("outlet"), name="Taraf")
    assert whole == "the outlet “Taraf”"
    assert shown(whole) == tr("the {kind} “{name}”", kind=said("outlet"), name="Taraf") == "“Taraf” adlı yayın"


def test_words_of_an_article_are_never_translated(turkish: None) -> None:
    assert shown("Save") == "Save"
    assert tr("the {kind} “{name}”", kind=said("outlet"), name="outlet") == "“outlet” adlı yayın"


def test_words_of_the_program_are_looked_up_even_if_they_are_plain_by_now(turkish: None) -> None:
    assert tr("Save") == tr(said("Save")) == "Kaydet"
    assert tr("") == ""


def test_braces_are_braces_where_there_are_no_values() -> None:
    assert said("{}") == "{}"
    assert tr("{}") == "{}"


def test_english_is_spoken_until_something_else_is() -> None:
    assert current() == "en"
    counted = [shown(said_of(number, "{count} row", "{count} rows")) for number in (0, 1, 2, 1200)]
    assert counted == ["0 rows", "1 row", "2 rows", "1,200 rows"]
    assert isinstance(said("Save"), Said)


def test_a_capital_follows_the_language(turkish: None) -> None:
    assert capital("içerik") == "İçerik"
    assert (small("İçerik"), small("Işık")) == ("içerik", "ışık")
    speak()
    assert capital("içerik") == "Içerik"
    assert capital("") == ""


def test_parts_are_joined_and_each_is_shown(turkish: None) -> None:
    whole = joined([said("Save"), "", "Taraf {x}", said("outlet")], "; ")
    assert (whole, shown(whole)) == ("Save; Taraf {x}; outlet", "Kaydet; Taraf {x}; yayın")
    assert joined([]) == shown(joined([])) == ""


def test_what_begins_a_sentence_has_the_capital_of_the_language(turkish: None) -> None:
    first = said_first(said("the outlet"))
    assert (first, shown(first)) == ("The outlet", "İçerik")
    assert said_first("ida falk") == "Ida falk"


def test_what_it_was_made_from_comes_through_another_process(turkish: None) -> None:
    whole = said_first(said("{name} is not in the table.", name=said("outlet")))
    assert shown(pickle.loads(pickle.dumps(whole))) == shown(whole) == "Yayın tabloda yok."


def test_an_error_is_shown_with_what_it_advises(turkish: None) -> None:
    error = RatingError(said("{name} is not in the table.", name="Taraf"), said("Save"))
    assert str(error) == "Taraf is not in the table. Save"
    assert shown(str(error)) == "Taraf tabloda yok. Kaydet"
    assert shown(str(RatingError(said("Save")))) == "Kaydet"


def test_encoders_get_plain_strings_and_nothing_else_by_mistake() -> None:
    assert type(plain(said("{name} is not in the table.", name="Taraf"))) is str
    with pytest.raises(TypeError):
        plain(object())


@pytest.mark.parametrize(
    ("words", "english", "translated"),
    [
        (said("{score:g} of 100", score=72.5), "72.5 of 100", "72,5 of 100"),
        (said("{score:.0f} of 100", score=72.0), "72 of 100", "72 of 100"),
        (said("at most {size:,.1f} MB", size=1234.5), "at most 1,234.5 MB", "at most 1.234,5 MB"),
        (said("{low} to {high}", low=0.5, high=2025), "0.5 to 2025", "0,5 to 2025"),
        (said("{hour:02}:{minute:02}", hour=9, minute=5), "09:05", "09:05"),
        (said("version {number}", number="1.2"), "version 1.2", "version 1.2"),
        (said_of(1200, "{count} row of {share:.1f}", "{count} rows of {share:.1f}", share=0.5), "1,200 rows of 0.5", "1.200 rows of 0,5"),
    ],
)
def test_figures_in_sentences_have_the_signs_of_the_language(turkish: None, words: Said, english: str, translated: str) -> None:
    assert (words, shown(words)) == (english, translated)


def test_the_window_writes_figures_as_the_desktop_and_files_as_the_language(turkish: None) -> None:
    assert (in_figures(72.5), in_figures(0.8123, ".3f")) == ("72,5", "0,812")
    count_as(Signs("’", "·"))
    try:
        assert (in_figures(72.5), tr("{score:g} points", score=72.5)) == ("72·5", "72·5 points")
        assert shown(said("{score:g} points", score=72.5)) == "72,5 points"
    finally:
        count_as()
