"""Texts as databases, note programs and readers print them: labels and fields are the masthead's, not the article's."""

import plistlib

import pytest

from tests.articles import exported, lighthouse
from tests.articles.test_containers import EXPECTED, opened, words

BODY = "\n\n".join(lighthouse.PARAGRAPHS)
TEXT = "\n".join(lighthouse.PARAGRAPHS)
OLDER = f"""1 of 1 DOCUMENT

Example Courier

March 5, 2019 Tuesday

{lighthouse.TITLE}

BYLINE: Ada Quill

SECTION: NEWS; Pg. 3

LENGTH: 312 words

{BODY}

LOAD-DATE: March 6, 2026

LANGUAGE: ENGLISH

Copyright 2019 Example Courier
All Rights Reserved"""
NEWER = f"""{lighthouse.TITLE}

Example Courier

March 5, 2019 Tuesday

Copyright 2019 Example Courier All Rights Reserved

Section: NEWS; Pg. 3

Length: 312 words

Byline: Ada Quill

Body

{BODY}

Load-Date: March 6, 2026

End of Document"""


@pytest.mark.parametrize("printout", [OLDER, NEWER])
def test_a_databases_printout(tmp_path, printout):
    article = opened(tmp_path, "download.txt", printout)
    assert (article.title, article.byline, article.publisher) == (lighthouse.TITLE, "Ada Quill", "Example Courier")
    assert article.published is not None
    assert article.published.date().isoformat() == "2019-03-05"
    assert article.text == TEXT


@pytest.mark.parametrize(("line", "publisher"), [("Oldmere Gazette, 5 March 2019", "Oldmere Gazette"), ("Oldmere, 5 March 2019", None)])
def test_a_line_with_the_outlet_and_the_day(tmp_path, line, publisher):
    article = opened(tmp_path, "paste.txt", f"{lighthouse.TITLE}\nBy Ada Quill\n{line}\n\n{BODY}")
    assert (article.byline, article.publisher, article.text) == ("Ada Quill", publisher, TEXT)
    assert article.published is not None


@pytest.mark.parametrize(("name", "made"), [("note.md", exported.joplin), ("note.bin", exported.joplin), ("Lamp.md", exported.readwise)])
def test_fields_of_a_note_program_are_no_text(tmp_path, name, made):
    article = opened(tmp_path, name, made())
    assert words(article) == EXPECTED
    assert (article.title, article.byline, article.url, article.published) == (lighthouse.TITLE, "Ada Quill", lighthouse.URL, None)


def test_when_a_page_was_clipped_is_not_when_it_was_published(tmp_path):
    assert opened(tmp_path, "clip.md", f"---\ntitle: Lamp\ncreated: 2026-03-05\n---\n\n{BODY}").published is None


def test_plain_text_in_safaris_archive(tmp_path):
    main = {"WebResourceData": lighthouse.text().encode(), "WebResourceMIMEType": "text/plain", "WebResourceTextEncodingName": "UTF-8"}
    archive = {"WebMainResource": main | {"WebResourceURL": lighthouse.URL}}
    article = opened(tmp_path, "page.webarchive", plistlib.dumps(archive, fmt=plistlib.FMT_BINARY))
    assert (article.title, article.byline, article.url) == (lighthouse.TITLE, "Ada Quill", lighthouse.URL)
