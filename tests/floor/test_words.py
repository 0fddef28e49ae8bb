"""Dates and scopes in words."""

import locale
from datetime import UTC, date, datetime

import pytest

from credibility.floor.dates import day_in_words, moment_in_words
from credibility.floor.scopes import EXPLAINED, PRINTED, SHOWN, ScopeWording, scope_in_words
from credibility.model import Scope


def test_a_day_has_no_leading_zero_and_an_english_month() -> None:
    assert day_in_words(date(2026, 3, 5)) == "5 March 2026"
    assert [day_in_words(date(2026, month, 1)).split()[1][:3] for month in (1, 12)] == ["Jan", "Dec"]
    assert day_in_words(date(833, 8, 25)) == "25 August 833"


def test_a_moment_says_its_time_where_it_has_one() -> None:
    assert moment_in_words(datetime(2026, 3, 5)) == "5 March 2026"
    assert moment_in_words(datetime(2026, 3, 5, 14, 5)) == "5 March 2026, 14:05"
    assert moment_in_words(datetime(2026, 3, 5, 4, 5, tzinfo=UTC)) == "5 March 2026, 04:05 UTC"


def test_no_locale_changes_a_date() -> None:
    before = locale.setlocale(locale.LC_TIME)
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_TIME, name)
            assert day_in_words(date(2026, 5, 1)) == "1 May 2026"
        except locale.Error:
            continue  # not installed here
        finally:
            locale.setlocale(locale.LC_TIME, before)


SCOPE = Scope(path="/world", author="Ida Falk", topic="politics", since=date(2013, 1, 1), until=date(2014, 6, 30))


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        (EXPLAINED, "pages under /world, pieces by Ida Falk, on politics, since 2013, until 2014-06-30"),
        (SHOWN, "pages under /world, author Ida Falk, topic politics, since 2013-01-01, until 2014-06-30"),
        (PRINTED, "path /world, author Ida Falk, topic politics, since 2013-01-01, until 2014-06-30"),
    ],
)
def test_a_scope_in_three_wordings(wording: ScopeWording, words: str) -> None:
    assert scope_in_words(SCOPE, wording) == words
    assert scope_in_words(Scope(), wording) == ""
