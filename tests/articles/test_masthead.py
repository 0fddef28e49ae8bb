"""Who wrote a page: a person named anywhere takes precedence over the publisher."""

import pytest

from tests.articles.bridge import page, prose

SITE = "<meta property='og:site_name' content='Example News Online'><meta name='author' content='{}'>"


@pytest.mark.parametrize("house", ["Example News Online", "news.example", "News.example.org staff"])
def test_person_whose_page_is_linked_goes_before_the_house(house):
    byline = "<p>Reported from the river by <a href='/authors/ada-quill'>Ada Quill</a> and <a href='/authors/bram'>Bram Oak</a></p>"
    article = page(
        byline + prose("<p>Ferries are the matter of <a href='/authors/cy'>Cy Sedge</a> and of nobody else.</p>"), head=SITE.format(house)
    )
    assert article.byline == "Ada Quill, Bram Oak"


def test_house_stands_alone_when_nobody_else_is_named():
    assert page(prose(), head=SITE.format("Example News Online")).byline == "Example News Online"


def test_person_whose_name_begins_like_the_house_is_a_person():
    head = "<meta property='og:site_name' content='Time'><meta name='author' content='Timea Brook'>"
    assert page("<p><a href='/authors/ada-quill'>Ada Quill</a></p>" + prose(), head=head).byline == "Timea Brook"
