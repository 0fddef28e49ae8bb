"""One page goes by the same names, whatever format it was saved in."""

from dataclasses import replace

import pytest

from credibility.floor.pages import page_names
from credibility.model import Article

PAGE = Article("The bridge  that nobody Repaired", "", (), "print", url="https://www.news.example/a/b/?id=3&utm_source=mail#top")


def test_address_and_title() -> None:
    assert page_names(PAGE) == ("news.example/a/b?id=3", "title:the bridge that nobody repaired")


@pytest.mark.parametrize("url", ["http://news.example/a/b?id=3", "https://news.example/a/b/?id=3&fbclid=x"])
def test_what_differs_between_two_visits_is_left_out(url: str) -> None:
    assert page_names(replace(PAGE, url=url))[0] == page_names(PAGE)[0]


def test_other_pages_have_other_names() -> None:
    assert page_names(replace(PAGE, url="https://news.example/a/b?id=4"))[0] != page_names(PAGE)[0]


def test_a_short_title_names_no_page_and_a_local_file_has_no_address() -> None:
    assert page_names(replace(PAGE, title="Morning briefing", url="file:///home/me/page.html")) == ()


def test_the_canonical_address_comes_first_and_none_comes_twice() -> None:
    canonical = replace(PAGE, canonical="https://news.example/a/b?id=3")
    assert page_names(canonical) == page_names(PAGE)
