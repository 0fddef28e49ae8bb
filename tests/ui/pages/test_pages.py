"""The printed pages: the same claims, the same card, and a way there and back that keeps the place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage

from credibility.model import PageRect, PageSize, Role, Span
from ui.filtering import ClaimFilter
from ui.pages.layout import GAP, MARGIN, lay_out
from ui.theme import Scheme, theme_of


@pytest.fixture
def pages(window, workspace, actions, qtbot):
    """The window with an article on printed pages in front."""
    workspace.printed = True
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(Path("/saved/bridge.html"))
    with qtbot.waitSignal(window.centre.turning.stack.currentChanged):
        actions["pages"].trigger()
    return window.centre.pages


def test_pages_are_offered_only_where_there_are_some(window, actions):
    assert not actions["pages"].isVisible()


def test_pages_are_shown_and_the_text_again(window, pages, actions):
    assert window.centre.turning.front is pages
    assert actions["pages"].isVisible()
    assert actions["pages"].isChecked()
    actions["pages"].trigger()
    assert window.centre.turning.front is window.reader
    assert not actions["pages"].isChecked()


def test_only_pages_in_view_are_drawn(pages, workspace, qtbot):
    qtbot.waitUntil(lambda: len(workspace.drawn) >= 1)
    assert len(pages._layout.frames) > 3
    assert {number for number, _ in workspace.drawn} <= {0, 1}
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(pages._layout.frames) - 1 in {number for number, _ in workspace.drawn})


def test_a_drawn_page_is_kept(pages, workspace, qtbot):
    qtbot.waitUntil(lambda: len(workspace.drawn) >= 1)
    pages.viewport().repaint()
    drawn = list(workspace.drawn)
    pages.viewport().repaint()
    assert workspace.drawn == drawn


def test_f8_walks_through_the_claims_on_the_pages(window, pages, actions):
    actions["next_claim"].trigger()
    assert window.panel.current == pages.current_claim == window.reader.current_claim == "c1"
    actions["previous_claim"].trigger()
    assert pages.current_claim == "c17"
    (rect, *_) = pages.rects_of("c17")
    assert 0 < rect.top() < pages.viewport().height()


def test_a_click_on_a_claim_shows_its_card(window, pages, actions, qtbot):
    window.show_claim("c3")
    rect = pages.rects_of("c3")[0]
    window.show_claim("c1", scroll=False)
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert window.panel.current == "c3"
    assert pages.claim_at_point(QPoint(2, 2)) is None


def test_the_mark_beside_a_claim_is_the_claims_too(window, pages):
    window.show_claim("c1")
    pages.viewport().repaint()
    rect = pages.rects_of("c1")[0]
    (mark,) = (box for box, claim_id in pages._marks if claim_id == "c1")
    assert pages.claim_at_point(mark.center().toPoint()) == "c1"
    assert abs(mark.center().y() - rect.center().y()) < 2


def test_marks_stand_beside_the_lines_and_not_on_each_other(window, pages):
    window.show_claim("c3")
    pages.viewport().repaint()
    edge = pages._layout.frames[0].left() + 46 * pages._layout.scale  # a line may begin with a space
    boxes = [box for box, _ in pages._marks]
    assert all(box.right() <= edge for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_claim_is_washed_in_its_roles_tint_on_white_paper_in_both_schemes(window, pages, workspace, qtbot):
    window.show_claim("c3")
    window.show_claim("c1", scroll=False)
    rect = pages.rects_of("c3")[0]
    at = QPointF(rect.left() + 3, rect.center().y()).toPoint()
    wash = theme_of(Scheme.LIGHT, workspace.styles).wash(Role.MIXED)
    for scheme in ("light", "dark"):
        window._looks.choose("theme", scheme)
        seen = pages.viewport().grab().toImage().pixelColor(at)
        assert max(abs(seen.red() - wash.red()), abs(seen.green() - wash.green()), abs(seen.blue() - wash.blue())) <= 3


def test_a_role_switched_off_is_neither_drawn_nor_found(window, pages):
    window.show_claim("c3")
    at = pages.rects_of("c3")[0].center().toPoint()
    window.centre.show_only(ClaimFilter(frozenset({Role.HIGH})))
    pages.viewport().repaint()
    assert pages.claim_at_point(at) is None


def test_turning_there_and_back_keeps_the_place_to_the_pixel(window, pages, actions):
    actions["pages"].trigger()
    bar = window.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    for _ in range(3):
        actions["pages"].trigger()
        actions["pages"].trigger()
    assert bar.value() == place


def test_the_place_on_the_text_is_found_on_the_pages_and_the_other_way_round(window, pages, actions):
    actions["pages"].trigger()
    window.reader.verticalScrollBar().setValue(window.reader.verticalScrollBar().maximum() // 2)
    text_offset = window.reader.first_offset_on_screen()
    actions["pages"].trigger()
    assert abs(pages.first_offset_on_screen() - text_offset) < 130
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().value() // 2)
    page_offset = pages.first_offset_on_screen()
    actions["pages"].trigger()
    assert abs(window.reader.first_offset_on_screen() - page_offset) < 130


def test_zoom_is_the_pages_own_and_keeps_the_middle(window, pages, actions, workspace):
    bar = pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = (bar.value() + pages.viewport().height() / 2) / pages._layout.height
    actions["zoom_in"].trigger()
    assert pages.zoom > 1
    assert (bar.value() + pages.viewport().height() / 2) / pages._layout.height == pytest.approx(middle, abs=0.01)
    assert workspace.settings.get("font_size") == 13
    actions["zoom_reset"].trigger()
    assert pages.zoom == 1


def test_a_damaged_page_is_named_and_the_others_are_drawn(window, pages, workspace, qtbot):
    workspace.broken_page = 2
    pages.show_offset(pages._print.lines[17].offsets[0])
    qtbot.waitUntil(lambda: "Page 3 of this PDF is damaged" in window.messages.text)
    pages.show_offset(pages._print.lines[26].offsets[0])
    qtbot.waitUntil(lambda: 3 in {number for number, _ in workspace.drawn})


def test_an_edit_recolours_the_pages_too(window, pages, workspace):
    window.claims.reject("c3")
    assert pages.rects_of("c3") == ()
    window.edits.undo()
    assert pages.rects_of("c3")


def test_find_goes_back_to_the_text(window, pages, actions):
    actions["find"].trigger()
    assert window.centre.turning.front is window.reader
    assert window.find_bar.isVisible()


def test_another_article_begins_with_its_text(window, pages, qtbot):
    with qtbot.waitSignal(window.article_opened):
        window.open_path(Path("/saved/bridge.html"))
    assert window.centre.turning.front is window.reader


def test_pages_lie_under_each_other_and_the_widest_fills_the_view():
    layout = lay_out((PageSize(300, 400), PageSize(600, 400)), 1.0, 648)
    assert layout.scale == pytest.approx((648 - 2 * MARGIN) / 600)
    first, second = layout.frames
    assert second.top() == pytest.approx(first.bottom() + GAP, abs=1)
    assert first.center().x() == pytest.approx(second.center().x(), abs=1)
    assert list(layout.shown(0, first.bottom())) == [0]
    assert layout.point(first.topLeft() + QPointF(10, 20)) == pytest.approx((0, 10 / layout.scale, 20 / layout.scale))
    assert layout.point(QPointF(1, 1)) is None
    placed = layout.place(PageRect(1, 0, 0, 600, 400))
    assert (placed.left(), placed.width()) == pytest.approx((second.left(), second.width()))


def test_a_span_over_two_lines_has_two_rectangles(window, pages):
    print_ = pages._print
    first, second = print_.lines[3], print_.lines[4]
    rects = list(print_.rects(Span(first.offsets[-3], second.offsets[2] + 1)))
    assert [rect.top for rect in rects] == [first.top, second.top]
    assert list(print_.rects(Span(10**9, 10**9 + 5))) == []


def test_claims_linked_with_the_article_beside_are_framed_in_dashes(window, pages):
    def looks() -> QImage:
        pages.viewport().repaint()
        return pages.viewport().grab().toImage()

    before = looks()
    claim = next(rated.id for rated in window.reader.reading.claims if pages.rects_of(rated.id) and is_in_view(pages, rated.id))
    window.centre.show_linked(frozenset({claim}))
    frame = pages.rects_of(claim)[0].adjusted(-2, -1, 2, 1)
    edge = [round(frame.left() + step) for step in range(8, round(frame.width()) - 8)]
    after, y = looks(), round(frame.top())
    darker = [before.pixelColor(x, y).lightness() - after.pixelColor(x, y).lightness() for x in edge]
    most = max(darker)
    assert most > 20, "a frame"
    assert sum(each < most / 3 for each in darker) > len(edge) / 10, "with gaps"
    window.centre.show_linked(frozenset())
    assert looks() == before


def is_in_view(pages, claim: str) -> bool:
    rect = pages.rects_of(claim)[0]
    return rect.top() > 4 and rect.bottom() < pages.viewport().height() and rect.width() > 60
