"""The rail beside the text: claims, places found and stretches without a source, where they stand in the article."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from credibility.model import Role
from ui.filtering import ClaimFilter
from ui.reader.painting.marks import draw_mark
from ui.reader.rail import HIGH, MARK, WIDTH
from ui.theme import Scheme, theme_of


@pytest.fixture
def rail(window):
    return window.centre.rail


@pytest.fixture
def silent(window):
    """The same article, of which only the first and the last claim were found."""
    reading = window.reader.reading
    window.apply(replace(reading, claims=(reading.claims[0], reading.claims[-1])))
    return window


def at(rail, claim_id: str) -> float:
    return {name: y for y, name in rail.marks}[claim_id]


def test_every_claim_stands_on_the_rail_in_the_order_of_the_text(window, rail):
    assert [claim for _, claim in rail.marks] == [rated.id for rated in window.reader.reading.claims]
    heights = [y for y, _ in rail.marks]
    assert heights == sorted(heights)
    assert 0 < heights[0] < heights[-1] < rail.height()


def test_the_rail_stands_beside_the_text_as_high_as_it(window, rail):
    assert rail.isVisible()
    assert rail.width() == WIDTH
    assert rail.height() == window.reader.height()
    assert rail.geometry().left() == window.reader.geometry().right() + 1


def test_a_mark_stands_where_its_claim_is_scrolled_to(window, rail):
    window.show_claim("c9")
    bar = window.reader.verticalScrollBar()
    whole = bar.maximum() + bar.pageStep()
    top, bottom = bar.value() / whole * rail.height(), (bar.value() + bar.pageStep()) / whole * rail.height()
    assert top < at(rail, "c9") < bottom


def test_a_click_on_a_mark_goes_to_its_claim(window, rail, qtbot):
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton, pos=QPoint(9, round(at(rail, "c17")) + HIGH // 2))
    assert window.panel.current == window.reader.current_claim == "c17"
    assert 0 < window.reader.point_of(window.reader.reading.claim("c17").claim.content[0].start).y() < window.reader.viewport().height()


def test_a_click_beside_all_marks_scrolls_there(window, rail, qtbot):
    bar = window.reader.verticalScrollBar()
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton, pos=QPoint(9, rail.height() - 2))
    assert bar.value() == bar.maximum()
    assert window.panel.current is None


def test_the_keyboard_goes_from_claim_to_claim(window, rail, actions):
    window.reader.setFocus()
    actions["next_pane"].trigger()
    assert QApplication.focusWidget() is rail
    for key, claim in ((Qt.Key.Key_Down, "c1"), (Qt.Key.Key_Down, "c2"), (Qt.Key.Key_Up, "c1")):
        QTest.keyClick(rail, key)
        assert window.panel.current == claim
    assert QApplication.focusWidget() is rail
    QTest.keyClick(rail, Qt.Key.Key_End)
    assert window.reader.verticalScrollBar().value() == window.reader.verticalScrollBar().maximum()


def test_only_what_is_shown_stands_on_the_rail(window, rail):
    window.panel.turn("gazette.example")
    assert [claim for _, claim in rail.marks] == ["c1", "c17"]
    window.panel.show_all()
    assert len(rail.marks) == 18


def test_places_found_are_marked_and_go_with_the_search(window, rail, actions, qtbot):
    before = rail.grab().toImage()
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    QApplication.processEvents()
    document, reading = window.reader.document(), window.reader.reading
    first = document.find("bearing", 0).selectionStart()
    y = round(rail.height_of(first))
    ink = window.centre._looks.theme.colours.ink
    assert rail.grab().toImage().pixelColor(3, y).name() == ink
    assert reading.article.text.count("bearing") == 5
    window.find_bar.dismiss()
    QApplication.processEvents()
    assert rail.grab().toImage().pixelColor(3, y) == before.pixelColor(3, y)


def test_what_stands_under_the_pointer_is_said(window, rail):
    assert rail.stretches == ()
    assert rail.words_at(QPoint(9, round(at(rail, "c3")) + 2)) == "The Kestrel — Mixed, rated by Harbour Press Board"


def test_a_stretch_without_a_source_is_said_to_be_one(silent, rail):
    assert len(rail.stretches) == 1
    start, end = (rail.height_of(place) for place in silent.reader.text_map.to_qt_span(rail.stretches[0]))
    assert rail.words_at(QPoint(3, round((start + end) / 2))).startswith("No source is named here: ")


def test_the_next_stretch_without_a_source_is_gone_to(silent, rail, actions):
    actions["next_unsourced"].trigger()
    assert silent.reader.point_of(rail.stretches[0].start).y() < 40


def test_an_article_without_such_a_stretch_says_so(window, actions):
    actions["next_unsourced"].trigger()
    assert window.messages.text == "No longer stretch of this article is without a source."


def test_another_theme_draws_it_anew(window, rail):
    light = rail.grab().toImage().pixelColor(WIDTH - 1, 2)
    window.preferences.choose("theme", "dark")
    assert rail.grab().toImage().pixelColor(WIDTH - 1, 2) != light


def test_tiers_are_told_by_shape_alone(qapp, workspace):
    theme = theme_of(Scheme.LIGHT, workspace.styles)
    shapes = set()
    for role in (*(role for role in Role if role.on_scale), Role.UNRATED, Role.ANONYMOUS, Role.PERSON, Role.NOT_ASSERTED):
        image = QImage(MARK, HIGH, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_mark(painter, QRectF(0, 0, MARK, HIGH), role, theme)
        painter.end()
        shapes.add(tuple(image.pixelColor(x, y).lightness() < 200 for x in range(MARK) for y in range(HIGH)))
    assert len(shapes) == 9


def test_a_filter_that_holds_nothing_leaves_the_rail_empty(window, rail):
    rail.show_only(ClaimFilter(frozenset({"nobody.example"})))
    assert rail.marks == ()


def test_without_its_filter_the_rail_is_as_before_and_knows_what_changed_meanwhile(window, rail):
    def looks() -> QImage:
        rail.repaint()
        return rail.grab().toImage()

    before, marks = looks(), rail.marks
    narrowed = ClaimFilter(frozenset({"nobody.example"}))
    rail.show_only(narrowed)
    assert looks() != before
    rail.show_only(ClaimFilter())
    assert (looks(), rail.marks) == (before, marks)
    rail.show_only(narrowed)
    reading = window.reader.reading
    rail.show_reading(replace(reading, claims=reading.claims[:1]))
    rail.show_only(ClaimFilter())
    assert [claim for _, claim in rail.marks] == [reading.claims[0].id]
    assert looks() != before


def test_claims_linked_with_the_article_beside_are_framed(window, rail):
    def looks() -> QImage:
        rail.repaint()
        return rail.grab().toImage()

    before = looks()
    rail.show_linked(frozenset({"c9"}))
    y = round(at(rail, "c9"))
    after = looks()
    rows = {row for row in range(before.height()) for x in range(WIDTH) if after.pixel(x, row) != before.pixel(x, row)}
    assert rows
    assert min(rows) >= y - 3
    assert max(rows) <= y + HIGH + 3
    rail.show_only(ClaimFilter(frozenset({"nobody.example"})))
    hidden = looks()
    rail.show_linked(frozenset())
    assert looks() == hidden, "what is not shown has no frame"
