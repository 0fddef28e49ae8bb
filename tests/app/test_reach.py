"""For which claims the reader's word on a name holds: this one, this article, every article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model import NameRule, Reach, Reading

PAGE = """<html><head><title>The bridge that nobody repaired</title></head><body><article>
<p>For three winters the old swing bridge had been closed, and nobody in town could say what was being repaired.</p>
<p>The council had set the money aside, the Marrow Quay Messenger reported on Monday.</p>
<p>According to the Marrow Quay Messenger, the bearing cracked in 2019 and was never replaced by anybody.</p>
<p>Newsweek reported that the work would be done by spring, and that nobody had asked the ferryman.</p></article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path, page: Path) -> Iterator[Workspace]:
    with Workspace.at(tmp_path / "ratings.db") as opened:
        opened.open_article(page)
        yield opened


def outlets(reading: Reading | None) -> list[str]:
    assert reading
    return [rated.resolution.outlet.slug if rated.resolution.outlet else "" for rated in reading.claims]


def first(workspace: Workspace) -> str:
    assert workspace.reading
    return workspace.reading.claims[0].id


def test_this_claim_alone(workspace: Workspace) -> None:
    assert outlets(workspace.reading) == ["", "", "newsweek.com"]
    assert outlets(workspace.corrections.assign_outlet(first(workspace), "theguardian.com")) == ["theguardian.com", "", "newsweek.com"]


def test_this_name_in_this_article_in_one_step(workspace: Workspace) -> None:
    reading = workspace.corrections.assign_outlet(first(workspace), "theguardian.com", Reach.ARTICLE)
    assert outlets(reading) == ["theguardian.com", "theguardian.com", "newsweek.com"]
    assert outlets(workspace.table.undo()) == ["", "", "newsweek.com"]


def test_always_is_a_new_name_in_the_table_for_every_article(workspace: Workspace, tmp_path: Path) -> None:
    reading = workspace.corrections.assign_outlet(first(workspace), "theguardian.com", Reach.ALWAYS)
    assert outlets(reading) == ["theguardian.com", "theguardian.com", "newsweek.com"]
    (name,) = [each for each in workspace.table.outlet("theguardian.com").names if each.text == "Marrow Quay Messenger"]
    assert name.rules == (NameRule.PLAIN,)
    other = tmp_path / "other.html"
    other.write_text(PAGE.replace("the bearing cracked", "the crane was sold"), encoding="utf-8")
    assert outlets(workspace.open_article(other)) == ["theguardian.com", "theguardian.com", "newsweek.com"]


def test_no_outlet_for_a_name_in_this_article(workspace: Workspace) -> None:
    assert workspace.reading
    newsweek = workspace.reading.claims[2].id
    assert outlets(workspace.corrections.assign_outlet(newsweek, None, Reach.ARTICLE)) == ["", "", ""]
