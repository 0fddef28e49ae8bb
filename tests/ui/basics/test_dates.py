"""Days and moments as the reader's own country writes them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from ui.basics.dates import day_words, moment_words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_GB", "05/03/2024"),
        ("en_US", "3/5/2024"),
        ("de_DE", "05.03.2024"),
        ("sv_SE", "2024-03-05"),
        ("tr_TR", "5.03.2024"),
        ("C", "2024-03-05"),
    ],
)
def test_a_day_is_written_as_in_the_readers_country(locale, words):
    QLocale.setDefault(QLocale(locale))
    assert day_words(date(2024, 3, 5)) == words


@pytest.mark.parametrize(("locale", "time"), [("en_GB", "14:05"), ("de_DE", "14:05"), ("en_US", "2:05")])
def test_a_moment_is_told_in_the_time_zone_of_the_machine(locale, time):
    QLocale.setDefault(QLocale(locale))
    here = datetime(2024, 3, 5, 14, 5).astimezone()
    assert moment_words(here).startswith(f"{day_words(date(2024, 3, 5))} {time}")
    assert moment_words(here.astimezone(UTC)) == moment_words(here)
