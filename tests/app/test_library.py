"""What is opened is in the library, with what it cites; what is forgotten is gone from library, table and backups alike."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from app.ratings.opening import open_store
from app.workspace import Workspace
from credibility.floor.progress import silent
from credibility.model import BlockChoice, ExportError
from credibility.model.library import Group, LibraryQuery, Shelved


def rows(workspace: Workspace, words: str = "") -> tuple[Shelved, ...]:
    return workspace.library.search(LibraryQuery(words)).rows


def test_an_opened_article_is_found_by_its_words(workspace: Workspace, article: Path) -> None:
    workspace.open_article(article)
    (row,) = rows(workspace, "cracks in two")
    assert (row.title, row.published, row.claims, row.outlets, row.is_there) == ("The bridge is closed", "2024-05-05", 4, 2, True)
    facets = workspace.library.search(LibraryQuery()).facets
    assert [facet.label for facet in facets if facet.group is Group.CITES] == [
        "Newsweek",
        "The Guardian",
    ]
    assert row.opened_at is not None


def test_a_correction_is_counted(workspace: Workspace, article: Path) -> None:
    claims = workspace.open_article(article).claims
    workspace.corrections.reject_claim(claims[0].id)
    (row,) = rows(workspace)
    assert (row.claims, row.corrections) == (3, 1)


def test_a_moved_file_is_found_again_by_its_content(workspace: Workspace, article: Path, tmp_path: Path) -> None:
    workspace.open_article(article)
    (tmp_path / "decoy.html").write_bytes(article.read_bytes()[:-1] + b" ")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    moved = article.rename(tmp_path / "deep" / "er" / "renamed.html")
    (row,) = rows(workspace)
    assert not row.is_there
    assert workspace.recent_articles() == ()
    assert workspace.library.find_again(row.number) == moved.resolve()
    assert workspace.recent_articles() == (moved.resolve(),)
    moved.unlink()
    assert workspace.library.find_again(row.number) is None
    assert rows(workspace)[0].title == "The bridge is closed", "a file that is gone takes nothing with it"


def test_a_folder_is_read_into_the_library(workspace: Workspace, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    page = article.read_text(encoding="utf-8")
    for number in range(3):
        (folder / f"{number}.html").write_text(page.replace("on Monday", f"on day {number}"), encoding="utf-8")
    (folder / "empty.html").write_text("", encoding="utf-8")
    (folder / "notes.db").write_bytes(b"x")
    workspace.open_article(article)
    before = workspace.reading
    shutil.copy(article, folder / "copy.html")
    taken = workspace.library.take_in((folder,), silent)
    assert (taken.added, taken.known, len(taken.unread)) == (3, 1, 1)
    assert "empty.html" in taken.unread[0]
    assert workspace.reading is before
    assert {
        row.opened_at is None
        for row in rows(workspace, "inspection")
        if row.path.parent == folder.resolve() and row.path.name != "copy.html"
    } == {True}
    assert workspace.library.take_in((folder,), silent).added == 0
    with pytest.raises(ExportError, match="Cancelled"):
        workspace.library.take_in((folder,), lambda _share, _phrase: False)


def test_nothing_is_remembered_when_the_reader_says_so(workspace: Workspace, article: Path, home: Path) -> None:
    workspace.settings.set("remember", False)
    workspace.open_article(article)
    assert rows(workspace) == ()
    assert workspace.recent_articles() == ()
    assert workspace.table.articles_citing("newsweek.com") == ()
    workspace.close()
    assert b"cracks in two" not in b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())


def seed_old_version(home: Path, article: Path) -> None:
    """A table of a version that recorded what was read, with a backup of it."""
    store = open_store(home / "ratings.db")
    with store.session.writing() as database:
        database.execute(
            "INSERT INTO article(fingerprint, path, title, opened_at, visit) VALUES ('old', ?, 'Zanzibar', '2026-03-05T10:00:00Z', 1)",
            (str(article),),
        )
        database.execute("INSERT INTO citation VALUES ('old', 'newsweek.com', 3)")
    store.choices.keep("zanzibar-file", "", BlockChoice(frozenset({"x"}), frozenset()))
    store.close()


def test_what_an_older_version_recorded_moves_out_of_the_table(home: Path, article: Path) -> None:
    seed_old_version(home, article)
    with Workspace.at() as workspace:
        assert len(rows(workspace, "Zanzibar")) == 1
        assert [(each.title, each.claims) for each in workspace.table.articles_citing("newsweek.com")] == [("Zanzibar", 3)]
        assert workspace.recent_articles() == (article,)
        assert workspace.table.store.citations.all() == ()
    with Workspace.at() as workspace:
        assert len(rows(workspace)) == 1
    for file in (home / "ratings.db", *(home / "backups").glob("*.db")):
        with sqlite3.connect(file) as connection:
            assert connection.execute("SELECT count(*) FROM article").fetchone() == (0,)


def test_forgetting_leaves_no_trace_in_any_file(workspace: Workspace, article: Path, home: Path) -> None:
    reading = workspace.open_article(article)
    workspace.table.store.back_up()
    workspace.library.forget(rows(workspace))
    assert rows(workspace) == ()
    workspace.corrections.reject_claim(reading.claims[-1].id)  # the open article stays open, and forgotten
    assert rows(workspace) == ()
    workspace.close()
    held = b"".join(each.read_bytes() for each in (home / "backups").rglob("*") if each.is_file()) + (home / "library.db").read_bytes()
    assert b"cracks in two" not in held
    assert b"The bridge is closed" not in held.replace(b"title:the bridge is closed", b"")
