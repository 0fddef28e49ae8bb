"""The page in a window: clicking, stepping, recolouring in place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from credibility.model import RatingDraft, Role, Span
from ui.filtering import ClaimFilter
from ui.reader.typesetting.typography import Typography


def colour_behind(window, offset: int) -> QColor:
    """The page's colour just under the top of a character's line box, where no letter reaches."""
    window.reader.repaint()
    point = window.reader.point_of(offset)
    image = window.reader.viewport().grab().toImage()
    return image.pixelColor(point.x() + 1, point.y() - 8)


def offset_of(window, claim_id: str) -> int:
    return window.reader.reading.claim(claim_id).claim.content[0].start


def test_a_click_on_a_claims_words_shows_it(window, qtbot):
    point = window.reader.point_of(offset_of(window, "c1") + 3)
    with qtbot.waitSignal(window.reader.claim_activated) as heard:
        qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert heard.args == ["c1"]
    assert window.panel.current == "c1"
    assert window.reader.current_claim == "c1"


def test_a_click_beside_every_claim_shows_nothing(window, qtbot):
    with qtbot.assertNotEmitted(window.reader.claim_activated):
        qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=window.reader.point_of(2))
        qtbot.mouseClick(window.reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_mark_in_the_gutter_is_the_claims_too(window):
    window.reader.repaint()
    line = window.reader.point_of(offset_of(window, "c1"))
    hits = {window.reader.claim_at_point(QPoint(x, line.y())) for x in range(0, line.x() - 10, 4)}
    assert hits == {None, "c1"}


def test_a_claim_is_washed_in_its_roles_tint(window):
    style = window._workspace.styles[Role.HIGH]
    assert colour_behind(window, offset_of(window, "c1") + 2) == QColor(style.wash)


def test_a_new_rating_recolours_in_place(window, workspace, actions):
    at = offset_of(window, "c1") + 2
    document, place = window.reader.document(), window.reader.verticalScrollBar().value()
    window.apply(workspace.set_rating(RatingDraft("gazette.example", 3.0, "They printed it twice")))
    assert colour_behind(window, at) == QColor(workspace.styles[Role.VERY_LOW].wash)
    assert window.reader.document() is document
    assert window.reader.verticalScrollBar().value() == place
    actions["undo"].trigger()
    assert colour_behind(window, at) == QColor(workspace.styles[Role.HIGH].wash)


def test_recolouring_keeps_scroll_place_and_selection(window, workspace):
    window.show_claim("c17")
    cursor = window.reader.textCursor()
    cursor.select(cursor.SelectionType.Document)
    window.reader.setTextCursor(cursor)
    place = window.reader.verticalScrollBar().value()
    window.apply(workspace.set_rating(RatingDraft("gazette.example", 3.0, "They printed it twice")))
    assert window.reader.verticalScrollBar().value() == place
    assert window.reader.textCursor().hasSelection()
    assert window.reader.current_claim == "c17"


def test_what_is_filtered_out_is_not_drawn(window):
    at = offset_of(window, "c1") + 2
    window.reader.show_only(ClaimFilter(frozenset({Role.MIXED})))
    assert colour_behind(window, at) == colour_behind(window, 2)
    assert window.reader.claim_at_point(window.reader.point_of(at)) is None


def test_words_of_the_explanation_are_brought_into_view(window):
    text = window.reader.reading.article.text
    at = text.index("What is certain")
    window.reader.point_at((Span(at, at + 4),))
    assert 0 < window.reader.point_of(at).y() < window.reader.viewport().height()


def test_larger_text_keeps_the_claim_where_it_stands(window):
    window.show_claim("c9")
    start = window.reader.reading.claim("c9").claim.content[0].start
    depth = window.reader.point_of(start).y()
    window.reader.set_typography(Typography(size=20.0))
    window.reader.finish_setting()
    assert abs(window.reader.point_of(start).y() - depth) < 12


def test_larger_text_keeps_the_place(window):
    window.show_claim("c9")
    window.reader.verticalScrollBar().setValue(window.reader.verticalScrollBar().maximum())
    window.show_claim("c1", scroll=False)
    top = window.reader.first_offset_on_screen()
    window.reader.set_typography(Typography(size=20.0))
    window.reader.finish_setting()
    assert abs(window.reader.first_offset_on_screen() - top) < 120


def test_the_column_is_as_wide_as_the_measure_and_centred(window):
    window.panel.hide()
    window.resize(1600, 800)
    margins = window.reader.document().rootFrame().frameFormat()
    column = window.reader.viewport().width() - margins.leftMargin() - margins.rightMargin()
    assert abs(column - window.reader.typography.column) < 2
    assert abs(margins.leftMargin() - margins.rightMargin()) < 2


def test_the_column_gives_way_in_a_narrow_window(window, qtbot):
    window.panel.hide()
    window.resize(500, 700)
    qtbot.waitUntil(lambda: window.reader.horizontalScrollBar().maximum() == 0)
    margins = window.reader.document().rootFrame().frameFormat()
    assert window.reader.viewport().width() - margins.leftMargin() - margins.rightMargin() < window.reader.typography.column


def test_a_link_under_the_pointer_is_told_and_points(window, qtbot):
    reader = window.reader
    link = reader.reading.article.links[0]
    told = []
    reader.link_hovered.connect(told.append)
    window.reader.show_offset(link.span.start)
    place = reader.point_of(link.span.start + 1)
    assert reader.link_at(place) == link.url
    qtbot.mouseMove(reader.viewport(), place)
    assert told == [link.url]
    assert reader.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(reader.viewport(), QPoint(3, 3))
    assert told == [link.url, ""]
    assert reader.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
