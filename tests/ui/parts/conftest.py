"""A window with a book of five chapters in it, open at the second."""

import pytest

from tests.ui.fake_book import FakeBook


@pytest.fixture
def workspace() -> FakeBook:
    return FakeBook()


@pytest.fixture
def switching(window):
    return window.centre.switching


@pytest.fixture
def opened(window, qtbot):
    """Do something and wait until it has opened an article; returns that article's title."""

    def call(act) -> str:
        with qtbot.waitSignal(window.article_opened):
            act()
        return window.reader.reading.article.title

    return call
