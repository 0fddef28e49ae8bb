"""Tell data tables from layout tables, in which old pages put whole articles."""

from credibility.articles.extraction.dom import Element
from credibility.articles.text.folding import squeeze
from credibility.articles.text.prose import ends_sentence

_PROSE = ("p", "h1", "h2", "h3", "h4", "table", "blockquote", "form", "article", "section")
_MARKS = ("caption", "thead", "tfoot", "colgroup", "col")
_LONG_CELL = 400
_LONG_LABEL = 120


def _rows(table: Element) -> list[Element]:
    """The table's rows, without those of nested tables."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _is_data(table: Element) -> bool:
    """Whether a table holds data. One with nested tables does only if it has headers and no prose."""
    rows = [_cells(row) for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if table.get("role") == "presentation" or len(rows) < 2:
        return False
    if max(map(len, rows)) < 2:
        return all(map(_is_label, cells))
    headed = any(cell.tag == "th" for cell in cells)
    if table.find(".//table") is not None:
        return headed and not any(map(_is_long, cells))
    if headed or _is_marked(table):
        return True
    return not any(map(_is_long, cells)) and sum(len(row) >= 2 for row in rows) * 2 >= len(rows)


def _is_marked(table: Element) -> bool:
    """Whether the page marks a table as data, by a summary, a caption, or groups of rows or columns."""
    return bool(table.get("summary")) or any(table.find(mark) is not None for mark in _MARKS)


def _is_long(cell: Element) -> bool:
    """Whether a cell holds prose rather than an entry."""
    return len(cell.text_content()) > _LONG_CELL or len(list(cell.iter(*_PROSE))) > 2


def _is_label(cell: Element) -> bool:
    """Whether the cell of a one-column table is an entry of a list; e-mails and old pages use such tables for layout too."""
    words = squeeze(cell.text_content())
    return len(words) <= _LONG_LABEL and not ends_sentence(words) and next(cell.iter(*_PROSE), None) is None


def data_tables(body: Element) -> frozenset[Element]:
    """The tables below `body` that are read row by row."""
    return frozenset(table for table in body.iter("table") if _is_data(table))
