"""Which tables hold data. On old pages the whole article lies in a layout table, which is only a container."""

from credibility.articles.extraction.dom import Element
from credibility.articles.text.folding import squeeze
from credibility.articles.text.prose import ends_sentence

_PROSE = ("p", "h1", "h2", "h3", "h4", "table", "blockquote", "form", "article", "section")
_MARKS = ("caption", "thead", "tfoot", "colgroup", "col")
_LONG_CELL = 400
_LONG_LABEL = 120


def _rows(table: Element) -> list[Element]:
    """The table's own rows, not those of tables inside it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _is_data(table: Element) -> bool:
    """Whether a table's own rows belong side by side. One with tables in its cells is such only with headers and without prose."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    cells = [cell for row in rows for cell in row]
    if table.get("role") == "presentation" or len(rows) < 2:
        return False
    if max(map(len, rows)) < 2:
        return all(map(_is_label, cells))
    headed = any(cell.tag == "th" for cell in cells)
    long = any(len(cell.text_content()) > _LONG_CELL or len(list(cell.iter(*_PROSE))) > 2 for cell in cells)
    if table.find(".//table") is not None:
        return headed and not long
    if headed or table.get("summary") or any(table.find(mark) is not None for mark in _MARKS):
        return True
    return not long and sum(len(row) >= 2 for row in rows) * 2 >= len(rows)


def _is_label(cell: Element) -> bool:
    """Whether the cell of a table with one column is an entry of a list: letters and old pages are laid out in such tables too."""
    words = squeeze(cell.text_content())
    return len(words) <= _LONG_LABEL and not ends_sentence(words) and next(cell.iter(*_PROSE), None) is None


def data_tables(body: Element) -> frozenset[Element]:
    """The tables below `body` that are read row by row."""
    return frozenset(table for table in body.iter("table") if _is_data(table))
