"""Commands on the table's file: db path, backup, restore, check."""

import argparse
from pathlib import Path

from app.commands.tables import opened
from app.paths import database_path
from app.printing import say
from app.there import is_there
from credibility.model import StoreError
from credibility.table.backups import check_file, restore
from credibility.table.file import backups


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("db", help="the file that your table is kept in: where it is, backups, restoring, checking")
    actions = group.add_subparsers(metavar="ACTION", required=True)

    actions.add_parser("path", help="where the file is").set_defaults(run=print_path)

    backup = actions.add_parser("backup", help="copy the table into its folder of backups")
    backup.add_argument("--list", action="store_true", help="only name the backups there are, newest first")
    backup.set_defaults(run=back_up)

    back = actions.add_parser("restore", help="put a backup in the table's place; the file there now is kept beside it")
    back.add_argument("file", type=Path, nargs="?", help="the backup; the newest sound one unless named")
    back.set_defaults(run=restore_table)

    actions.add_parser("check", help="let SQLite check the file").set_defaults(run=check)


def print_path(arguments: argparse.Namespace) -> int:
    """Print where the table is."""
    say(_path(arguments))
    return 0


def back_up(arguments: argparse.Namespace) -> int:
    """Make a backup, or name those there are."""
    if arguments.list:
        for copy in backups(_path(arguments)):
            say(copy)
        return 0
    with opened(arguments.db) as workspace:
        say(workspace.table.store.back_up())
    return 0


def restore_table(arguments: argparse.Namespace) -> int:
    """Put a backup in the table's place."""
    path = _path(arguments)
    copy = arguments.file
    if copy is not None and not is_there(copy) and is_there(path.parent / "backups" / copy.name):
        copy = path.parent / "backups" / copy.name
    used = restore(path, copy)
    say(f"{used.name} is in the place of {path}. The file that was there is kept beside it.")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print what SQLite says of the file. Raises StoreError (exit code 4) when something is wrong."""
    path = _path(arguments)
    told = check_file(path)
    if told.problems:
        raise StoreError(f"{path}: " + "; ".join(told.problems) + ".", "`sourcetint db restore` puts the newest sound backup in its place.")
    say(f"{path} is sound, version {told.version}: " + ", ".join(f"{count} {table.replace('_', ' ')}s" for table, count in told.rows) + ".")
    say(f"{len(backups(path))} backups in {path.parent / 'backups'}.")
    return 0


def _path(arguments: argparse.Namespace) -> Path:
    return Path(arguments.db) if arguments.db else database_path()
