"""Dates as pages write them, with the offset from UTC as stated."""

import warnings

import pytest

from credibility.articles.masthead.dates import date_in_address, date_of
from credibility.sandbox.worker import ArticleWorker
from tests.articles.bridge import PROSE, page, prose


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


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By Ada Quill Published in River Notes March 5, 2024 2:24 pm"),
        ("en-US", "3/5/2024 4:23 pm ET"),
        ("de", "Dienstag, 5. März 2024, 18:30 Uhr"),
        ("de", "Von Ada Quill | 05.03.2024"),
        ("fr", "Publié le 5 mars 2024 à 18h30"),
        ("es", "5 de marzo de 2024"),
        ("pt", "5 de março de 2024 às 18h30"),
        ("it", "di Ada Quill, 5 marzo 2024"),
        ("nl", "5 maart 2024"),
        ("pl", "5 marca 2024"),
        ("ru", "5 марта 2024 г."),
        ("sv", "Publicerad 5 mars 2024 kl 14.30"),
        ("fi", "5. maaliskuuta 2024"),
        ("ja", "2024年3月5日 18時30分"),
        ("ko", "2024년 3월 5일"),
    ],
)
def test_day_beside_the_headline_is_read_in_the_languages_of_pages(language, line):
    found = page(f"<div>{line}</div>{prose()}", language=language).published
    assert found is not None
    assert found.date().isoformat() == "2024-03-05"


def test_day_of_a_change_gives_way_to_the_day_of_publication():
    found = page("<div>Updated: 7 March 2024</div><div>5 March 2024</div>" + prose()).published
    assert found is not None
    assert found.date().isoformat() == "2024-03-05"


@pytest.mark.parametrize(
    "where",
    [
        "<p>© 2024 Example Media, 5 March 2024</p>",
        "<figure><img src='a.png'><figcaption>The bridge on 5 March 2024</figcaption></figure>",
        "".join(f"<p>{words}</p>" for words in PROSE) + "<p>5 March 2024</p>",
    ],
)
def test_other_days_on_the_page_are_not_the_articles(where):
    assert page(where + prose()).published is None


def test_tag_that_says_value_for_content_is_read():
    found = page(prose(), head="<meta name='article:published_time' value='2024-03-05T18:30:00Z'>").published
    assert found is not None
    assert found.isoformat() == "2024-03-05T18:30:00+00:00"


def test_day_in_another_language_is_read_within_the_guarded_process(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f"<html lang='es'><h1>El puente abre</h1><div>Publicado el 5 de marzo de 2024</div>{prose()}</html>", encoding="utf-8")
    with ArticleWorker() as worker:
        assert str(worker.article(path).published) == "2024-03-05 00:00:00"
