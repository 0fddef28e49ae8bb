"""Lines in the margins that are not the article's: what is repeated on each page, page numbers, and what a browser prints around a page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from credibility.articles.addresses import web_address
from credibility.articles.pdf.lines import Line
from credibility.articles.text.folding import squeeze

_MARGIN = 0.1
_LONELY = re.compile(r"^\W*(?:page|seite|p\.)?\s*#(?:\s*(?:/|of|von|sur|de)\s*#)?\W*$")
_STAMP = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?\b", re.I)
_ADDRESS = re.compile(r"^(https?://\S+)(?:\s+\d+/\d+)?$")


def _shape(line: Line) -> str:
    """What is the same in a running head from page to page: its words, numbers masked."""
    return re.sub(r"\d+", "#", squeeze(line.text)).lower()


def _in_margin(line: Line, height: float) -> bool:
    return line.top > (1 - _MARGIN) * height or line.bottom < _MARGIN * height


def without_running(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The pages' lines without those in the margins that several pages share, and those that a browser prints."""
    marginal = [{_shape(line) for line in lines if _in_margin(line, height)} for height, lines in pages]
    counts = Counter(shape for shapes in marginal for shape in shapes)
    running = {shape for shape, count in counts.items() if count >= max(2, min(3, len(pages)))} if len(pages) > 1 else set()
    return [[line for line in lines if not _is_running(line, height, lines, running)] for height, lines in pages]


def _is_running(line: Line, height: float, lines: Sequence[Line], running: set[str]) -> bool:
    if not _in_margin(line, height):
        return False
    return _shape(line) in running or _LONELY.match(_shape(line)) is not None or _is_printed(line, lines)


def _is_printed(line: Line, lines: Iterable[Line]) -> bool:
    """Whether a browser printed the line: the time, what stands in one row with it (the window's title), or the page's address."""
    if _ADDRESS.match(squeeze(line.text)) or _STAMP.match(squeeze(line.text)):
        return True
    return any(_STAMP.match(squeeze(other.text)) and abs(other.bottom - line.bottom) < 1 for other in lines if other is not line)


def printed_address(pages: Sequence[tuple[float, list[Line]]]) -> str | None:
    """The address that a browser printed in the margin; None where it printed none."""
    for height, lines in pages[:1]:
        for line in lines:
            found = _ADDRESS.match(squeeze(line.text)) if _in_margin(line, height) else None
            if found and not found[1].endswith(("…", "...")):
                return web_address(found[1])
    return None
