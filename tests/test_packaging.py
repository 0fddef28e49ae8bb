"""A wheel built from a clean tree finds its code and its resources, and nothing else."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel of the files that git tracks, so that a stray file of the working tree cannot hide a missing one."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    tree = tmp_path_factory.mktemp("tree")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, tracked):
        source = ROOT / name
        if source.is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, tree / name)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tree / "dist"), str(tree)], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return zipfile.ZipFile(next((tree / "dist").glob("*.whl")))


def test_every_module_and_resource_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "ui", "credibility", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.parts[len(ROOT.parts) : len(ROOT.parts) + 2] != ("resources", "corpus")
    }
    assert wanted - packed == set()


def test_the_wheel_holds_no_tests_and_no_corpus(wheel: zipfile.ZipFile) -> None:
    assert [name for name in wheel.namelist() if name.startswith(("tests/", "resources/corpus/"))] == []


def test_the_wheel_brings_the_command_and_the_desktop_entry(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    entry_points = wheel.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert "sourcetint = app.cli:main" in entry_points
    assert any(name.endswith("share/applications/sourcetint.desktop") for name in names)
    assert any(name.endswith("apps/sourcetint.svg") for name in names)
