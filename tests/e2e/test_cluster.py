"""A batch on a real local Dask cluster of two worker processes, one of which is killed midway: nothing is lost, nothing doubled."""

import os
import signal
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from credibility.archive.store import ReadingsStore
from credibility.model import StoreError
from tests.conftest import Run
from tests.e2e.test_batch import dump, write_articles

distributed = pytest.importorskip("distributed", reason="Dask distributed, the extra `cluster`, is not installed")
COUNT = 30


def stored(store: Path) -> int:
    """How many articles are in a store that is being written; 0 while there is none."""
    try:
        with ReadingsStore(store, create=False) as opened:
            return opened.counts()[0]
    except (StoreError, sqlite3.Error):
        return 0


def test_a_worker_dies_and_the_store_is_that_of_this_machine(run: Run, tmp_path: Path) -> None:
    folder, store = write_articles(tmp_path / "in", COUNT), tmp_path / "cluster.db"
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        first = next(iter(cluster.workers.values())).pid
        killed: list[int] = []

        def kill_midway() -> None:
            until = time.monotonic() + 60
            while stored(store) < COUNT // 5 and time.monotonic() < until:
                time.sleep(0.01)
            killed.append(stored(store))
            os.kill(first, signal.SIGKILL)

        killer = threading.Thread(target=kill_midway)
        killer.start()
        code, out, err = run("batch", folder, "--out", store, "--scheduler", cluster.scheduler_address)
        killer.join()
    assert COUNT // 5 <= killed[0] < COUNT
    assert code == 3, err
    assert f"Read {COUNT} files: {COUNT} articles" in out
    assert "are sent to the workers of tcp://" in err
    assert "broken.pdf" in err
    assert run("batch", folder, "--out", tmp_path / "here.db")[0] == 3
    assert dump(store) == dump(tmp_path / "here.db")


def test_a_scheduler_that_is_not_there_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.batch.cluster.PATIENCE", "1s")
    code, _, err = run("batch", write_articles(tmp_path / "in", 1), "--out", tmp_path / "all.db", "--scheduler", "tcp://127.0.0.1:9")
    assert (code, "cannot be reached" in err) == (7, True)
