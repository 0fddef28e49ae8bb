"""The manual page from the same text as `--help`. `python -m tests.man_page` writes it; a test compares what is there."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from app.command_line import parser

PAGE = Path(__file__).resolve().parents[1] / "resources" / "desktop" / "sourcetint.1"
SEE = "The README says more about formats, exports, JSON and what guards the reading."


def man_page() -> str:
    """The page in troff, which `man` shows."""
    top = parser()
    lines = [
        '.TH SOURCETINT 1 "" SourceTint "User commands"',
        ".ad l",
        ".SH NAME",
        "sourcetint \\- show where an article's claims come from",
    ]
    lines += [
        ".SH SYNOPSIS",
        ".B sourcetint",
        r"[\fIoptions\fR] \fIcommand\fR [\fIarguments\fR]",
        ".SH DESCRIPTION",
        troff(top.description or ""),
    ]
    lines += [".SH OPTIONS", *_options(top), ".SH COMMANDS"]
    for words, help_text, command in _commands(top, "sourcetint"):
        lines += [f".SS {troff(words)}", troff(help_text), *_options(command)]
    ends = (top.epilog or "").partition("Exit codes: ")
    lines += [".SH ENVIRONMENT", troff(ends[0].strip()), ".SH EXIT STATUS", troff(ends[2]), ".SH SEE ALSO", troff(SEE)]
    return "\n".join(lines) + "\n"


def troff(text: str) -> str:
    """Text that troff prints as it is, in one line."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return re.sub(r"^(?=[.'])", r"\\&", plain)


def _commands(top: argparse.ArgumentParser, before: str) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Every command with its help, commands of commands behind theirs."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {each.dest: each.help or "" for each in action._choices_actions}
            for name, command in action.choices.items():
                yield f"{before} {name}", told.get(name, ""), command
                yield from _commands(command, f"{before} {name}")


def _options(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        yield ".TP"
        yield f".B {troff(_named(action))}"
        yield troff(action.help or "") or "\\&"


def _named(action: argparse.Action) -> str:
    value = action.metavar or ("{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper())
    shown = " ".join(value) if isinstance(value, tuple) else str(value)
    if not action.option_strings:
        return shown.lower() if action.metavar is None and not action.choices else shown
    return ", ".join(action.option_strings) + ("" if action.nargs == 0 else f" {shown}")


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
