"""Commands on notes: notes import."""

import argparse
from pathlib import Path

from app.commands.articles import add_part, part_index
from app.commands.tables import opened
from app.printing import say
from app.workspace import open_files
from ui.words import counted


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("notes", help="your notes on articles, from another machine")
    actions = group.add_subparsers(metavar="ACTION", required=True)
    bring = actions.add_parser("import", help="add the notes of an exported file to yours; none of yours is overwritten")
    bring.add_argument("record", type=Path, help="a PDF, JSON or JSON-LD file exported with notes")
    bring.add_argument("file", type=Path, nargs="?", help="the copy of the article that they are for (default: an exported PDF itself)")
    add_part(bring)
    bring.set_defaults(run=import_notes)


def import_notes(arguments: argparse.Namespace) -> int:
    """Bring notes in and report on them."""
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        workspace.open_article(arguments.file or arguments.record, part=part_index(arguments))
        report = workspace.notes.take_over(arguments.record)
    say(f"{counted(report.added, 'note')} added to yours; {report.known} you had already.")
    if report.unplaced:
        say(f"The words of {counted(report.unplaced, 'note')} are not in this copy of the text.")
    return 0
