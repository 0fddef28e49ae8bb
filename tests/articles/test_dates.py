"""Dates as pages write them, with the offset from UTC as stated."""

import warnings

import pytest

from credibility.articles.masthead.dates import date_in_address, date_of


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2019-03-05T18:30:00+0100", "2019-03-05T18:30:00+01:00"),
        ("Tue, 05 Mar 2019 18:30:00 GMT", "2019-03-05T18:30:00+00:00"),
        ("Tue Mar 05 2019 18:30:00 GMT+0100", "2019-03-05T18:30:00+01:00"),
        ("5 March 2019, 18:30 UTC+3", "2019-03-05T18:30:00+03:00"),
        ("5 March 2019 18:30 EST", "2019-03-05T18:30:00-05:00"),
        ("5 March 2019 18:30 AMT", "2019-03-05T18:30:00"),
        ("March 5, 2019", "2019-03-05T00:00:00"),
        ("03/05/2019", "2019-03-05T00:00:00"),
        ("05.03.2019", "2019-03-05T00:00:00"),
        ("5. 3. 2019 18:30", "2019-03-05T18:30:00"),
    ],
)
def test_date_keeps_the_zone_that_is_written(words, moment):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = date_of(words)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize("words", ["March 2019", "18:30", "yesterday", "5.3.", "0000-00-00", "2019-13-45", None, 20190305])
def test_what_is_no_full_date_is_none(words):
    assert date_of(words) is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example/2016/dec/14/lamp", "2016-12-14"),
        ("https://news.example/2024/03/05/lamp.html", "2024-03-05"),
        ("https://news.example/lamp-2024-03-05.html?x=1", "2024-03-05"),
        ("https://news.example/20240305/lamp", "2024-03-05"),
        ("https://news.example/2024/3/5", "2024-03-05"),
    ],
)
def test_a_day_in_the_address(address, day):
    found = date_in_address(address)
    assert found is not None
    assert found.date().isoformat() == day


@pytest.mark.parametrize(
    "address",
    ["https://news.example/2024/03/lamp", "https://news.example/20241399/", "https://news.example/story-1999123456", "/2024/0305/", None],
)
def test_no_day_in_the_address(address):
    assert date_in_address(address) is None
