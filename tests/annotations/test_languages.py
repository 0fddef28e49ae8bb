"""What an export adds to an article is in the reader's language, and says in which; the article and files for programs stay as they are."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.exports.paper import export_pdf
from app.files.paths import read_styles
from credibility.annotations.annotate import STATEMENT, annotate
from credibility.annotations.exports import bibtex, csl, csv_table, document, jsonld, markdown, record, ris, webpage, workbook
from credibility.annotations.record import text_digest
from credibility.annotations.worksheets.pages import FilledSheet, write_docx, write_markdown
from credibility.floor.language import said, speak, tr
from credibility.floor.progress import silent
from credibility.model import (
    Comment,
    ExportEvidence,
    Polarity,
    PositionSelector,
    QuoteSelector,
    Rater,
    Rating,
    Reading,
    Role,
    Source,
    SourceKind,
    Span,
    Tier,
    Why,
    WhyStep,
)
from credibility.model.notes import Answers, Note, NoteColour, NoteDraft, PlacedNote
from tests.annotations.readings import COURIER, RATING, reading
from tests.another_language import not_said, speak_another

STYLES = read_styles()
TEXT = "Ann Builder told the Courier [held|the bridge is safe], she denied [denied|any delay], and [anonymous|it shakes].\n"
DATA = (
    *("the bridge is safe", "any delay", "it shakes", "Ann Builder told the Courier", "she denied", "and", "told"),
    *("A bridge is opened", "Ann Writer", "Ann Builder", "The Courier", "Another list", "corrects errors late"),
    *("A note of mine", "note-1", "note-2", "SourceTint", "bridge.txt", "tagger 1", "Rules", "UTC"),
    *("told the Courier", "the Courier", *(f"{style.glyph}{number}" for style in STYLES.values() for number in ("", 1, 2, 3))),
)
"""What is of the article, its reader and the table."""

EVIDENCE = ExportEvidence("bridge.txt", "0" * 64, "SourceTint 1", "tagger 1", "Rules", ("My own rating",), datetime(2026, 3, 5, tzinfo=UTC))


@pytest.fixture
def in_brackets() -> Iterator[None]:
    speak_another()
    yield
    speak()


def made() -> Reading:
    """A reading that has something of everything that an export adds words to."""
    plain = reading(TEXT, {"denied": Role.PERSON, "anonymous": Role.ANONYMOUS})
    held, denied, anonymous = plain.claims
    why = (Why(WhyStep.WORDS, said("“{cue}” marks these words as something that was said or reported.", cue="told")),)
    other = Rating(COURIER.slug, Rater("list", "Another list", 1), Tier.HIGH, 90.0)
    unnamed = replace(anonymous.claim, source=Source(SourceKind.ANONYMOUS, ""))
    claims = (
        replace(held, why=why, others=(other,), disagreement=True, rated_after=True),
        replace(denied, why=why, claim=replace(denied.claim, polarity=Polarity.RETRACTED)),
        replace(anonymous, why=why, claim=unnamed),
    )
    article = replace(plain.article, notes=(said("Some characters were saved in the wrong encoding and have been corrected."),))
    article = replace(article, published=datetime(2026, 3, 5, tzinfo=UTC), comments=(Comment("Ann Reader", "Is it?"),))
    notes = tuple(PlacedNote(_note(number, span), span) for number, span in ((1, Span(0, 11)), (2, None)))
    whole = Reading(article, claims, publisher=COURIER, publisher_rating=RATING, own_notes=notes, read_at=datetime(2026, 3, 5, tzinfo=UTC))
    return replace(whole, annotations=annotate(article, claims, STYLES))


def _note(number: int, span: Span | None) -> Note:
    return Note(number, NoteDraft("A note of mine", NoteColour.TEAL), QuoteSelector("Ann Builder", "", " told"), PositionSelector(0, 11))


def sheets(whole: Reading) -> list[FilledSheet]:
    return [FilledSheet(number, rated, Answers()) for number, rated in enumerate(whole.claims, 1)]


def words_of_page(data: bytes) -> str:
    """What is read or heard of a web page."""
    page = re.sub(r"<style>.*?</style>|<pre.*?</pre>", "", data.decode(), flags=re.DOTALL)
    heard = re.findall(r'(?:aria-label|title)="([^"]*)"', page)
    return "\n".join((re.sub(r"<[^>]*>", "\n", page), *heard))


def words_of_office(data: bytes, *parts: str) -> str:
    """The text in parts of a file of Word or Excel."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        texts = (re.findall(r"<(?:w:)?t(?: [^>]*)?>([^<]*)<", packed.read(part).decode()) for part in parts)
        return "\n".join(words for found in texts for words in found)


def words_of_pdf(path: Path) -> str:
    """The words on the pages, and what the highlights say."""
    drawn = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in drawn]
    with pikepdf.open(path) as file:
        marks = [mark for page in file.pages for mark in page.obj.get("/Annots", []) if "/Contents" in mark and "/Subj" in mark]
        said_by_marks = [str(mark[key]) for mark in marks for key in ("/T", "/Subj", "/Contents")]
        attached = [each.description for each in file.attachments.values()]
    return "\n".join((*pages, *said_by_marks, *attached))


def test_every_word_that_a_page_or_document_adds_is_in_the_readers_language(in_brackets: None) -> None:
    whole = made()
    written = {
        "web page": words_of_page(webpage.write(whole, STYLES)),
        "Markdown": markdown.write(whole, STYLES).decode().split("\n---\n", 1)[1],
        "Word": words_of_office(document.write(whole, STYLES), "word/document.xml", "word/comments.xml"),
        "worksheet": write_markdown(whole, sheets(whole)).decode(),
        "worksheet in Word": words_of_office(write_docx(whole, sheets(whole)), "word/document.xml"),
    }
    assert {kind: not_said(words, *DATA) for kind, words in written.items()} == dict.fromkeys(written, "")
    assert tr("Claims and their sources") in written["Word"]


def test_every_word_that_the_paper_adds_is_in_the_readers_language(in_brackets: None, tmp_path: Path) -> None:
    path = export_pdf(made(), tmp_path / "out.pdf", STYLES, silent, evidence=EVIDENCE).path
    assert not_said(words_of_pdf(path), *DATA, text_digest(made().article.text)) == ""


def test_the_sheet_about_the_article_is_in_the_readers_language_and_the_table_is_not(in_brackets: None) -> None:
    words = words_of_office(workbook.write(made(), STYLES), "xl/sharedStrings.xml")
    assert {tr("Published"), tr("Address"), tr("Claims")} - set(words.split("\n")) == {tr("Address")}
    assert {"drawn_as", "Retracted", "not-asserted"} & set(words.split("\n")) == {"drawn_as"}


@pytest.mark.parametrize("form", [bibtex, csl, csv_table, jsonld, record, ris], ids=lambda form: form.__name__.rpartition(".")[2])
def test_files_for_other_programs_stay_english(form: Any) -> None:
    whole = made()
    english = form.write(whole, STYLES)
    speak_another()
    try:
        assert form.write(whole, STYLES) == english
    finally:
        speak()
    assert "⟦" not in english.decode()


def test_the_reading_inside_a_pdf_stays_english(in_brackets: None, tmp_path: Path) -> None:
    with pikepdf.open(export_pdf(made(), tmp_path / "out.pdf", STYLES, silent, evidence=EVIDENCE).path) as file:
        inside = [each.get_file().read_bytes().decode() for each in file.attachments.values()]
        metadata = str(file.Root.Metadata.read_bytes().decode())
    assert len(inside) == 3
    assert [words.count("⟦") for words in (*inside, metadata)] == [0, 0, 0, 0]
    assert "Sha256OfTheText" in metadata


def test_what_is_added_says_in_which_language_and_the_article_keeps_its_own(in_brackets: None, tmp_path: Path) -> None:
    page = webpage.write(made(), STYLES).decode()
    assert re.findall(r'<html lang="en">|lang="en"', page) == ['<html lang="en">']
    assert len(re.findall(r'<(?:a|p|ul|section) [^>]*lang="xx"', page)) == 9
    with zipfile.ZipFile(io.BytesIO(document.write(made(), STYLES))) as packed:
        body = packed.read("word/document.xml").decode()
    assert f'<w:lang w:val="xx"/></w:rPr><w:t>{tr("Claims and their sources")}' in body
    assert not re.search(r"<w:lang [^>]*/></w:rPr><w:t[^>]*>(?:Ann Builder|the bridge is safe)", body)
    with pikepdf.open(export_pdf(made(), tmp_path / "out.pdf", STYLES, silent).path) as file:
        assert str(file.Root.Lang) == "en"
        languages = {str(each.Lang) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each}
    assert "xx" in languages


def test_the_shipped_typefaces_draw_turkish(tmp_path: Path) -> None:
    letters = "ğĞşŞıİçÇöÖüÜâî"

    class Turkish(NullTranslations):
        def gettext(self, message: str) -> str:
            return letters if message == STATEMENT else message

    speak("tr", Turkish())
    try:
        exported = export_pdf(made(), tmp_path / "out.pdf", STYLES, silent)
    finally:
        speak()
    assert exported.notes == ()
    assert letters in words_of_pdf(exported.path)
