"""Every field of a rating of one's own, set, changed and undone from the window and from the command line."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from PySide6.QtWidgets import QWidget

from app.workspace import Workspace
from credibility.model import Rating
from tests.conftest import Run
from ui.edits import Edits
from ui.outlets.editing.rating_form import RatingForm

SLUG = "newsweek.com"


class Part(NamedTuple):
    """A field: how it is read, two values, how each is typed, and the words of the command."""

    name: str
    read: Callable[[Rating], object]
    values: tuple[Any, Any]
    type: Callable[[RatingForm, Any], object]
    words: Callable[[Any], list[str]]


def command(score: str = "50", reason: str = "read", *more: str) -> list[str]:
    return ["ratings", "set", SLUG, score, "--reason", reason, *more]


PARTS = (
    Part("score", lambda r: r.score, (30, 70), lambda f, v: f.fields.score.setValue(v), lambda v: command(str(v))),
    Part("reason", lambda r: r.provenance.reason, ("dated", "sound"), lambda f, v: f.fields.reason.setPlainText(v),
         lambda v: command("50", v)),
    Part("evidence", lambda r: r.provenance.url, ("https://larkfield.example/a", "https://larkfield.example/b"),
         lambda f, v: f.fields.url.setText(v), lambda v: command("50", "read", "--url", v)),
    Part("day", lambda r: str(r.provenance.rated_on), ("2025-06-03", "2026-01-02"), lambda f, v: f.scope.day.setText(v),
         lambda v: command("50", "read", "--rated-on", v)),
)  # fmt: skip


def own(workspace: Workspace) -> Rating | None:
    return next((rating for rating in workspace.table.ratings(SLUG) if rating.rater.slug == "mine"), None)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_it_is_set_changed_and_undone_in_the_window(part: Part, workspace: Workspace, qtbot: Any) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    edits = Edits(workspace.table, owner)
    for value in part.values:
        form = RatingForm(edits, workspace.table.outlet(SLUG), workspace.table.ratings(SLUG))
        qtbot.addWidget(form)
        form.fields.score.setValue(50)
        form.fields.reason.setPlainText("read")
        part.type(form, value)
        form.save_button.click()
        assert not form.isVisible() and part.read(own(workspace)) == value, form.complaint.text()  # type: ignore[arg-type]
    edits.undo()
    assert part.read(own(workspace)) == part.values[0]  # type: ignore[arg-type]
    edits.undo()
    assert own(workspace) is None


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_it_is_set_changed_and_undone_on_the_command_line(part: Part, run: Run) -> None:
    def now() -> object:
        with Workspace.at() as workspace:
            found = own(workspace)
        return part.read(found) if found else None

    for value in part.values:
        assert run(*part.words(value))[0] == 0
        assert now() == value
    run("ratings", "undo")
    assert now() == part.values[0]
    run("ratings", "undo")
    assert now() is None
