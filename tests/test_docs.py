"""The pages for whoever comes next agree with the tree: the picture with the imports, links and names with what is there."""

import re
from pathlib import Path

import pytest

from tests.test_architecture import EDGES, ROOT, under

DOCS = ROOT / "resources" / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CONTRIBUTING.md"])
ROOMS = tuple(sorted(path.name.removesuffix(".py") for path in (ROOT / "credibility").iterdir() if path.suffix == ".py" or path.is_dir()))


def room(module: str) -> str:
    """The box of the picture that a module stands in; "" for none, and for the words that every box says."""
    if under(module, "credibility.floor.language"):
        return ""
    first, _, rest = module.partition(".")
    if first == "credibility":
        inner = rest.split(".")[0]
        return inner if inner in ROOMS else ""
    return first if first in ("app", "ui") else ""


def test_the_picture_of_the_floors_is_the_imports() -> None:
    drawn = set(re.findall(r"^  (\w+) --> (\w+)$", (DOCS / "architecture.md").read_text(encoding="utf-8"), re.M))
    imported = {(room(name), room(target)) for name, targets in EDGES.items() for target in targets}
    assert drawn == {(one, other) for one, other in imported if one and other and one != other}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_names_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    named = re.findall(r"`((?:app|ui|credibility|resources|tests|articles|attribution|outlets|annotations)/[\w./-]*\w/?)`", text)
    missing = [target for target in links if not (page.parent / target).exists()]
    missing += [name for name in named if not any((base / name).exists() for base in (ROOT, ROOT / "credibility"))]
    assert missing == []


def test_every_decision_is_listed() -> None:
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    records = [path.name for path in (DOCS / "decisions").glob("0*.md")]
    assert len(records) >= 10
    assert [name for name in records if name not in index] == []
