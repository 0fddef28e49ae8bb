"""The text column: how wide it is and where it stands in the viewport."""

from PySide6.QtGui import QTextDocument, QTextFrameFormat

from ui.reader.painting.claims import Page
from ui.reader.typesetting.typography import Typography

GUTTER, MARGIN = 3.9, 1.6  # ems beside the column: marks and bar on the left, air on the right
ABOVE, BELOW = 3.2, 6.0  # ems over the head of the page and under its end
NARROWEST = 160.0


def page_of(width: int, typography: Typography, em: float) -> Page:
    """The column in a viewport of this width, all in pixels: as wide as the measure where there is room, centred."""
    left, right = GUTTER * em, MARGIN * em
    column = max(NARROWEST, min(typography.column, width - left - right))
    return Page(max(left, (width - column) / 2 if width - column > 2 * left else left), column)


def fit(document: QTextDocument, page: Page, width: int, em: float) -> bool:
    """Give the document the margins that put its text into the column. Returns whether anything changed."""
    layout = QTextFrameFormat(document.rootFrame().frameFormat())
    wanted = (page.left, max(0.0, width - page.left - page.width), ABOVE * em, BELOW * em)
    if (layout.leftMargin(), layout.rightMargin(), layout.topMargin(), layout.bottomMargin()) == wanted:
        return False
    layout.setLeftMargin(wanted[0])
    layout.setRightMargin(wanted[1])
    layout.setTopMargin(wanted[2])
    layout.setBottomMargin(wanted[3])
    document.rootFrame().setFrameFormat(layout)
    return True
