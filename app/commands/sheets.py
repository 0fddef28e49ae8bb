"""Commands on what is filled in or comes from elsewhere: datasheet, agreement, anchor."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from app.commands.articles import add_part, part_index, read_twice
from app.commands.filters import add_only, only
from app.commands.tables import opened
from app.files.targets import check_target, write_target
from app.printing import say, say_json, warn
from app.workspace import open_files
from credibility.annotations.anchoring import Anchored, CarriedClaim, anchor_claims, read_claims, report_of
from credibility.annotations.datasheets.agreement import FacetAgreement, agreement
from credibility.annotations.datasheets.sheet import read_sheet, write_csv, write_xlsx
from credibility.floor.language import in_figures, said, tr, tr_of
from credibility.model import ArticleError, ClaimDraft, ExportError, Span

LARGEST = 100_000_000
"""Bytes of a datasheet or of a file of annotations; a larger one is refused."""

_SHEETS = {".csv": write_csv, ".xlsx": write_xlsx}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    sheet = commands.add_parser("datasheet", help=said("a sourcing datasheet: one row per claim, to fill in or filled in"))
    sheet.add_argument("file", type=Path)
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=said("the sheet to write: OUT.csv or OUT.xlsx"))
    sheet.add_argument("--blank", action="store_true", help=said("leave source, title, type, justification and outlet to be filled in"))
    add_part(sheet)
    add_only(sheet)
    sheet.set_defaults(run=write_sheet)

    questions = commands.add_parser(
        "worksheet", help=said("a worksheet for classes: three questions about each claim, blank or as you answered them")
    )
    questions.add_argument("file", type=Path)
    questions.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=said("the sheet to write: OUT.pdf, OUT.docx or OUT.md")
    )
    questions.add_argument("--blank", action="store_true", help=said("with room for the answers instead of yours"))
    questions.add_argument(
        "--claim", type=int, action="append", default=[], metavar="N", help=said("only the claim of this number, from 1")
    )
    add_part(questions)
    add_only(questions)
    questions.set_defaults(run=write_worksheet)

    compare = commands.add_parser("agreement", help=said("how far two filled-in datasheets agree (shares and Krippendorff's alpha)"))
    compare.add_argument("first", type=Path)
    compare.add_argument("second", type=Path)
    compare.add_argument("--json", action="store_true", help=said("as JSON"))
    compare.set_defaults(run=print_agreement)

    bring = commands.add_parser("anchor", help=said("find the claims of an exported .jsonld or .json file in another copy of the article"))
    bring.add_argument("record", type=Path, help=said("W3C annotations (JSON-LD) or a reading (JSON)"))
    bring.add_argument("file", type=Path, help=said("the copy to find them in"))
    add_part(bring)
    form = bring.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=said("print what was found, with its places, as JSON"))
    form.add_argument("--add", action="store_true", help=said("add the claims that this copy lacks as your own, as one step of undo"))
    bring.set_defaults(run=anchor_record)


def write_sheet(arguments: argparse.Namespace) -> int:
    """Write the datasheet of an article."""
    target: Path = arguments.output
    write = _SHEETS.get(target.suffix.lower())
    if write is None:
        raise ExportError(
            said("“{name}” is not a name for a datasheet.", name=target.name), said("Give a file name that ends in .csv or .xlsx.")
        )
    check_target(target)
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        reading = only(read_twice(workspace, arguments.file, part_index(arguments)), arguments.only, workspace.notes.here)
    write_target(target, write(reading, blank=arguments.blank))
    claims = tr_of(len(reading.claims), "{count} claim", "{count} claims")
    say(tr("Wrote {path} ({claims}).", path=target, claims=claims))
    return 0


def write_worksheet(arguments: argparse.Namespace) -> int:
    """Write worksheets on claims of an article: those named, else all when they are blank, else those with answers."""
    check_target(arguments.output)
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        whole = read_twice(workspace, arguments.file, part_index(arguments))
        reading = only(whole, arguments.only, workspace.notes.here)
        numbers = {number: rated.id for number, rated in enumerate(whole.claims, 1)}
        if unknown := [number for number in arguments.claim if number not in numbers]:
            raise ArticleError(
                said("There is no claim {number}.", number=unknown[0]),
                said("The claims of this article are 1 to {last}.", last=len(numbers)),
            )
        shown = {rated.id for rated in reading.claims}
        chosen = [numbers[number] for number in arguments.claim] or (list(shown) if arguments.blank or arguments.only else [])
        count = workspace.worksheets.export(arguments.output, chosen, blank=arguments.blank)
    say(tr_of(count, "Wrote {path} ({count} worksheet).", "Wrote {path} ({count} worksheets).", path=arguments.output))
    return 0


def print_agreement(arguments: argparse.Namespace) -> int:
    """Print how far two sheets agree on each facet, and where they do not."""
    found = agreement(_sheet(arguments.first), _sheet(arguments.second))
    if arguments.json:
        say_json(asdict(found))
        return 0
    for each in found.facets:
        say(*_lines(each))
    for name, missing in ((arguments.first, found.only_first), (arguments.second, found.only_second)):
        if missing:
            told = tr_of(len(missing), "Only in {file}: {count} statement.", "Only in {file}: {count} statements.", file=name)
            say(told, *(f"    “{statement}”" for statement in missing))
    return 0


def _lines(each: FacetAgreement) -> list[str]:
    if not each.compared:
        return [tr("{facet}: not answered in both sheets", facet=each.facet)]
    measured = said("alpha not defined (one answer only)") if each.alpha is None else f"alpha {in_figures(each.alpha, '.3f')}"
    told = tr(
        "{facet}: {same} of {compared} alike, {measured}", facet=each.facet, same=each.same, compared=each.compared, measured=measured
    )
    lines = [told]
    return [*lines, *(f"    {number}: “{one}” / “{other}”" for number, one, other in each.differing)]


def anchor_record(arguments: argparse.Namespace) -> int:
    """Anchor the claims of a file in another copy; exit code 3 when none of them is found there."""
    claims, unreadable = read_claims(_document(arguments.record))
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        reading = read_twice(workspace, arguments.file, part_index(arguments))
        anchored = anchor_claims(claims, reading.article.text, unreadable)
        if arguments.json:
            say_json(_anchored_json(anchored))
        else:
            say(*report_of(anchored))
        if arguments.add:
            added = workspace.corrections.take_claims([_draft(claim, spans) for claim, spans in anchored.places])
            say(
                tr_of(
                    added,
                    "{count} claim added as yours; the others are found in this copy anyway.",
                    "{count} claims added as yours; the others are found in this copy anyway.",
                )
            )
            known = workspace.table.registry.outlets
            for slug in sorted({claim.outlet for claim, _ in anchored.places if claim.outlet and claim.outlet not in known}):
                warn(tr("{domain} is not in your table, so claims it carried have no outlet until you add it.", domain=slug))
    return 3 if claims and not anchored.places else 0


def _draft(claim: CarriedClaim, spans: tuple[Span, ...]) -> ClaimDraft:
    return ClaimDraft(spans, claim.source, claim.outlet)


def _anchored_json(anchored: Anchored) -> dict[str, object]:
    return {
        "anchored": [
            {"id": claim.id, "words": claim.words, "content": [[s.start, s.end] for s in spans]} for claim, spans in anchored.places
        ],
        "lost": [{"id": claim.id, "words": claim.words} for claim in anchored.lost],
        "moved": anchored.moved,
        "unreadable": anchored.unreadable,
    }


def _data(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise ArticleError(said("{name} is too large.", name=path.name), said("Choose another file."))
    return path.read_bytes()


def _sheet(path: Path) -> list[dict[str, str]]:
    try:
        return read_sheet(_data(path))
    except ValueError as error:
        raise ArticleError(
            said("{name} is not a sourcing datasheet.", name=path.name),
            said("Choose one that `sourcetint datasheet` wrote, saved as CSV or XLSX."),
        ) from error


def _document(path: Path) -> object:
    try:
        return json.loads(_data(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(
            said("{name} is not JSON.", name=path.name), said("Choose a .jsonld or .json file that `export` wrote.")
        ) from error
