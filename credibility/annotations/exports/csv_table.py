"""The claims as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. No cell runs as a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from credibility.annotations.exports.rows import Row, claim_rows, columns_of
from credibility.floor.characters import harmless, restored
from credibility.model import Reading, Role, Style


def write(reading: Reading, styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes: a header row, then one row per claim."""
    return table(columns_of(reading), claim_rows(reading, styles))


def table(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Any rows as CSV; a missing value is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: harmless(row[column]) for column in columns} for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def read_table(data: bytes) -> list[dict[str, str]]:
    """The rows of such a file, each cell as it was before it was made harmless. Raises ValueError when it is not CSV in UTF-8."""
    text = data.decode("utf-8-sig")
    try:
        delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return [{str(key): restored(value) for key, value in row.items() if isinstance(value, str)} for row in rows]
