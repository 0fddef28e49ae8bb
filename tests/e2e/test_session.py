"""Closing and coming back: the same article, place, claim and panel; text from the clipboard, kept and forgotten."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model.library import LibraryQuery, PastedArticle
from tests.e2e.conftest import EXAMPLE, begin, open_in
from ui.library.pasting import PasteForm

PASTED = (
    "A * in the title\n\nNewsweek reported that the [quay] is closed.\n1. It was not said why.\n\nThe BBC said that the bridge is safe."
)


def test_the_window_comes_back_to_the_place_and_the_claim(qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A title\n\nThe BBC said that the bridge is safe.\n", encoding="utf-8")
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        assert not window.own.session.restore(window.open_path)
        open_in(window, qtbot, EXAMPLE)
        for _ in range(9):
            window.commands["next_claim"].trigger()
        chosen, place = window.panel.current, window.reader.first_offset_on_screen()
        assert place > 0
        open_in(window, qtbot, other)
        open_in(window, qtbot, EXAMPLE)
        assert abs(window.reader.first_offset_on_screen() - place) < 200, "each article opens where it was left"
        assert chosen
        window.show_claim(chosen, scroll=False)
        window.commands["panel"].trigger()
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
            assert window.own.session.restore(window.open_path)
        assert window.panel.current == chosen
        assert abs(window.reader.first_offset_on_screen() - place) < 200
        assert window.panel.isHidden()
        assert not window.commands["panel"].isChecked()
        workspace.settings.set("remember", False)
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        assert not window.own.session.restore(window.open_path)
        window.close()


def test_text_from_the_clipboard_is_an_article_until_it_is_forgotten(qtbot: QtBot, home: Path) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        window.commands["paste_article"].trigger()
        form = window.findChild(PasteForm)
        form.url.setText("https://www.theguardian.com/world/quay")
        form.day.setText("2026-03-05")
        with qtbot.waitSignal(window.article_opened):
            form.open_button.click()
        reading = workspace.reading
        assert reading
        article = reading.article
        assert (article.title, article.url, str(article.published)[:10]) == (
            "A * in the title",
            "https://www.theguardian.com/world/quay",
            "2026-03-05",
        )
        assert reading.publisher
        assert reading.publisher.name == "The Guardian"
        assert (
            article.text == "Newsweek reported that the [quay] is closed.\n1. It was not said why.\nThe BBC said that the bridge is safe."
        )
        assert len(list((home / "pasted").iterdir())) == 1
        workspace.library.forget(workspace.library.search(LibraryQuery()).rows)
        assert list((home / "pasted").iterdir()) == []
        window.close()
        assert workspace.settings.get("session") == {}, "forgotten while it was open"


def test_pasted_text_is_gone_at_the_end_where_nothing_is_remembered(home: Path) -> None:
    with Workspace.at() as workspace:
        workspace.settings.set("remember", False)
        workspace.open_article(workspace.keep_pasted(PastedArticle("A title", "The BBC said that the bridge is safe.")))
        assert len(list((home / "pasted").iterdir())) == 1
    assert list((home / "pasted").iterdir()) == []
