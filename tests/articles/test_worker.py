"""Reading behind a wall: what goes wrong there is a named error here, and the next file is read as if nothing had been."""

import pytest

from credibility.articles.worker import ArticleWorker, read_safely
from credibility.model import ArticleError
from tests.articles import lighthouse


@pytest.fixture(scope="module")
def worker():
    with ArticleWorker(seconds=20) as running:
        yield running


def saved(folder, name: str, data: bytes | str):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_article_comes_back_whole(tmp_path, worker):
    path = saved(tmp_path, "page.mhtml", lighthouse.mhtml())
    article = read_safely(path, worker=worker)
    assert article.title == lighthouse.TITLE
    assert article.images[0].data == lighthouse.png()
    assert article.published is not None


def test_refusal_keeps_its_words(tmp_path, worker):
    path = saved(tmp_path, "damaged.pdf", b"%PDF-1.7\n" + b"broken " * 400)
    with pytest.raises(ArticleError, match="damaged"):
        read_safely(path, worker=worker)


def test_endless_reading_is_stopped_and_the_next_file_is_read(tmp_path):
    many = "<html><body>" + "<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>" * 30_000
    with ArticleWorker(seconds=0.5) as impatient:
        with pytest.raises(ArticleError, match="longer than"):
            read_safely(saved(tmp_path, "endless.html", many), worker=impatient)
        impatient.seconds = 20
        assert read_safely(saved(tmp_path, "page.html", lighthouse.page()), worker=impatient).title == lighthouse.TITLE


def test_process_that_dies_is_an_error_here(tmp_path, worker):
    worker.start()
    pid = worker.pid
    with ArticleWorker(seconds=20, memory=1) as starved, pytest.raises(ArticleError):
        read_safely(saved(tmp_path, "page.html", lighthouse.page()), worker=starved)
    assert worker.pid == pid


def test_plain_text_needs_no_process(tmp_path):
    with ArticleWorker() as idle:
        assert read_safely(saved(tmp_path, "note.txt", lighthouse.text()), worker=idle).title == lighthouse.TITLE
        assert idle.pid is None


def test_date_of_any_notation_crosses_over(tmp_path, worker):
    page = lighthouse.page().replace("2019-03-05T18:30:00+01:00", "Tue, 5 Mar 2019 18:30:00 PST")
    article = read_safely(saved(tmp_path, "page.html", page), worker=worker)
    assert article.published is not None
    assert article.published.isoformat() == "2019-03-05T18:30:00-08:00"
