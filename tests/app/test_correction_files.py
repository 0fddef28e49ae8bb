"""Corrections travel to another machine and back, and nothing of the reader's own is overwritten on the way."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.ratings.opening import open_store
from app.ratings.table import Table
from app.reading.correction_files import CorrectionFiles
from credibility.floor.reports import report_lines
from credibility.model import Correction, CorrectionKind, PositionSelector, QuoteSelector, RatingError, Source, SourceKind, Span

AROUND = {"prefix": "He said: ", "suffix": ", and left."}
REJECTED = Correction(CorrectionKind.NOT_A_CLAIM, "print", "it is safe", Span(9, 19), **AROUND)
OTHER = replace(REJECTED, kind=CorrectionKind.OTHER_OUTLET, outlet="nowhere.example", quote="it is red")
SOURCE = replace(REJECTED, kind=CorrectionKind.OTHER_SOURCE, source=Source(SourceKind.ANONYMOUS, ""))
PASSAGE = (QuoteSelector("it is ‘old’", "and ", "."), PositionSelector(51, 62))
OWN = replace(REJECTED, kind=CorrectionKind.CLAIM, quote="it is ‘old’", source=Source(SourceKind.PERSON, "Zoë Ö"), content=(PASSAGE,))
EDGES = replace(REJECTED, kind=CorrectionKind.EDGES, content=(PASSAGE,))
UNSAID = replace(REJECTED, kind=CorrectionKind.NOT_SAID)
ALL = (REJECTED, OTHER, SOURCE, OWN, EDGES, UNSAID)
PAGES = ("news.example/a", "file:/home/me/a.html")


@pytest.fixture
def here(tmp_path: Path):
    store = open_store(tmp_path / "here" / "ratings.db")
    yield Table(store)
    store.close()


@pytest.fixture
def there(tmp_path: Path):
    store = open_store(tmp_path / "there" / "ratings.db")
    yield Table(store)
    store.close()


@pytest.fixture
def file(tmp_path: Path, here: Table) -> Path:
    """All kinds of corrections, exported."""
    here.store.edits.correct(ALL, "Correct", pages=PAGES)
    path = tmp_path / "corrections.json"
    assert CorrectionFiles(here).export(path) == len(ALL)
    return path


def test_every_kind_arrives_as_it_was_with_the_page_it_is_of(file: Path, there: Table) -> None:
    report = CorrectionFiles(there).take_in(file)
    assert (report.added, report.known, report.differing, report.unreadable) == (len(ALL), 0, (), 0)
    assert report.unknown_outlets == ("nowhere.example",)
    assert set(there.store.queries.corrections("print")) == set(ALL)
    assert set(there.store.queries.corrections("another copy", ("news.example/a",))) == set(ALL)


def test_where_files_lie_on_this_machine_stays_here(file: Path, there: Table) -> None:
    assert "/home/me" not in file.read_text(encoding="utf-8")
    CorrectionFiles(there).take_in(file)
    assert there.store.queries.corrections("another copy", ("file:/home/me/a.html",)) == ()


def test_an_import_is_one_step_and_a_second_one_adds_nothing(file: Path, there: Table) -> None:
    CorrectionFiles(there).take_in(file)
    again = CorrectionFiles(there).take_in(file)
    assert (again.added, again.known) == (0, len(ALL))
    step = there.can_undo()
    assert step is not None
    assert step.summary == f"Import {len(ALL)} corrections"
    there.undo()
    assert there.store.queries.corrections("print") == ()


def test_the_readers_own_word_stays_and_is_told(file: Path, there: Table) -> None:
    mine = replace(OTHER, outlet="newsweek.com")
    there.store.edits.correct((mine, replace(UNSAID, kind=CorrectionKind.SAID)), "Mine")
    report = CorrectionFiles(there).take_in(file)
    assert set(report.differing) == {"it is red", "it is safe"}
    assert mine in there.store.queries.corrections("print")
    assert "yours on the same words says otherwise: “it is red”" in " ".join(report_lines(report))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"sourcetint": {"kind": "ratings"}, "items": []}', "\ufffd", "[" * 100_000])
def test_a_file_of_another_kind_is_refused(text: str, there: Table, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RatingError):
        CorrectionFiles(there).take_in(path)
    assert there.can_undo() is None


def test_a_newer_format_is_refused(file: Path, there: Table) -> None:
    held = json.loads(file.read_text(encoding="utf-8"))
    held["sourcetint"]["format"] = 2
    file.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(RatingError, match="newer"):
        CorrectionFiles(there).take_in(file)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "?"),
        ("selector", []),
        ("source", 3),
        ("content", None),
        ("fingerprint", ""),
        ("outlet", 3),
        ("pages", 1),
        ("reason", "\ud800"),
    ],
)
def test_entries_that_cannot_be_read_are_counted_and_the_others_taken(key: str, value: object, file: Path, there: Table) -> None:
    held = json.loads(file.read_text(encoding="utf-8"))
    held["items"][0][key] = value
    file.write_text(json.dumps(held), encoding="utf-8")
    report = CorrectionFiles(there).take_in(file)
    assert (report.added, report.unreadable) == (len(ALL) - 1, 1)
    assert "1 of the file’s entries cannot be read." in report_lines(report)


def test_a_place_that_cannot_be_written_is_named(here: Table, tmp_path: Path) -> None:
    with pytest.raises(RatingError, match="cannot be written"):
        CorrectionFiles(here).export(tmp_path / "no" / "where.json")
