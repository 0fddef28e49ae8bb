"""A batch on a real local Dask cluster of two worker processes, one of which is killed midway: nothing is lost, nothing doubled."""

import os
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True)
class Papers:
    """An authority's certificate, and a certificate and key that it issued."""

    authority: Path
    certificate: Path
    key: Path

    @property
    def security(self) -> Any:
        files = {"tls_ca_file": str(self.authority)}
        for role in ("scheduler", "worker", "client"):
            files |= {f"tls_{role}_cert": str(self.certificate), f"tls_{role}_key": str(self.key)}
        return distributed.Security(require_encryption=True, **files)

    @property
    def words(self) -> list[Path]:
        return [self.authority, self.certificate, self.key]


def issued(folder: Path) -> Papers:
    """Papers of an authority of the test's own."""
    folder.mkdir()
    papers = Papers(folder / "ca.pem", folder / "machine.pem", folder / "machine.key")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Test CA", "-keyout", folder / "ca.key", "-out", papers.authority)
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=machine", "-keyout", papers.key, "-out", folder / "machine.csr")
    signed = ("-CA", papers.authority, "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", "2")
    openssl("x509", "-req", "-in", folder / "machine.csr", *signed, "-out", papers.certificate)
    return papers


def openssl(*words: str | Path) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no `openssl` here to make certificates")
def test_files_travel_encrypted_with_tls_and_only_to_whom_the_authority_knows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, store = write_articles(tmp_path / "in", 4), tmp_path / "cluster.db"
    known, stranger = issued(tmp_path / "known"), issued(tmp_path / "stranger")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tls://", security=known.security
    ) as cluster:
        address = cluster.scheduler_address
        assert address.startswith("tls://")
        command = ("batch", folder, "--out", store, "--scheduler", address)
        code, out, err = run(*command, "--tls", *known.words)
        assert code == 0, err
        assert "Read 4 files: 4 articles" in out
        monkeypatch.setattr("app.batch.cluster.PATIENCE", "2s")
        for words in (["--tls", *stranger.words], []):
            code, _, err = run(*command, "--again", *words)
            assert (code, "cannot be reached" in err) == (7, True)
    assert run("batch", folder, "--out", tmp_path / "here.db")[0] == 0
    assert dump(store) == dump(tmp_path / "here.db")


def test_a_scheduler_that_is_not_there_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.batch.cluster.PATIENCE", "1s")
    code, _, err = run("batch", write_articles(tmp_path / "in", 1), "--out", tmp_path / "all.db", "--scheduler", "tcp://127.0.0.1:9")
    assert (code, "cannot be reached" in err) == (7, True)
