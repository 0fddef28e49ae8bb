"""Commands on the table's file: db path, backup, restore, check."""

import argparse
from pathlib import Path

from app.commands.tables import opened
from app.files.paths import database_path
from app.files.there import is_there
from app.printing import say
from credibility.model import StoreError
from credibility.table.file.backups import backups
from credibility.table.file.checkup import check_file
from credibility.table.file.restoring import restore
from ui.words import counted


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("db", help="the file of your table: its path, backups, restoring, checking")
    actions = group.add_subparsers(metavar="ACTION", required=True)

    actions.add_parser("path", help="where the file is").set_defaults(run=print_path)

    backup = actions.add_parser("backup", help="copy the table into its backup folder")
    backup.add_argument("--list", action="store_true", help="only list the backups, newest first")
    backup.set_defaults(run=back_up)

    back = actions.add_parser("restore", help="replace the table with a backup; the present file is kept beside it")
    back.add_argument("file", type=Path, nargs="?", help="the backup to use; by default the newest sound one")
    back.set_defaults(run=restore_table)

    actions.add_parser("check", help="have SQLite check the file").set_defaults(run=check)


def print_path(arguments: argparse.Namespace) -> int:
    """Print where the table is."""
    say(_path(arguments))
    return 0


def back_up(arguments: argparse.Namespace) -> int:
    """Make a backup, or list the existing ones."""
    if arguments.list:
        for copy in backups(_path(arguments)):
            say(copy)
        return 0
    with opened(arguments.db) as workspace:
        say(workspace.table.store.back_up())
    return 0


def restore_table(arguments: argparse.Namespace) -> int:
    """Replace the table with a backup."""
    path = _path(arguments)
    copy = arguments.file
    if copy is not None and not is_there(copy) and is_there(path.parent / "backups" / copy.name):
        copy = path.parent / "backups" / copy.name
    used, aside = restore(path, copy)
    say(f"Restored {path} from {used.name}." + (f" The file that was there is kept as {aside.name}." if aside else ""))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print the result of SQLite's check. Raises StoreError (exit code 4) when the file is damaged; returns 6 if it has invalid cells."""
    path = _path(arguments)
    told = check_file(path)
    if told.problems:
        raise StoreError(f"{path}: " + "; ".join(told.problems) + ".", "`sourcetint db restore` replaces it with the newest sound backup.")
    say(f"{path} is sound, version {told.version}: " + ", ".join(f"{count} {table.replace('_', ' ')}s" for table, count in told.rows) + ".")
    say(f"{len(backups(path))} backups in {path.parent / 'backups'}.")
    if told.odd:
        say(f"{counted(told.odd, 'cell')} cannot be used as written; `sourcetint ratings check` lists each and how to fix it.")
    return 6 if told.odd else 0


def _path(arguments: argparse.Namespace) -> Path:
    return Path(arguments.db) if arguments.db else database_path()
