"""Commands on the table's file: db path, backup, restore, check."""

import argparse
from pathlib import Path

from app.commands.tables import opened
from app.files.paths import database_path
from app.files.there import is_there
from app.printing import say
from credibility.floor.language import said, shown, tr, tr_of
from credibility.model import StoreError
from credibility.table.file.backups import backups
from credibility.table.file.checkup import check_file
from credibility.table.file.restoring import restore

_ROWS = {
    "outlet": said("{rows} outlets"),
    "name": said("{rows} names"),
    "locator": said("{rows} locators"),
    "rater": said("{rows} raters"),
    "rating": said("{rows} ratings"),
    "correction": said("{rows} corrections"),
    "change_set": said("{rows} change sets"),
    "list_import": said("{rows} list imports"),
    "article": said("{rows} articles"),
}
"""What a file holds, by the tables that are counted."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("db", help=said("the file of your table: its path, backups, restoring, checking"))
    actions = group.add_subparsers(metavar="ACTION", required=True)

    actions.add_parser("path", help=said("where the file is")).set_defaults(run=print_path)

    backup = actions.add_parser("backup", help=said("copy the table into its backup folder"))
    backup.add_argument("--list", action="store_true", help=said("only list the backups, newest first"))
    backup.set_defaults(run=back_up)

    back = actions.add_parser("restore", help=said("replace the table with a backup; the present file is kept beside it"))
    back.add_argument("file", type=Path, nargs="?", help=said("the backup to use; by default the newest sound one"))
    back.set_defaults(run=restore_table)

    actions.add_parser("check", help=said("have SQLite check the file")).set_defaults(run=check)


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
    told = tr("Restored {path} from {backup}.", path=path, backup=used.name)
    kept = tr("The file that was there is kept as {name}.", name=aside.name) if aside else ""
    say(f"{told} {kept}".rstrip())
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print the result of SQLite's check. Raises StoreError (exit code 4) when the file is damaged; returns 6 if it has invalid cells."""
    path = _path(arguments)
    told = check_file(path)
    if told.problems:
        raise StoreError(
            said("{path}: {problems}.", path=path, problems="; ".join(map(shown, told.problems))),
            said("`sourcetint db restore` replaces it with the newest sound backup."),
        )
    rows = ", ".join(tr(said(_ROWS[table], rows=count)) for table, count in told.rows)
    say(tr("{path} is sound, version {version}: {rows}.", path=path, version=told.version, rows=rows))
    say(tr("{backups} backups in {folder}.", backups=len(backups(path)), folder=path.parent / "backups"))
    if told.odd:
        say(
            tr_of(
                told.odd,
                "{count} cell cannot be used as written; `sourcetint ratings check` lists each and how to fix it.",
                "{count} cells cannot be used as written; `sourcetint ratings check` lists each and how to fix it.",
            )
        )
    return 6 if told.odd else 0


def _path(arguments: argparse.Namespace) -> Path:
    return Path(arguments.db) if arguments.db else database_path()
