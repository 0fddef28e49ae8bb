"""A wheel built from a clean tree finds its code and its resources, and nothing else."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tracked() -> list[str]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel of the files that git tracks, so that a stray file of the working tree cannot hide a missing one."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    tree = tmp_path_factory.mktemp("tree")
    for name in tracked():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tree / name)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tree / "dist"), str(tree)], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return zipfile.ZipFile(next((tree / "dist").glob("*.whl")))


def test_every_module_and_resource_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())
    program = ("app/", "ui/", "credibility/", "resources/")
    source_only = ("resources/corpus/", "resources/docs/")
    wanted = {name for name in tracked() if name.startswith(program) and not name.startswith(source_only)}
    assert wanted - packed == set()


def test_the_wheel_holds_no_tests_and_no_corpus(wheel: zipfile.ZipFile) -> None:
    assert [name for name in wheel.namelist() if name.startswith(("tests/", "resources/corpus/"))] == []


def test_the_wheel_brings_the_command_and_the_desktop_entry(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    entry_points = wheel.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert "sourcetint = app.cli:main" in entry_points
    assert any(name.endswith("share/applications/sourcetint.desktop") for name in names)
    assert any(name.endswith("apps/sourcetint.svg") for name in names)
    assert any(name.endswith("share/man/man1/sourcetint.1") for name in names)
    assert any(name.endswith("share/mime/packages/sourcetint.xml") for name in names)


def test_the_wheel_brings_the_licences_of_the_typefaces_and_stays_small(wheel: zipfile.ZipFile) -> None:
    licences = {name.rsplit("/", 1)[-1] for name in wheel.namelist() if "dist-info/licenses" in name}
    assert {"LICENSE", "OFL-noto.md", "OFL-source-serif.md", "OFL-source-sans.md", "OFL-source-code-pro.md"} <= licences
    assert wheel.filename
    assert Path(wheel.filename).stat().st_size <= 80 * 1024 * 1024
