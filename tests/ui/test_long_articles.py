"""What a click, a move or a jump asks of an article with more than a thousand claims: counted, not timed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextDocument

import ui.filtering
import ui.reader.painting.highlights
from credibility.model import Reading
from tests.bench.window import long_reading
from tests.ui.fake_workspace import FakeWorkspace
from ui.filtering import ClaimFilter, FacetIndex, facets_of
from ui.frame.centre import ANOTHER
from ui.reader.painting.geometry import blocks_between, position_at
from ui.window import MainWindow

FEW = 40  # blocks or claims that a screen may ask for


@pytest.fixture(scope="module")
def reading() -> Reading:
    made = long_reading(250_000)
    assert len(made.claims) > 1_500
    return made


@pytest.fixture
def window(qtbot, reading: Reading) -> Iterator[MainWindow]:
    made = MainWindow(FakeWorkspace(reading))
    qtbot.addWidget(made)
    made.resize(1200, 820)
    made.show()
    made.centre.show_reading(reading)
    made.reader.finish_setting()
    made.centre.later.settle()
    yield made
    made.close()


def test_the_index_holds_what_the_filter_holds_and_looks_at_a_changed_claim_alone(reading: Reading, monkeypatch) -> None:
    index, asked = FacetIndex(), []
    for facet in (*index.counts(reading.claims), "nobody.example"):
        chosen = ClaimFilter(frozenset({facet}))
        assert index.held(reading.claims, chosen) == tuple(filter(chosen.holds, reading.claims))
    monkeypatch.setattr(ui.filtering, "facets_of", lambda rated: asked.append(rated) or facets_of(rated))
    changed = (*reading.claims[:7], replace(reading.claims[7], rated_after=True), *reading.claims[8:])
    assert index.counts(changed) == FacetIndex().counts(reading.claims)
    asked.clear()
    assert index.counts(reading.claims)
    assert asked == [reading.claims[7]]
    assert index.counts(reading.claims[:10]) == FacetIndex().counts(reading.claims[:10])


def test_a_filter_asks_no_claim_twice(window: MainWindow, reading: Reading, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(ui.filtering, "facets_of", lambda rated: asked.append(rated) or facets_of(rated))
    window.panel.turn("gazette.example")
    window.reader.viewport().repaint()
    window.centre.rail.repaint()
    assert {rated.resolution.outlet.slug for rated in window.panel.model.claims} == {"gazette.example"}
    assert len(window.centre.rail.marks) == len(window.panel.model.claims)
    assert len(asked) < FEW


def test_a_changed_rating_draws_rows_again_without_laying_them_out(window: MainWindow, reading: Reading, monkeypatch) -> None:
    window.repaint()
    asked = []
    model = window.panel.model
    monkeypatch.setattr(type(model), "rowCount", lambda self, parent=None: asked.append(1) or len(self._shown))
    changed = replace(reading, claims=(replace(reading.claims[0], rated_after=True), *reading.claims[1:]))
    window.apply(changed)
    window.centre.later.settle()
    window.panel.repaint()
    assert model.claims[0].rated_after
    assert len(asked) < len(reading.claims)


def test_a_move_of_the_mouse_asks_only_the_blocks_under_it(window: MainWindow, reading: Reading, monkeypatch) -> None:
    last = reading.claims[-1]
    window.show_claim(last.id)
    window.reader.viewport().repaint()
    asked = []
    whole = QTextDocument.documentLayout(window.reader.document())
    monkeypatch.setattr(
        "ui.reader.painting.highlights.Highlight",
        lambda *given, made=ui.reader.painting.highlights.Highlight: asked.append(1) or made(*given),
    )
    place = window.reader.point_of(last.claim.content[0].start + 1)
    assert window.reader.claim_at_point(place) == last.id
    assert len(asked) < FEW
    assert whole.blockBoundingRect(window.reader.document().lastBlock()).top() > 100_000, "there are blocks that were not asked"


def test_places_are_found_as_qt_finds_them(window: MainWindow) -> None:
    document = window.reader.document()
    layout, height = document.documentLayout(), document.size().height()
    for number in range(400):
        place = QPointF(number * 37 % window.reader.width(), number * height / 400)
        assert position_at(document, place) == layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)


def test_a_strip_of_the_page_asks_for_its_blocks_alone(window: MainWindow) -> None:
    document, middle = window.reader.document(), window.reader.document().size().height() / 2
    seen = [block.blockNumber() for block, _ in blocks_between(document, middle, middle + 800)]
    assert 0 < len(seen) < FEW
    assert seen == list(range(seen[0], seen[-1] + 1))


def test_a_jump_over_what_is_not_set_waits_for_it(qtbot, reading: Reading) -> None:
    window = MainWindow(FakeWorkspace(reading))
    qtbot.addWidget(window)
    window.show()
    window.centre.show_reading(reading)
    window.show_claim(reading.claims[-1].id)
    assert not window.reader.is_set, "the window does not stand still until the last claim is set"
    assert window.reader.current_claim == reading.claims[-1].id
    qtbot.waitUntil(lambda: window.reader.is_set and window.panel.current == reading.claims[-1].id)
    seen = window.reader.point_of(reading.claims[-1].claim.content[0].start).y()
    assert 0 < seen < window.reader.viewport().height()
    window.close()


def test_another_place_asked_for_meanwhile_wins(qtbot, reading: Reading) -> None:
    window = MainWindow(FakeWorkspace(reading))
    qtbot.addWidget(window)
    window.show()
    window.centre.show_reading(reading)
    window.centre.rail._scroll_to(window.centre.rail.height())
    assert not window.reader.is_set
    window.show_claim(reading.claims[0].id)
    qtbot.waitUntil(lambda: window.reader.is_set)
    assert 0 < window.reader.point_of(reading.claims[0].claim.content[0].start).y() < window.reader.viewport().height()
    window.close()


def test_nothing_of_the_article_before_can_be_chosen(window: MainWindow, reading: Reading) -> None:
    other = replace(reading, article=replace(reading.article, title="Other"), claims=reading.claims[:-1])
    gone = reading.claims[-1].id
    window.centre.show_reading(other)
    assert window.centre.rail.claim_near(5) is None
    window.panel.claim_chosen.emit(gone)
    assert window.reader.current_claim is None
    window.centre.later.settle()
    assert window.panel.current is None
    assert len(window.panel.model.claims) == len(other.claims)


def test_a_claim_chosen_while_the_panel_is_filled_is_in_it_afterwards(window: MainWindow, reading: Reading) -> None:
    centre = window.centre
    centre.show_reading(reading)
    assert window.panel.model.claims == reading.claims, "still those of before"
    window.show_claim(reading.claims[-1].id)
    window.show_claim(reading.claims[-2].id)
    assert centre.later.awaits(ANOTHER), "nothing was counted for it"
    assert window.reader.current_claim == reading.claims[-2].id
    centre.later.settle()
    assert window.panel.current == reading.claims[-2].id
    assert window.panel.list.currentIndex().row() == len(reading.claims) - 2


def test_f8_goes_from_claim_to_claim_while_the_panel_is_filled(window: MainWindow, reading: Reading) -> None:
    window.centre.show_reading(reading)
    seen = []
    for step in (1, 1, -1, -1):
        window.claims.step(step)
        seen.append(window.reader.current_claim)
    assert window.centre.later.awaits(ANOTHER)
    ids = [rated.id for rated in reading.claims]
    assert seen == [ids[0], ids[1], ids[0], ids[-1]]
    window.centre.later.settle()
    assert window.panel.current == ids[-1]


def test_a_claim_chosen_early_is_not_chosen_in_the_next_article(window: MainWindow, reading: Reading) -> None:
    window.centre.show_reading(reading)
    window.show_claim(reading.claims[-1].id)
    window.centre.show_reading(reading)
    window.centre.later.settle()
    assert window.panel.current is None
    window.centre.show_reading(reading)
    window.show_claim("nobody")
    window.centre.later.settle()
    assert window.panel.current is None
