"""Articles are put in, found by words and filters, seen again where their files are, and forgotten without a trace."""

import sqlite3
from pathlib import Path

import pytest

from credibility.library import file
from credibility.library.schema import LATEST, migrate
from credibility.library.shelf import Shelf
from credibility.model import Role, StoreError
from credibility.model.library import Arrival, Group, LibraryQuery

FERRY = "The council will vote next week on a second ferry, after a summer in which queues reached the church."


def arrival(name: str, text: str = FERRY, **more: object) -> Arrival:
    given: dict[str, object] = {"title": f"Title {name}", "path": Path(f"/saved/{name}.html"), "digest": f"sha-{name}", "size": 10, **more}
    return Arrival(name, given.pop("title"), text, **given)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "library.db"


@pytest.fixture
def shelf(path: Path) -> Shelf:
    return Shelf.open(path)


def found(shelf: Shelf, words: str = "", *chosen: tuple[Group, str]) -> list[str]:
    return [row.fingerprint for row in shelf.search(LibraryQuery(words, frozenset(chosen))).rows]


def test_what_was_read_last_comes_first_whatever_its_tiers(shelf: Shelf) -> None:
    shelf.record(arrival("a", roles=((Role.HIGH, 9),)))
    shelf.record(arrival("b", roles=((Role.VERY_LOW, 9),)))
    shelf.record(arrival("c"))
    shelf.record(arrival("b"))
    assert found(shelf) == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("second ferry", ["a"]),
        ("SECOND fer", ["a"]),
        ("ferry second", ["a"]),
        ('"second ferry"', ["a"]),
        ('"ferry second"', []),
        ("cafe", ["b"]),
        ("title b", ["b"]),
        ("lindqvist", ["a"]),
        ("reuters", ["b"]),
        ("ferr ", []),
        ('" ( AND', ["a", "b"]),
        ("渡船", ["c"]),
        ("***", ["a", "b", "c"]),
    ],
)
def test_words_are_found_in_text_title_byline_and_outlets(shelf: Shelf, words: str, hits: list[str]) -> None:
    shelf.record(arrival("a", FERRY + " and then", byline="Ada Lindqvist"))
    shelf.record(arrival("b", "The café and the quay", cites=(("reuters.com", "Reuters", 2),)))
    shelf.record(arrival("c", "市議會下週將就第二艘渡船進行表決。"))
    assert sorted(found(shelf, words)) == hits


def test_a_snippet_shows_where_the_words_stand(shelf: Shelf) -> None:
    shelf.record(arrival("a", "One thing. " * 40 + FERRY + " Another thing." * 40))
    (row,) = shelf.search(LibraryQuery("second ferr")).rows
    assert row.snippet
    assert [piece for piece, hit in row.snippet.pieces if hit] == ["second", "ferry"]
    whole = "".join(piece for piece, _ in row.snippet.pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert "vote next week on a second ferry, after" in whole


def test_filters_count_what_they_would_leave(shelf: Shelf) -> None:
    shelf.record(arrival("a", publisher="Post", cites=(("x.com", "X", 1),), anonymous=2))
    shelf.record(arrival("b", publisher="Post", cites=(("y.com", "Y", 1),), corrections=1))
    shelf.record(arrival("c", publisher="Gazette", cites=(("x.com", "X", 3), ("y.com", "Y", 1))), opened=False)
    shelf.set_tags(1, ("ferries", " two  words ", ""))
    page = shelf.search(LibraryQuery())
    assert [(facet.group, facet.label, facet.count) for facet in page.facets] == [
        (Group.PUBLISHER, "Post", 2),
        (Group.PUBLISHER, "Gazette", 1),
        (Group.CITES, "X", 2),
        (Group.CITES, "Y", 2),
        (Group.HOLDS, "my corrections", 1),
        (Group.HOLDS, "anonymous claims", 1),
        (Group.HOLDS, "not read yet", 1),
        (Group.TAG, "ferries", 1),
        (Group.TAG, "two words", 1),
    ]
    assert found(shelf, "", (Group.PUBLISHER, "Post")) == ["b", "a"]
    assert found(shelf, "", (Group.PUBLISHER, "Post"), (Group.CITES, "x.com")) == ["a"]
    assert found(shelf, "", (Group.CITES, "x.com"), (Group.CITES, "y.com")) == ["b", "a", "c"], "of one group any"
    assert found(shelf, "", (Group.HOLDS, "unread")) == ["c"]
    of_post = shelf.search(LibraryQuery("", frozenset({(Group.PUBLISHER, "Post")})))
    assert [(facet.label, facet.count) for facet in of_post.facets if facet.group is Group.PUBLISHER] == [("Post", 2), ("Gazette", 1)]
    assert (of_post.total, of_post.everything) == (2, 3)


def test_a_file_that_moved_is_known_by_its_content_and_nothing_is_lost(shelf: Shelf, tmp_path: Path) -> None:
    old, new = tmp_path / "old.html", tmp_path / "caf\udce9.html"
    old.write_text("x", encoding="utf-8")
    number = shelf.record(arrival("a", path=old))
    shelf.set_tags(number, ("kept",))
    old.rename(new)
    (row,) = shelf.search(LibraryQuery()).rows
    assert (row.path, row.is_there) == (old, False)
    shelf.moved("sha-a", new)
    (row,) = shelf.search(LibraryQuery()).rows
    assert (row.path, row.is_there, row.tags) == (new, True, ("kept",))


def bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file())


def test_what_is_forgotten_is_in_no_file_any_more_backups_included(shelf: Shelf, path: Path) -> None:
    number = shelf.record(arrival("zanzibar", "The xylophonist said that quinquereme rowers were tired. " * 200, title="Kumquat"))
    shelf.set_tags(number, ("marzipan",))
    shelf.record(arrival("other", "Another text altogether."))
    shelf.close()
    assert len(file.backups(path)) == 1
    secrets = (b"xylophonist", b"quinquereme", b"Kumquat", b"marzipan", b"zanzibar")
    assert all(secret in bytes_of(path.parent) for secret in secrets)
    shelf = Shelf.open(path)
    shelf.forget(["zanzibar"])
    assert [secret for secret in secrets if secret in bytes_of(path.parent)] == []
    assert found(shelf, "another") == ["other"]
    shelf.close()
    with sqlite3.connect(file.backups(path)[0]) as copy:
        assert copy.execute("SELECT fingerprint FROM article").fetchall() == [("other",)]


def test_a_backup_that_cannot_be_changed_is_deleted_with_what_is_forgotten(shelf: Shelf, path: Path) -> None:
    shelf.record(arrival("a"))
    shelf.close()
    (copy,) = file.backups(path)
    copy.write_bytes(copy.read_bytes()[:5000] + b"\0" * 20_000)
    Shelf.open(path).forget(None)
    assert not copy.exists()


def test_a_damaged_library_is_replaced_by_its_newest_backup(shelf: Shelf, path: Path) -> None:
    shelf.record(arrival("a"))
    shelf.set_tags(1, ("kept",))
    shelf.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000)
    again = Shelf.open(path)
    assert "damaged" in again.notices[0]
    assert again.search(LibraryQuery()).rows[0].tags == ("kept",)
    assert (path.parent / "library.replaced-1.db").exists()


@pytest.mark.parametrize("kind", ["not a database", "of another program", "newer"])
def test_a_file_that_is_no_library_is_left_alone(path: Path, kind: str) -> None:
    path.parent.mkdir()
    if kind == "not a database":
        path.mkdir()
    else:
        with sqlite3.connect(path) as connection:
            if kind == "newer":
                migrate(connection)
                connection.execute(f"PRAGMA user_version = {LATEST + 1}")
            else:
                connection.execute("CREATE TABLE mine(x)")
        connection.close()
    before = path.read_bytes() if path.is_file() else b""
    shelf = Shelf.open(path)
    assert "not remembered" in shelf.notices[0]
    shelf.record(arrival("a"))
    assert found(shelf, "ferry") == ["a"]
    shelf.close()
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_two_windows_share_one_library_and_a_lock_is_said(path: Path, shelf: Shelf) -> None:
    other = Shelf.open(path)
    shelf.record(arrival("a"))
    assert found(other) == ["a"]
    other._connection.execute("PRAGMA busy_timeout = 30")
    with shelf.writing(), pytest.raises(StoreError, match="locked"):
        other.record(arrival("b"))
    assert found(shelf) == ["a"]


def test_three_backups_are_kept_and_one_a_day_is_made(path: Path) -> None:
    for number in range(5):
        shelf = Shelf.open(path)
        shelf.record(arrival(str(number)))
        shelf.set_tags(number + 1, (str(number),))
        assert shelf.close() is None
    Shelf.open(path).close()
    assert [each.name for each in file.backups(path)] == ["library-000005.db", "library-000004.db", "library-000003.db"]
