"""The window over the real workspace: the promises of the README, through its actions."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model import RatingDraft, Role
from tests.e2e.conftest import EXAMPLE
from ui.window import MainWindow


def open_example(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.article_opened):
        window.open_path(EXAMPLE)


def bbc(workspace: Workspace) -> str:
    assert workspace.reading
    return next(r.id for r in workspace.reading.claims if r.resolution.outlet and r.resolution.outlet.name == "BBC")


def test_an_article_opens_and_f8_walks_through_its_claims(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    open_example(window, qtbot)
    assert workspace.reading
    coloured = next(place for place, rated in enumerate(workspace.reading.claims) if rated.drawn.on_scale)
    assert window.panel.current == workspace.reading.claims[coloured].id, "the example opens on a coloured claim"
    first, second = workspace.reading.claims[coloured + 1 : coloured + 3]
    window.commands["next_claim"].trigger()
    assert window.panel.current == first.id
    window.commands["next_claim"].trigger()
    assert window.panel.current == second.id
    window.commands["previous_claim"].trigger()
    assert window.panel.current == first.id


def test_what_is_said_of_the_publisher_is_not_cut(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    told = "".join(f"<p>The ferry was late on day {n}, and nobody on the quay could say why it was so late again.</p>" for n in range(9))
    page.write_text(
        f'<html lang="en"><head><title>The ferry</title><link rel="canonical" href="https://nymag.com/ferry.html"></head>'
        f"<body><article><h1>The ferry</h1><p>Reuters reported that the ferry sank.</p>{told}</article></body></html>",
        "utf-8",
    )
    window.resize(1400, 900)
    with qtbot.waitSignals([window.article_opened, window.refined]):
        window.open_path(page)
    top = window.panel.top
    assert window.panel.summary.publisher_words.startswith("Published by New York")
    qtbot.waitUntil(lambda: 0 < top.widget().height() <= top.viewport().height())


def test_a_dropped_file_opens(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(EXAMPLE))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.article_opened):
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *held))
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *held))
    assert workspace.recent_articles() == (EXAMPLE.resolve(),)


def test_an_edit_recolours_the_open_article_and_undo_takes_it_back(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    open_example(window, qtbot)
    claim = bbc(workspace)
    before = workspace.reading
    assert before
    window.apply(workspace.table.set_rating(RatingDraft("bbc.co.uk", 10.0, "for this test")))
    assert workspace.reading
    assert workspace.reading.claim(claim).role is Role.VERY_LOW
    with qtbot.waitSignal(window.reading_changed):
        window.commands["undo"].trigger()
    assert workspace.reading.claim(claim).role is before.claim(claim).role


def test_a_correction_is_kept_for_the_article_and_can_be_undone(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    open_example(window, qtbot)
    claim = bbc(workspace)
    window.show_claim(claim)
    with qtbot.waitSignal(window.reading_changed):
        window.commands["not_a_claim"].trigger()
    with Workspace.at() as later:
        assert claim not in {rated.id for rated in later.open_article(EXAMPLE).claims}
        later.table.undo()
        assert claim in {rated.id for rated in later.open_article(EXAMPLE).claims}


def test_the_annotated_pdf_is_written_while_the_window_lives(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_example(window, qtbot)
    with qtbot.waitSignal(window.exported):
        window.exports.write(tmp_path / "out.pdf")
    document = pikepdf.open(tmp_path / "out.pdf")
    assert any(a.Subtype == "/Highlight" for page in document.pages for a in page.obj.get("/Annots", []))


@pytest.mark.parametrize("bad", [b"", bytes(range(256)) * 20, None], ids=["empty", "binary", "missing"])
def test_a_bad_file_is_named_and_the_article_on_screen_stays(
    bad: bytes | None, window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    open_example(window, qtbot)
    before = workspace.reading
    path = tmp_path / "bad.html"
    if bad is not None:
        path.write_bytes(bad)
    window.open_path(path)
    qtbot.waitUntil(lambda: "bad.html" in window.messages.text)
    assert before
    assert workspace.reading
    assert workspace.reading.article is before.article
    assert window.panel.isVisible()
