"""A PDF that SourceTint wrote opens as the article it was made from, not as the print around it."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.exports.paper import export_pdf
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.articles.pdf.document import document_of
from credibility.articles.pdf.pages import printed
from credibility.floor.progress import silent
from credibility.model import ATTACHED_ARTICLE, ATTACHED_MARK, Article, BlockKind, Reading
from tests.annotations.readings import STYLES
from tests.e2e.conftest import EXAMPLE
from tests.e2e.test_command_line import Run

KEPT = ("title", "byline", "published", "publisher", "language", "url", "fingerprint", "text", "blocks", "links", "emphases")
SENTENCE = "The harbour was closed for three days after the storm had taken the northern mole away."
RICH = f"""<html lang="en"><head><title>A harbour &amp; its mole</title><meta name="author" content="Ada Quill, Bo Tern">
<meta property="article:published_time" content="2024-03-05T23:30:00-05:00"><link rel="canonical" href="https://example.org/mole?a=1&amp;b=2">
</head><body><article><h1>A harbour &amp; its mole</h1><p>{SENTENCE} Water is H<sub>2</sub>O, <b>not <i>“ink”</i></b>, said
<a href="https://example.org/x?a=1&amp;b=%22">the <em>pilot</em></a>; 1 &lt; 2 &amp;amp; <code>a{{b}}</code>.</p>
<h2>Numbers</h2><p>{SENTENCE}</p><ul><li>One gull<ul><li>and its chick</li></ul></li><li><p>Two terns</p><p>that came later</p></li></ul>
<ol start="7"><li>Seventh</li><li>Eighth</li></ol><h3>Words</h3><blockquote><p>{SENTENCE}</p><blockquote><p>Quoted in it.</p></blockquote>
<ul><li>A quoted item of a list</li></ul></blockquote><table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td></td></tr>
<tr><td>Tuesday &amp; later</td><td>4</td></tr></table><hr><pre>first line

  third &lt;line&gt;</pre><figure><img src="gone.jpg" alt="The “mole”"><figcaption>The mole before</figcaption></figure><p>{SENTENCE}</p>
</article></body></html>"""


def opened(path: Path) -> Article:
    return extract(load_page(path))


def exported(article: Article, folder: Path) -> Path:
    return export_pdf(Reading(article, ()), folder / "out.pdf", STYLES, silent).path


def changed(path: Path, page: str | None, pages: int | None = None) -> Path:
    """The file with another attachment, or none, and only its first `pages` pages."""
    with pikepdf.open(path) as pdf:
        del pdf.attachments[ATTACHED_ARTICLE]
        if page is not None:
            pdf.attachments[ATTACHED_ARTICLE] = pikepdf.AttachedFileSpec(pdf, page.encode("utf-8", "surrogateescape"))
        if pages:
            del pdf.pages[pages:]
        out = io.BytesIO()
        pdf.save(out)
    path.write_bytes(out.getvalue())
    return path


def attached(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return pdf.attachments[ATTACHED_ARTICLE].get_file().read_bytes().decode()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(opened(EXAMPLE), tmp_path_factory.mktemp("sample")).read_bytes()


@pytest.fixture
def out(sample: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "out.pdf"
    path.write_bytes(sample)
    return path


def test_the_sample_comes_back_with_its_claims(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert run("export", EXAMPLE, "-o", target)[0] == 0
    read: list[dict[str, Any]] = []
    for path in (EXAMPLE, target):
        read += [json.loads(run("extract", path, "--json")[1]), json.loads(run("claims", path, "--json")[1])]
    article, claims, article_again, claims_again = read
    assert {name: article_again[name] for name in KEPT} == {name: article[name] for name in KEPT}
    assert claims_again["claims"] == claims["claims"]
    assert claims_again["excerpts"] == claims["excerpts"]


def test_every_kind_of_block_comes_back(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(RICH, "utf-8")
    article = opened(page)
    again = opened(exported(article, tmp_path))
    assert again.blocks == article.blocks
    assert again == article
    assert len({block.kind for block in article.blocks}) == 9


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM])
def test_a_line_that_leads_to_another_article_stays_one(tmp_path: Path, kind: BlockKind) -> None:
    article = opened(EXAMPLE)
    number = next(number for number, block in enumerate(article.blocks) if block.kind is kind)
    blocks = tuple(replace(block, pointer=place == number) for place, block in enumerate(article.blocks))
    assert opened(exported(replace(article, blocks=blocks), tmp_path)).blocks == blocks


@pytest.mark.parametrize("words", ["مرحبا بالعالم من الميناء", "שלום עולם מן הנמל", "你好世界你好世界你好世界", "İstanbul’da ﬁne ofﬁce 🙂"])
def test_every_script_comes_back(tmp_path: Path, words: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{words}\n\n{words} {SENTENCE} {words}.\n\n{words}: {words}, {words}.\n", "utf-8")
    article = opened(page)
    assert opened(exported(article, tmp_path)).text == article.text


def test_its_letters_are_found_on_its_pages(out: Path) -> None:
    document = document_of(out.read_bytes())
    text = opened(out).text
    found = {offset for line in printed(document, text).lines for offset in line.offsets}
    letters = [offset for offset, letter in enumerate(text) if not letter.isspace()]
    assert found.issuperset(letters)


def test_the_attachment_holds_nothing_that_is_not_printed(out: Path) -> None:
    assert opened(EXAMPLE).comments
    assert "nobody reads the comments" not in attached(out)


def test_other_programs_find_date_publisher_and_address_in_the_metadata(out: Path) -> None:
    with pikepdf.open(out) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:date"] == ["2026-04-01T08:00:00+00:00"]
        assert set(metadata["dc:publisher"]) == {"The SourceTint Reader"}
        assert metadata["dc:source"] == "https://example.org/reader/bat-men-of-the-moon"
        assert "pdfuaid:part" not in metadata  # nothing has validated the file, so it does not claim to be PDF/UA
        assert metadata["xmp:CreatorTool"] == str(pdf.docinfo["/Creator"])
        assert str(pdf.docinfo["/Creator"]).startswith("SourceTint ")


def test_control_characters_in_what_is_said_of_the_article_fail_nothing(tmp_path: Path) -> None:
    article = replace(opened(EXAMPLE), publisher="A \x01B\x00", title="T\x02", byline="C\x0b")
    assert opened(exported(article, tmp_path)).text == article.text


@pytest.mark.parametrize(
    "page", [None, "", "no page at all", "\udcff\udcfe", ATTACHED_MARK.replace("1", "2") + "<p>later</p>", ATTACHED_MARK]
)
def test_without_a_sound_attachment_the_pages_are_read(out: Path, page: str | None) -> None:
    assert "inhabited, and a penny paper knew by whom." in opened(changed(out, page)).text


def test_an_attachment_that_says_what_the_pages_do_not_is_passed_over(out: Path) -> None:
    other = attached(out).replace("the", "no").replace("of", "for").replace("in", "un")
    assert "In the last week of August" in opened(changed(out, other)).text


def test_pages_taken_out_are_taken_out_of_the_article(out: Path) -> None:
    assert "What the colours say" not in opened(changed(out, attached(out), pages=1)).text


def test_scripts_and_addresses_in_an_attachment_do_nothing(out: Path) -> None:
    hostile = attached(out).replace("<p>", '<p><script>alert(1)</script><a href="file:///etc/passwd">of</a> ', 1)
    hostile = hostile.replace('href="https://example.org/reader', 'href="file:///reader')
    article = opened(changed(out, hostile))
    assert article.url is None
    assert "alert" not in article.text
    assert all(link.url.startswith("http") for link in article.links)
