"""What the window promises: opening, failing kindly, stepping, correcting, exporting."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from credibility.model import Exported, ExportError
from ui.window import MainWindow


def open_failing(window: MainWindow, qtbot) -> None:
    window.open_path(Path("/saved/noise.bin"))
    qtbot.waitUntil(lambda: "not an article" in window.messages.text)


def test_an_opened_article_names_the_window(window):
    assert window.windowTitle() == "The bridge that nobody repaired — SourceTint"


def test_a_file_that_is_no_article_says_what_to_do_and_leaves_the_article(window, qtbot):
    before = window.reader.reading
    open_failing(window, qtbot)
    assert window.messages.text == "noise.bin is not an article SourceTint can read.\nSave the page as HTML and open that."
    assert window.reader.reading is before
    assert "swing bridge" in window.reader.toPlainText()
    assert len(window.panel.model.claims) == 18


def test_an_error_nobody_expected_is_said_too(window, workspace, qtbot, monkeypatch):
    def break_down(path: Path) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(workspace, "open_article", break_down)
    window.open_path(Path("/saved/other.html"))
    qtbot.waitUntil(lambda: "unexpected" in window.messages.text)
    assert window.reader.reading is not None


def test_the_next_good_article_takes_the_message_away(window, qtbot):
    open_failing(window, qtbot)
    with qtbot.waitSignal(window.article_opened):
        window.open_path(Path("/saved/bridge.html"))
    assert window.messages.text == ""


def test_open_asks_for_a_file(window, actions, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **_how: ("/saved/chosen.html", ""))
    with qtbot.waitSignal(window.article_opened):
        actions["open_article"].trigger()
    assert window._workspace.settings.get("last_folder") == "/saved"


def test_a_dropped_file_is_opened(window, qtbot):
    data = QMimeData()
    data.setUrls([QUrl("https://elsewhere.example/"), QUrl.fromLocalFile("/saved/dropped.html")])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), *held))
    with qtbot.waitSignal(window.article_opened):
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), *held))
    assert window._workspace.recent[0] == Path("/saved/dropped.html")


def test_recent_articles_stand_in_the_menu(window):
    assert [action.text() for action in window._recents._menu.actions()] == ["bridge.html"]


def test_only_the_article_chosen_last_is_shown(window, qtbot):
    heard = []
    window.article_opened.connect(heard.append)
    window.open_path(Path("/saved/one.html"))
    window.open_path(Path("/saved/two.html"))
    window._worker.wait()
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(1)
    assert len(heard) == 1


def test_f8_walks_through_the_claims_and_around(window, actions):
    walked = []
    for _ in range(19):
        actions["next_claim"].trigger()
        walked.append(window.panel.current)
    assert walked == [f"c{number}" for number in range(1, 17)] + ["c18", "c17", "c1"]
    actions["previous_claim"].trigger()
    assert window.panel.current == "c17"


def test_f8_starts_with_what_is_on_screen(window, actions):
    window.reader.verticalScrollBar().setValue(window.reader.verticalScrollBar().maximum() // 2)
    top = window.reader.first_offset_on_screen()
    assert top > 0
    actions["next_claim"].trigger()
    assert window.reader.reading.claim(window.panel.current).claim.content[0].start >= top


def test_not_a_claim_takes_it_off_and_undo_brings_it_back(window, actions):
    window.show_claim("c4")
    actions["not_a_claim"].trigger()
    assert window.panel.model.row_of("c4") == -1
    assert window.panel.current is None
    assert not window.panel.rejected.isHidden()
    window.messages.offers[0].click()
    assert window.panel.model.row_of("c4") >= 0


def test_a_rejected_claim_can_be_restored_later(window):
    window.claims.reject("c4")
    window.panel.rejected.restore_asked.emit("c4")
    assert window.panel.model.row_of("c4") >= 0
    assert window.panel.rejected.isHidden()


def test_undo_says_what_it_takes_back(window, actions):
    assert not actions["undo"].isEnabled()
    window.claims.reject("c4")
    assert actions["undo"].text() == "&Undo: Not a claim"
    actions["undo"].trigger()
    assert actions["redo"].text() == "&Redo: Not a claim"


def test_edit_rating_waits_for_a_claim_with_an_outlet(window, actions):
    window.show_claim("c4")
    assert not actions["edit_rating"].isEnabled()
    window.show_claim("c1")
    assert actions["edit_rating"].isEnabled()


def test_export_writes_the_file_and_says_so(window, qtbot, tmp_path):
    target = tmp_path / "bridge.pdf"
    with qtbot.waitSignal(window.exported):
        window.exports.write(target)
    assert target.exists()
    assert window.messages.text == "Saved bridge.pdf."
    assert [offer.text() for offer in window.messages.offers] == ["Open it", "Show folder"]


def test_an_export_says_what_could_not_be_drawn(window, workspace, qtbot, tmp_path):
    workspace.export_notes = ("4 characters of the script Runic cannot be drawn.",)
    with qtbot.waitSignal(window.exported):
        window.exports.write(tmp_path / "bridge.pdf")
    assert window.messages.text == "Saved bridge.pdf.\n4 characters of the script Runic cannot be drawn."


def test_a_failed_export_says_why_and_can_be_tried_again(window, actions, qtbot, tmp_path):
    window.exports.write(tmp_path / "no such folder" / "bridge.pdf")
    qtbot.waitUntil(lambda: "is not a folder" in window.messages.text)
    assert actions["export_pdf"].isEnabled()
    assert window.export_job.strip.isHidden()


def test_export_can_be_cancelled(window, qtbot, tmp_path, monkeypatch, workspace):
    going = threading.Event()

    def slow(target: Path, progress) -> Exported:
        going.wait(5)
        if not progress(0.5, "Writing pages"):
            raise ExportError("The export was cancelled.", "Nothing was written.")
        return Exported(target)

    monkeypatch.setattr(workspace, "export", slow)
    window.exports.write(tmp_path / "bridge.pdf")
    window.export_job.cancel_button.click()
    going.set()
    qtbot.waitUntil(lambda: "cancelled" in window.messages.text)


def test_a_link_is_shown_before_it_opens(window, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.basics.links.open_outside", opened.append)
    window.reader.link_activated.emit("https://gazette.example/bridge")
    assert window.messages.text == "This link leaves SourceTint and goes to gazette.example:\nhttps://gazette.example/bridge"
    assert opened == []
    window.messages.offers[1].click()
    assert QGuiApplication.clipboard().text() == "https://gazette.example/bridge"
    window.messages.offers[0].click()
    assert opened == [QUrl("https://gazette.example/bridge")]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "https:///etc",
        "//b.example",
    ],
)
def test_other_addresses_are_named_only(window, url):
    window.reader.link_activated.emit(url)
    assert window.messages.offers == ()
    assert url in window.messages.text


def test_a_host_that_looks_like_another_is_spelt_out(window):
    window.reader.link_activated.emit("https://müller.de/bridge")
    assert "goes to müller.de (xn--mller-kva.de):" in window.messages.text


def test_a_name_before_the_host_is_not_taken_for_it(window):
    window.reader.link_activated.emit("https://gazette.example@harm.example/")
    assert "goes to harm.example:" in window.messages.text


def test_dark_and_light_keep_article_and_place(window):
    window.show_claim("c9")
    top = window.reader.first_offset_on_screen()
    for theme in ("dark", "light"):
        window._looks.choose("theme", theme)
        window.reader.finish_setting()
        assert abs(window.reader.first_offset_on_screen() - top) < 60
        assert window.panel.current == "c9"


def test_zoom_is_kept_in_the_settings(window, actions, workspace):
    actions["zoom_in"].trigger()
    assert workspace.settings.get("font_size") == pytest.approx(14.3)
    actions["zoom_reset"].trigger()
    assert workspace.settings.get("font_size") == 13.0


def test_find_goes_from_place_to_place_and_around(window, actions):
    actions["find"].trigger()
    window.find_bar.field.setText("bearing")
    places = []
    for _ in range(6):
        assert window.find_bar.search()
        places.append(window.reader.textCursor().selectionStart())
    assert len(set(places)) >= 4
    window.find_bar.field.setText("zeppelin")
    assert not window.find_bar.search()
    assert window.find_bar.told.text() == "Not in this text"


def test_find_says_which_of_how_many_and_marks_them_all(window, actions, qtbot):
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    assert window.find_bar.told.text() == "1 of 5"
    assert len(window.reader.extraSelections()) == 5
    window.find_bar.search()
    assert window.find_bar.told.text() == "2 of 5"
    window.find_bar.search(backwards=True)
    window.find_bar.search(backwards=True)
    assert window.find_bar.told.text() == "5 of 5 (wrapped)"
    window.find_bar.dismiss()
    assert window.reader.extraSelections() == []


def test_find_counts_anew_in_another_article(window, actions, qtbot):
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(Path("/saved/other.html"))
    assert window.find_bar.told.text() == "5 in this text"
    assert len(window.reader.extraSelections()) == 5
    assert not window.reader.textCursor().hasSelection()


def test_the_panel_can_be_put_away(window, actions):
    actions["panel"].trigger()
    assert window.panel.isHidden()
    actions["panel"].trigger()
    assert not window.panel.isHidden()


def test_notices_of_the_start_are_shown(qtbot, workspace):
    workspace.notices = ("The database was restored from a backup.",)
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    assert made.messages.text == "The database was restored from a backup."


def test_the_menu_of_a_claim_makes_it_the_current_one(window):
    window.reader.claim_menu_asked.emit("c9", QPoint(10, 10))
    assert window.panel.current == "c9"


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Ok, QMessageBox.StandardButton.Cancel])
def test_a_loss_is_said_before_the_export_is_written(window, qtbot, tmp_path, monkeypatch, workspace, answer):
    asked = []
    workspace.losses = ("This PDF is signed.",)
    monkeypatch.setattr("ui.frame.acts.export_acts.ask_target", lambda *_: tmp_path / "bridge.pdf")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answer)
    window.exports.ask()
    assert asked == ["This PDF is signed."]
    if answer == QMessageBox.StandardButton.Ok:
        qtbot.waitUntil(lambda: "Saved bridge.pdf" in window.messages.text)
    else:
        assert not window.export_job.is_running
        assert not (tmp_path / "bridge.pdf").exists()
