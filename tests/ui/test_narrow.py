"""A narrow or low window: the article keeps a readable column, nothing is drawn over anything, every button can be reached."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from credibility.model import Tier
from ui.frame.beside import LEAST_PANEL, READABLE
from ui.outlets.columns import column_of


def resize(window, qtbot, width: int, height: int) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.beside.width() == window.width())


def test_the_panel_yields_before_the_article_does(window, qtbot):
    assert window.panel.width() == 380
    resize(window, qtbot, READABLE + LEAST_PANEL + 20, 700)
    assert window.centre.turning.stack.width() >= READABLE
    assert LEAST_PANEL <= window.panel.width() < 380
    resize(window, qtbot, 1200, 820)
    assert window.panel.width() == 380


def test_too_narrow_for_both_the_panel_goes_and_comes_back(window, actions, qtbot):
    resize(window, qtbot, 600, 700)
    assert window.panel.isHidden()
    assert not actions["panel"].isChecked()
    resize(window, qtbot, 1200, 820)
    assert not window.panel.isHidden()
    assert actions["panel"].isChecked()


def test_a_panel_that_yielded_can_be_called_back(window, actions, qtbot):
    resize(window, qtbot, 600, 700)
    actions["panel"].trigger()
    assert not window.panel.isHidden()
    resize(window, qtbot, 610, 700)
    assert not window.panel.isHidden()


def test_a_panel_put_away_by_the_reader_stays_away(window, actions, qtbot):
    actions["panel"].trigger()
    resize(window, qtbot, 600, 700)
    resize(window, qtbot, 1200, 820)
    assert window.panel.isHidden()


def test_in_the_smallest_window_no_pill_of_the_legend_covers_its_sentence(window, qtbot):
    window.show_claim("c3")
    window.panel.legend.unfold.click()
    resize(window, qtbot, READABLE + LEAST_PANEL + 1, 100)
    legend = window.panel.legend
    assert window.panel.isVisible()
    places = [pill.mapTo(legend, pill.rect().bottomLeft()).y() for pill in legend.pills]
    assert len(places) > 8
    assert max(places) < min(legend.counts.geometry().top(), legend.meaning.geometry().top())
    assert legend.meaning.geometry().bottom() <= legend.height()


def test_what_has_no_room_in_the_toolbar_stands_behind_a_button_that_can_be_seen(window, qtbot):
    resize(window, qtbot, 560, 700)
    bar = window.findChild(QToolBar)
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert extension.isVisible()
    assert extension.text() == "»"
    assert extension.accessibleName() == "More of the toolbar"
    inked = extension.grab().toImage()
    colours = {inked.pixel(x, y) for x in range(3, inked.width() - 3) for y in range(3, inked.height() - 3)}
    assert len(colours) > 2


def test_the_find_bar_fits_under_a_narrow_article(window, actions, qtbot):
    resize(window, qtbot, READABLE + LEAST_PANEL + 1, 700)
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    assert window.find_bar.told.text() == "1 of 5"
    assert window.find_bar.told.width() >= window.find_bar.told.sizeHint().width()
    assert window.find_bar.width() == window.reader.width() + window.centre.rail.width() == READABLE


def test_at_800_by_600_the_page_has_more_than_half_and_the_card_four_lines(window):
    window.resize(800, 600)
    window.show_claim("c3")
    QApplication.processEvents()
    assert window.reader.width() > window.panel.width()
    line = window.fontMetrics().height()
    assert window.panel.card.area.viewport().height() >= 4 * line
    assert window.panel.list.viewport().height() >= window.panel.list.sizeHintForRow(0)


def test_a_large_window_shrinks_to_800_by_600(window):
    window.resize(1400, 900)
    window.panel.legend.unfold.click()
    window.show_claim("c3")
    QApplication.processEvents()
    window.resize(800, 600)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (800, 600)


def test_at_800_by_600_the_search_of_the_ratings_window_has_room_to_type_in(window, actions):
    actions["ratings"].trigger()
    ratings = window.ratings_window
    ratings.resize(800, 600)
    QApplication.processEvents()
    assert ratings.filters.words.width() >= 200
    for part in (ratings.filters.cited, ratings.filters.clear_button):
        assert ratings.rect().contains(part.geometry().translated(part.parentWidget().mapTo(ratings, QPoint())))


def test_every_tier_has_room_in_the_table(window, actions):
    actions["ratings"].trigger()
    table = window.ratings_window.table
    assert table.columnWidth(column_of("tier")) >= max(table.fontMetrics().horizontalAdvance(tier.label) for tier in Tier) + 39


def test_in_a_large_window_nothing_over_the_claims_has_to_be_scrolled(window):
    window.resize(1400, 900)
    QApplication.processEvents()
    panel = window.panel
    assert panel.legend.meaning.visibleRegion().boundingRect().height() == panel.legend.meaning.height()
