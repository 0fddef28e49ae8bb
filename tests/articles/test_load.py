"""Files that cannot be opened: each gives a named error that says what to do."""

import gzip
import hashlib
import os

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import ArticleError, Container
from tests.articles import lighthouse


def refusal(path, **wishes) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        extract(load_page(path, **wishes))
    assert caught.value.reason
    assert caught.value.advice
    return caught.value


def test_missing_file(tmp_path):
    assert "does not exist" in refusal(tmp_path / "gone.html").reason


def test_folder(tmp_path):
    assert "is a folder" in refusal(tmp_path).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refusal(tmp_path / "pipe.txt").reason


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_empty_file(tmp_path, data):
    (tmp_path / "empty.txt").write_bytes(data)
    assert "is empty" in refusal(tmp_path / "empty.txt").reason


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\1\2\3\4" * 500])
def test_binary_file(tmp_path, data):
    (tmp_path / "program.txt").write_bytes(data)
    assert "binary data" in refusal(tmp_path / "program.txt").reason


def test_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    assert "too large" in refusal(path).reason
    (tmp_path / "small.html").write_text(lighthouse.page(), "utf8")
    assert "too large" in refusal(tmp_path / "small.html", limit=1000).reason


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path):
    path = tmp_path / "locked.txt"
    path.write_text("text", "utf8")
    path.chmod(0)
    assert "may not be read" in refusal(path).reason


def test_page_without_an_article(tmp_path):
    (tmp_path / "blank.html").write_text("<html><body><img src='x.png'></body></html>", "utf8")
    assert "No article" in refusal(tmp_path / "blank.html").reason


def test_gzip_is_opened_on_the_way_and_a_bomb_is_not(tmp_path):
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(lighthouse.page().encode()))
    assert load_page(tmp_path / "page.html.gz").container is Container.HTML
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(40_000_000)))
    assert "too large" in refusal(tmp_path / "bomb.gz", limit=10_000_000).reason


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b" + bytes(40), b"\x1f\x8b\x08\x00", gzip.compress(b"x" * 50)[:12]], ids=["junk", "head", "start"]
)
def test_a_damaged_gzip_file_is_named_as_such(data, tmp_path):
    (tmp_path / "page.html.gz").write_bytes(data)
    assert refusal(tmp_path / "page.html.gz").reason == "“page.html.gz” is a damaged gzip file."


def test_digest_is_of_the_file_s_bytes(tmp_path):
    data = b"A line of text that is long enough to be one.\n"
    (tmp_path / "a.txt").write_bytes(data)
    assert load_page(tmp_path / "a.txt").digest == hashlib.sha256(data).hexdigest()
