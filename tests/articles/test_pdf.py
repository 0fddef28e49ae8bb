"""A PDF's text becomes paragraphs: columns in order, hyphenation undone, running heads removed, links kept."""

import io

import pikepdf
import pytest
import typst

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError, BlockKind
from tests.articles import lighthouse

HEAD = "The Example Courier, Harbour Edition"
LONG = "Neighbourhood representatives enthusiastically congratulated the extraordinarily hardworking lighthousekeepers afterwards."
LAYOUT = """
#set document(title: "ignored when the page shows a headline", author: "Ada Quill", date: datetime(year: 2019, month: 3, day: 5))
#set page(paper: "a5", margin: 18mm, header: [#text(8pt)[{head}]], footer: align(center, text(8pt)[Page #context counter(page).display()]))
#set text(10pt, hyphenate: true, lang: "en")
#set par(justify: true)
#text(22pt)[{title}]
#v(6mm)
#columns({columns})[{body}]
"""


def printed(columns: int = 1, repeats: int = 6) -> bytes:
    first, second, *others = lighthouse.PARAGRAPHS
    linked = second.replace("Example Courier", '#link("https://news.example.org/courier/report")[Example Courier]')
    paragraphs = [first, linked, LONG, "#text(13pt)[What the fishermen say]", *others]
    numbered = [f"{text} This was item number {number}." for number in range(repeats) for text in (others[0], others[2], LONG)]
    body = "\n\n".join([*paragraphs, *numbered])
    return typst.compile(LAYOUT.format(head=HEAD, title=lighthouse.TITLE, columns=columns, body=body).encode())


def opened(folder, data: bytes, **wishes) -> Article:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return extract(load_page(path, **wishes))


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_come_back_whole(tmp_path, columns):
    article = opened(tmp_path, printed(columns))
    lines = article.text.split("\n")
    for paragraph in (*lighthouse.PARAGRAPHS, LONG):
        assert paragraph in lines
    assert lines.index(lighthouse.PARAGRAPHS[0]) < lines.index(lighthouse.PARAGRAPHS[4]) < lines.index(f"{LONG} This was item number 5.")


def test_running_heads_and_page_numbers_are_dropped(tmp_path):
    article = opened(tmp_path, printed(columns=2, repeats=20))
    assert HEAD not in article.text
    assert "Page 1" not in article.text


def test_headline_and_author(tmp_path):
    article = opened(tmp_path, printed())
    assert (article.title, article.byline) == (lighthouse.TITLE, "Ada Quill")
    assert lighthouse.TITLE not in article.text
    assert [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.HEADING] == ["What the fishermen say"]


def test_the_day_a_file_was_made_is_no_articles_date(tmp_path):
    assert b"CreationDate" in printed()
    assert opened(tmp_path, printed()).published is None


@pytest.mark.parametrize("line", ["7 May 2016", "Published on May 7, 2016", "First published: 7 May 2016, 10:30"])
def test_a_date_that_stands_alone_under_the_headline_is_the_articles(tmp_path, line):
    body = "\n\n".join([line, *lighthouse.PARAGRAPHS])
    article = opened(tmp_path, typst.compile(LAYOUT.format(head=HEAD, title=lighthouse.TITLE, columns=1, body=body).encode()))
    assert article.published.date().isoformat() == "2016-05-07"
    assert article.notes == ()


def test_a_long_table_in_small_type_makes_no_headings_of_the_text(tmp_path):
    notes = "\n\n".join(f"Note {number} in small type: {LONG}" for number in range(14))
    body = "\n\n".join(lighthouse.PARAGRAPHS) + f"\n\n#text(7.5pt)[{notes}]"
    article = opened(tmp_path, typst.compile(LAYOUT.format(head=HEAD, title=lighthouse.TITLE, columns=1, body=body).encode()))
    assert [block for block in article.blocks if block.kind is BlockKind.HEADING] == []


def test_links_are_annotations_on_words(tmp_path):
    article = opened(tmp_path, printed())
    assert [(link.span.of(article.text), link.url) for link in article.links] == [
        ("Example Courier", "https://news.example.org/courier/report")
    ]


def locked() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user="lamp", owner="oil"))
    return target.getvalue()


def test_a_locked_pdf_asks_for_its_password(tmp_path):
    with pytest.raises(ArticleError, match="locked with a password"):
        opened(tmp_path, locked())
    with pytest.raises(ArticleError, match="does not open"):
        opened(tmp_path, locked(), password="wrong")
    assert lighthouse.PARAGRAPHS[0] in opened(tmp_path, locked(), password="lamp").text


def test_a_pdf_of_pictures_says_so(tmp_path):
    with pytest.raises(ArticleError, match="pictures of pages"):
        opened(tmp_path, typst.compile(b"#rect(width: 5cm, height: 5cm, fill: red)"))


def test_a_damaged_pdf_says_so(tmp_path):
    with pytest.raises(ArticleError, match="damaged"):
        opened(tmp_path, b"%PDF-1.7\n" + b"broken " * 400)
