"""The command line: the window and every headless command behind one name, with messages and exit codes a person understands."""

import argparse
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from app.paths import HOME_VARIABLE
from app.startup import installed_version, passing_over
from credibility.articles.worker import ArticleWorker
from credibility.model import ArticleError, ExportError, RatingError, SettingsError, SourceTintError, StoreError

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

COMMANDS = tuple(command for commands in GROUPS.values() for command in commands)


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = with_default_command(sys.argv[1:] if argv is None else argv)
    command = next((word for word in words if word in COMMANDS), None)
    if command in ("open", "example"):
        gc.disable()  # until the window stands: nearly all that is made on the way stays
    reader = _reader_ahead(command, words)
    arguments = parser(command).parse_args(words, argparse.Namespace(reader=reader))
    try:
        return int(arguments.run(arguments) or 0)
    except SourceTintError as error:
        print(f"sourcetint: {error}", file=sys.stderr)
        return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): keep Python from complaining about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _reader_ahead(command: str | None, words: list[str]) -> ArticleWorker:
    """The process that reads articles, started before all else where a window is asked to open one: it loads while the window does."""
    reader = ArticleWorker()
    if command == "example":
        reader.start()
    elif command == "open":
        files = (Path(word) for word in words[words.index("open") + 1 :])
        if file := next(filter(Path.is_file, files), None):
            reader.start_for(file)
    return reader


def with_default_command(argv: list[str]) -> list[str]:
    """`sourcetint FILE` means `sourcetint open FILE`; options before the command stay before it."""
    at = 0
    while at < len(argv) and argv[at].startswith("-") and not argv[at].startswith("--part"):
        at += 2 if argv[at] == "--db" else 1
    if (at < len(argv) and argv[at] in COMMANDS) or any(option in argv[:at] for option in ("-h", "--help", "--version")):
        return argv
    return [*argv[:at], "open", *argv[at:]]


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, or the part of it that holds one command."""
    top = argparse.ArgumentParser(
        prog="sourcetint",
        description="Show where an article's claims come from, coloured by the outlet's rating in your own local table.",
        epilog=f"{HOME_VARIABLE}=FOLDER chooses the data folder. "
        "Exit codes: 0 done, 2 usage, 3 article, 4 database, 5 export, 6 rating, 7 settings.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and end")
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


if __name__ == "__main__":
    sys.exit(main())
