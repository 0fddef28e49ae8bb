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
from credibility.model import ArticleError, ClaimDraft, ExportError, Span
from ui.words import counted

LARGEST = 100_000_000
"""Bytes of a datasheet or of a file of annotations; a larger one is refused."""

_SHEETS = {".csv": write_csv, ".xlsx": write_xlsx}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    sheet = commands.add_parser("datasheet", help="a sourcing datasheet: one row per claim, to fill in or filled in")
    sheet.add_argument("file", type=Path)
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the sheet to write: OUT.csv or OUT.xlsx")
    sheet.add_argument("--blank", action="store_true", help="leave source, title, type, justification and outlet to be filled in")
    add_part(sheet)
    add_only(sheet)
    sheet.set_defaults(run=write_sheet)

    questions = commands.add_parser(
        "worksheet", help="a worksheet for classes: three questions about each claim, blank or as you answered them"
    )
    questions.add_argument("file", type=Path)
    questions.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the sheet to write: OUT.docx or OUT.md")
    questions.add_argument("--blank", action="store_true", help="with room for the answers instead of yours")
    questions.add_argument("--claim", type=int, action="append", default=[], metavar="N", help="only the claim of this number, from 1")
    add_part(questions)
    add_only(questions)
    questions.set_defaults(run=write_worksheet)

    compare = commands.add_parser("agreement", help="how far two filled-in datasheets agree (shares and Krippendorff's alpha)")
    compare.add_argument("first", type=Path)
    compare.add_argument("second", type=Path)
    compare.add_argument("--json", action="store_true", help="as JSON")
    compare.set_defaults(run=print_agreement)

    bring = commands.add_parser("anchor", help="find the claims of an exported .jsonld or .json file in another copy of the article")
    bring.add_argument("record", type=Path, help="W3C annotations (JSON-LD) or a reading (JSON)")
    bring.add_argument("file", type=Path, help="the copy to find them in")
    add_part(bring)
    form = bring.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print what was found, with its places, as JSON")
    form.add_argument("--add", action="store_true", help="add the claims that this copy lacks as your own, as one step of undo")
    bring.set_defaults(run=anchor_record)


def write_sheet(arguments: argparse.Namespace) -> int:
    """Write the datasheet of an article."""
    target: Path = arguments.output
    write = _SHEETS.get(target.suffix.lower())
    if write is None:
        raise ExportError(f"“{target.name}” is not a name for a datasheet.", "Give a file name that ends in .csv or .xlsx.")
    check_target(target)
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        reading = only(read_twice(workspace, arguments.file, part_index(arguments)), arguments.only, workspace.notes.here)
    write_target(target, write(reading, blank=arguments.blank))
    say(f"Wrote {target} ({counted(len(reading.claims), 'claim')}).")
    return 0


def write_worksheet(arguments: argparse.Namespace) -> int:
    """Write worksheets on claims of an article: those named, else all when they are blank, else those with answers."""
    check_target(arguments.output)
    with opened(arguments.db, open_files(arguments.db, follows_reader=False)) as workspace:
        whole = read_twice(workspace, arguments.file, part_index(arguments))
        reading = only(whole, arguments.only, workspace.notes.here)
        numbers = {number: rated.id for number, rated in enumerate(whole.claims, 1)}
        if unknown := [number for number in arguments.claim if number not in numbers]:
            raise ArticleError(f"There is no claim {unknown[0]}.", f"The claims of this article are 1 to {len(numbers)}.")
        shown = {rated.id for rated in reading.claims}
        chosen = [numbers[number] for number in arguments.claim] or (list(shown) if arguments.blank or arguments.only else [])
        count = workspace.worksheets.export(arguments.output, chosen, blank=arguments.blank)
    say(f"Wrote {arguments.output} ({counted(count, 'worksheet')}).")
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
            say(f"Only in {name}: {counted(len(missing), 'statement')}.", *(f"    “{statement}”" for statement in missing))
    return 0


def _lines(each: FacetAgreement) -> list[str]:
    if not each.compared:
        return [f"{each.facet}: not answered in both sheets"]
    measured = "alpha not defined (one answer only)" if each.alpha is None else f"alpha {each.alpha:.3f}"
    lines = [f"{each.facet}: {each.same} of {each.compared} alike, {measured}"]
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
            say(f"{counted(added, 'claim')} added as yours; the others are found in this copy anyway.")
            known = workspace.table.registry.outlets
            for slug in sorted({claim.outlet for claim, _ in anchored.places if claim.outlet and claim.outlet not in known}):
                warn(f"{slug} is not in your table, so claims it carried have no outlet until you add it.")
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
        raise ArticleError(f"{path.name} is too large.", "Choose another file.")
    return path.read_bytes()


def _sheet(path: Path) -> list[dict[str, str]]:
    try:
        return read_sheet(_data(path))
    except ValueError as error:
        raise ArticleError(
            f"{path.name} is not a sourcing datasheet.", "Choose one that `sourcetint datasheet` wrote, saved as CSV or XLSX."
        ) from error


def _document(path: Path) -> object:
    try:
        return json.loads(_data(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{path.name} is not JSON.", "Choose a .jsonld or .json file that `export` wrote.") from error
