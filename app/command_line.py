"""The command line: the window and every headless command behind one name, with messages and exit codes a person understands."""

import argparse
import errno
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import HOME_VARIABLE
from app.startup import installed_version, passing_over
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
"""0 is success, 2 a mistyped command, 130 an interrupt; each kind of error has its own number."""

GROUPS: dict[str, tuple[str, ...]] = {
    "articles": ("open", "example", "extract", "claims", "export", "parts"),
    "ratings": ("ratings", "resolve"),
    "database": ("db",),
}
"""Module of `app.commands` and the commands it adds. Only the one that is asked for is imported: a window waits for no other."""


def run(command: str | None, words: list[str], reader: "Popen[bytes] | None" = None) -> int:
    """Run one command and return its exit code; `reader` is a reading process launched ahead."""
    if {"--version", "--verbose"} <= set(words):
        return _tell_all()
    arguments = parser(command).parse_args(words, argparse.Namespace(reader=reader))
    try:
        code = int(arguments.run(arguments) or 0)
        sys.stdout.flush()
        return code
    except SourceTintError as error:
        print(f"sourcetint: {error}", file=sys.stderr)
        return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): keep Python from complaining about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print("sourcetint: The output cannot be written: the disk is full.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _tell_all() -> int:
    from app.about import lines  # noqa: PLC0415 - for one option

    try:
        for line in lines():
            print(line)
    except ArticleError as error:
        print(f"sourcetint: {error}", file=sys.stderr)
        return 3
    return 0


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, or the part of it that holds one command."""
    top = argparse.ArgumentParser(
        prog="sourcetint",
        description="Show where an article's claims come from, coloured by the outlet's rating in your own local table.",
        epilog=f"{HOME_VARIABLE}=FOLDER chooses the data folder. "
        "Exit codes: 0 done, 1 output cannot be written, 2 usage, 3 article, 4 database, 5 export, 6 rating, 7 settings.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and end")
    top.add_argument("--verbose", action="store_true", help="with --version: also what is installed, and what guards the reading here")
    top.add_argument("--db", type=Path, metavar="PATH", help="use this ratings database")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for module, names in GROUPS.items():
        if command is None or command in names:
            with passing_over("numpy"):
                import_module(f"app.commands.{module}").add_to(commands)
    return top


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"sourcetint {installed_version()}")
        parser.exit()
