"""Open a rating list's file: decode it, recognise its format, and read its rows."""

import codecs
from collections.abc import Mapping
from pathlib import Path

from credibility.floor.language import said
from credibility.model import ArticleError, Rater, RatingError, Tier
from credibility.model.lists import ColumnMapping, ListFile, ReadList, SampleRow
from credibility.outlets.lists.formats.recognise import ListFormat, recognise
from credibility.outlets.lists.reading import Row, what_is_wrong
from credibility.outlets.lists.unknown.guessing import guess_mapping, question_about
from credibility.outlets.lists.unknown.shapes import columns_of, table_rows
from credibility.outlets.lists.unknown.table import read_table
from credibility.sandbox.once import sheets_safely
from credibility.table.foreign import is_database, table_names, table_text

LARGEST = 200_000_000  # bytes
SAMPLE = 60  # rows
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # XLSX and ODS; XLS
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def open_list(path: Path, table: str, mappings: Mapping[str, ColumnMapping]) -> ListFile:
    """Read a file and recognise its format. For a database, `table` is read, or its first table. Raises RatingError."""
    data = _read(path)
    tables: tuple[str, ...] = ()
    if is_database(data):
        tables = table_names(path)
        if not tables:
            raise RatingError(said("{name} is a database without rows.", name=path.name), said("Choose another file."))
        table = table or tables[0]
        text = table_text(path, table)
    elif _is_spreadsheet(data):
        sheets = _sheets(path)
        tables = tuple(sheets)
        table = table or tables[0]
        if table not in sheets:
            raise RatingError(
                said("{name} has no sheet “{table}” with rows.", name=path.name, table=table),
                said("It has: {sheets}.", sheets=", ".join(tables)),
            )
        text = sheets[table]
        tables, table = (tables, table) if len(tables) > 1 else ((), "")
    else:
        text = _decoded(data)
    known = recognise(text) if not tables else None
    if known is not None:
        return ListFile(path, text, known.title, known.rater or read_known(path, text, known).rater)
    file = ListFile(path, text, tables=tables, table=table)
    rows = rows_of(file)
    columns = columns_of(rows)
    sample = tuple((row.line, tuple(row.text(column) for column in columns)) for row in rows[:SAMPLE])
    fitting = tuple(name for name, mapping in mappings.items() if _fits(mapping, columns))
    guess = guess_mapping(rows)
    return ListFile(path, text, "", None, columns, len(rows), sample, guess, fitting, tables, table, question_about(rows, guess))


def rows_of(file: ListFile) -> tuple[Row, ...]:
    """All rows of a list of unknown format. Raises RatingError when there are none."""
    name = f"{file.table}.json" if file.table else file.path.name
    try:
        return table_rows(file.text, name)
    except RatingError:
        raise
    except Exception as error:  # as in `read_known`
        advice = said("SourceTint reads CSV, TSV, JSON, XLSX, ODS and SQLite files with one outlet per row.")
        raise RatingError(
            said("{name} cannot be read as a list: {problem}.", name=file.path.name, problem=what_is_wrong(error)), advice
        ) from error


def read_known(path: Path, text: str, known: ListFormat) -> ReadList:
    """All rows of a known list. Raises RatingError whatever its reader raises, because the file is untrusted."""
    try:
        return known.read(text)
    except RatingError:
        raise
    except Exception as error:
        advice = said("Get the list again from its source.")
        raise RatingError(
            said("{name} cannot be read as {title}: {problem}.", name=path.name, title=known.title, problem=what_is_wrong(error)),
            advice,
        ) from error


def sample_rows(file: ListFile, mapping: ColumnMapping) -> tuple[SampleRow, ...]:
    """How a mapping reads the first rows, in order. Raises RatingError when the mapping lacks a column."""
    rows = [Row(line, "\t".join(cells), dict(zip(file.columns, cells, strict=True))) for line, cells in file.sample]
    read = read_table("", rows, mapping, Rater("sample", "", 0))
    told = {entry.line: SampleRow(entry.line, entry.key or entry.name, entry.score, Tier.of_score(entry.score)) for entry in read.entries}
    told |= {row.line: SampleRow(row.line, problem=row.problem) for row in (*read.passed_over, *read.quarantined)}
    return tuple(told[row.line] for row in rows)


def _fits(mapping: ColumnMapping, columns: tuple[str, ...]) -> bool:
    return all(column in columns for column in filter(None, (mapping.address or mapping.name, mapping.score, mapping.label)))


def _is_spreadsheet(data: bytes) -> bool:
    return data.startswith(_SPREADSHEETS)


def _sheets(path: Path) -> Mapping[str, str]:
    """The sheets of a spreadsheet by name, read in a guarded process like any file of strangers. Raises RatingError."""
    try:
        sheets = {sheet.name: sheet.text for sheet in sheets_safely(path)}
    except ArticleError as error:
        raise RatingError(
            said("{name} cannot be read as a spreadsheet. {reason}", name=path.name, reason=error.reason),
            said("Save the sheet as CSV and import that."),
        ) from error
    if not sheets:
        raise RatingError(said("{name} is a spreadsheet without rows.", name=path.name), said("Choose another file."))
    return sheets


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RatingError(said("{name} is a folder.", name=path.name), said("Choose the list's file in it."))
        if path.stat().st_size > LARGEST:
            raise RatingError(
                said("{name} is larger than {limit} MB.", name=path.name, limit=LARGEST // 1_000_000),
                said("Choose a smaller part of it."),
            )
        data = path.read_bytes()
    except OSError as error:
        raise RatingError(
            said("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror),
            said("Check the name and the file's permissions."),
        ) from error
    if not data.strip():
        raise RatingError(said("{name} is empty.", name=path.name), said("Choose another file."))
    marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    if not marked and not is_database(data) and not _is_spreadsheet(data) and (b"\0" in data[:100_000] or data.startswith(b"%PDF-")):
        raise RatingError(
            said("{name} is not a table: it holds binary data.", name=path.name),
            said("Choose a CSV, TSV, JSON, XLSX, ODS or SQLite file, or a ratings pack."),
        )
    return data


def _decoded(data: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else as Windows-1252, which spreadsheets write."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
