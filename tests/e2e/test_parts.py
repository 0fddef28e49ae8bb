"""Files that hold several articles, on the command line and in the window."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from app.cli import with_default_command
from app.workspace import Workspace
from tests.articles import lighthouse
from tests.conftest import Run
from ui.window import MainWindow


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc"
    path.write_bytes(lighthouse.crawl())
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.epub"
    path.write_bytes(lighthouse.epub())
    return path


def test_the_parts_of_a_file_are_listed_with_the_default_one_starred(run: Run, crawl: Path) -> None:
    code, out, _ = run("parts", crawl)
    assert code == 0
    assert out.splitlines() == [
        "1  Туман над гаванью\thttps://news.example.org/fog",
        f"2* {lighthouse.TITLE} | Example Courier\t{lighthouse.URL}",
        "3  Ferry & fog: what “nine days” cost\thttps://news.example.org/ferry",
        "4  https://news.example.org/2019/board",
    ]


def test_the_list_as_json(run: Run, book: Path, tmp_path: Path) -> None:
    chapters = [
        {"number": 1, "title": "Harbour Stories", "url": None, "kind": "chapter"},
        {"number": 2, "title": lighthouse.TITLE, "url": None, "kind": "chapter"},
    ]
    assert json.loads(run("parts", book, "--json")[1]) == {"part": 2, "parts": chapters}
    alone = tmp_path / "page.html"
    alone.write_text(lighthouse.page(), encoding="utf-8")
    assert json.loads(run("parts", alone, "--json")[1]) == {"part": None, "parts": []}
    assert run("parts", alone)[1] == "This file holds one article.\n"
    assert run("parts", tmp_path / "nope.warc")[0] == 3


def test_extract_claims_and_export_read_the_part_of_that_number(run: Run, crawl: Path, tmp_path: Path) -> None:
    extracted = json.loads(run("extract", crawl, "--part", "3", "--json")[1])
    assert (extracted["part"], len(extracted["parts"]), extracted["url"]) == (3, 4, "https://news.example.org/ferry")
    assert json.loads(run("claims", crawl, "--part", "3", "--json")[1])["text"] == extracted["text"]
    assert json.loads(run("claims", crawl, "--json")[1])["article"]["part"] == 2
    target = tmp_path / "out.pdf"
    assert run("export", crawl, "--part", "3", "-o", target)[0] == 0
    printed = " ".join(pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range().split())
    assert "after nine days of fog" in printed


def test_a_wrong_number_is_a_named_error(run: Run, crawl: Path, tmp_path: Path) -> None:
    for command in (("extract", crawl), ("claims", crawl), ("export", crawl, "-o", tmp_path / "out.pdf")):
        code, out, err = run(*command, "--part", "5")
        assert (code, out) == (3, "")
        assert err == "sourcetint: This file has no page number 5; it holds 4. Choose a number from 1 to 4.\n"
    assert run("extract", crawl, "--part", "0")[0] == 3


def test_the_command_line_takes_the_default_whatever_was_read_in_the_window(run: Run, crawl: Path) -> None:
    with Workspace.at() as window:
        window.open_article(crawl, part=3)
    assert json.loads(run("claims", crawl, "--json")[1])["article"]["part"] == 2
    run("claims", crawl, "--part", "1")
    with Workspace.at() as window:
        assert window.open_article(crawl).article.part == 3


def test_a_part_can_be_named_without_the_word_open() -> None:
    assert with_default_command(["FILE", "--part", "3"]) == ["open", "FILE", "--part", "3"]
    assert with_default_command(["--db", "D", "--part", "3", "FILE"]) == ["--db", "D", "open", "--part", "3", "FILE"]


def test_the_window_opens_the_default_goes_on_and_comes_back_to_what_was_read_last(crawl: Path, qtbot: QtBot) -> None:
    def titles(act: Callable[[], object], window: MainWindow) -> tuple[str, str]:
        with qtbot.waitSignal(window.article_opened):
            act()
        assert window.reader.reading
        assert window.centre.switching.bar
        return window.reader.reading.article.title, window.centre.switching.bar.place.text()

    with Workspace.at() as workspace:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        assert titles(lambda: window.open_path(crawl), window) == (lighthouse.TITLE, "Page 2 of 4")
        assert titles(window.commands["next_part"].trigger, window) == ("Ferry & fog: what “nine days” cost", "Page 3 of 4")
        assert workspace.recent_articles() == (crawl,)
        window.close()
    with Workspace.at() as workspace:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        (recent,) = workspace.recent_articles()
        assert titles(lambda: window.open_path(recent), window)[1] == "Page 3 of 4"
        window.close()
