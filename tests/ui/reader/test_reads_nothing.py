"""The page opens no file and makes no connection, whatever its text names. Watched by the kernel (inotify), not by Qt."""

import ctypes
import os
import socket
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from tests.ui.articles import picture
from tests.ui.fake_workspace import read_styles
from ui.reader import ReaderView, Typography
from ui.theme import Scheme, theme_of

IN_OPEN = 0x20
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")


@pytest.fixture
def watched(tmp_path):
    """An image file, and a function that says whether it was opened since."""
    path = tmp_path / "picture.png"
    path.write_bytes(picture(8, 8))
    libc = ctypes.CDLL(None, use_errno=True)
    handle = libc.inotify_init1(os.O_NONBLOCK)
    assert libc.inotify_add_watch(handle, os.fsencode(path), IN_OPEN) >= 0

    def was_opened() -> bool:
        try:
            return bool(os.read(handle, 4096))
        except BlockingIOError:
            return False

    yield path, was_opened
    os.close(handle)


def show(view: QTextBrowser, html: str, qtbot) -> None:
    qtbot.addWidget(view)
    view.setHtml(html)
    view.resize(300, 200)
    view.show()
    view.grab()


def page() -> ReaderView:
    return ReaderView(theme_of(Scheme.LIGHT, read_styles()), Typography())


def test_the_watch_sees_an_ordinary_browser_open_the_file(qtbot, watched):
    path, was_opened = watched
    show(QTextBrowser(), f'<img src="{QUrl.fromLocalFile(str(path)).toString()}">', qtbot)
    assert was_opened()


@pytest.mark.parametrize("form", ["url", "path"])
def test_the_page_does_not_open_it(qtbot, watched, form):
    path, was_opened = watched
    named = QUrl.fromLocalFile(str(path)).toString() if form == "url" else str(path)
    view = page()
    show(view, f'<link rel="stylesheet" href="{named}"><img src="{named}"><p style="background: url({named})">x</p>', qtbot)
    for kind in QTextDocument.ResourceType:
        view.document().resource(kind.value, QUrl(named))
    assert not was_opened()


def test_the_page_makes_no_connection(qtbot):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/picture.png"
        view = page()
        show(view, f'<img src="{address}">', qtbot)
        view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_click_on_a_link_leaves_the_page_where_it_is(qtbot, watched):
    path, was_opened = watched
    view = page()
    show(view, "<p>article</p>", qtbot)
    heard = []
    view.link_activated.connect(heard.append)
    view.anchorClicked.emit(QUrl.fromLocalFile(str(path)))
    assert heard == [QUrl.fromLocalFile(str(path)).toString()]
    assert view.toPlainText() == "article"
    assert not was_opened()
