"""Commands on notes: notes import."""

import argparse
from pathlib import Path

from app.commands.articles import add_part, part_index
from app.commands.tables import opened
from app.printing import say
from app.workspace import open_files
from credibility.floor.language import said, tr_of


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("notes", help=said("your notes on articles, from another machine"))
    actions = group.add_subparsers(metavar="ACTION", required=True)
    bring = actions.add_parser("import", help=said("add the notes of an exported file to yours; none of yours is overwritten"))
    bring.add_argument("record", type=Path, help=said("a PDF, JSON or JSON-LD file exported with notes"))
    bring.add_argument(
        "file", type=Path, nargs="?", help=said("the copy of the article that they are for (default: an exported PDF itself)")
    )
    add_part(bring)
    bring.set_defaults(run=import_notes)


def import_notes(arguments: argparse.Namespace) -> int:
    """Bring notes in and report on them."""
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        workspace.open_article(arguments.file or arguments.record, part=part_index(arguments))
        report = workspace.notes.take_over(arguments.record)
    say(
        tr_of(
            report.added,
            "{count} note added to yours; {known} you had already.",
            "{count} notes added to yours; {known} you had already.",
            known=report.known,
        )
    )
    if report.unplaced:
        say(
            tr_of(
                report.unplaced,
                "The words of {count} note are not in this copy of the text.",
                "The words of {count} notes are not in this copy of the text.",
            )
        )
    return 0
