"""The entry point of `sourcetint`. If a window is to open an article, the reading process is started before anything else is imported."""

import subprocess
import sys
from pathlib import Path

from app.files.there import is_file, is_there
from credibility.floor.collecting import pause_for_start
from credibility.sandbox.launch import launch

COMMANDS_WITH_WINDOW = ("open", "example")
COMMANDS_ON_SHEETS = ("datasheet", "agreement", "anchor", "worksheet")
COMMANDS = (
    *COMMANDS_WITH_WINDOW,
    "extract",
    "claims",
    "export",
    "parts",
    "ratings",
    "outlets",
    "resolve",
    "db",
    "settings",
    "corrections",
    "notes",
    *COMMANDS_ON_SHEETS,
    "batch",
    "stats",
    "timestamp",
)


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = with_default_command(sys.argv[1:] if argv is None else argv)
    if meant := _mistyped(words):
        from app.command_line import refuse  # noqa: PLC0415 - as below

        refuse(words[1], meant)
        return 2
    command = next((word for word in words if word in COMMANDS), None)
    reader = None
    if command in COMMANDS_WITH_WINDOW:
        pause_for_start()
        reader = _reader_ahead(command, words)
    from app.command_line import run  # noqa: PLC0415 - meanwhile the reading process loads

    return run(command, words, reader)


def with_default_command(argv: list[str]) -> list[str]:
    """Insert the default command: `sourcetint FILE` means `sourcetint open FILE`. Options before it stay there."""
    at = 0
    while at < len(argv) and argv[at].startswith("-") and not argv[at].startswith("--part"):
        at += 2 if argv[at] == "--db" else 1
    if (at < len(argv) and argv[at] in COMMANDS) or any(option in argv[:at] for option in ("-h", "--help", "--version")):
        return argv
    return [*argv[:at], "open", *argv[at:]]


def _mistyped(words: list[str]) -> str | None:
    """The command that was probably meant, if the first word is nearly one and not a file; else None."""
    if words[:1] != ["open"] or len(words) < 2 or is_there(Path(words[1])):
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - not needed to open an article

    return next(iter(get_close_matches(words[1], COMMANDS, 1, 0.75)), None)


def _reader_ahead(command: str, words: list[str]) -> subprocess.Popen[bytes] | None:
    """The reading process, if there will be something to read."""
    if command == "example":
        return launch()
    file = next(filter(is_file, map(Path, words[words.index(command) + 1 :])), None)
    return launch(plain=file.suffix.lower() == ".txt") if file else None


if __name__ == "__main__":
    sys.exit(main())
