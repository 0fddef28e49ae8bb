"""Commands on corrections: corrections export, import."""

import argparse
from pathlib import Path

from app.commands.tables import opened
from app.printing import say
from app.reading.carried import carried_lines
from app.reading.correction_files import CorrectionFiles
from credibility.annotations.record import changes_here
from credibility.floor.language import said, tr_of
from credibility.floor.reports import report_lines
from credibility.model import RatingError


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("corrections", help=said("what you corrected in articles, from and to another machine"))
    actions = group.add_subparsers(metavar="ACTION", required=True)

    export = actions.add_parser("export", help=said("write your corrections of all articles into a file"))
    export.add_argument("file", type=Path)
    export.set_defaults(run=export_corrections)

    bring = actions.add_parser("import", help=said("add the corrections of a file to yours; none of yours is overwritten"))
    bring.add_argument("file", type=Path)
    bring.set_defaults(run=import_corrections)

    compare = actions.add_parser("compare", help=said("what your table says otherwise than the reading in an exported PDF"))
    compare.add_argument("file", type=Path)
    compare.set_defaults(run=compare_carried)


def compare_carried(arguments: argparse.Namespace) -> int:
    """Print what an exported PDF holds, and each claim that the table here gives another outlet or tier."""
    with opened(arguments.db) as workspace:
        reading = workspace.open_article(arguments.file)
        reading = workspace.refine() or reading
        carried = workspace.carried()
    if carried is None:
        raise RatingError(
            said("{name} holds no reading of SourceTint.", name=arguments.file.name), said("Choose a PDF that SourceTint exported.")
        )
    say(*carried_lines(carried, reading), *changes_here(carried, reading.claims))
    return 0


def export_corrections(arguments: argparse.Namespace) -> int:
    """Write all corrections into a file."""
    with opened(arguments.db) as workspace:
        count = CorrectionFiles(workspace.table).export(arguments.file)
    say(tr_of(count, "{count} correction written to {file}.", "{count} corrections written to {file}.", file=arguments.file))
    return 0


def import_corrections(arguments: argparse.Namespace) -> int:
    """Bring corrections in and report on them."""
    with opened(arguments.db) as workspace:
        report = CorrectionFiles(workspace.table).take_in(arguments.file)
    for line in report_lines(report):
        say(line)
    return 0
