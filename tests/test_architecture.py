"""The directions between the folders, kept by walking the imports of every file."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("app", "ui", "credibility", "resources")
WINGS = ("articles", "attribution", "outlets", "annotations")
# `outlets.vocabulary` reads word tables that ship with the program and change no more than its code does.
DOORS = (
    "app",
    "credibility.archive",
    "credibility.articles.saved_file",
    "credibility.articles.pictures.beside_page",
    "credibility.library",
    "credibility.outlets.vocabulary",
    "credibility.sandbox",
    "credibility.table",
)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> Iterator[tuple[str, ast.Module]]:
    for folder in OURS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield module_name(path), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that a file can be read on its own"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def under(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


MODULES = dict(sources())
EDGES = {name: sorted(set(imports(tree))) for name, tree in MODULES.items()}


def breaches(inside: str, *forbidden: str, but: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name} imports {target}"
        for name, targets in EDGES.items()
        if under(name, inside)
        for target in targets
        if under(target, *forbidden) and not under(target, *but)
    ]


def test_the_walk_sees_the_project() -> None:
    assert len(MODULES) > 40
    assert "credibility.model" in EDGES["credibility.pipeline"]


def test_the_core_knows_neither_qt_nor_window_nor_wiring() -> None:
    assert breaches("credibility", "PySide6", "shiboken6", "ui", "app") == []


def test_the_window_knows_of_the_core_only_the_glossary_and_no_sql() -> None:
    assert breaches("ui", "credibility", but=("credibility.model", "credibility.floor")) == []
    assert breaches("ui", "sqlite3", "sqlite_utils", "app") == []


def test_the_two_halves_of_the_road_meet_only_in_the_workspace() -> None:
    """From file to claims in the guarded process, from claims to reading in the program's own."""
    assert breaches("credibility.sandbox", "credibility.outlets", "credibility.pipeline") == []
    # The one writer that parses a stranger's file: it marks claims on a copy of a PDF's own pages.
    assert breaches("credibility.sandbox", "credibility.annotations", but=("credibility.annotations.pdf.originals.copying",)) == []
    assert breaches("credibility.pipeline", "credibility.articles", "credibility.attribution", "credibility.sandbox") == []
    assert [breaches(f"credibility.{wing}", "credibility.sandbox") for wing in WINGS] == [[]] * len(WINGS)


def test_the_window_does_not_load_what_the_guarded_process_is_for() -> None:
    """Parsers, rules and tagger belong to that process; the window would wait for them at every start."""
    show = "import sys, app.commands.articles, app.main; print(*sorted(name for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert "ui.window" in loaded
    assert [name for name in loaded if under(name, "credibility.attribution", "lxml", "bs4", "trafilatura", "onnxruntime")] == []


@pytest.mark.parametrize("wing", WINGS)
def test_the_wings_do_not_know_each_other(wing: str) -> None:
    others = tuple(f"credibility.{other}" for other in WINGS if other != wing)
    assert breaches(f"credibility.{wing}", *others, "credibility.pipeline") == []


def test_the_glossary_imports_the_standard_library_only_and_how_things_are_said() -> None:
    """What it calls settings and errors is for readers of several languages; how that is said stands on the standard library itself."""
    spoken = "credibility.floor.language"
    foreign = [
        f"{name} imports {target}"
        for name, targets in EDGES.items()
        if under(name, "credibility.model", spoken)
        for target in targets
        if not under(target, spoken)
        and not (under(target, "credibility.model") and under(name, "credibility.model"))
        and target.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_the_floor_stands_on_the_glossary_and_the_suffix_list_alone() -> None:
    """Everybody stands on the floor, so it stands on nobody. Which names are registered below which suffix no standard library knows."""
    allowed = {"credibility.floor.sites": {"publicsuffixlist"}}
    foreign = [
        f"{name} imports {target}"
        for name, targets in EDGES.items()
        if under(name, "credibility.floor")
        for target in targets
        if not under(target, "credibility.floor", "credibility.model")
        and (root := target.split(".")[0]) not in sys.stdlib_module_names
        and root not in allowed.get(name, set())
    ]
    assert foreign == []
    assert [name for name, targets in EDGES.items() if "publicsuffixlist" in targets] == ["credibility.floor.sites"]


@pytest.mark.parametrize("effect", ["sqlite3", "sqlite_utils"])
def test_sql_is_behind_the_doors_of_table_library_and_archive(effect: str) -> None:
    users = sorted(name for name, targets in EDGES.items() if any(under(target, effect) for target in targets))
    assert users
    assert all(under(name, "credibility.table", "credibility.library", "credibility.archive") for name in users), users


def test_only_the_wiring_and_its_own_rooms_know_the_table() -> None:
    """The table stands on the outlets' values and drafts; nobody in the core stands on the table."""
    others = [breach for breach in breaches("credibility", "credibility.table") if not breach.startswith("credibility.table.")]
    assert others == []
    assert breaches("credibility.table", *(f"credibility.{wing}" for wing in WINGS if wing != "outlets"), "credibility.pipeline") == []


def test_no_room_is_a_hall() -> None:
    """A folder that holds more than sixteen modules is one where nobody knows where a line belongs."""
    rooms = Counter(name.rpartition(".")[0] for name in MODULES if under(name, "app", "credibility", "ui"))
    packages = {name for name in rooms if name}
    members = Counter(name.rpartition(".")[0] for name in MODULES if under(name, "app", "credibility", "ui") and name not in packages)
    assert {room: count for room, count in members.items() if count > 16} == {}


def test_the_rooms_of_the_wiring_stand_on_one_another() -> None:
    """What leaves the program knows of what is open, which knows of what is kept and of the table; files know of none of them."""
    floors = ("files", "ratings", "kept", "reading", "exports")
    for level, room in enumerate(floors):
        above = (*(f"app.{other}" for other in floors[level + 1 :]), "app.workspace", "app.commands", "app.batch", "app.cli", "app.main")
        assert breaches(f"app.{room}", *above) == []


def test_one_name_is_one_thing() -> None:
    named = Counter(
        node.name
        for name, tree in MODULES.items()
        if under(name, "app", "ui", "credibility")
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, times in named.items() if times > 1] == []


def test_files_are_opened_only_at_the_doors() -> None:
    """No `open(…)`, `.read_text()` and the like in the pure rooms."""
    verbs = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}
    found = []
    for name, tree in MODULES.items():
        if not under(name, "credibility") or any(name.startswith(door) for door in DOORS):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                if isinstance(called, ast.Name) and called.id == "open":
                    found.append(f"{name}:{node.lineno} open()")
                # `Something.open(…)` opens in memory (pikepdf, Pillow, zip): allowed; a path's own verbs are not.
                if isinstance(called, ast.Attribute) and called.attr in verbs - {"open"}:
                    found.append(f"{name}:{node.lineno} {called.attr}()")
    assert found == []


def test_there_are_no_circles() -> None:
    graph = {name: {target for target in targets if target in MODULES and target != name} for name, targets in EDGES.items()}
    # A package's own module list may name its members; members never import their package back.
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> list[str] | None:
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return None
        for target in sorted(graph[name]):
            circle = walk(target, (*trail, name))
            if circle:
                return circle
        done.add(name)
        return None

    assert [circle for circle in (walk(name, ()) for name in sorted(graph)) if circle] == []
