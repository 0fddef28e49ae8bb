"""Documents of word processors: what stands above the text, what stays out, and documents built to do harm."""

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, BlockKind
from tests.articles import lighthouse, office
from tests.articles.test_containers import opened


def kinds(article, kind):
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


@pytest.mark.parametrize("made", [office.docx, office.odt, office.fodt])
def test_headings_quotations_and_lists_keep_what_they_are(tmp_path, made):
    article = opened(tmp_path, "letter", made())
    assert kinds(article, BlockKind.HEADING) == ["What the fishermen say"]
    assert kinds(article, BlockKind.QUOTATION) == [lighthouse.QUOTATION]
    assert len(kinds(article, BlockKind.LIST_ITEM)) == 2


@pytest.mark.parametrize("made", [office.docx, office.odt, office.rtf])
def test_the_date_line_is_the_articles_and_what_was_struck_out_is_gone(tmp_path, made):
    article = opened(tmp_path, "letter", made())
    assert article.published is not None
    assert article.published.date().isoformat() == "2019-03-05"
    assert "struck out" not in article.text


def test_a_document_may_have_neither_headline_nor_byline(tmp_path):
    line = f"<w:p><w:r><w:t>{lighthouse.PARAGRAPHS[0]}</w:t></w:r></w:p>"
    article = opened(tmp_path, "letter.docx", office.docx(word__document_dot_xml=office.document_xml(line * 2)))
    assert (article.title, article.byline, article.text.count("\n")) == ("", None, 1)


def test_letters_of_other_code_pages_in_rtf(tmp_path):
    data = b"{\\rtf1\\ansi\\ansicpg1251\\deff0 \\'cb\\'e0\\'ec\\'ef\\'e0 \\'e3\\'ee\\'f0\\'e8\\'f2.\\par \\u8222?Ja\\u8220?, sagt Reuters.}"
    assert opened(tmp_path, "note.rtf", data).text == "Лампа горит.\n„Ja“, sagt Reuters."


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.docx", office.docx(word__document_dot_xml='<!DOCTYPE x [<!ENTITY a "ha">]>' + office.document_xml("")), "entities"),
        ("a.docx", office.docx(word__document_dot_xml=office.document_xml("<w:p>" + " " * 31_000_000 + "</w:p>")), "far more"),
        ("a.docx", office.docx(word__document_dot_xml="<w:document"), "damaged"),
        ("a.odt", office.odt("<office:document-content"), "damaged"),
        ("a.rtf", b"{\\rtf1" + b"{" * 50_000, "No article"),
    ],
)
def test_a_document_built_to_do_harm_is_refused(tmp_path, name, data, word):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ArticleError, match=word):
        extract(load_page(tmp_path / name))


def test_a_document_cannot_bring_in_a_file_from_outside(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf8")
    content = f'<!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>' + office.fodt().decode().partition("?>")[2].replace("Tuesday", "&f;")
    assert "the secret" not in opened(tmp_path, "a.odt", office.odt(content)).text
