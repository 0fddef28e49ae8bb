from pathlib import Path

from PySide6.QtWidgets import QLabel

from credibility.floor.language import speak
from credibility.model import Rater
from ui.library.welcome import CAUTION, ENGLISH_ONLY, KINDS, raters_in_words
from ui.window import MainWindow


def test_recent_articles_are_offered_and_opened(qtbot, workspace):
    workspace.recent = (Path("/saved/bridge.html"), Path("/saved/old.html"))
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    listed = window.welcome.list
    assert [listed.item(row).text() for row in range(listed.count())] == ["bridge\n/saved", "old\n/saved"]
    with qtbot.waitSignal(window.article_opened):
        listed.itemActivated.emit(listed.item(1))
    assert workspace.recent[0] == Path("/saved/old.html")
    window.close()


def test_without_recent_articles_nothing_is_listed(qtbot, workspace):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    assert window.welcome.list.isHidden()
    assert window.welcome.open_button.isVisible()


def test_every_kind_of_file_that_can_be_read_is_named():
    for kind in (
        "WARC",
        "Safari",
        "MAFF",
        "ZIP",
        "PDF",
        "Word",
        "OpenDocument",
        "RTF",
        "EPUB",
        "FB2",
        "e-mail",
        "feeds",
        "Markdown",
        "text",
    ):
        assert kind in KINDS


def test_the_first_page_says_what_colours_mean_and_whose_ratings_there_are(qtbot, workspace):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    samples = [sample.accessibleName() for sample in window.welcome.samples]
    assert samples == ["High", "Generally reliable", "Mixed", "Low", "Very low"]
    assert "never the truth of a claim" in CAUTION
    assert window.welcome.raters.text() == raters_in_words(workspace.raters.all())
    light = window.welcome.samples[0].grab().toImage()
    window.preferences.choose("theme", "dark")
    assert window.welcome.samples[0].grab().toImage() != light
    window.close()


def test_raters_are_named_in_the_order_in_which_they_decide():
    mine, first, second = Rater("me", "You", 0), Rater("rsp", "Wikipedia: …", 1), Rater("pc1", "Lin et al.", 2)
    assert "your own first, then those of Wikipedia RSP, then PC1" in raters_in_words((mine, first, second))
    assert "Wikipedia" not in raters_in_words((mine, Rater("rsp", "Wikipedia: …", 1, enabled=False), second))
    assert raters_in_words((mine,)) == "Ratings are your own: your table holds no other rater."


def test_the_example_opens_on_a_coloured_claim(qtbot, workspace):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.article_opened):
        window.welcome.example_button.click()
    assert window.panel.card.claim.drawn.on_scale
    assert window.panel.current == "c1"
    window.close()


def test_a_window_in_another_language_says_that_prose_is_searched_in_english_only(qtbot, workspace):
    def is_told() -> bool:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        return ENGLISH_ONLY in [each.text() for each in window.welcome.findChildren(QLabel)]

    assert not is_told()
    speak("tr")
    try:
        assert is_told()
    finally:
        speak()
