"""Which of a page's titles is the headline when they differ: for sharing, in the JSON-LD, on the page, in the window's title bar."""

import pytest

from credibility.articles.extract import extract
from credibility.model import Container, SavedPage
from tests.articles.bridge import prose


def title_of(shared: str, stated: str, shown: str, window: str, name: str = "") -> str:
    data = f'{{"@type": "NewsArticle", "headline": "{stated}", "name": "{name}"}}'
    head = f"<title>{window} - Example Courier</title><meta property='og:title' content='{shared}'>"
    markup = f"<html><head>{head}<script type='application/ld+json'>{data}</script></head><body><h1>{shown}</h1>{prose()}</body></html>"
    return extract(SavedPage("b.html", Container.HTML, markup, "utf-8", "")).title


@pytest.mark.parametrize(
    ("shared", "stated", "shown", "window"),
    [
        ("Both banks are one", "The bridge is open", "The bridge is open", "The bridge is open"),
        ("Both banks are one", "The bridge is open", "Both banks are one", "The bridge is open"),
        ("Both banks are one", "The bridge is open", "The ferry goes on", "Both banks are one"),
    ],
)
def test_title_is_the_one_the_page_is_shared_by(shared, stated, shown, window):
    assert title_of(shared, stated, shown, window) == shared


def test_title_written_for_search_engines_gives_way_to_what_page_and_data_both_say():
    machines, readers = "New river bridge opening times 2019", "The bridge is open"
    assert title_of(machines, readers, f"River life: {readers}", machines) == readers
    assert title_of(machines, readers, readers, machines, name=machines) == machines


def test_cut_title_gives_way_to_the_stated_one():
    whole = "Harbour festival: a &quot;royal&quot; guest"
    assert title_of("Harbour festival: a", "A guest nobody had asked for", whole, whole) == "A guest nobody had asked for"


@pytest.mark.parametrize("other", ["Menu", "Example Courier", "Example Courier Logo", "Town", "Welcome"])
def test_menu_logo_section_or_greeting_is_no_headline(other):
    window = "The bridge opens after four years of work - Example Courier"
    markup = f"<html><head><title>{window}</title><meta property='og:site_name' content='Example Courier'></head><body><h1>{other}</h1>"
    for shown in ("<h1>The bridge opens after four years of work</h1>", ""):
        page = SavedPage("b.html", Container.HTML, f"{markup}{shown}{prose()}</body></html>", "utf-8", "")
        assert extract(page).title == "The bridge opens after four years of work"


def test_headline_on_the_page_goes_before_one_written_for_sharing():
    assert title_of("You will not believe which bridge opens", "", "The bridge is open", "Bridge opening times") == "The bridge is open"
    assert title_of("The bridge is open", "", "Town: The bridge is open", "Bridge opening times") == "The bridge is open"
