"""Closing the window while an export runs loses nothing."""

import threading
from pathlib import Path

import pytest

from credibility.model import Exported, ExportError


@pytest.fixture
def going(window, workspace, monkeypatch, tmp_path) -> threading.Event:
    """An export to bridge.pdf that is being written until this is set."""
    event = threading.Event()

    def slow(target: Path, progress, only: frozenset[str] | None = None, *, notes: bool = False) -> Exported:
        event.wait(5)
        if not progress(0.5, "Writing pages"):
            raise ExportError("The export was cancelled.", "Nothing was written.")
        target.write_bytes(b"%PDF-1.7\n")
        return Exported(target)

    monkeypatch.setattr(workspace, "export", slow)
    window.exports.write(tmp_path / "bridge.pdf")
    return event


def test_the_window_waits_for_an_export_and_closes_then(window, going, qtbot, tmp_path):
    window.close()
    assert window.isVisible()
    assert "still being written" in window.messages.text
    going.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "bridge.pdf").exists()


def test_an_export_can_be_stopped_to_close_at_once(window, going, qtbot, tmp_path):
    window.close()
    window.messages.offers[0].click()
    going.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not (tmp_path / "bridge.pdf").exists()


def test_the_window_can_stay_after_all(window, going, qtbot):
    window.close()
    window.messages.offers[1].click()
    with qtbot.waitSignal(window.exported):
        going.set()
    assert window.isVisible()


def test_an_export_that_fails_meanwhile_is_told_in_the_open_window(window, going, qtbot, tmp_path):
    (tmp_path / "bridge.pdf").mkdir()
    window.close()
    going.set()
    qtbot.waitUntil(lambda: not window.export_job.is_running)
    assert window.isVisible()
    assert "unexpected" in window.messages.text


def test_without_an_export_it_closes_at_once(window):
    window.close()
    assert not window.isVisible()
