"""Questions with two answers, pressed as a reader presses them: the box is gone when the answer comes."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.frame.asking import ask_notes, ask_only_shown


def press(words: str) -> None:
    """Press the button of the open question that says this, or Escape."""

    def now() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        if words == "Escape":
            QTest.keyClick(box, Qt.Key.Key_Escape)
        elif words == "Return":
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(0, now)


@pytest.mark.parametrize(
    ("pressed", "answer"), [("Without notes", False), ("With my notes", True), ("Return", False), ("Escape", None), ("Cancel", None)]
)
@pytest.mark.parametrize("on_paper", [False, True])
def test_whether_notes_go_along(owner, pressed, answer, on_paper):
    press(pressed)
    assert ask_notes(owner, 2, on_paper=on_paper) is answer


@pytest.mark.parametrize(("pressed", "answer"), [("Print all claims", False), ("Only what is shown", True), ("Escape", None)])
def test_whether_only_what_is_shown_is_printed(owner, pressed, answer):
    press(pressed)
    assert ask_only_shown(owner, 3, 18) is answer
