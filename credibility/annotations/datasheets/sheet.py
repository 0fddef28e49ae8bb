"""The sourcing datasheet of an article: who said each statement, in what capacity, how they can know, and which outlet carried it.

For classes and newsrooms: several people fill in a blank sheet, and `agreement` compares two of them.
"""

from collections.abc import Iterator, Mapping

from credibility.annotations.exports.csv_table import read_table, table
from credibility.annotations.exports.rows import content_words
from credibility.floor.sources import SOURCE_KINDS, justification_words, source_words, title_words
from credibility.model import RatedClaim, Reading, SourceKind

FACETS = ("source", "title", "type", "justification", "outlet")
"""What is filled in."""

COLUMNS = ("number", "statement", *FACETS, "article", "fingerprint", "claim")
"""All columns; the last three say which claim of which article a row is about."""

NONE = "none"
"""Filled in where the article does not say. An empty cell means that nobody has answered."""

TYPES = tuple(SOURCE_KINDS[kind] for kind in SourceKind)
"""What `type` can be."""


def sheet_rows(reading: Reading, *, blank: bool) -> Iterator[Mapping[str, object]]:
    """A row per claim, in text order; with `blank`, the facets are left empty."""
    article = reading.article
    for number, rated in enumerate(reading.claims, 1):
        facets = dict.fromkeys(FACETS, "") if blank else _facets(rated, article.text)
        about = {"article": article.title, "fingerprint": article.fingerprint, "claim": rated.id}
        yield {"number": number, "statement": content_words(rated, article.text), **facets, **about}


def _facets(rated: RatedClaim, text: str) -> dict[str, str]:
    source, outlet = rated.claim.source, rated.resolution.outlet
    return {
        "source": NONE if source.kind is SourceKind.NONE else source_words(source, text),
        "title": title_words(source, text) or NONE,
        "type": SOURCE_KINDS[source.kind],
        "justification": justification_words(source, text) or NONE,
        "outlet": outlet.name if outlet else NONE,
    }


def write_csv(reading: Reading, *, blank: bool) -> bytes:
    """The sheet as CSV."""
    return table(COLUMNS, sheet_rows(reading, blank=blank))


def write_xlsx(reading: Reading, *, blank: bool) -> bytes:
    """The sheet as an Excel workbook, which offers the types of source to choose from."""
    # Imported here because only this format needs XlsxWriter.
    from credibility.annotations.exports.workbook import sheet_book  # noqa: PLC0415

    rows = [[row[column] for column in COLUMNS] for row in sheet_rows(reading, blank=blank)]
    return sheet_book("Sources", COLUMNS, rows, choices={"type": TYPES}, wide=("statement", *FACETS))


def read_sheet(data: bytes) -> list[dict[str, str]]:
    """The rows of a sheet in either form, whatever program filled it in. Raises ValueError when it is no such sheet."""
    rows = _xlsx_rows(data) if data[:2] == b"PK" else read_table(data)
    if rows and not {"statement", *FACETS} <= set(rows[0]):
        raise ValueError("columns")
    return rows


def _xlsx_rows(data: bytes) -> list[dict[str, str]]:
    import io  # noqa: PLC0415 - with the library below

    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only this format needs it

    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    except (CalamineError, IndexError) as error:
        raise ValueError(str(error)) from error
    head = [str(cell).strip() for cell in rows[0]] if rows else []
    return [dict(zip(head, map(_cell, row), strict=False)) for row in rows[1:]]


def _cell(value: object) -> str:
    """A cell as text; Excel has no whole numbers."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
