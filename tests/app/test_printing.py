"""Untrusted text never controls the terminal, and no output encoding causes a traceback."""

import ast
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.printing import OutputClosedError, ask, say, say_json, warn
from tests import patience
from tests.conftest import Run, put_table

ROOT = Path(__file__).resolve().parents[2]
DOOR = "app/printing.py"
# The reading process answers on its standard output; `command_line` hands the stream to the door for silencing.
OTHERS = {"credibility/sandbox/child.py", "app/command_line.py"}
NASTY = "\x1b]0;owned\x07\x9b31m\u202egpj\u2028line\rback\x00\udc80\u0085end"


class Stream(io.TextIOWrapper):
    """An output stream with a strict encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, errors="strict", newline="\n")

    def written(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8", "cp437", "shift-jis"])
def test_words_are_shown_harmlessly_in_any_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Stream(encoding), Stream(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    say(NASTY, "“quoted” – Ελλάδα\tx")
    warn(NASTY)
    say_json({"a": NASTY, "b": "Ελλάδα"})
    text = out.written()
    assert [char for char in text + err.written() if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0] == []
    assert "\u202e" not in text and "\u2028" not in text
    assert text.count("\n") == 2 + 4, "a break of a line in a title makes no line"
    assert json.loads(text.split("\n", 2)[2])["b"] == "Ελλάδα", "JSON loses nothing"
    assert json.loads(text.split("\n", 2)[2])["a"] == NASTY


def test_controls_are_shown_as_their_pictures(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31mb\x07", "two\nlines")
    assert capsys.readouterr().out == "a␛[31mb␇\ntwo␊lines\n"


def test_a_closed_output_is_an_error_and_a_closed_error_output_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    for speak in (lambda: say("a"), lambda: say_json({}), lambda: ask("?")):
        with pytest.raises(OutputClosedError):
            speak()
    warn("nobody hears this")


@pytest.mark.parametrize("folder", ["app", "ui", "credibility"])
def test_words_are_printed_at_this_door_alone(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name in {DOOR, *OTHERS}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("print", "input", "pprint"):
                found.append(f"{name}:{node.lineno} {called.id}")
            of_sys = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys"
            if of_sys and isinstance(node, ast.Attribute) and node.attr.strip("_") in ("stdout", "stderr"):
                found.append(f"{name}:{node.lineno} sys.{node.attr}")
            if isinstance(node, ast.ImportFrom) and node.module in ("warnings", "logging"):
                found.append(f"{name}:{node.lineno} {node.module}")
    assert found == []


def command(*words: str | Path, home: Path, encoding: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "SOURCETINT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": encoding}
    whole = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(whole, env=environment, cwd=ROOT, timeout=patience.SECONDS, capture_output=True, check=False)


ARTICLE = (
    "Brücke \x1b[31mrot\x07 \u202e\n\nOfficials said on Tuesday that the “bridge” is safe – Ελλάδα.\n\n"
    "The Guardian reported that it was closed.\n"
)


CLAIMS, SHOWN = ("claims", "art\x1bicle.txt"), ("ratings", "show", "bbc.com")
EVERY = (CLAIMS, (*CLAIMS, "--json"), ("extract", "art\x1bicle.txt"), SHOWN, ("claims", "no\x1bne"))


@pytest.mark.parametrize(
    ("encoding", "commands"), [("ascii", EVERY), ("latin-1", (CLAIMS, SHOWN)), ("cp1252", (CLAIMS, SHOWN)), ("utf-8", (CLAIMS, SHOWN))]
)
def test_every_command_prints_in_every_encoding(
    tmp_path: Path, encoding: str, commands: tuple[tuple[str, ...], ...], delivered: Path
) -> None:
    (tmp_path / "home").mkdir()
    put_table(delivered, tmp_path / "home")
    (tmp_path / "art\x1bicle.txt").write_text(ARTICLE, encoding="utf-8")
    for words in commands:
        ran = command(*(tmp_path / word if "\x1b" in word else word for word in words), home=tmp_path / "home", encoding=encoding)
        told = ran.stdout + ran.stderr
        assert b"Traceback" not in told, told
        assert ran.returncode in (0, 3)
        assert b"\x1b" not in told and b"\x07" not in told and "\u202e".encode() not in told


def test_an_output_nobody_reads_to_the_end_is_no_failure(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("Officials said that the bridge is safe.\n\n" * 4000, encoding="utf-8")
    shell = f'"{sys.executable}" -m app extract "{article}" 2>&1 | head -1; echo "${{PIPESTATUS[0]}}"'
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=ROOT, timeout=patience.SECONDS, check=True)
    assert ran.stdout.splitlines()[1:] == ["0"], ran.stdout


def test_a_closed_standard_output_is_said(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Officials said that the bridge is safe.\n", encoding="utf-8")
    shell = f'"{sys.executable}" -m app extract "{article}" >&-'
    ran = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=ROOT, timeout=patience.SECONDS, check=False)
    assert (ran.returncode, ran.stderr) == (1, "sourcetint: The output cannot be written: standard output is closed.\n")


LONG = "a" * 300
DEEP = "a/" * 3000


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((LONG,), 3), (("claims", LONG), 3), (("extract", DEEP), 3), (("parts", DEEP), 3),
        (("export", "ARTICLE", "-o", f"{LONG}.pdf"), 5), (("export", "ARTICLE", "-o", f"{DEEP}x.pdf"), 5),
        (("--db", LONG, "db", "check"), 4), (("--db", f"{DEEP}x.db", "db", "check"), 4), (("--db", LONG, "ratings", "show", "bbc.com"), 4),
        (("--db", LONG, "db", "restore"), 4), (("db", "restore", LONG), 4), (("db", "restore", DEEP), 4),
        (("ratings", "import", LONG, "--yes"), 6), (("ratings", "import", DEEP), 6), (("ratings", "merge", LONG), 6),
        (("ratings", "diff", LONG), 6),
        (("ratings", "export", f"{LONG}.csv"), 5), (("ratings", "export", f"{DEEP}x.csv"), 5),
    ],
)  # fmt: skip
def test_a_name_too_long_is_a_named_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "article.txt"
    article.write_text("Officials said that the bridge is safe.\n", encoding="utf-8")
    ended, _, told = run(*(str(article) if word == "ARTICLE" else word for word in words))
    assert ended == code, told
    assert told.startswith("sourcetint: ") and told.count("\n") == 1
