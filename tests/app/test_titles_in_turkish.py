"""Titles of steps are stored in English and shown in the reader's language."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from app.ratings.titles import title
from app.workspace import Workspace
from credibility.floor.language import Said, shown
from credibility.model import RatingDraft
from tests.another_language import bare_words
from tests.app.test_in_turkish import names_in

CREDIBILITY = Path(__file__).resolve().parents[2] / "credibility"
SAMPLES = {"told": "70 (Mixed)", "told[0]": "“a” to 3 (Low)"}


def edits(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Edits of every kind that the table names by a title of its own."""
    table, rater = workspace.table, workspace.own_raters
    yield lambda: table.set_rating(RatingDraft("theguardian.com", 70.0, "x"))
    yield lambda: table.set_ratings((RatingDraft("theguardian.com", 20.0, "x"), RatingDraft("newsweek.com", 20.0, "x")))
    yield lambda: table.clear_rating("newsweek.com")
    yield lambda: workspace.raters.keep("Class 2b")
    yield lambda: workspace.raters.reorder(tuple((each.slug, True) for each in reversed(workspace.raters.all())))
    yield lambda: workspace.raters.forget("Class 2b")
    yield lambda: rater.keep("Ours", rater.template()[1])
    yield lambda: table.set_tags("newsweek.com", ())
    yield lambda: table.reverse(table.history()[0].id)
    yield lambda: table.restore_outlet("theguardian.com", table.history("theguardian.com")[0].id)
    yield lambda: table.merge_outlets("newsweek.com", "theguardian.com")
    yield lambda: table.remove_outlet("theguardian.com")


def test_titles_of_steps_are_stored_in_english_and_shown_in_it(workspace: Workspace, elsewhere: None) -> None:
    known = [*names_in(workspace), "Class Ours"]
    for edit in edits(workspace):
        edit()
    stored = [step.summary for step in workspace.table.store.steps.history()]
    titles = [step.summary for step in workspace.table.history()]
    assert titles == stored and len(titles) >= 10
    assert {type(each) for each in stored} == {str}
    assert [each for each in titles if not isinstance(each, Said) or bare_words(shown(each), known)] == []
    step = workspace.table.can_undo()
    assert step is not None and shown(step.summary).startswith("⟦")


def titles_in(source: str) -> Iterator[str]:
    """The titles that a piece of code gives to steps, with samples in place of what is put into them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".edit", "_record")):
            yield from (words for each in node.args[:2] for words in written_by(each))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "summary":
            yield from written_by(node.value)


def written_by(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*written_by(node.body), *written_by(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(sample(each) for each in node.values)
    elif isinstance(node, ast.Constant) and node.value:
        yield str(node.value)


def sample(node: ast.expr) -> str:
    if not isinstance(node, ast.FormattedValue):
        return str(getattr(node, "value", ""))
    made = ast.unparse(node.value)
    return "" if isinstance(node.value, ast.IfExp) else "3" if "len(" in made or made == "count" else SAMPLES.get(made, "Somebody")


def test_every_title_in_the_code_is_known() -> None:
    found = [words for folder in ("table", "library") for path in sorted((CREDIBILITY / folder).rglob("*.py"))
             for words in titles_in(path.read_text(encoding="utf-8"))]  # fmt: skip
    assert len(found) >= 20
    assert [words for words in found if not isinstance(title(words), Said)] == []


def test_a_title_that_no_version_wrote_stays_as_it_is() -> None:
    assert not isinstance(title("Something else"), Said)
