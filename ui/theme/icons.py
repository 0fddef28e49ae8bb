"""The toolbar's icons, drawn as lines in the colours of the theme, so that they are as sharp and as dark as the words beside them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from ui.theme.theme import Theme

SIDE = 18
SHARP = 3  # the icons are drawn at this multiple of their size, for screens of any resolution

LINES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "library": (((3, 2), (6, 2), (6, 16), (3, 16), (3, 2)), ((8, 2), (11, 2), (11, 16), (8, 16), (8, 2)), ((12.5, 3), (15.5, 15.7))),
    "open_article": (((2, 15), (2, 4), (7, 4), (9, 6), (16, 6), (16, 15), (2, 15)), ((2, 9), (16, 9))),
    "export_pdf": (((9, 11), (9, 2)), ((5.5, 5.5), (9, 2), (12.5, 5.5)), ((3, 10), (3, 16), (15, 16), (15, 10))),
    "previous_claim": (((9, 15), (9, 3)), ((4.5, 7.5), (9, 3), (13.5, 7.5))),
    "next_claim": (((9, 3), (9, 15)), ((4.5, 10.5), (9, 15), (13.5, 10.5))),
    "find": (((11.3, 11.3), (16, 16)),),
    "ratings": (((2, 4), (16, 4)), ((2, 9), (16, 9)), ((2, 14), (16, 14)), ((6, 2.5), (6, 15.5))),
    "panel": (((2, 3), (16, 3), (16, 15), (2, 15), (2, 3)), ((10.5, 3), (10.5, 15)), ((12.5, 7), (14.2, 7)), ((12.5, 10.5), (14.2, 10.5))),
    "pages": (((4, 2), (11, 2), (11, 13), (4, 13), (4, 2)), ((7, 16), (14, 16), (14, 5))),
}
CIRCLES: dict[str, tuple[float, float, float]] = {"find": (7.5, 7.5, 5)}
LETTERS = {"typography": "Aa"}


def icon(name: str, theme: Theme) -> QIcon:
    """The icon of an action, dark and faint for when it cannot be used; empty when it has none."""
    made = QIcon()
    if name in LINES or name in LETTERS:
        for mode, colour in ((QIcon.Mode.Normal, theme.colours.ink), (QIcon.Mode.Disabled, theme.colours.faint)):
            made.addPixmap(_drawn(name, QColor(colour)), mode)
    return made


def _drawn(name: str, colour: QColor) -> QPixmap:
    pixmap = QPixmap(QSize(SIDE * SHARP, SIDE * SHARP))
    pixmap.setDevicePixelRatio(SHARP)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for points in LINES.get(name, ()):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    if name in CIRCLES:
        x, y, radius = CIRCLES[name]
        painter.drawEllipse(QPointF(x, y), radius, radius)
    if name in LETTERS:
        font = QFont(painter.font())
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, LETTERS[name])
    painter.end()
    return pixmap
