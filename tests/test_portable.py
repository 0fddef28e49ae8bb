"""What works on one system only, found in the syntax trees: encodings left to the locale, POSIX alone, formats that Windows lacks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TREES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("app", "ui", "credibility")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
POSIX_MODULES = {"resource", "fcntl", "pwd", "grp", "termios", "tty", "pty", "posix", "syslog", "crypt"}
POSIX_CALLS = {
    "fork",
    "forkpty",
    "kill",
    "killpg",
    "getuid",
    "geteuid",
    "getgid",
    "setsid",
    "mkfifo",
    "mknod",
    "chown",
    "uname",
    "nice",
    "wait",
}
SIGNALS = {"SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGPIPE", "alarm", "setitimer", "pthread_kill"}
# The walls of the reading process are of one system each, and ask which it is; the guard's list only names calls.
WALLS = "credibility/sandbox/walls/"


def calls() -> Iterator[tuple[str, ast.Call, str, str]]:
    """Place, call, name of what is called, and the name before its last dot."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                before = called.value.id if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) else ""
                last = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
                yield f"{name}:{node.lineno}", node, last, before


def named(node: ast.Call, keyword: str) -> bool:
    return any(given.arg == keyword for given in node.keywords)


def mode_of(node: ast.Call, place: int) -> str:
    given = [*node.args[place : place + 1], *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
    return str(given[0].value) if given and isinstance(given[0], ast.Constant) else "r"


def test_every_text_file_says_its_encoding() -> None:
    """Windows reads and writes in its code page unless told: curly quotes come back as other characters."""
    found, looked = [], 0
    for place, node, last, before in calls():
        text = {"read_text": 0, "write_text": 1}.get(last)
        if text is not None:
            looked += 1
            if not named(node, "encoding") and len(node.args) <= text:
                found.append(f"{place} {last}")
        elif (isinstance(node.func, ast.Name) and last == "open") or (last == "fdopen" and before == "os"):
            looked += 1
            if "b" not in mode_of(node, 1) and not named(node, "encoding"):
                found.append(f"{place} {last}")
        elif (last in ("NamedTemporaryFile", "TemporaryFile") and "b" not in mode_of(node, 0) and node.args) or (
            last in ("run", "Popen", "check_output") and before == "subprocess" and named(node, "text") and not named(node, "encoding")
        ):
            found.append(f"{place} {last}")
    assert looked > 5
    assert found == []


def test_dates_are_written_alike_everywhere() -> None:
    """`%-d` is unknown to Windows; the names of months and days follow the locale."""
    odd = ("%-d", "%-m", "%-H", "%-I", "%e ", "%B", "%b ", "%A")
    readers = {"credibility/floor/dates.py"}  # it says why
    found = [
        f"{name}:{node.lineno} {node.value[:30]}"
        for name, tree in TREES.items()
        if name not in readers
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and any(code in node.value for code in odd)
    ]
    assert found == []


@pytest.mark.parametrize("name", [name for name in TREES if not name.startswith(WALLS)])
def test_nothing_of_one_system_alone_outside_the_walls(name: str) -> None:
    found = []
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found += [f"{node.lineno} import {alias.name}" for alias in node.names if alias.name in POSIX_MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module in POSIX_MODULES:
            found.append(f"{node.lineno} from {node.module}")
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            odd = (node.value.id == "os" and node.attr in POSIX_CALLS) or (node.value.id == "signal" and node.attr in SIGNALS)
            found += [f"{node.lineno} {node.value.id}.{node.attr}"] if odd else []
    assert found == []
