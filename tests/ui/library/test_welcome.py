from pathlib import Path

from ui.library.recent import KINDS
from ui.window import MainWindow
from ui.words import counted


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
    for kind in ("WARC", "Safari", "MAFF", "ZIP", "PDF", "EPUB", "e-mail", "Markdown", "text"):
        assert kind in KINDS


def test_one_of_a_kind_is_counted_in_the_singular():
    assert [counted(number, "claim") for number in (0, 1, 2, 1200)] == ["0 claims", "1 claim", "2 claims", "1,200 claims"]
