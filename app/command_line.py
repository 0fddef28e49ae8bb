"""The command line: the window and every headless command under one name, with plain messages and documented exit codes."""

import argparse
import errno
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.paths import HOME_VARIABLE
from app.kept.languages import begin_speaking
from app.parsing import PlainParser
from app.printing import OutputClosedError, flush, say, silence, warn
from app.startup import hiding, installed_version
from credibility.floor.language import said, tr
from credibility.model import ArticleError, ExportError, RatingError, SettingsError, SourceTintError, StoreError

if TYPE_CHECKING:
    from subprocess import Popen

EXIT_CODES: tuple[tuple[type[SourceTintError], int], ...] = (
    (ArticleError, 3),
    (StoreError, 4),
    (ExportError, 5),
    (RatingError, 6),
    (SettingsError, 7),
)
"""Exit codes by kind of error. Also: 0 for success, 2 for a mistyped command, 130 for an interrupt."""

CODES_OF_PLACES = {
    "batch": 5,
    "stats": 4,
    "corrections": 6,
    "datasheet": 5,
    "db": 4,
    "export": 5,
    "notes": 6,
    "outlets": 6,
    "ratings": 6,
    "resolve": 4,
    "settings": 7,
    "timestamp": 5,
    "worksheet": 5,
}
"""Exit code by command when the system refuses access to a path; 3 for all other commands."""

GROUPS: dict[str, tuple[str, ...]] = {
    "articles": ("open", "example", "extract", "claims", "export", "parts"),
    "ratings": ("ratings",),
    "outlets.resolving": ("resolve",),
    "outlets.actions": ("outlets",),
    "database": ("db",),
    "settings": ("settings",),
    "corrections": ("corrections",),
    "notes": ("notes",),
    "sheets": ("datasheet", "agreement", "anchor", "worksheet"),
    "batch": ("batch", "stats"),
    "exported.timestamps": ("timestamp",),
}
"""Modules of `app.commands` and their commands. Only the module that is needed is imported, to save start-up time."""


def run(command: str | None, words: list[str], reader: "Popen[bytes] | None" = None) -> int:
    """Run one command and return its exit code; `reader` is a reading process launched in advance."""
    begin_speaking()
    if {"--version", "--verbose"} <= set(words):
        return _tell_all()
    if command is None and "--version" in words:
        return _tell_version()
    arguments = parser(command).parse_args(words, argparse.Namespace(reader=reader))
    try:
        code = int(arguments.run(arguments) or 0)
        flush()
        return code
    except SourceTintError as error:
        warn(error)
        return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
    except OSError as error:
        return _refused(error, command)
    except KeyboardInterrupt:
        return 130


def refuse(word: str, meant: str) -> None:
    """Say that a command does not exist, and which was probably meant."""
    begin_speaking()
    warn(tr("There is no command “{word}”. Did you mean “{meant}”?", word=word, meant=meant))


def _tell_version() -> int:
    """Print the version without loading the commands."""
    try:
        say(f"sourcetint {installed_version()}")
        flush()
    except OSError as error:
        return _refused(error, None)
    return 0


def _tell_all() -> int:
    from app.about import lines  # noqa: PLC0415 - only needed here

    try:
        for line in lines():
            say(line)
    except ArticleError as error:
        warn(error)
        return 3
    return 0


def _refused(error: OSError, command: str | None) -> int:
    """Print what the system refused and return the exit code. Re-raises an error that the user cannot fix."""
    if isinstance(error, BrokenPipeError):  # the reader of our output has gone (`| head`)
        silence(sys.stdout)
        return 0
    if isinstance(error, OutputClosedError):
        warn(tr("The output cannot be written: {problem}.", problem=error.strerror))
        return 1
    if error.errno == errno.ENOSPC:
        warn(tr("The output cannot be written: the disk is full."))
        silence(sys.stdout)
        return 1
    if error.filename is None:
        raise error
    warn(tr("{path} cannot be used: {problem}. Check the name and the permissions.", path=error.filename, problem=error.strerror))
    return CODES_OF_PLACES.get(command or "", 3)


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands, or of one command only."""
    top: argparse.ArgumentParser = PlainParser(
        prog="sourcetint",
        description=said("Show where an article's claims come from, coloured by the outlet's rating in your own local table."),
        epilog=said(
            "{variable}=FOLDER chooses the data folder. "
            "Exit codes: 0 done, 1 output cannot be written, 2 usage, 3 article, 4 database, 5 export, 6 rating, 7 settings.",
            variable=HOME_VARIABLE,
        ),
    )
    top.add_argument("--version", action=_Version, nargs=0, help=said("show the version and exit"))
    top.add_argument(
        "--verbose", action="store_true", help=said("with --version: also what is installed, and what guards the reading here")
    )
    top.add_argument("--db", type=Path, metavar="PATH", help=said("use this ratings database"))
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module, names in GROUPS.items():
        if command is None or command in names:
            with hiding("numpy"):
                import_module(f"app.commands.{module}").add_to(commands)
    return top


class _Version(argparse.Action):
    """Prints the version, which is looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        say(f"sourcetint {installed_version()}")
        parser.exit()
