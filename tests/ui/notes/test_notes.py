"""A note is written by keys, marked in the margin and on the rail, changed by a click on its mark, and found in the list of all."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from credibility.model.notes import NoteColour, NoteDraft
from tests.ui.fake_workspace import FakeWorkspace
from ui.notes.form import NoteForm
from ui.reader.painting.notes import note_words
from ui.theme import Scheme, theme_of
from ui.theme.note_marks import NOTE_STYLES, note_colour
from ui.window import MainWindow


def form_of(window: MainWindow) -> NoteForm:
    forms = [form for form in window.findChildren(NoteForm) if form.isVisible()]
    assert len(forms) == 1
    return forms[0]


def write(window: MainWindow, qtbot, words: str, tags: str = "") -> None:
    window.commands["note"].trigger()
    form = form_of(window)
    qtbot.keyClicks(form.words, words)
    qtbot.keyClicks(form.tags, tags)
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is form.windowHandle())
    qtbot.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()


def kept(workspace: FakeWorkspace) -> list[str]:
    return [placed.note.draft.words for placed in workspace.notes.here()]


def test_a_note_on_the_claim_is_written_with_the_keyboard(window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    window.commands["next_claim"].trigger()
    write(window, qtbot, "Ask the mayor", "bridge, class 2b")
    (placed,) = window.notes.notes
    assert placed.note.draft.tags == ("bridge", "class 2b")
    rated = window.panel.card.claim
    assert rated
    assert placed.span
    assert placed.span.start == rated.claim.content[0].start
    assert "kept in your library" in window.messages.text
    window.commands["note"].trigger()
    assert form_of(window).words.toPlainText() == "Ask the mayor", "a second note on the same words changes the first"


def test_a_note_on_selected_words_is_marked_and_changed_by_its_mark(window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    before = window.centre.rail.grab().toImage()
    cursor = window.reader.textCursor()
    at = window.reader.text_map.to_qt(window.reader.reading.claims[0].claim.content[0].start)
    cursor.setPosition(at)
    cursor.setPosition(at + 12, cursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(cursor)
    window.marking.bar.note_button.click()
    qtbot.keyClicks(form_of(window).words, "Odd")
    form_of(window).save_button.click()
    assert kept(workspace) == ["Odd"]
    cursor.clearSelection()
    window.reader.setTextCursor(cursor)
    window.reader.viewport().repaint()
    (rect, number), *_ = window.reader._drawn.notes
    assert rect.left() > window.reader.page().left + window.reader.page().width - 1
    point = QPoint(round(rect.center().x()), round(rect.center().y()) - window.reader.verticalScrollBar().value())
    note = window.reader.note_at_point(point)
    assert note
    assert note_words(note) == "Odd"
    assert window.centre.rail.grab().toImage() != before
    QTest.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    form = form_of(window)
    form.colours.buttons()[3].click()
    qtbot.keyClicks(form.words, "ly ")
    form.save_button.click()
    assert workspace.notes.here()[0].note.draft.colour is NoteColour.BROWN
    window.notes.change(number)
    form_of(window).removed.emit()
    assert kept(workspace) == []


def test_ctrl_return_saves_and_tab_leaves_the_words(workspace: FakeWorkspace, owner, qtbot) -> None:
    form = NoteForm("the bridge is safe", NoteDraft("Is it?", NoteColour.RED), theme_of(Scheme.DARK, workspace.styles), owner)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is form.windowHandle())
    with qtbot.waitSignal(form.saved) as told:
        qtbot.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [NoteDraft("Is it?", NoteColour.RED)]
    assert not form.grab().isNull()


def test_an_empty_note_is_refused_in_the_form(window: MainWindow, qtbot) -> None:
    window.commands["next_claim"].trigger()
    window.commands["note"].trigger()
    form = form_of(window)
    form.save_button.click()
    assert form.isVisible()
    assert "empty" in form.complaint.text()


def test_notes_are_gone_to_one_after_the_other(window: MainWindow, qtbot) -> None:
    for _ in range(2):
        window.commands["next_claim"].trigger()
        write(window, qtbot, "Here")
    starts = [placed.span.start for placed in window.notes.notes if placed.span]
    seen = []
    for _ in range(3):
        window.commands["next_note"].trigger()
        seen.append(window.reader.note_at)
    assert seen == [*starts, starts[0]]
    assert window.messages.text == "Here"


def test_all_notes_are_searched_and_gone_to(window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    window.commands["next_claim"].trigger()
    write(window, qtbot, "Ask the mayor", "bridge")
    window.commands["next_claim"].trigger()
    write(window, qtbot, "Compare with 1911")
    window.commands["notes"].trigger()
    listing = window.notes.list_window
    assert listing
    assert listing.list.count() == 2
    qtbot.keyClicks(listing.words, "MAYOR brid")
    assert listing.count.text() == "1 of 2 notes"
    qtbot.keyClick(listing.words, Qt.Key.Key_Return)
    assert QApplication.focusWidget() in (listing.list, None) or listing.focusWidget() is listing.list
    qtbot.keyClick(listing.list, Qt.Key.Key_Return)
    assert window.reader.textCursor().hasSelection()
    listing.words.clear()
    assert listing.list.count() == 2
    assert not listing.grab().isNull()


@pytest.mark.parametrize("scheme", Scheme)
def test_marks_are_readable_and_no_two_share_shape_or_colour(workspace: FakeWorkspace, scheme: Scheme) -> None:
    theme = theme_of(scheme, workspace.styles)
    page = _luminance(theme.colours.page)
    for colour in NoteColour:
        mark = _luminance(note_colour(colour, theme).name())
        assert (max(mark, page) + 0.05) / (min(mark, page) + 0.05) >= 3
    assert len({style.shape for style in NOTE_STYLES.values()}) == len(NoteColour)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
