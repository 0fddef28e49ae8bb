"""The claims as an Excel workbook: filters on every column, text cells that no spreadsheet runs, and a sheet about the article."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.workbook import Workbook as Writer
from xlsxwriter.worksheet import Worksheet

from credibility.annotations.annotate import STATEMENT
from credibility.annotations.exports.rows import Row, claim_rows, columns_of, note_cells
from credibility.annotations.pdf.paper import facts
from credibility.floor.language import said, shown
from credibility.model import Reading, Role, Style

LONGEST_CELL = 32_767
"""Characters that a cell of Excel can hold; a longer text is cut and ends in an ellipsis."""

_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
"""Text is never taken for a formula, a number or a link."""

_WIDTHS = {
    "claim": 60,
    "source": 28,
    "source_title": 24,
    "source_justification": 24,
    "outlet": 24,
    "drawn_as": 20,
    "reason": 32,
    "chain": 32,
    "notes": 40,
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(reading: Reading, styles: Mapping[Role, Style]) -> bytes:
    """The workbook's bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _PLAIN) as book:
        book.set_properties({"title": _clean(reading.article.title), "author": "SourceTint", "comments": shown(STATEMENT)})
        _claims_sheet(book, list(claim_rows(reading, styles)), reading, styles)
        if reading.own_notes:
            sheet = book.add_worksheet("Notes")
            sheet.set_column(1, 4, 40)
            for number, cells in enumerate(note_cells(reading)):
                write_cells(sheet, number, cells)
        sheet = book.add_worksheet(shown(said("Article")))
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 100)
        count = str(len(reading.claims))
        about: list[list[str]] = [
            [said("Title"), reading.article.title],
            *facts(reading),
            [said("Claims"), count],
            [said("Note"), STATEMENT],
        ]
        for number, line in enumerate([*about, *([said("Note"), note] for note in reading.notes)]):
            write_cells(sheet, number, [shown(cell) if cell else cell for cell in line])
    return out.getvalue()


def _claims_sheet(book: Writer, rows: list[Row], reading: Reading, styles: Mapping[Role, Style]) -> None:
    sheet, columns = book.add_worksheet("Claims"), columns_of(reading)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _WIDTHS.get(column, 12), wrapped if column in _WIDTHS else top)
    write_cells(sheet, 0, columns, book.add_format({"bold": True, "bottom": 1}))
    tints = {role: book.add_format({"bg_color": style.wash, "valign": "top"}) for role, style in styles.items()}
    for number, (row, rated) in enumerate(zip(rows, reading.claims, strict=True), 1):
        write_cells(sheet, number, [row[column] for column in columns])
        at = columns.index("drawn_as")
        style = styles[rated.drawn]
        sheet.write_string(number, at, f"{style.glyph} {style.label}", tints[rated.drawn])
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def write_cells(sheet: Worksheet, number: int, cells: Iterable[object] | Sequence[object], look: object = None) -> None:
    """Write one row: numbers as numbers, everything else as text; None stays an empty cell."""
    for column, value in enumerate(cells):
        if isinstance(value, int | float):
            sheet.write_number(number, column, value, look)
        elif value is not None:
            sheet.write_string(number, column, _clean(str(value)), look)


def _clean(text: str) -> str:
    """Text that XML can hold, as long as a cell may be."""
    kept = _NOT_XML.sub("\ufffd", text)
    return kept if len(kept) <= LONGEST_CELL else kept[: LONGEST_CELL - 1] + "…"


def sheet_book(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[object]], choices: Mapping[str, Sequence[str]], wide: Sequence[str]
) -> bytes:
    """A workbook with one sheet of text and numbers; cells of the columns in `choices` offer those values, columns in `wide` are wide."""
    out, written = io.BytesIO(), list(rows)
    with xlsxwriter.Workbook(out, _PLAIN) as book:
        sheet = book.add_worksheet(name)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for number, column in enumerate(columns):
            sheet.set_column(
                number, number, (60 if column == wide[0] else 24) if column in wide else 10, wrapped if column in wide else None
            )
            if column in choices and written:
                sheet.data_validation(1, number, len(written), number, {"validate": "list", "source": list(choices[column])})
        write_cells(sheet, 0, columns, book.add_format({"bold": True, "bottom": 1}))
        for number, row in enumerate(written, 1):
            write_cells(sheet, number, row)
        sheet.freeze_panes(1, 2)
    return out.getvalue()
