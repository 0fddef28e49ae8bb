"""What readers do to an article with their own hands lasts: in the window, the database, the JSON and the PDF."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model import RatedClaim
from tests.e2e.conftest import EXAMPLE
from ui.window import MainWindow


@pytest.fixture
def window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the bundled example in it."""
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(EXAMPLE)
    return window


def select(window: MainWindow, words: str) -> None:
    view = window.reader
    assert view.reading
    assert view.text_map
    start = view.reading.article.text.index(words)
    cursor = view.textCursor()
    cursor.setPosition(view.text_map.to_qt(start))
    cursor.setPosition(view.text_map.to_qt(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def own(workspace: Workspace) -> list[RatedClaim]:
    assert workspace.reading
    return [rated for rated in workspace.reading.claims if rated.claim.found_by == "reader"]


def missed(workspace: Workspace) -> str:
    """The beginning of a paragraph in which nothing was found."""
    assert workspace.reading
    article = workspace.reading.article
    taken = [span for rated in workspace.reading.claims for span in rated.claim.content]
    free = [block.span for block in article.blocks if len(block.span) > 80 and not any(block.span.overlaps(span) for span in taken)]
    return " ".join(free[0].of(article.text).split()[:9])


def add_claim(window: MainWindow, words: str, source: str = "Ada Lindqvist", outlet: str = "BBC") -> None:
    select(window, words)
    window.commands["new_claim"].trigger()
    line = window.marking.bar.line
    assert line
    line.source.setCurrentText(source)
    line.outlet.setCurrentText(outlet)
    line.add_button.click()


def test_a_claim_that_was_missed_is_added_and_stays(
    window: MainWindow, workspace: Workspace, claims: Callable[[Path], dict[str, Any]], qtbot: QtBot, tmp_path: Path
) -> None:
    words = missed(workspace)
    add_claim(window, words)
    (made,) = own(workspace)
    assert made.resolution.outlet
    assert (made.claim.source.name, made.resolution.outlet.name) == ("Ada Lindqvist", "BBC")
    with qtbot.waitSignal(window.refined):
        window.opening.refine()
    assert [rated.id for rated in own(workspace)] == [made.id], "a second look does not overwrite it"
    with qtbot.waitSignal(window.exported):
        window.exports.write(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as document:
        notes = [str(a.get("/Contents", "")) for page in document.pages for a in page.obj.get("/Annots", [])]
    assert any("You marked these words as a claim." in note for note in notes)
    written = [claim for claim in claims(EXAMPLE)["claims"] if claim["found_by"] == "reader"]
    assert [(claim["source"]["name"], claim["outlet"]["name"], claim["corrected"]) for claim in written] == [
        ("Ada Lindqvist", "BBC", ["claim"])
    ]
    window.commands["undo"].trigger()
    assert own(workspace) == []
    assert not [claim for claim in claims(EXAMPLE)["claims"] if claim["found_by"] == "reader"]


def test_corrections_follow_the_page_into_a_copy_whose_text_differs(window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    words = missed(workspace)
    add_claim(window, words)
    assert workspace.reading
    gone = workspace.reading.claims[-1].id
    window.show_claim(gone)
    window.commands["not_a_claim"].trigger()
    copy = tmp_path / "copy.html"
    shutil.copy(EXAMPLE, copy)
    html = copy.read_text(encoding="utf-8")
    start = html.index("<p>")
    first = "<p>This first paragraph was put in by whoever saved the page again, some days later.</p>"
    copy.write_text(html[:start] + first + html[start:], encoding="utf-8")
    with Workspace.at() as later:
        reading = later.open_article(copy)
        assert reading.article.fingerprint != workspace.reading.article.fingerprint
        (kept,) = own(later)
        assert " ".join(kept.claim.content[0].of(reading.article.text).split()) == words
        assert len(reading.rejected) == 1
        assert reading.unplaced == ()


def test_edges_parts_and_joins_last_and_are_undone_after_a_restart(window: MainWindow, workspace: Workspace) -> None:
    assert workspace.reading
    before = workspace.reading
    one = next(rated for rated in before.claims if rated.resolution.outlet and len(rated.claim.content) == 1)
    text = before.article.text
    whole = one.claim.content[0].of(text)
    window.show_claim(one.id)
    window.commands["edge_end_in"].trigger()
    window.marking.edges.keep()
    shorter = whole.rsplit(maxsplit=1)[0]
    view = window.reader
    assert view.text_map
    cursor = view.textCursor()
    cursor.setPosition(view.text_map.to_qt(one.claim.content[0].start + len(whole.split()[0]) + 1))
    view.setTextCursor(cursor)
    window.commands["split_claim"].trigger()
    with Workspace.at() as later:
        reading = later.open_article(EXAMPLE)
        (part,) = own(later)
        assert reading.claim(one.id).claim.content[0].of(text) == whole.split()[0]
        assert part.claim.content[0].of(text) == shorter.split(maxsplit=1)[1]
        assert part.resolution.outlet == one.resolution.outlet
        joined = later.corrections.join_claims(one.id, part.id)
        assert joined.claim(one.id).claim.content[0].of(text) == shorter
        assert own(later) == []
        for _ in range(3):
            later.table.undo()
        assert later.reading
        assert later.reading.claim(one.id).claim == one.claim


def test_corrections_are_carried_to_another_machine_by_command(
    window: MainWindow, workspace: Workspace, run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    words = missed(workspace)
    add_claim(window, words)
    file, other = tmp_path / "corrections.json", tmp_path / "other" / "ratings.db"
    other.parent.mkdir()
    assert run("corrections", "export", file) == (0, f"1 correction written to {file}.\n", "")
    assert run("--db", other, "corrections", "import", file)[:2] == (0, "1 correction was added.\n")
    assert run("--db", other, "corrections", "import", file)[1].splitlines()[-1] == "1 correction was here already."
    with Workspace.at(other) as there:
        reading = there.open_article(EXAMPLE)
        assert [rated.claim.content[0].of(reading.article.text) for rated in own(there)] == [words]
    bad = tmp_path / "bad.json"
    bad.write_text("[]", encoding="utf-8")
    code, _, told = run("corrections", "import", bad)
    assert code == 6
    assert "does not hold corrections" in told
