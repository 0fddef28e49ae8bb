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


@pytest.mark.parametrize(
    "line",
    [
        "<div>By Ada Quill</div>",
        "<div>By ADA QUILL-SEDGE, March 5th 2024</div>",
        "<div>By</div><div>Ada Quill</div>",
        "<div>By <b>Ada Quill</b><b>Staff Writer</b></div>",
        "<div class='byline'>Town · Ada Quill | ada@news.example</div>",
        "<div class='writer'>Ada Quill</div>",
    ],
)
def test_name_beside_the_headline_is_the_author(line):
    assert (page(line + prose()).byline or "").lower() in ("ada quill", "ada quill-sedge")


@pytest.mark.parametrize(
    "line", ["Dec 1st 2016 1:01PM", "See full bio", "See all", "Thank You!", "By", "© 2024 Example Media", "View profile", "5 March 2024"]
)
def test_day_button_or_line_of_rights_is_no_author(line):
    assert page(f"<div class='byline'>{line}</div><div class='byline'>Ada Quill</div>{prose()}").byline == "Ada Quill"
    assert page(f"<div class='byline'>{line}</div>{prose()}").byline is None


def test_owner_of_the_rights_gives_way_to_a_person():
    head, foot = "<meta name='author' content='Example Media'>", "<footer>© 2024 Example Media. All rights reserved.</footer>"
    assert page(f"<div>By Ada Quill</div>{prose()}", head=head, around=foot).byline == "Ada Quill"
    assert page(prose(), head=head, around=foot).byline == "Example Media"
