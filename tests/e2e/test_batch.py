"""Many files by one command: everything is read, nothing twice, and a run that was killed goes on where it was."""

import io
import json
import pickle
import re
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.batch import cluster
from app.batch.reading import FileTask, read_file
from app.commands.batch import batch_setup
from app.workspace import Workspace
from credibility.annotations.record import read_record
from credibility.archive.store import ReadingsStore
from credibility.sandbox.once import record_safely
from credibility.sandbox.worker import ArticleWorker
from tests.annotations.test_originals import made
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, ROOT
from tests.e2e.test_on_original import first_page
from tests.patience import SECONDS

OUTLETS = ("BBC", "Guardian", "Daily Mail", "New York Times")


def write_articles(folder: Path, count: int) -> Path:
    """Texts with a claim through an outlet and one of a person, each other words."""
    folder.mkdir()
    for number in range(count):
        outlet = OUTLETS[number % len(OUTLETS)]
        words = f"The {outlet} reported that bridge number {number} is safe. Ann Builder said that it cost {number} million."
        (folder / f"bridge-{number:03}.txt").write_text(f"Bridge {number}\n\n{words}\n")
    return folder


def dump(store: Path) -> list[tuple[Any, ...]]:
    """Everything in a store that does not depend on the order of reading."""
    with ReadingsStore(store, create=False) as opened:
        articles = opened.ask("SELECT digest, part, path, title, claims, reading FROM article ORDER BY digest, part")
        return [*articles, *opened.table()]


def test_everything_is_read_and_what_cannot_be_is_listed(run: Run, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 5)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "page_files").mkdir()
    (folder / "page_files" / "frame.html").write_text("<p>not an article</p>")
    (folder / "copy.txt").write_bytes((folder / "bridge-001.txt").read_bytes())
    code, out, err = run("batch", folder, tmp_path / "none.txt", "--out", tmp_path / "all.db", "--jobs", "2")
    assert code == 3
    assert "Read 5 files: 5 articles, 10 claims. 1 file read before, or the same as another." in out
    assert "3 files could not be read" in err
    assert all(name in err for name in ("broken.pdf", "picture.png", "none.txt"))
    assert "frame.html" not in err
    with ReadingsStore(tmp_path / "all.db") as store:
        assert {Path(path).name for path, _ in store.failures()} == {"broken.pdf", "picture.png"}


def test_a_second_run_reads_only_what_is_new(run: Run, tmp_path: Path) -> None:
    folder, store = write_articles(tmp_path / "in", 3), tmp_path / "all.db"
    assert run("batch", folder, "--out", store)[0] == 0
    before = dump(store)
    assert "Read 0 files" in run("batch", folder, "--out", store)[1]
    assert dump(store) == before
    (folder / "new.txt").write_text("New\n\nThe BBC reported that it is new.\n")
    assert "Read 1 file: 1 article, 1 claim. 3 files read before" in run("batch", folder, "--out", store)[1]
    run("ratings", "set", "bbc.co.uk", "3", "--reason", "for this test")
    assert "Read 4 files" in run("batch", folder, "--out", store, "--again")[1]
    with ReadingsStore(store) as opened:
        assert opened.ask("SELECT DISTINCT score FROM claim WHERE outlet = 'bbc.co.uk'") == [(3.0,)]
        assert opened.counts()[0] == 4


def test_a_reading_is_what_claims_prints(run: Run, tmp_path: Path, claims: Callable[[Path], dict[str, Any]]) -> None:
    run("batch", EXAMPLE, "--out", tmp_path / "all.db")
    with ReadingsStore(tmp_path / "all.db") as store:
        ((data,),) = store.ask("SELECT reading FROM article")
    assert json.loads(zlib.decompress(data)) == claims(EXAMPLE)


def test_one_job_and_two_give_the_same_store(run: Run, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 6)
    for jobs in ("1", "2"):
        assert run("batch", folder, "--out", tmp_path / f"{jobs}.db", "--jobs", jobs)[0] == 0
    assert dump(tmp_path / "1.db") == dump(tmp_path / "2.db")


DIES_IN_THE_SEVENTH = """
import os, signal, sys
from contextlib import contextmanager
from credibility.archive.store import ReadingsStore

whole, begun = ReadingsStore._transaction, []

@contextmanager
def dying(store):
    with whole(store):
        yield
        begun.append(store)
        if len(begun) == 7:
            os.kill(os.getpid(), signal.SIGKILL)

ReadingsStore._transaction = dying
from app.cli import main
main(sys.argv[1:])
"""
"""The program, killed when everything of the seventh transaction is written and nothing of it committed."""


def test_a_killed_run_goes_on_and_leaves_the_store_of_an_unbroken_one(run: Run, tmp_path: Path) -> None:
    folder, store = write_articles(tmp_path / "in", 12), tmp_path / "killed.db"
    assert run("batch", folder, "--out", tmp_path / "whole.db")[0] == 0
    line = [sys.executable, "-c", DIES_IN_THE_SEVENTH, "batch", str(folder), "--out", str(store), "--jobs", "2"]
    killed = subprocess.run(line, cwd=ROOT, stdout=subprocess.DEVNULL, timeout=SECONDS, check=False)
    assert killed.returncode == -signal.SIGKILL
    with ReadingsStore(store, create=False) as opened:
        assert 4 <= opened.counts()[0] <= 6
    code, out, _ = run("batch", folder, "--out", store, "--jobs", "2")
    assert code == 0
    assert re.search("Read [678] files", out), out
    assert dump(store) == dump(tmp_path / "whole.db")


def test_a_folder_gets_exports_and_a_store(run: Run, tmp_path: Path) -> None:
    folder, out = write_articles(tmp_path / "in", 2), tmp_path / "out"
    assert run("batch", folder, "--out", out, "--export", "csv,html,pdf")[0] == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".csv", ".csv", ".db", ".html", ".html", ".pdf", ".pdf"]
    next(out.glob("*.html")).unlink()
    assert "Read 1 file" in run("batch", folder, "--out", out, "--export", "csv,html")[1]
    assert len(list(out.glob("*.html"))) == 2
    code, _, err = run("batch", folder, "--out", tmp_path / "one.db", "--export", "csv")
    assert (code, "Exports need a folder." in err) == (5, True)


def test_pdfs_are_marked_on_their_own_pages_and_all_paper_carries_its_reading(run: Run, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 1)
    with pikepdf.open(io.BytesIO(made())) as pdf:
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        pdf.save(folder / "article.pdf")
    for out, options in (("own", ()), ("original", ("--on", "original")), ("anew", ("--on", "typeset", "--sheet", "letter"))):
        code, _, err = run("batch", folder, "--out", tmp_path / out, "--export", "pdf", *options)
        assert code == 0, err
        assert ("signature" in err) == (out != "anew"), err
        pages = {path.name.partition("-")[0]: path for path in (tmp_path / out).glob("*.pdf")}
        size, marks = first_page(pages["article"])
        assert size == ((612, 792) if out == "anew" else (400, 500))
        assert marks > 0
        assert first_page(pages["bridge"])[0] == ((612, 792) if out == "anew" else (595, 842))
        for path in pages.values():
            carried = read_record(record_safely(path))
            assert carried is not None
            assert carried.claims


def test_every_article_of_a_file_is_read(run: Run, tmp_path: Path) -> None:
    entries = "".join(
        f"<item><title>Bridge {n}</title><link>https://x.example/{n}</link>"
        f"<description><![CDATA[<p>The BBC reported that bridge {n} is safe, "
        f"and that it will be opened in spring. {'It is long, and made of iron and of stone. ' * 20}</p>]]></description></item>"
        for n in range(3)
    )
    (tmp_path / "feed.rss").write_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Bridges</title>{entries}</channel></rss>')
    assert "Read 1 file: 3 articles" in run("batch", tmp_path / "feed.rss", "--out", tmp_path / "all.db")[1]


def test_stats_tell_who_cites_whom(run: Run, tmp_path: Path) -> None:
    run("batch", write_articles(tmp_path / "in", 5), "--out", tmp_path / "all.db")
    code, out, _ = run("stats", tmp_path / "all.db")
    assert code == 0
    assert "Who cites whom" in out
    told = json.loads(run("stats", tmp_path / "all.db", "--json", "--table", "outlets cited")[1])["statistics"]
    assert told[0]["rows"][0] == ["BBC", 2, 2]
    assert "outlets cited,BBC,2,2" in run("stats", tmp_path / "all.db", "--csv")[1]
    code, _, err = run("stats", tmp_path / "none.db")
    assert (code, "does not exist" in err) == (4, True)


def test_parquet_holds_a_row_per_claim(run: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow, the extra `parquet`, is not installed")
    target = tmp_path / "claims.parquet"
    folder = write_articles(tmp_path / "in", 3)
    assert "Wrote 6 claims" in run("batch", folder, "--out", target)[1]
    table = parquet.read_table(target)
    assert table.num_rows == 6
    assert sorted(set(table.column("outlet").to_pylist()) - {None}) == ["bbc.co.uk", "dailymail.co.uk", "theguardian.com"]
    assert "Read 0 files" in run("batch", folder, "--out", target)[1]


def test_without_pyarrow_it_is_said_at_the_start(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run("batch", EXAMPLE, "--out", tmp_path / "claims.parquet")
    assert (code, "pip install 'sourcetint[parquet]'" in err) == (5, True)
    assert list(tmp_path.glob("claims*")) == []


def test_what_a_cluster_gets_can_be_sent_and_reads_the_same(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_articles(tmp_path / "in", 1) / "bridge-000.txt"
    workspace.open_article(path)  # looks up outlets, so that the table holds unpacked ones too
    setup, task = batch_setup(workspace), FileTask("0" * 64, path)
    sent = pickle.loads(pickle.dumps(cluster.sendable(setup)))
    with closing(ArticleWorker()) as worker:
        monkeypatch.setattr(cluster, "_worker", worker)
        there = cluster.read_remotely(path.read_bytes(), pickle.loads(pickle.dumps(task)), sent)
        assert pickle.loads(pickle.dumps(there)).readings == read_file(worker, task, setup).readings
    assert [rated.rating is not None for rated in there.readings[0].claims] == [True, False]


def test_without_dask_it_is_said_what_to_install(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, _, err = run("batch", EXAMPLE, "--out", tmp_path / "all.db", "--scheduler", "tcp://127.0.0.1:1")
    assert (code, "pip install 'sourcetint[cluster]'" in err) == (7, True)
