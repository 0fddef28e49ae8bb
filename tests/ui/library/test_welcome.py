from pathlib import Path

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
