"""Tab goes through the window as one reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.test_habits import press


def stops(window, count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the keyboard is after each of so many keys."""
    been = []
    for _ in range(count):
        press(QApplication.focusWidget(), key)
        been.append(QApplication.focusWidget())
    return been


def test_tab_goes_as_one_reads_whatever_was_made_last(window, qtbot):
    window.activateWindow()
    window.show_claim("c1")
    window.panel.outlets.more.click()
    window.reader.setFocus()
    panel, card = window.panel, window.panel.card
    been = stops(window, 40)
    order = [window.centre.rail, panel.outlets.gaps, *panel.outlets.rows, panel.outlets.more, panel.legend.unfold, panel.list]
    folds = [fold.head for fold in card.folds.values()]
    order += [card.area, *folds, card.edit_button, card.outlet_button, card.source_button, card.reject_button]
    places = [been.index(part) for part in order]
    assert places == sorted(places)
    assert been.index(card.reject_button) < been.index(window._toolbar.button_of("open_article")), "the toolbar comes last"
    assert window.reader in been
    window.reader.setFocus()
    assert stops(window, 2) == [window.centre.rail, panel.outlets.gaps]
    assert stops(window, 2, Qt.Key.Key_Backtab) == [window.centre.rail, window.reader]


def test_tab_passes_over_what_is_hidden_or_off_and_reaches_the_find_bar_and_a_message(window, actions):
    window.activateWindow()
    actions["panel"].trigger()
    actions["find"].trigger()
    window.messages.say("Something happened.", ("Do it", lambda: None), stays=True)
    window.reader.setFocus()
    been = stops(window, 20)
    assert window.find_bar.field in been and window.messages.offers[0] in been
    assert window.panel.list not in been
    assert all(part.isVisible() and part.isEnabled() for part in been)
