"""Every export format, read back with another library than the one that wrote it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import lxml.etree
import lxml.html
import openpyxl
import pytest
import rispy
import yaml
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from python_calamine import CalamineWorkbook

from credibility.annotations.exports.csv_table import read_table
from credibility.annotations.exports.flow import Flow
from credibility.annotations.exports.markdown import escaped
from credibility.annotations.exports.registry import FORMATS, PDF, format_of, named, writer
from credibility.annotations.exports.rows import COLUMNS
from credibility.annotations.exports.works import authors
from credibility.annotations.report import reading_json
from credibility.floor.characters import harmless, restored
from credibility.model import ExportError, Reading, Span
from tests.annotations.exported import linked, rich
from tests.annotations.readings import STYLES, reading

RICH = rich()
BUT_PDF = [form for form in FORMATS if form != PDF]


def written(suffix: str, made: Reading = RICH) -> bytes:
    return writer(named(suffix))(made, STYLES)


def words_of(made: Reading) -> list[str]:
    return [" … ".join(" ".join(span.of(made.article.text).split()) for span in rated.claim.content) for rated in made.claims]


# The registry


@pytest.mark.parametrize("form", BUT_PDF, ids=lambda form: form.suffix)
def test_every_format_writes_an_article_without_claims(form: object) -> None:
    assert writer(form)(reading("Nothing is claimed here."), STYLES)


@pytest.mark.parametrize("form", BUT_PDF, ids=lambda form: form.suffix)
def test_the_same_reading_gives_the_same_tables_and_texts(form: object) -> None:
    if form.suffix in ("docx", "xlsx"):
        pytest.skip("their archives hold the time of writing")
    assert writer(form)(RICH, STYLES) == writer(form)(RICH, STYLES)


def test_a_name_says_its_format_by_its_longest_ending() -> None:
    assert format_of(Path("a.CSL.json")).suffix == "csl.json"
    assert format_of(Path("a.csl.jsonld")).suffix == "jsonld"
    with pytest.raises(ExportError, match="ends in one of"):
        format_of(Path("article.odt"))


# Tables


def test_csv_has_a_row_per_claim_and_gives_back_what_it_made_harmless() -> None:
    data = written("csv")
    plain = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(plain[0]) == COLUMNS
    assert [row["claim"] for row in plain[:2]] == words_of(RICH)[:2]
    assert not [cell for row in plain for cell in row.values() if cell and cell[0] in "=+-@\t\r"]
    back = read_table(data)
    assert [row["claim"] for row in back] == words_of(RICH)
    assert {row["source"] for row in back} == {"=cmd|' /C calc'!A0"}
    assert {row["article"] for row in back} == {RICH.article.title}


@given(st.text(max_size=12) | st.text("'=+-@ \t\r＝\u00a0x", max_size=6))
def test_a_cell_made_harmless_is_given_back_exactly(text: str) -> None:
    cell = harmless(text)
    assert isinstance(cell, str)
    assert restored(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_workbook_holds_text_and_numbers_and_no_formula() -> None:
    data = written("xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Claims").to_python()
    assert tuple(rows[0]) == COLUMNS
    assert [row[COLUMNS.index("claim")] for row in rows[1:]] == words_of(RICH)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=cmd|' /C calc'!A0" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if b"<f>" in packed.read(name)]


# Markdown


def test_markdown_shows_the_article_word_by_word_with_a_footnote_per_claim() -> None:
    text = written("md").decode()
    _, front, body = text.split("---\n", 2)
    facts = yaml.safe_load(front)
    assert (facts["title"], facts["claims"], facts["outlets"]) == (RICH.article.title, 6, ["The Courier"])
    for number in range(1, 7):
        assert body.count(f"[^{number}]") == 2  # where its words end, and the footnote
    marked = [part for part in body.split("==")[1::2] if part]
    assert "quotation of old" in marked
    html = MarkdownIt("commonmark").enable("table").render(body)
    shown = lxml.html.fromstring(html)
    assert not shown.xpath("//script")
    assert len(shown.xpath("//h1|//h2")) == 2
    heading = shown.xpath("//h2")[0].text_content()
    assert heading == RICH.article.blocks[0].span.of(RICH.article.text)
    assert [cell.text_content() for cell in shown.xpath("//table//th")] == ["year", "cost"]
    assert "-5 | 6" in shown.xpath("//table//td[2]")[0].text_content()
    assert "1. not a numbered list" in shown.text_content()
    assert "- not a list" in shown.text_content()
    assert shown.xpath("//code")[0].text_content() == "x = 1\n```\ny\n"


@given(st.text("ab *_`[]<>|~^$={}\\#+-.!&;:/()'\"1\u2028é", min_size=1, max_size=30))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"x {escaped(text)} x")
    shown = lxml.html.fromstring(f"<div>{html}</div>").text_content()
    assert " ".join(shown.split()) == " ".join(f"x {text} x".split())


# Web page


def page() -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(written("html").decode())


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    shown = page()
    assert not shown.xpath("//script|//link|//iframe|//object|//form|//*[starts-with(name(@*), 'on')]")
    policy = shown.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert all(source.startswith("data:image/png;base64,") for source in shown.xpath("//@src"))
    assert "url(" not in shown.xpath("//style")[0].text
    assert "@import" not in shown.xpath("//style")[0].text


def test_every_claim_is_reached_by_the_keyboard_and_leads_back() -> None:
    shown = page()
    references = shown.xpath("//main//a[@class='ref']")
    assert [link.get("id") for link in references] == [f"claim-{number}" for number in (2, 1, 6, 5, 3, 4)]
    for link in references:
        (target,) = shown.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert f"#{link.get('id')}" in target.xpath(".//a/@href")
        assert link.get("aria-label").startswith("Claim ")
    ids = shown.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_tiers_are_told_without_colour_and_the_page_says_what_colour_means() -> None:
    shown = page()
    labels = {link.get("aria-label").split(": ", 1)[1].split(",")[0] for link in shown.xpath("//a[@class='ref']")}
    assert {"Mixed", "Low", "High", "Person"} <= labels
    assert "It says nothing about whether this claim is true" in shown.xpath("//p[@class='statement']")[0].text_content()
    for role in ("mixed", "low"):
        rule = next(line for line in shown.xpath("//style")[0].text.splitlines() if line.startswith(f"mark.{role} "))
        assert "underline" in rule or "border-bottom" in rule


def test_the_page_shows_every_word_and_marks_exactly_the_claims() -> None:
    shown = page()
    main = shown.xpath("//main")[0]
    for link in main.xpath(".//a[@class='ref']"):
        link.drop_tree()
    assert "".join(RICH.article.blocks[1].span.of(RICH.article.text).split()) in "".join(main.text_content().split())
    marked = "".join(mark.text_content() for mark in main.xpath(".//mark[not(ancestor::mark)]"))
    spans = sorted({place for rated in RICH.claims for span in rated.claim.content for place in range(span.start, span.end)})
    assert "".join(marked.split()) == "".join("".join(RICH.article.text[place] for place in spans).split())
    assert main.xpath(".//ul/li/ul/li") and main.xpath(".//table//th") and main.xpath(".//blockquote")
    assert main.xpath(".//img/@alt") == ["a <dot>"]


def test_the_page_is_well_formed_as_xml_would_have_it() -> None:
    body = written("html").decode().partition("<main>")[2].partition("</main>")[0]
    voids = body.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace('"></figure>', '"/></figure>')
    lxml.etree.fromstring(f"<main>{voids}</main>")


# Word


def test_the_word_document_holds_every_word_and_a_comment_per_claim() -> None:
    document = Document(io.BytesIO(written("docx")))
    text = "".join("".join(paragraph.text.split()) for paragraph in document.paragraphs)
    assert "".join(RICH.article.blocks[0].span.of(RICH.article.text).split()) in text
    comments = list(document.comments)
    assert len(comments) == len(RICH.claims)
    assert all("nothing about whether this claim is true" in comment.text for comment in comments)
    assert document.tables[0].cell(1, 1).text.startswith("-5 | 6")
    body = document.element.body
    space = {"w": body.nsmap["w"]}
    shaded = body.xpath(".//w:r[w:rPr/w:shd]")
    assert {run.find("w:rPr/w:u", space).get(f"{{{space['w']}}}val") for run in shaded if run.find("w:rPr/w:u", space) is not None} >= {
        "dash"
    }
    assert body.xpath(".//w:p[w:pPr/w:bidi]")
    assert {rel.target_ref for rel in document.part.rels.values() if rel.is_external} == {"https://courier.example/new{1}?x=1&y=2"}


# Works cited


def test_works_are_the_article_and_what_its_claims_link_to() -> None:
    article, cited = json.loads(written("csl.json", linked()))
    assert (article["title"], article["author"]) == ("A bridge is opened", [{"literal": "Ann Writer"}])
    assert cited["URL"] == "https://courier.example/safe"
    assert (cited["title"], cited["container-title"]) == ("[Page linked as “bridge is safe”]", "The Courier")
    assert cited["note"] == "Cited for claim 1"


@pytest.mark.parametrize("made", [RICH, linked()], ids=["rich", "linked"])
def test_the_three_forms_say_the_same(made: Reading) -> None:
    items = json.loads(written("csl.json", made))
    entries = parse_string(written("bib", made).decode(), "bibtex").entries
    records = rispy.loads(written("ris", made).decode())
    assert list(entries) == [item["id"] for item in items] == [record["id"] for record in records]
    assert [record.get("urls", [record.get("url")])[0] for record in records] == [item.get("URL") for item in items]
    assert [entry.fields.get("url", "").replace("%7B", "{").replace("%7D", "}") for entry in entries.values()] == [
        item.get("URL", "") for item in items
    ]
    assert [len(entry.persons.get("author", ())) for entry in entries.values()] == [len(item.get("author", ())) for item in items]
    assert [record.get("authors", []) for record in records] == [[name["literal"] for name in item.get("author", ())] for item in items]


def test_a_byline_is_split_only_into_names() -> None:
    assert authors("By Ann Writer, Bo Quill and Cy O’Dell") == ["Ann Writer", "Bo Quill", "Cy O’Dell"]
    assert authors("Health and Science Desk staff") == ["Health and Science Desk staff"]
    assert authors("Reuters") == ["Reuters"]
    assert authors(None) == []


# Records


def test_json_is_what_the_command_line_prints() -> None:
    assert json.loads(written("json")) == json.loads(json.dumps(reading_json(RICH)))


def test_half_a_surrogate_pair_does_not_stop_an_export() -> None:
    broken = reading("He said [a|it is \ud800 safe\x00].")
    for form in BUT_PDF:
        assert writer(form)(broken, STYLES)


def test_pieces_are_the_text_without_gaps() -> None:
    flow = Flow(RICH)
    for block in RICH.article.blocks:
        assert "".join(piece.words for piece in flow.pieces(block.span)) == block.span.of(RICH.article.text)
    whole = [piece for block in RICH.article.blocks for piece in flow.pieces(Span(block.span.start, block.span.end))]
    assert sorted(number for piece in whole for number in piece.ends) == [1, 2, 3, 4, 5, 6]
