"""Characters: which are folded, which are kept, and how bytes are decoded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credibility.articles.draft import ArticleDraft, DraftBlock, Inline, Masthead, seal
from credibility.articles.text.charset import decode
from credibility.articles.text.folding import fold
from credibility.articles.text.mojibake import is_garbled, repaired
from credibility.model import ArticleError, BlockKind

SENTENCE = "Der Kapitän sagte: „Wir fahren über Nacht“, größer als geplant, für fünf Gäste."


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Presi\u00addent", "President"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("non\u00a0breaking\u2009and thin", "non breaking and thin"),
        ("two  spaces\tand\nlines", "two spaces and lines"),
        ("\u202eleft\u202c \u2066alone\u2069", "left alone"),
        ("“curly” ‘quotes’ — kept", "“curly” ‘quotes’ — kept"),
        ("Erdo?an and ?—?", "Erdo?an and ?—?"),
        ("lost \ufffd letter", "lost \ufffd letter"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("image \ufffc sign", "image sign"),
    ],
)
def test_folding(written, kept):
    assert fold(written) == kept


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.lists(st.text(), max_size=4), max_size=6))
def test_blocks_joined_are_the_text(blocks):
    draft = ArticleDraft(Masthead("t"), tuple(DraftBlock(BlockKind.PARAGRAPH, tuple(map(Inline, runs))) for runs in blocks))
    article = seal(draft)
    assert "\n".join(block.span.of(article.text) for block in article.blocks) == article.text
    assert all("\n" not in block.span.of(article.text) for block in article.blocks)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_sentence_in_any_usual_encoding_is_read(charset):
    assert decode((SENTENCE * 20).encode(charset)).text == SENTENCE * 20


def test_declared_encoding_is_believed_unless_the_bytes_are_utf_8():
    assert decode("Ўсё будзе добра".encode("cp1251"), "windows-1251").text == "Ўсё будзе добра"
    assert decode(SENTENCE.encode(), "iso-8859-1").text == SENTENCE


def test_page_names_its_own_encoding():
    page = f"<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-9'><p>{'Erdoğan ve Şırnak'}</p>"
    assert "Erdoğan ve Şırnak" in decode(page.encode("iso-8859-9"), prescan=True).text


def test_one_broken_letter_does_not_change_the_encoding():
    broken = SENTENCE.encode() * 20
    text = decode(broken[:400] + b"\xff" + broken[400:]).text
    assert text.count("\ufffd") == 1
    assert "Kapitän" in text


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ArticleError, match="encoding"):
        decode(bytes(range(128, 256)) * 3 + b"\x81\x8d\x8f\x90\x9d" * 400, "utf-8")


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("donâ€™t", "don’t"),
        ("â€œStopâ€\u009d, he said", "“Stop”, he said"),
        ("cafÃ© dÃ©jÃ\u00a0 vu", "café déjà vu"),
        ("FranÃ§ois â€“ SÃ£o Paulo", "François – São Paulo"),
    ],
)
def test_garbled_letters_are_put_right(garbled, right):
    assert is_garbled(garbled)
    assert repaired(garbled).replace("\u00a0", " ").replace("  ", " ") == right.replace("  ", " ")


@pytest.mark.parametrize("text", ["BRASÓ” na Ã área", "Erdo?an", "São Paulo", "“Ça va”, dit-il.", "Â", "ÃO", "naïve café"])
def test_text_that_only_looks_garbled_is_left_alone(text):
    assert not is_garbled(text)
