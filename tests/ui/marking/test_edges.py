"""The edges of a claim are mended by keys and by mouse; a claim is split and joined; every run of moves is one step of undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from ui.reader.grips import Grip

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = SHIFT | Qt.KeyboardModifier.ControlModifier
THE_MONEY = "the money had gone to a car park instead"


def words(window, claim_id: str = "c3") -> str:
    """The content as it is drawn."""
    reading = window.reader.reading
    return " … ".join(span.of(reading.article.text) for span in reading.claim(claim_id).claim.content)


def kept(window, workspace, claim_id: str = "c3") -> str:
    """The content as it is kept."""
    window.marking.edges.keep()
    return " … ".join(span.of(workspace.reading.article.text) for span in workspace.reading.claim(claim_id).claim.content)


@pytest.fixture
def in_hand(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    window.reader.setFocus()
    window.show_claim("c3")
    return window


@pytest.mark.parametrize(
    ("key", "modifiers", "made"),
    [
        (Qt.Key.Key_Left, SHIFT, "the money had gone to a car park"),
        (Qt.Key.Key_Right, SHIFT, THE_MONEY + "."),
        (Qt.Key.Key_Left, CTRL_SHIFT, "that " + THE_MONEY),
        (Qt.Key.Key_Right, CTRL_SHIFT, "money had gone to a car park instead"),
        (Qt.Key.Key_Left, SHIFT | Qt.KeyboardModifier.AltModifier, THE_MONEY[:-1]),
        (Qt.Key.Key_Right, CTRL_SHIFT | Qt.KeyboardModifier.AltModifier, THE_MONEY[1:]),
    ],
)
def test_a_key_moves_an_edge_of_the_claim_in_hand(in_hand, workspace, key, modifiers, made):
    assert words(in_hand) == THE_MONEY
    QTest.keyClick(in_hand.reader, key, modifiers)
    assert words(in_hand) == made, "shown at once"
    assert kept(in_hand, workspace) == made
    assert not in_hand.reader.textCursor().hasSelection()


def test_a_run_of_moves_is_kept_when_the_hand_rests_and_is_one_step_of_undo(in_hand, workspace, actions, qtbot):
    for _ in range(3):
        QTest.keyClick(in_hand.reader, Qt.Key.Key_Left, SHIFT)
    with qtbot.waitSignal(in_hand.edits.reading_changed):
        pass
    assert words(in_hand) == "the money had gone to a"
    assert in_hand.panel.current == "c3"
    actions["undo"].trigger()
    assert words(in_hand) == THE_MONEY
    actions["redo"].trigger()
    assert words(in_hand) == "the money had gone to a"
    QTest.keyClick(in_hand.reader, Qt.Key.Key_Right, SHIFT)
    assert words(in_hand) == "the money had gone to a car", "it is in hand still"


def test_undo_before_the_hand_rests_takes_the_moves_back_and_no_edit_before(in_hand, workspace, actions):
    actions["not_said"].trigger()
    QTest.keyClick(in_hand.reader, Qt.Key.Key_Left, SHIFT)
    actions["undo"].trigger()
    assert words(in_hand) == THE_MONEY
    assert not workspace.reading.claim("c3").claim.asserted


def test_the_claim_keeps_a_word_and_its_paragraph(in_hand, workspace):
    for _ in range(20):
        QTest.keyClick(in_hand.reader, Qt.Key.Key_Left, SHIFT)
    assert words(in_hand) == "the"
    for _ in range(80):
        QTest.keyClick(in_hand.reader, Qt.Key.Key_Left, CTRL_SHIFT)
    assert words(in_hand).startswith("Two days later Tide News Agency")


def test_with_the_cursor_moved_on_the_same_keys_select_text(in_hand):
    QTest.keyClick(in_hand.reader, Qt.Key.Key_Right)
    QTest.keyClick(in_hand.reader, Qt.Key.Key_Right, SHIFT)
    assert in_hand.reader.textCursor().hasSelection()
    assert words(in_hand) == THE_MONEY


def test_the_menu_moves_edges_too_and_only_with_a_claim_in_hand(window, actions):
    assert not actions["edge_end_in"].isEnabled()
    window.show_claim("c3")
    actions["edge_end_in"].trigger()
    assert words(window) == "the money had gone to a car park"


def drag(window, grip: Grip, to: str) -> None:
    view = window.reader
    view.viewport().repaint()
    text = view.reading.article.text
    rect = next(rect for rect, each in view._drawn.grips if each is grip)
    scrolled = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    begin = rect.center().toPoint() - scrolled
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.text_map.to_qt(text.index(to) + (len(to) if grip is Grip.END else 0)))
    end = view.cursorRect(cursor).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(
    ("grip", "to", "made"),
    [
        (Grip.END, "had gone to", "the money had gone to"),
        (Grip.END, "had gone t", "the money had gone to"),
        (Grip.START, "gone to a car", "gone to a car park instead"),
        (Grip.START, "The Kestrel wrote", "The Kestrel wrote that " + THE_MONEY),
    ],
)
def test_an_edge_is_dragged_to_the_nearest_word(in_hand, workspace, actions, grip, to, made):
    drag(in_hand, grip, to)
    assert kept(in_hand, workspace) == made
    assert not in_hand.reader.textCursor().hasSelection()
    actions["undo"].trigger()
    assert words(in_hand) == THE_MONEY


def put_cursor(window, before: str) -> None:
    view = window.reader
    cursor = view.textCursor()
    cursor.setPosition(view.text_map.to_qt(view.reading.article.text.index(before)))
    view.setTextCursor(cursor)


def test_a_claim_is_split_at_the_cursor_and_both_have_its_source_and_outlet(in_hand, workspace, actions):
    put_cursor(in_hand, "gone to a car")
    QTest.keyClick(in_hand.reader, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert words(in_hand) == "the money had"
    (part,) = [rated for rated in in_hand.reader.reading.claims if rated.claim.found_by == "reader"]
    assert words(in_hand, part.id) == "gone to a car park instead"
    assert part.resolution.outlet.slug == "kestrel.example"
    actions["undo"].trigger()
    assert words(in_hand) == THE_MONEY
    assert not [rated for rated in in_hand.reader.reading.claims if rated.claim.found_by == "reader"]


def test_a_claim_is_split_around_selected_words(in_hand, select, actions):
    select("had gone to")
    actions["split_claim"].trigger()
    own = [rated for rated in in_hand.reader.reading.claims if rated.claim.found_by == "reader"]
    assert [words(in_hand, rated.id) for rated in own] == ["had gone to", "a car park instead"]


def test_nothing_is_split_off_where_there_is_nothing(in_hand, actions):
    put_cursor(in_hand, "For three winters")
    actions["split_claim"].trigger()
    assert "cannot be split here" in in_hand.messages.text
    assert words(in_hand) == THE_MONEY


def test_the_cursor_stands_in_a_claim_chosen_by_key_so_that_it_can_be_split_by_key(in_hand, actions):
    actions["next_claim"].trigger()
    for _ in range(9):
        QTest.keyClick(in_hand.reader, Qt.Key.Key_Right)
    actions["split_claim"].trigger()
    assert words(in_hand, "c4") == "There is"


def test_a_claim_is_joined_with_the_next_one(window, actions):
    window.show_claim("c14")
    actions["join_claims"].trigger()
    joined = window.reader.reading.claim("c14")
    assert words(window, "c14").startswith("People familiar with the matter said the decision")
    assert words(window, "c14").endswith("It was never about the bridge")
    assert "c15" not in {rated.id for rated in window.reader.reading.claims}
    assert joined.claim.source.name == "People familiar with the matter"
    actions["undo"].trigger()
    assert "c15" in {rated.id for rated in window.reader.reading.claims}


def test_the_last_claim_has_none_to_be_joined_with(window, actions):
    window.show_claim("c17")
    actions["join_claims"].trigger()
    assert "No claim follows" in window.messages.text


def test_moves_are_kept_when_the_window_closes(in_hand, workspace):
    QTest.keyClick(in_hand.reader, Qt.Key.Key_Left, SHIFT)
    in_hand.close()
    text = workspace.reading.article.text
    assert workspace.reading.claim("c3").claim.content[-1].of(text) == "the money had gone to a car park"
