"""Which tables hold data. On old pages the whole article lies in a layout table, which is only a container."""

from credibility.articles.dom import Element

_PROSE = ("p", "h1", "h2", "h3", "h4", "table", "blockquote", "form", "article", "section")
_MARKS = (".//th", "caption", "thead", "tfoot", "colgroup", "col")
_LONG_CELL = 400


def _rows(table: Element) -> list[Element]:
    """The table's own rows, not those of tables inside it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _is_data(table: Element) -> bool:
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return False
    rows = _rows(table)
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows]
    if len(rows) < 2 or max(widths, default=0) < 2:
        return False
    if table.get("summary") or any(table.find(mark) is not None for mark in _MARKS):
        return True
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    long = sum(1 for cell in cells if len(cell.text_content()) > _LONG_CELL or len(list(cell.iter(*_PROSE))) > 2)
    return long == 0 and sum(width >= 2 for width in widths) * 2 >= len(widths)


def data_tables(body: Element) -> frozenset[Element]:
    """The tables below `body` that are read row by row."""
    return frozenset(table for table in body.iter("table") if _is_data(table))
