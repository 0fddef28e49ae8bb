"""The article's outlets and kinds of source, and showing only some of them: on the page, in the list, in the counts, on paper."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from credibility.model import Role, Source, SourceKind
from tests.ui.articles import bridge_reading
from ui.filtering import Across, ClaimFilter, FacetIndex, facets_of
from ui.overview.outlets_bar import OutletLine

EVERY = 18


def shown(window) -> list[str]:
    return [rated.id for rated in window.panel.model.claims]


def drawn(window) -> set[str]:
    """The claims that have a mark beside the page, wherever it is scrolled to."""
    marks = set()
    bar = window.reader.verticalScrollBar()
    for place in range(0, bar.maximum() + 1, max(1, window.reader.viewport().height() // 2)):
        bar.setValue(place)
        window.reader.viewport().repaint()
        marks |= {claim for _, claim in window.reader._drawn.marks}
    return marks


def row(window, name: str):
    return next(row for row in window.panel.outlets.rows if row.use.outlet.name == name)


def test_the_panel_begins_with_the_outlets_of_most_claims_first(window):
    bar = window.panel.outlets
    assert bar.head.text() == "Leans on 8 outlets"
    assert [row.accessibleName() for row in bar.rows] == [
        "the Harbour Gazette, High, 2 claims",
        "Tide News Agency, Generally reliable, 1 claim",
        "The Kestrel, Mixed, raters disagree, 1 claim",
        "Dockside Daily, Low, 1 claim",
        "The Klaxon, Very low, 1 claim",
    ]
    assert bar.mapTo(window.panel, bar.rect().topLeft()).y() == 0


def test_the_rest_of_the_outlets_is_unfolded(window):
    bar = window.panel.outlets
    assert bar.more.text() == "3 more ▾"
    bar.more.click()
    assert len(bar.rows) == 8
    bar.more.click()
    assert len(bar.rows) == 5


def test_an_outlet_shows_only_its_claims_a_second_one_adds_and_escape_shows_all(window):
    row(window, "the Harbour Gazette").click()
    assert shown(window) == ["c1", "c17"]
    assert drawn(window) == {"c1", "c17"}
    row(window, "Tide News Agency").click()
    assert shown(window) == ["c1", "c2", "c17"]
    assert window.panel.legend.shown.text() == "Showing 3 of 18 claims"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(shown(window)) == EVERY == len(drawn(window))
    assert window.panel.legend.shown.isHidden() or not window.panel.legend.shown.isVisible()
    assert not any(row.isChecked() for row in window.panel.outlets.rows)


def test_an_outlet_clicked_again_is_no_longer_asked_for(window):
    row(window, "Tide News Agency").click()
    row(window, "Tide News Agency").click()
    assert len(shown(window)) == EVERY
    assert not window.panel.filter


def test_what_an_outlet_did_not_say_is_none_of_its_claims(window):
    row(window, "Dockside Daily").click()
    assert shown(window) == ["c8"]


def test_anonymous_goes_across_the_tiers(window, actions):
    actions["only_anonymous"].trigger()
    assert shown(window) == ["c8", "c14"]
    assert {rated.drawn for rated in window.panel.model.claims} == {Role.LOW, Role.ANONYMOUS}
    assert actions["only_anonymous"].isChecked()
    assert window.panel.legend.pill(Across.ANONYMOUS).isChecked()
    actions["all_claims"].trigger()
    assert len(shown(window)) == EVERY
    assert not actions["only_anonymous"].isChecked()


def test_the_sources_of_a_source_count_for_anonymous():
    rated = bridge_reading().claims[0]
    assert Across.ANONYMOUS not in set(facets_of(rated))
    inner = replace(rated, claim=replace(rated.claim, inner=Source(SourceKind.ANONYMOUS)))
    assert Across.ANONYMOUS in set(facets_of(inner))


def test_the_outlet_of_the_current_claim_is_shown_alone_by_key(window, actions):
    window.show_claim("c17")
    actions["only_outlet"].trigger()
    assert shown(window) == ["c1", "c17"]
    assert window.panel.current == "c17"
    actions["only_outlet"].trigger()
    window.show_claim("c4")
    actions["only_outlet"].trigger()
    assert shown(window) == ["c4"]


def test_the_keyboard_reaches_outlets_and_pills(window, actions):
    window.centre.rail.setFocus()
    actions["next_pane"].trigger()
    assert QApplication.focusWidget() is window.panel.outlets.rows[0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert shown(window) == ["c1", "c17"]
    seen = []
    while not isinstance(QApplication.focusWidget(), type(window.panel.legend.pills[0])) and len(seen) < 12:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[-1] in window.panel.legend.pills
    actions["next_pane"].trigger()
    assert QApplication.focusWidget() is window.panel.list


def test_f8_steps_through_what_is_shown(window, actions):
    row(window, "the Harbour Gazette").click()
    stepped = []
    for _ in range(3):
        actions["next_claim"].trigger()
        stepped.append(window.panel.current)
    assert stepped == ["c1", "c17", "c1"]


def test_a_click_beside_the_filter_finds_no_claim(window, qtbot):
    reader = window.reader
    start = reader.reading.claim("c2").claim.content[0].start + 2  # the first character may be where a line breaks
    qtbot.waitUntil(lambda: reader.claim_at_point(reader.point_of(start)) == "c2")  # once the page is laid out so far
    place = reader.point_of(start)
    row(window, "the Harbour Gazette").click()
    assert window.reader.claim_at_point(place) is None


def test_the_filter_holds_for_the_article_that_it_was_chosen_in(window, qtbot):
    row(window, "Tide News Agency").click()
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(Path("/saved/other.html"))
    assert not window.panel.filter
    assert len(shown(window)) == EVERY == len(drawn(window))


def test_only_what_is_shown_is_exported_on_wish(window, actions, workspace, qtbot, tmp_path, monkeypatch):
    assert not actions["export_shown"].isEnabled()
    row(window, "the Harbour Gazette").click()
    assert actions["export_shown"].isEnabled()
    monkeypatch.setattr("ui.frame.acts.export_acts.ask_target", lambda *_: tmp_path / "some.pdf")
    for name, only in (("export_shown", frozenset({"c1", "c17"})), ("export_pdf", None)):
        with qtbot.waitSignal(window.exported):
            actions[name].trigger()
        assert workspace.exported_only == only


def test_a_reading_cut_down_says_so():
    reading = bridge_reading()
    cut = reading.only(frozenset({"c1", "c2"}))
    assert [rated.id for rated in cut.claims] == ["c1", "c2"]
    assert cut.notes == ("Only 2 of 18 claims are marked, those chosen for this copy.",)
    assert reading.only(frozenset(rated.id for rated in reading.claims)) is reading


def test_every_claim_is_held_by_what_is_counted_for_it():
    claims = bridge_reading().claims
    for facet, count in FacetIndex().counts(claims).items():
        assert sum(map(ClaimFilter(frozenset({facet})).holds, claims)) == count


def test_with_larger_type_a_row_keeps_the_name_of_its_outlet_and_leaves_its_bar_out(window, monkeypatch):
    line = row(window, "the Harbour Gazette")

    def draws_bar(height: int) -> bool:
        drawn: list[object] = []
        monkeypatch.setattr(OutletLine, "_draw_bar", lambda *_: drawn.append(1))
        font = line.font()
        font.setPixelSize(height)
        line.setFont(font)
        line.resize(440, 60)
        line.grab()
        return bool(drawn)

    assert draws_bar(14)
    assert not draws_bar(28)
