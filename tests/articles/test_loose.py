"""A ZIP of text, Markdown or MHTML files gives what each file gives by itself."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError
from tests.articles.bridge import PROSE, prose

TEXT = "\n\n".join(("The Bridge Opens", *PROSE)).encode()
MARKDOWN = "\n\n".join(("# The Bridge Opens", *PROSE)).encode()
MHTML = (
    "From: <Saved by a browser>\nSnapshot-Content-Location: https://news.example.org/bridge\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="-b-"\n\n---b-\nContent-Type: text/html; charset=utf-8\n'
    "Content-Location: https://news.example.org/bridge\n\n"
    f"<html><title>The Bridge Opens</title><h1>The Bridge Opens</h1>{prose()}</html>\n---b---\n"
).encode()
FILES = {"bridge.txt": TEXT, "bridge.md": MARKDOWN, "bridge.mhtml": MHTML}


def packed(folder: Path, files: dict[str, bytes], part: int | None = None) -> Article:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path = folder / "articles.zip"
    path.write_bytes(buffer.getvalue())
    return extract(load_page(path, part=part))


@pytest.mark.parametrize("name", FILES)
def test_a_packed_file_gives_the_same_article(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    alone, inside = extract(load_page(tmp_path / name)), packed(tmp_path, {f"folder/{name}": FILES[name], "__MACOSX/._a.txt": b"x"})
    assert (inside.title, inside.text, inside.url) == (alone.title, alone.text, alone.url)
    assert alone.text == "\n".join(PROSE)


def test_several_packed_files_are_parts_and_the_largest_is_opened(tmp_path):
    files = {"a.txt": b"Read me first, please.", **FILES}
    article = packed(tmp_path, files)
    assert [part.title for part in article.parts] == ["a", "bridge", "bridge", "bridge"]
    assert article.url == "https://news.example.org/bridge"
    assert packed(tmp_path, files, part=0).text == "Read me first, please."


def test_a_packed_page_goes_before_the_text_beside_it(tmp_path):
    page = f"<html><title>Ferry</title><h1>Ferry</h1>{prose()}</html>".encode()
    assert packed(tmp_path, {"notes.txt": TEXT * 3, "page.html": page}).title == "Ferry"


@pytest.mark.parametrize("files", [{"a.txt": b"{\\rtf1 x}"}, {"a.md": b"%PDF-1.7"}, {"a.csv": b"a,b"}, {"a.txt": b""}])
def test_what_is_no_text_is_refused(tmp_path, files):
    with pytest.raises(ArticleError):
        packed(tmp_path, files)
