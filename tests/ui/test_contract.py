"""The workspace in memory that the window is tested with keeps the same contract as the real one: the same doors, the same answers."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.exports.print_pages import PagesToPrint
from app.kept.library import ReadersLibrary
from app.kept.settings_store import SettingsStore
from app.ratings.lists import Lists
from app.ratings.opening import open_store
from app.ratings.own_raters import OwnRaters
from app.ratings.raters import Raters
from app.ratings.table import Table
from app.reading.corrections import Corrections
from app.reading.notes import ReadersNotes
from app.reading.places import OpenPlaces
from app.reading.worksheets import ReadersWorksheets
from app.workspace import Workspace
from credibility.model import OutletQuery, RatingDraft, RatingError
from tests.ui.fake_library import FakeLibrary
from tests.ui.fake_lists import FakeLists, FakeOwnRaters, FakeRaters
from tests.ui.fake_notes import FakeNotes
from tests.ui.fake_paper import FakePaper
from tests.ui.fake_places import FakePlaces
from tests.ui.fake_worksheets import FakeWorksheets
from tests.ui.fake_workspace import FakeSettings, FakeWorkspace
from ui.ports.criteria import CriteriaPort
from ui.ports.library import LibraryPort
from ui.ports.lists import ImportPort
from ui.ports.notes import NotePort
from ui.ports.outlets import OutletPort
from ui.ports.paper import PaperPort
from ui.ports.raters import RaterPort
from ui.ports.tabs import TabPort
from ui.ports.worksheets import WorksheetPort
from ui.ports.workspace import CorrectionPort, ReadingPort, SettingsPort, WorkspacePort

PORTS = (
    (ReadingPort, Workspace, FakeWorkspace),
    (CorrectionPort, Corrections, FakeWorkspace),
    (WorkspacePort, Workspace, FakeWorkspace),
    (OutletPort, Table, FakeWorkspace),
    (RaterPort, Raters, FakeRaters),
    (CriteriaPort, OwnRaters, FakeOwnRaters),
    (SettingsPort, SettingsStore, FakeSettings),
    (ImportPort, Lists, FakeLists),
    (LibraryPort, ReadersLibrary, FakeLibrary),
    (NotePort, ReadersNotes, FakeNotes),
    (WorksheetPort, ReadersWorksheets, FakeWorksheets),
    (PaperPort, PagesToPrint, FakePaper),
    (TabPort, OpenPlaces, FakePlaces),
)
_NOTHING = object()
NOT_FAKED = {"lists of the window's tests are read by the real book": {"ImportPort"}}


def doors(port: type) -> dict[str, Any]:
    return {name: member for name, member in vars(port).items() if not name.startswith("_") and (callable(member) or _is_property(member))}


def _is_property(member: object) -> bool:
    return isinstance(member, property)


def shape(member: Callable[..., object]) -> list[tuple[str, object, bool]]:
    """Names and kinds of the parameters, and which may be left out."""
    parameters = [each for name, each in inspect.signature(member).parameters.items() if name != "self"]
    return [(each.name.lstrip("_"), each.kind, each.default is not inspect.Parameter.empty) for each in parameters]


def _takes(own: list[tuple[str, object, bool]], asked: list[tuple[str, object, bool]]) -> bool:
    """Whether every call that the port allows is one that the method takes; it may be more generous."""
    named = [(name, kind) for name, kind, _ in own[: len(asked)]] == [(name, kind) for name, kind, _ in asked]
    spared = all(mine or not theirs for (_, _, mine), (_, _, theirs) in zip(own, asked, strict=False))
    return named and spared and all(spare for _, _, spare in own[len(asked) :])


def misfits(port: type, kept_by: type) -> list[str]:
    found = []
    for name, member in doors(port).items():
        own = inspect.getattr_static(kept_by, name, _NOTHING)
        if own is _NOTHING:
            made = inspect.getsource(kept_by.__init__) if "__init__" in vars(kept_by) else ""
            if f"self.{name}" not in made:
                found.append(f"{name} is missing")
        elif inspect.isfunction(own) and inspect.isfunction(member) and not _takes(shape(own), shape(member)):
            found.append(f"{name}{inspect.signature(own)} is not {inspect.signature(member)}")
    return found


@pytest.mark.parametrize(("port", "real", "fake"), PORTS, ids=lambda each: each.__name__)
def test_the_real_and_the_remembered_one_have_every_door_of_the_port(port: type, real: type, fake: type) -> None:
    assert misfits(port, real) == []
    if port.__name__ not in {name for names in NOT_FAKED.values() for name in names}:
        assert misfits(port, fake) == []


def test_a_missing_door_and_another_shape_are_seen() -> None:
    class Half:
        def outlets(self, query: OutletQuery) -> None: ...

    told = misfits(OutletPort, Half)
    assert "countries is missing" in told
    assert any(each.startswith("outlets(") for each in told)


@pytest.fixture(params=["real", "remembered"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OutletPort]:
    """A table with the Dockside Daily or Newsweek in it, by the real workspace and by the one in memory."""
    if request.param == "remembered":
        yield FakeWorkspace().table
        return
    store = open_store(tmp_path / "ratings.db")
    yield Table(store)
    store.close()


def some_outlet(table: OutletPort) -> str:
    return table.outlets(OutletQuery(), limit=1).rows[0].slug


def test_own_ratings_are_set_found_undone_and_redone(table: OutletPort) -> None:
    slug = some_outlet(table)
    before = [rating.score for rating in table.ratings(slug)]
    table.set_rating(RatingDraft(slug, 31, "It corrects nothing."))
    assert table.ratings(slug)[0].score == 31
    assert table.can_undo() is not None
    table.undo()
    assert [rating.score for rating in table.ratings(slug)] == before
    table.redo()
    assert table.ratings(slug)[0].provenance.reason == "It corrects nothing."


@pytest.mark.parametrize(("score", "reason"), [(101, "too much"), (-1, "too little"), (50, "  ")])
def test_a_rating_off_the_scale_or_without_a_reason_is_refused(table: OutletPort, score: float, reason: str) -> None:
    slug = some_outlet(table)
    before = table.ratings(slug)
    with pytest.raises(RatingError):
        table.set_rating(RatingDraft(slug, score, reason))
    assert table.ratings(slug) == before


def test_what_is_not_in_the_table_is_named(table: OutletPort) -> None:
    with pytest.raises(RatingError, match=r"nowhere\.example"):
        table.outlet("nowhere.example")
    with pytest.raises(RatingError):
        table.set_rating(RatingDraft("nowhere.example", 50, "A reason."))


def test_removed_outlets_come_back_with_their_ratings(table: OutletPort) -> None:
    slug = some_outlet(table)
    ratings = table.ratings(slug)
    table.remove_outlet(slug)
    with pytest.raises(RatingError):
        table.outlet(slug)
    table.undo()
    assert table.ratings(slug) == ratings


def test_rows_are_counted_and_cut_alike(table: OutletPort) -> None:
    everything = table.outlets(OutletQuery(), limit=-1)
    assert everything.total == len(everything.rows)
    second = table.outlets(OutletQuery(), offset=1, limit=1)
    assert second.rows == everything.rows[1:2]
    assert second.total == everything.total
