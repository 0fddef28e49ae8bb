"""The reading process: a failure in it becomes a named error here, and the next file is read as usual."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from credibility.articles.pictures.images import size_of
from credibility.model import ArticleError, Block, BlockKind, Span
from credibility.sandbox.worker import ArticleWorker
from tests import patience
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
    article = worker.article(path)
    assert article.title == lighthouse.TITLE
    assert size_of(article.images[0].data) == size_of(lighthouse.png())
    assert article.published is not None


def test_refusal_keeps_its_words(tmp_path, worker):
    path = saved(tmp_path, "damaged.pdf", b"%PDF-1.7\n" + b"broken " * 400)
    with pytest.raises(ArticleError, match="damaged"):
        worker.article(path)


def test_endless_reading_is_stopped_and_the_next_file_is_read(tmp_path):
    many = "<html><body>" + "<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>" * 30_000
    with ArticleWorker(seconds=0.5) as impatient:
        with pytest.raises(ArticleError, match="longer than"):
            impatient.article(saved(tmp_path, "endless.html", many))
        impatient.seconds = 20
        assert impatient.article(saved(tmp_path, "page.html", lighthouse.page())).title == lighthouse.TITLE


def test_a_long_file_may_take_longer_to_search(tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr(ArticleWorker, "_answer", lambda self, _kind, _name, _question, more=0.0: given.append(self.seconds + more))
    short, long = saved(tmp_path, "short.txt", "Rain."), saved(tmp_path, "long.txt", "Rain.\n" * 1_000_000)
    for path in (short, long, tmp_path / "none.txt"):
        ArticleWorker(seconds=30).found(path)
    assert given == [pytest.approx(30, abs=0.1), 90, 30]


def test_process_that_dies_is_an_error_here(tmp_path, worker):
    worker.start()
    pid = worker.pid
    # Longer than what the process may have left over from its start: a short page can be read without one byte more.
    long = "<html><body>" + f"<p>{'The ferry sails again. ' * 20}</p>" * 20_000
    with ArticleWorker(seconds=20, memory=1) as starved, pytest.raises(ArticleError, match=r"memory|failed"):
        starved.article(saved(tmp_path, "long.html", long))
    assert worker.pid == pid


def test_what_was_asked_for_ahead_is_the_answer(tmp_path):
    path = saved(tmp_path, "page.html", lighthouse.page())
    with ArticleWorker() as asked:
        asked.ask_ahead(path, password=None)
        while asked._channel.waiting < 2:  # ready, and the answer
            time.sleep(0.01)
        path.unlink()
        assert asked.found(path, password=None).article.title == lighthouse.TITLE
        with pytest.raises(ArticleError, match="does not exist"):
            asked.found(path, password=None)


def test_what_was_asked_for_ahead_and_is_not_wanted_is_thrown_away(tmp_path):
    page = saved(tmp_path, "page.html", lighthouse.page())
    note = saved(tmp_path, "note.txt", "The Ferry\n\nThe mayor said that the ferry sails again.\n\nIt was mended in May.\n")
    with ArticleWorker() as asked:
        asked.ask_ahead(page)
        assert asked.found(note).article.title == "The Ferry"
        assert asked.article(page).title == lighthouse.TITLE


def test_claims_are_found_by_rules_and_then_with_the_tagger(tmp_path, worker):
    note = saved(tmp_path, "note.txt", "The Ferry\n\nThe mayor said that the ferry sails again.\n\nIt was mended in May.\n")
    found = worker.found(note)
    (claim,) = found.claims.items
    assert [span.of(found.article.text) for span in claim.content] == ["that the ferry sails again"]
    (again,) = worker.claims(found.article, None, False).items
    assert again.content == claim.content


def test_a_process_without_the_parsers_reads_pages_too(tmp_path):
    with ArticleWorker(plain=True) as plain:
        assert plain.article(saved(tmp_path, "page.html", lighthouse.page())).title == lighthouse.TITLE
        assert plain.article(saved(tmp_path, "page.mhtml", lighthouse.mhtml())).title == lighthouse.TITLE


def test_date_of_any_notation_crosses_over(tmp_path, worker):
    page = lighthouse.page().replace("2019-03-05T18:30:00+01:00", "Tue, 5 Mar 2019 18:30:00 PST")
    article = worker.article(saved(tmp_path, "page.html", page))
    assert article.published is not None
    assert article.published.isoformat() == "2019-03-05T18:30:00-08:00"


def test_a_long_look_can_be_ended_from_another_thread(tmp_path):
    note = saved(tmp_path, "note.txt", "The Ferry\n\nThe mayor said that the ferry sails again.\n\nIt was mended in May.\n")
    with ArticleWorker() as worker, ThreadPoolExecutor(1) as elsewhere:
        article = worker.found(note).article
        long = replace(article, text=article.text * 4000)
        look = elsewhere.submit(worker.claims, long, None, False)
        time.sleep(0.3)
        assert not look.done()
        worker.kill()
        with pytest.raises(ArticleError):
            look.result(timeout=patience.SECONDS)
        assert worker.found(note).article == article


def test_a_fresh_process_follows_a_long_article(tmp_path):
    with ArticleWorker(seconds=60) as worker:
        short = worker.article(saved(tmp_path, "short.txt", "The bridge is shut, the council said.\n" * 5))
        worker.claims(short, None, False)
        first = worker.pid
        long = replace(short, text="La lampe est éteinte. " * 15_000, blocks=(), language="fr")
        long = replace(long, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(long.text))),))
        assert worker.pid == first
        assert worker.claims(long, None, False).items == ()
        assert worker.pid != first, "what the process took for the long article is given back"
        assert worker.claims(short, None, False) == worker.claims(short, None, False)
