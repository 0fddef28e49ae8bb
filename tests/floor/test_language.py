"""What is said in English, and how it is shown in another language."""

import json
import pickle
from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from credibility.floor.language import (
    Said,
    capital,
    current,
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
    speak("tr", Turkish(), lambda number: f"{number:,}".replace(",", "."))
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
