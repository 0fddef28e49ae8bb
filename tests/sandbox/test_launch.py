"""Starting the program's own modules in other processes, from Python and from the program built for people without it."""

import sys
from pathlib import Path

import pytest

from credibility.sandbox.frames import receive
from credibility.sandbox.launch import CHILD, child_command, launch
from credibility.sandbox.messages import LARGEST_ANSWER, Hello, answer_in
from credibility.sandbox.walls.places import own_places

START = Path(__file__).resolve().parents[2] / ".ci" / "standalone" / "start.py"


def test_a_module_is_run_by_this_python() -> None:
    command = child_command("credibility.sandbox.child")
    assert command[:2] == [sys.executable, "-c"]
    assert "credibility.sandbox.child" in command[2]


def test_the_built_program_may_read_its_own_file_which_holds_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "sourcetint"
    program.write_bytes(b"")
    monkeypatch.setattr(sys, "executable", str(program))
    assert str(program.resolve()) not in own_places()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert str(program.resolve()) in own_places()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the built program is a shell script")
def test_the_built_program_starts_itself_as_the_guarded_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The built program has no interpreter to give code to: it starts itself, and its first argument says what for."""
    program = tmp_path / "sourcetint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{START}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(START.parents[2]))
    assert child_command("a.b") == [str(program), CHILD, "a.b"]
    process = launch(plain=True)
    try:
        assert process.stdout
        kind, hello = answer_in(receive(process.stdout, LARGEST_ANSWER) or b"", None)
    finally:
        process.kill()
        process.communicate()
    assert kind == "hello"
    assert isinstance(hello, Hello)
