"""Commands on rating lists: ratings import, diff, merge, export, imports, check."""

import argparse
import sys
from pathlib import Path

from app.commands.list_columns import add_source, read_source
from app.commands.previews import band_lines, counts_lines, difference_lines, problem_lines
from app.commands.raters import order
from app.commands.tables import opened
from app.files.targets import RATINGS
from app.printing import ask, say
from app.workspace import Workspace
from credibility.floor.language import joined, said, said_of, shown, tr, tr_of
from credibility.model import RatingError
from credibility.model.lists import ImportPreview, ImportRecord, ReadList
from credibility.outlets.checks import check_registry
from credibility.table.cells.odd import OddCell

PACK = "SourceTint ratings pack"


def add_to(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to `sourcetint ratings`."""
    bring = actions.add_parser("import", help=said("import a rating list into your table, as one step that `undo` reverses"))
    add_source(bring)
    _add_consent(bring)
    bring.set_defaults(run=import_list)

    diff = actions.add_parser("diff", help=said("what importing a list would change, row by row; changes nothing"))
    add_source(diff)
    diff.add_argument("-o", "--output", type=Path, metavar="OUT.csv", help=said("write the rows as CSV instead"))
    diff.set_defaults(run=print_diff)

    merge = actions.add_parser("merge", help=said("merge a ratings pack from someone else; it becomes a separate rater"))
    merge.add_argument("file", type=Path, metavar="PACK")
    _add_consent(merge)
    merge.set_defaults(run=merge_pack)

    export = actions.add_parser("export", help=said("write ratings to a .csv, .json or .pack file"))
    export.add_argument("file", type=Path, metavar="FILE" + "|".join(RATINGS))
    export.add_argument("--rater", metavar="NAME", help=said("only this rater's (see `ratings raters`); a pack holds your own by default"))
    export.add_argument("--title", default="", help=said("the name the pack will have where it is merged"))
    export.set_defaults(run=export_ratings)

    actions.add_parser("imports", help=said("lists imported so far, newest first")).set_defaults(run=print_imports)

    order.add_to(actions)
    actions.add_parser("check", help=said("look for errors and doubtful entries in the table")).set_defaults(run=check)


def _add_consent(command: argparse.ArgumentParser) -> None:
    command.add_argument("--preview", action="store_true", help=said("only show what would change"))
    command.add_argument("--yes", action="store_true", help=said("import without asking"))
    command.add_argument(
        "--quarantine", type=Path, metavar="OUT.csv", help=said("write the rows that cannot be read, with line and reason")
    )


def import_list(arguments: argparse.Namespace) -> int:
    """Preview a list, ask, import it."""
    with opened(arguments.db) as workspace:
        read, mapping = read_source(workspace.lists, arguments)
        done = _bring(workspace, read, arguments, arguments.withdraw)
        if done and mapping:
            workspace.lists.keep_mapping(read.rater.title, mapping)
    return 0


def merge_pack(arguments: argparse.Namespace) -> int:
    """Preview a pack, ask, merge it."""
    with opened(arguments.db) as workspace:
        file = workspace.lists.open(arguments.file)
        if file.format != PACK:
            raise RatingError(
                said("{name} is not a ratings pack.", name=arguments.file.name), said("Use `sourcetint ratings import` for other lists.")
            )
        _bring(workspace, workspace.lists.read(file), arguments, withdraw=False)
    return 0


def print_diff(arguments: argparse.Namespace) -> int:
    """Print what an import would change, without changing anything."""
    with opened(arguments.db) as workspace:
        read, _ = read_source(workspace.lists, arguments)
        preview = workspace.lists.preview(read)
        if arguments.output:
            workspace.lists.export_preview(preview.rows, arguments.output)
    if arguments.output:
        rows = len(preview.rows)
        say(tr_of(rows, "{count} row written to {file}.", "{count} rows written to {file}.", file=arguments.output))
    else:
        for line in difference_lines(preview):
            say(line)
    _print_counts(preview)
    return 0


def export_ratings(arguments: argparse.Namespace) -> int:
    """Write ratings to a file."""
    with opened(arguments.db) as workspace:
        target = workspace.lists.export(arguments.file, arguments.rater, arguments.title)
    say(tr("Saved {target}.", target=target))
    return 0


def print_imports(arguments: argparse.Namespace) -> int:
    """Print earlier imports."""
    with opened(arguments.db) as workspace:
        records = workspace.lists.past()
    for record in records:
        say(f"{record.at:%Y-%m-%d %H:%M}  {record.title}: {shown(record_text(record))}")
        licence = record.licence or said("unknown")
        origin = tr("licence {licence}, SHA-256 {digest}…", licence=licence, digest=record.digest[:16])
        say(f"    {origin}")
    if not records:
        say(tr("No list was imported."))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print errors and doubtful entries in the table; exit code 6 when there are errors."""
    with opened(arguments.db) as workspace:
        findings = check_registry(workspace.table.registry)
        odd = workspace.table.store.odd_cells()
    sure, unsure = tr("wrong"), tr("doubtful")
    width = max(len(sure), len(unsure))
    for cell in odd:
        say(f"{sure:<{width}}  {_cell_words(cell)}")
    for finding in findings:
        say(f"{sure if finding.is_wrong else unsure:<{width}}  {finding.outlet or '–'}: {shown(finding.words)}")
    wrong = len(odd) + sum(finding.is_wrong for finding in findings)
    say(tr("{wrong} wrong, {doubtful} doubtful.", wrong=wrong, doubtful=len(odd) + len(findings) - wrong))
    return 6 if wrong else 0


def _cell_words(cell: OddCell) -> str:
    return tr(
        "{table} {key}: {column} is “{value}”, {taken}; {mend}",
        table=cell.table,
        key=cell.key,
        column=cell.column,
        value=cell.value,
        taken=cell.taken,
        mend=cell.mend,
    )


def record_text(record: ImportRecord) -> str:
    """An import in figures."""
    parts = (
        (record.added, said("{rows} added", rows=record.added)),
        (record.changed, said("{rows} changed", rows=record.changed)),
        (record.merged, said("{rows} merged into another row", rows=record.merged)),
        (record.passed_over, said("{rows} skipped", rows=record.passed_over)),
        (record.quarantined, said("{rows} quarantined", rows=record.quarantined)),
    )
    told = joined(words for count, words in parts if count)
    rows = said_of(record.rows, "{count} row", "{count} rows")
    return said("{rows}: {parts}", rows=rows, parts=told) if told else said("{rows}, nothing new", rows=rows)


def _bring(workspace: Workspace, read: ReadList, arguments: argparse.Namespace, withdraw: bool) -> bool:
    """Show what the list would change, ask for confirmation unless told not to, import. Returns whether it was imported."""
    preview = workspace.lists.preview(read)
    _print_counts(preview)
    if arguments.preview:
        for line in band_lines(workspace.lists.words(read)):
            say(line)
    for line in problem_lines((*read.quarantined, *preview.undecided)):
        say(line)
    if arguments.quarantine:
        workspace.lists.export_quarantine((*read.quarantined, *preview.undecided), arguments.quarantine)
        say(tr("The quarantined rows are in {quarantine}.", quarantine=arguments.quarantine))
    if arguments.preview or not _agreed(arguments.yes):
        say(tr("Nothing was changed."))
        return False
    record = workspace.lists.import_list(read, withdraw=withdraw, seen=preview).record
    undo = said("`sourcetint ratings undo` reverses it.") if record.change_set else ""
    say(joined((said("Imported {title}: {parts}.", title=record.title, parts=record_text(record)), undo), " "))
    return True


def _agreed(yes: bool) -> bool:
    if yes:
        return True
    if not sys.stdin.isatty():
        raise RatingError(
            said("No terminal is attached, so nothing can be confirmed."), said("Give --yes to import, or --preview to only look.")
        )
    return ask(tr("Import this list? [y/N] ")).lower() in ("y", "yes", *tr("y, yes").split(", "))


def _print_counts(preview: ImportPreview) -> None:
    say(*counts_lines(preview))
