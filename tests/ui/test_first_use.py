"""What a first use stumbled over, and what else it promises."""

from tests.ui.conftest import ARTICLE
from ui.frame.foot import FootLine


def test_what_has_happened_leaves_the_foot_line_and_what_is_going_on_stays(window, qtbot, monkeypatch):
    told = FootLine(window)
    told._time.setInterval(1)
    told.happened("2 claims came.")
    assert told.label.text() == "2 claims came."
    qtbot.waitUntil(lambda: told.label.text() == "")
    told.happened("2 claims came.")
    told.going_on("Looking…")
    qtbot.wait(20)
    assert told.label.text() == "Looking…"


def test_a_place_found_stands_within_the_page_with_what_is_before_it(window, actions, qtbot):
    window.resize(700, 500)
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    for _ in range(5):
        window.find_bar.search()
        bar, top = window.reader.verticalScrollBar(), window.reader.cursorRect().top()
        high = window.reader.viewport().height()
        assert top >= high * 0.1 or bar.value() == bar.minimum()
        assert top <= high * 0.8 or bar.value() == bar.maximum()


def test_the_article_on_the_page_opened_again_keeps_its_claim(window, qtbot):
    window.show_claim("c3")
    with qtbot.waitSignal(window.article_opened):
        window.open_path(ARTICLE)
    assert window.panel.current == "c3"
    assert window.reader.current_claim == "c3"


def test_an_export_of_what_is_shown_says_how_much_that_is(window, actions, workspace, monkeypatch):
    titles: list[str] = []
    monkeypatch.setattr("ui.frame.acts.export_acts.ask_target", lambda _window, _workspace, title: titles.append(title))
    window.panel.turn(next(iter(window.reader.reading.tally.outlets))[0])
    actions["export_shown"].trigger()
    actions["export_pdf"].trigger()
    assert titles == [f"Export {len(window.panel.shown_ids())} of 18 claims", ""]
