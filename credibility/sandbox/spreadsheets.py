"""Sheets of a spreadsheet file as CSV text. Formulas are not calculated: a cell has the value that was saved with it."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable

import python_calamine

from credibility.floor.language import said
from credibility.model import ArticleError
from credibility.model.lists import ListSheet

MOST_UNPACKED = 200_000_000
"""Bytes of all parts of a file, unpacked. A file may lie about them; then the process's memory limit stops it."""
MOST_CHARACTERS = 100_000_000
MOST_SHEETS = 50

_ADVICE = said("Save the sheet as CSV in the program that made it.")


def sheets(data: bytes) -> tuple[ListSheet, ...]:
    """The sheets that have rows. Raises ArticleError when the file is damaged, locked or too large."""
    if (
        zipfile.is_zipfile(io.BytesIO(data))
        and sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist()) > MOST_UNPACKED
    ):
        raise ArticleError(said("This spreadsheet unpacks to far more than a list."), said("It may be built to do harm; do not open it."))
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            read = [ListSheet(name, _text(book.get_sheet_by_name(name).iter_rows())) for name in book.sheet_names[:MOST_SHEETS]]
    except python_calamine.PasswordError as error:
        raise ArticleError(said("This spreadsheet is locked with a password."), _ADVICE) from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise ArticleError(said("This spreadsheet cannot be read."), _ADVICE) from error
    return tuple(sheet for sheet in read if sheet.text)


def _text(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    is_empty = True
    for row in rows:
        cells = [_cell(value) for value in row]
        is_empty = is_empty and not any(cells)
        writer.writerow(cells)
        if out.tell() > MOST_CHARACTERS:
            raise ArticleError(said("This spreadsheet holds far more than a list."), _ADVICE)
    return "" if is_empty else out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    return str(value)
