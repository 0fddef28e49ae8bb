"""Every field of an outlet and of a rating of one's own: set, changed and undone, in the window's forms and on the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from app.workspace import Workspace
from credibility.model import NameRule, Outlet, OutletKind, OutletName, Rating, Tag
from tests.conftest import Run
from ui.edits import Edits
from ui.outlets.editing.outlet_form import OutletForm
from ui.outlets.editing.rating_form import RatingForm
from ui.outlets.editing.tag_form import OutletTagForm

SLUG = "newsweek.com"
PARENT = "theguardian.com"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: how it is read, two values of it, and how each is typed into the form and on the command line."""

    name: str
    read: Callable[[Outlet], object]
    values: tuple[Any, Any]
    type: Callable[[OutletForm, Any], object]
    words: Callable[[Any], list[str]]


def choose(box: Any, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def name_of(outlet: Outlet, text: str = "NWK") -> object:
    return next((name.rules for name in outlet.names if name.text == text), None)


def give_rule(form: OutletForm, rules: tuple[NameRule, ...]) -> None:
    row = next((row for row, name in enumerate(form.names.names()) if name.text == "NWK"), -1)
    if row < 0:
        form.names.add_name(OutletName("NWK", rules=rules))
    else:
        form.names.set_rules(row, rules)


FIELDS = (
    Field("name", lambda o: o.name, ("Weekly", "The Weekly"), lambda f, v: f.name.setText(v), lambda v: ["set", SLUG, "--name", v]),
    Field("kind", lambda o: o.kind.value, ("blog", "satire"), lambda f, v: choose(f.kind, OutletKind(v)),
          lambda v: ["set", SLUG, "--kind", v]),
    Field("country", lambda o: o.country, ("IE", "FR"), lambda f, v: f.country.setText(v), lambda v: ["set", SLUG, "--country", v]),
    Field("language", lambda o: o.language, ("fr", "de"), lambda f, v: f.language.setText(v), lambda v: ["set", SLUG, "--language", v]),
    Field("notes", lambda o: o.notes, ("one", "two"), lambda f, v: f.notes.setPlainText(v), lambda v: ["set", SLUG, "--notes", v]),
    Field("state", lambda o: o.state, ("public", "controlled"), lambda f, v: choose(f.facts.state, v),
          lambda v: ["set", SLUG, "--state", v]),
    Field("parent", lambda o: o.parent, (PARENT, None), lambda f, v: f.facts.parent.setText(v or ""),
          lambda v: ["set", SLUG, "--parent", v or ""]),
    Field("inherits", lambda o: (o.parent, o.inherits), ((PARENT, True), (PARENT, False)),
          lambda f, v: (f.facts.parent.setText(v[0]), f.facts.inherits.setChecked(v[1])),
          lambda v: ["set", SLUG, "--parent", v[0], "--inherits" if v[1] else "--no-inherits"]),
    Field("inherits until", lambda o: (o.inherits, o.inherits_until), ((True, "2025-03"), (True, None)),
          lambda f, v: (f.facts.parent.setText(PARENT), f.facts.inherits.setChecked(True), f.facts.until.setText(v[1] or "")),
          lambda v: ["set", SLUG, "--parent", PARENT, "--inherits", "--inherits-until", v[1] or ""]),
    Field("begun", lambda o: o.active_from, ("1933", "1933-02-17"), lambda f, v: f.facts.begun.setText(v),
          lambda v: ["set", SLUG, "--begun", v]),
    Field("ended", lambda o: o.active_to, ("2016-07-27", None), lambda f, v: f.facts.ended.setText(v or ""),
          lambda v: ["set", SLUG, "--ended", v or ""]),
    Field("address", lambda o: o.locators, (("newsweek.com", "nwk.example"), ("newsweek.com",)),
          lambda f, v: f.locators.setPlainText("\n".join(v)),
          lambda v: ["locator", SLUG, "nwk.example", *(["--remove"] if len(v) == 1 else [])]),
    Field("name with rule", name_of, ((NameRule.NEEDS_CUE,), (NameRule.NEEDS_THE,)), give_rule,
          lambda v: ["name", SLUG, "NWK", "--rule", v[0].value.replace("_", "-")]),
)  # fmt: skip


@pytest.fixture
def table(workspace: Workspace) -> Workspace:
    return workspace


@pytest.fixture
def edits(table: Workspace, qtbot: Any) -> Edits:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Edits(table.table, owner)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_set_changed_and_undone_in_the_window(field: Field, table: Workspace, edits: Edits, qtbot: Any) -> None:
    seen = [field.read(table.table.outlet(SLUG))]
    for value in field.values:
        form = OutletForm(edits, table.table.outlet(SLUG))
        qtbot.addWidget(form)
        field.type(form, value)
        form.save_button.click()
        assert not form.isVisible() and form.complaint.text() == ""
        seen.append(field.read(table.table.outlet(SLUG)))
        assert seen[-1] == value
        assert [change for entry in table.table.history(SLUG)[:1] for change in entry.changes]
    for value in reversed(seen[:-1]):
        edits.undo()
        assert field.read(table.table.outlet(SLUG)) == value
    assert seen[0] != seen[1]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_set_changed_and_undone_on_the_command_line(field: Field, run: Run) -> None:
    seen = [field.read(outlet_now())]
    for value in field.values:
        assert run("outlets", *field.words(value))[0] == 0
        seen.append(field.read(outlet_now()))
        assert seen[-1] == value
    for value in reversed(seen[:-1]):
        assert run("ratings", "undo")[0] == 0
        assert field.read(outlet_now()) == value


def outlet_now() -> Outlet:
    with Workspace.at() as workspace:
        return workspace.table.outlet(SLUG)


SCOPES = (
    ("path", "newsweek.com/blogs", ["--path", "newsweek.com/blogs"]),
    ("author", "Ida Falk", ["--author", "Ida Falk"]),
    ("topic", "politics", ["--topic", "politics"]),
    ("since", "2013-05-01", ["--from", "2013-05-01"]),
    ("until", "2012-12-31", ["--to", "2012-12-31"]),
)


def own(workspace: Workspace) -> tuple[Rating, ...]:
    return tuple(rating for rating in workspace.table.ratings(SLUG) if rating.rater.slug == "mine")


def rate(edits: Edits, table: Workspace, qtbot: Any, score: int, part: str = "", value: str = "", *, covers: str = "") -> RatingForm:
    form = RatingForm(edits, table.table.outlet(SLUG), table.table.ratings(SLUG))
    qtbot.addWidget(form)
    if covers:
        form.scope.covers.setCurrentIndex(form.scope.covers.findText(covers))
    elif part:
        form.scope.covers.setCurrentIndex(form.scope.covers.count() - 1)
        getattr(form.scope, part).setText(value)
    form.fields.score.setValue(score)
    form.fields.reason.setPlainText("read")
    form.scope.day.setText("2026-01-02")
    return form


@pytest.mark.parametrize(("part", "value", "words"), SCOPES)
def test_a_part_is_rated_changed_removed_and_undone_in_the_window(
    part: str, value: str, words: list[str], table: Workspace, edits: Edits, qtbot: Any
) -> None:
    rate(edits, table, qtbot, 30, part, value).save_button.click()
    (made,) = own(table)
    assert (str(getattr(made.scope, part)), made.score, str(made.provenance.rated_on)) == (value, 30, "2026-01-02")
    shown = RatingForm(edits, table.table.outlet(SLUG), table.table.ratings(SLUG)).scope.covers.itemText(1)
    rate(edits, table, qtbot, 40, covers=shown).save_button.click()
    assert [rating.score for rating in own(table)] == [40]
    rate(edits, table, qtbot, 40, covers=shown).clear_button.click()
    assert own(table) == ()
    for scores in ([40], [30], []):
        edits.undo()
        assert [rating.score for rating in own(table)] == scores


@pytest.mark.parametrize(("part", "value", "words"), SCOPES)
def test_a_part_is_rated_changed_removed_and_undone_on_the_command_line(part: str, value: str, words: list[str], run: Run) -> None:
    def scores() -> list[float | None]:
        with Workspace.at() as workspace:
            return [rating.score for rating in own(workspace) if str(getattr(rating.scope, part)) == value]

    for score in ("30", "40"):
        assert run("ratings", "set", SLUG, score, "--reason", "read", "--rated-on", "2026-01-02", *words)[0] == 0
    assert scores() == [40]
    assert run("ratings", "unset", SLUG, *words)[0] == 0
    assert scores() == []
    for expected in ([40], [30], []):
        run("ratings", "undo")
        assert scores() == expected


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("path", "", "Say which part"),
        ("since", "May", "is not a day"),
        ("topic", "a;b", "semicolon"),
    ],
)
def test_a_part_that_cannot_be_is_refused_in_the_form(part: str, value: str, said: str, table: Workspace, edits: Edits, qtbot: Any) -> None:
    form = rate(edits, table, qtbot, 30, part, value)
    form.save()
    assert said in form.complaint.text()
    assert own(table) == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--parent", "newsweek.com"], "cannot belong to itself"),
        (["--ended", "1700", "--begun", "1800"], "before it begins"),
        (["--begun", "May"], "is not a date"),
        (["--inherits", "--parent", ""], "no outlet whose rating"),
    ],
)
def test_facts_that_cannot_be_are_refused(words: list[str], said: str, run: Run) -> None:
    code, _, err = run("outlets", "set", SLUG, *words)
    assert code == 6
    assert said in err


def test_an_outlet_cannot_belong_to_a_part_of_itself(run: Run) -> None:
    assert run("outlets", "set", SLUG, "--parent", PARENT)[0] == 0
    code, _, err = run("outlets", "set", PARENT, "--parent", SLUG)
    assert code == 6
    assert "belongs to" in err


def test_a_part_of_an_outlet_becomes_one_of_its_own_and_is_undone(run: Run) -> None:
    run("outlets", "name", SLUG, "Newsweek Japan", "--rule", "plain")
    run("outlets", "locator", SLUG, "newsweekjapan.example")
    words = ("--names", "Newsweek Japan", "--addresses", "newsweekjapan.example")
    assert run("outlets", "split", SLUG, "newsweekjapan.example", "Newsweek Japan", *words)[0] == 0
    assert "newsweekjapan.example" in run("resolve", "Newsweek Japan")[1]
    assert [name.text for name in outlet_now().names] == ["Newsweek"]
    run("ratings", "undo")
    assert "newsweek.com" in run("resolve", "Newsweek Japan")[1]
    code, _, err = run("outlets", "split", SLUG, "x.example", "X", "--names", "Nobody")
    assert (code, "is not called" in err) == (6, True)
    code, _, err = run("outlets", "split", SLUG, PARENT, "X")
    assert (code, "is an outlet of the table" in err) == (6, True)


def test_an_ordinary_word_gets_its_rule_and_a_warning(run: Run) -> None:
    code, _, err = run("outlets", "name", SLUG, "People")
    assert code == 0
    assert "“People” is an ordinary word" in err
    assert name_of(outlet_now(), "People") == (NameRule.NEEDS_CUE,)
    _, out, _ = run("outlets", "name", SLUG, "People", "--rule", "plain", "--preview")
    assert "every “People” in a text counts" in out
    assert name_of(outlet_now(), "People") == (NameRule.NEEDS_CUE,), "a preview changes nothing"


def test_a_rule_is_previewed_in_the_open_article_and_the_library(table: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    lines = "".join(f"<p>People wrote on Monday that the bridge number {n} is safe. Many people crossed it.</p>" for n in range(6))
    page.write_text(f"<html><head><title>Six bridges</title></head><body><article><h1>Six bridges</h1>{lines}</article></body></html>")
    table.open_article(page)
    cued = table.table.preview_name(SLUG, OutletName("People", rules=()))
    plain = table.table.preview_name(SLUG, OutletName("People"))
    never = table.table.preview_name(SLUG, OutletName("People", rules=(NameRule.NEVER,)))
    assert (len(cued.places), cued.counted, plain.counted, never.counted) == (6, 6, 6, 0)
    assert cued.rules == (NameRule.NEEDS_CUE,) and cued.warning and not never.warning
    other = tmp_path / "other.html"
    other.write_text(page.read_text().replace("wrote on Monday that", "know that").replace("Six", "Seven"))
    table.open_article(other)
    both = table.table.preview_name(SLUG, OutletName("People", rules=()))
    assert both.articles == 1
    assert {(place.article, place.counts) for place in both.places} == {("", False), ("Six bridges", True)}


TAGS = (("jti", "", "JTI certificate"), ("owner", "Harbour Holding", "Owner: Harbour Holding"), ("member of", "the Press Council", ""))


@pytest.mark.parametrize(("kind", "value", "told"), TAGS)
def test_a_tag_is_set_changed_removed_and_undone_in_the_window(
    kind: str, value: str, told: str, table: Workspace, edits: Edits, qtbot: Any
) -> None:
    for day in ("2024-05-03", "2025-01-01"):
        form = OutletTagForm(edits, table.table.outlet(SLUG))
        qtbot.addWidget(form)
        form.rows[0].kind.setCurrentText({"jti": "JTI certificate", "owner": "Owner"}.get(kind, kind))
        form.rows[0].value.setText(value)
        form.rows[0].dated.setText(day)
        form.save_button.click()
        assert table.table.outlet(SLUG).tags == (Tag(kind, value, date.fromisoformat(day)),)
    form = OutletTagForm(edits, table.table.outlet(SLUG))
    form.rows[0].kind.setCurrentText("")
    form.save()
    assert table.table.outlet(SLUG).tags == ()
    for day in ("2025-01-01", "2024-05-03"):
        edits.undo()
        assert table.table.outlet(SLUG).tags == (Tag(kind, value, date.fromisoformat(day)),)
    edits.undo()
    assert table.table.outlet(SLUG).tags == ()
    assert table.table.rating_now(SLUG) is not None


@pytest.mark.parametrize(("kind", "value", "told"), TAGS)
def test_a_tag_is_set_changed_removed_and_undone_on_the_command_line(kind: str, value: str, told: str, run: Run) -> None:
    words = ["outlets", "tag", SLUG, kind, *([value] if value else [])]
    before = run("ratings", "show", SLUG)[1]
    assert run(*words, "--dated", "2024-05-03", "--url", "https://jti.example/1")[0] == 0
    shown = run("ratings", "show", SLUG)[1]
    assert f"{told}, 3 May 2024  https://jti.example/1" in shown
    assert run(*words, "--dated", "2025-01-01")[0] == 0
    assert "1 January 2025" in run("ratings", "show", SLUG)[1]
    assert run(*words, "--remove")[0] == 0
    assert run("ratings", "show", SLUG)[1] == before
    assert "removed" in run("ratings", "history", SLUG)[1]
    for told_then in ("1 January 2025", "3 May 2024"):
        run("ratings", "undo")
        assert told_then in run("ratings", "show", SLUG)[1]
    assert run(*words, "--url", "javascript:x")[0] == 6
