"""Tables: which hold data, and which only lay out a page."""

from credibility.articles.extract import extract
from credibility.model import Container, SavedPage
from tests.articles.bridge import PROSE, kinds, page, prose


def rows(markup: str) -> list[str]:
    """The table rows of an article with this between its paragraphs, cells separated by bars."""
    return [text.replace("\t", " | ") for kind, text in kinds(page(markup)) if kind == "table-row"]


def test_list_laid_out_as_a_table_of_one_column():
    assert rows(prose("<table><tr><td>Carts: fourpence</td></tr><tr><td>Riders: twopence</td></tr></table>")) == [
        "Carts: fourpence",
        "Riders: twopence",
    ]


def test_letter_laid_out_as_a_table_of_one_column_is_prose():
    letter = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PROSE)
    article = extract(SavedPage("letter.eml", Container.EML, f"<body><table>{letter}</table></body>", "utf-8", ""))
    assert kinds(article) == [("paragraph", paragraph) for paragraph in PROSE]


def test_picture_with_its_caption_below_in_a_table():
    table = "<table><tr><td><a href='/may.jpg'><img src='may.jpg'></a></td></tr><tr><td class='caption'>{}</td></tr></table>"
    assert rows(prose(table.format("The bridge in May"))) == ["The bridge in May"]
    assert ("caption", "“It will stand,” said the mayor in May.") in kinds(
        page(prose(table.format("“It will stand,” said the mayor in May.")))
    )


def test_table_of_facts_keeps_its_rows_though_a_cell_holds_a_table():
    inner = "<table><tr><td>two towers</td><td>one road</td></tr></table>"
    facts = f"<tr><th>Country</th><td>Norland</td></tr><tr><th>Parts</th><td>{inner}</td></tr>"
    assert rows(f"<table class='infobox'>{facts}</table>{prose()}") == ["Country | Norland", "Parts | two towers one road"]


def test_table_of_links_between_paragraphs_is_the_article_s_but_not_below_them():
    winners = "".join(f"<tr><td>{year}</td><td><a href='/{year}'>Rowing Club {year}</a></td></tr>" for year in (2017, 2018, 2019))
    table = f"<table><tr><th>Year</th><th>Winner of the race</th></tr>{winners}</table>"
    assert len(rows(prose(table))) == 4


def test_section_that_is_only_a_table():
    table = "<table><tr><th>Year</th><th>{0}</th></tr><tr><td>2017</td><td>410,000 {0}</td></tr></table>"
    article = page(
        prose("<h2>On the road</h2>", table.format("carts"), "<h2>On the water</h2>", table.format("boats"), "<h2>What comes next</h2>")
    )
    assert [text for kind, text in kinds(article) if kind == "heading"] == ["On the road", "On the water", "What comes next"]
    assert sum(kind == "table-row" for kind, _ in kinds(article)) == 4
