"""What the two commands of the README stand on: the Python that is found, and an environment that is whole or not there."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TRIED = ("3.11", "3.12", "3.13")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are shell scripts")


def put_python(folder: Path, name: str, version: str, *, makes_environments: bool = True) -> None:
    """A program that answers like a Python of that version as far as the scripts ask."""
    major, minor = map(int, version.split("."))
    venv = 'mkdir -p "$3/bin"; : > "$3/bin/python"; chmod +x "$3/bin/python"'
    path = folder / name
    path.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *print*) echo {version} ;; *version_info*) exit {int((major, minor) < (3, 11))} ;;'
        f" *venv*) {venv}; exit {int(not makes_environments)} ;; esac\n"
    )
    path.chmod(0o755)


def run(script: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script of .ci with only these Pythons on the path."""
    path = os.pathsep.join([str(folder), *(place for place in ("/usr/bin", "/bin") if not any(Path(place).glob("python3*")))])
    for tool in ("sh", "dirname", "rm", "mkdir", "chmod"):
        if not (folder / tool).exists():
            (folder / tool).symlink_to(next(Path(place, tool) for place in ("/bin", "/usr/bin") if Path(place, tool).exists()))
    return subprocess.run([ROOT / ".ci" / script, *words], env={"PATH": path}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("installed", "found"),
    [
        ({"python3": "3.11"}, "python3"),
        ({"python3": "3.9", "python3.12": "3.12"}, "python3.12"),
        ({"python3": "3.15", "python3.13": "3.13"}, "python3.13"),
        ({"python3": "3.15"}, "python3"),
        ({"python3": "3.9"}, ""),
        ({}, ""),
    ],
)
def test_a_python_that_was_tried_comes_before_a_newer_one(installed: dict[str, str], found: str, tmp_path: Path) -> None:
    for name, version in installed.items():
        put_python(tmp_path, name, version)
    assert run("find-python", tmp_path).stdout.strip() == found


def test_all_that_were_tried_are_listed(tmp_path: Path) -> None:
    for name, version in {"python3": "3.12", "python3.11": "3.11", "python3.13": "3.13", "python3.10": "3.10"}.items():
        put_python(tmp_path, name, version)
    assert run("find-python", tmp_path, "--all").stdout.split() == ["python3.11", "python3.13"]


def test_an_environment_that_cannot_be_made_is_not_left_half_made(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    put_python(tools, "python3", "3.11", makes_environments=False)
    assert run("make-environment", tools, str(tmp_path / "made"), "").returncode
    assert not (tmp_path / "made").exists()
    mine = tmp_path / "mine"
    mine.mkdir()
    assert run("make-environment", tools, str(mine), "").returncode
    assert mine.exists(), "a folder that was there before is not ours to remove"
    put_python(tools, "python3", "3.11")
    assert run("make-environment", tools, str(tmp_path / "made"), "").returncode == 0
    assert (tmp_path / "made" / "bin" / "python").exists()


def test_without_a_python_it_is_said_what_to_install(tmp_path: Path) -> None:
    ran = run("make-environment", tmp_path, str(tmp_path / "made"), "")
    assert ran.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in ran.stderr


def test_the_same_versions_are_named_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    classified = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    [script] = re.findall(r'TRIED="([^"]+)"', (ROOT / ".ci" / "find-python").read_text(encoding="utf-8"))
    assert tuple(classified) == tuple(script.split()) == TRIED
    assert "Python 3.11, 3.12 or 3.13" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert project["requires-python"] == ">=3.11"
