"""The bar beside a republished stretch, labelled with the outlet that first published it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument

from credibility.floor.language import tr
from credibility.floor.roles import role_of_outlet
from credibility.model import ResolvedExcerpt, Role, Tier
from ui.reader.typesetting.formats import Formats
from ui.reader.typesetting.text_map import TextMap

ROOM_FOR_WORDS = 190.0


@dataclass(frozen=True, slots=True)
class ExcerptBar:
    """A stretch in Qt positions with the words that stand beside it."""

    start: int
    end: int
    label: str
    detail: str
    role: Role


def excerpt_bar(resolved: ResolvedExcerpt, text_map: TextMap) -> ExcerptBar:
    """The bar of an excerpt: from which outlet, and how that outlet is rated."""
    start, end = text_map.to_qt_span(resolved.excerpt.span)
    by = f"{tr('by {author}', author=resolved.excerpt.author)} · " if resolved.excerpt.author else ""
    if resolved.outlet is None:
        label = tr("From {outlet}", outlet=resolved.name) if resolved.name else tr("Excerpt")
        detail = f"{by}{tr('not in your table')}" if resolved.name else tr("first published elsewhere")
        return ExcerptBar(start, end, label, detail, Role.UNKNOWN_OUTLET)
    role = role_of_outlet(resolved.outlet, resolved.rating)
    tier = resolved.rating.tier if resolved.rating else Tier.UNRATED
    standing = tr(tier.label if role.on_scale or role is Role.UNRATED else role.value.capitalize())
    return ExcerptBar(start, end, tr("From {outlet}", outlet=resolved.outlet.name), f"{by}{standing}", role)


def draw_excerpt_bar(painter: QPainter, document: QTextDocument, bar: ExcerptBar, formats: Formats, left: float, strip: QRectF) -> None:
    """Draw the bar where it crosses the strip; its label stays beside the part on screen, or over it where there is no room beside."""
    layout = document.documentLayout()
    top = layout.blockBoundingRect(document.findBlock(bar.start)).top()
    last = document.findBlock(max(bar.start, bar.end - 1))
    bottom = layout.blockBoundingRect(last).bottom() + formats.typography.line_height() * 0.4
    if bottom < strip.top() or top > strip.bottom():
        return
    em, style = formats.em, formats.theme.styles[bar.role]
    colour = formats.theme.line(bar.role)
    x = left - em * 3.35
    pen = QPen(colour, max(2.0, em * 0.14))
    if style.underline in ("box", "dotted"):
        pen.setDashPattern([1.0, 1.6])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    words = f"{bar.label}  {style.glyph} {bar.detail}"
    if left > ROOM_FOR_WORDS:
        _draw_beside(painter, bar, formats, x, (top, bottom, strip.top()))
    else:
        _draw_above(painter, words, formats, x, top, strip.right() - formats.em)


def _draw_beside(painter: QPainter, bar: ExcerptBar, formats: Formats, x: float, extent: tuple[float, float, float]) -> None:
    top, bottom, visible = extent
    strong, small = formats.typography.sans(0.7), formats.typography.sans(0.66)
    strong.setBold(True)
    width = min(x - 22, formats.em * 9)
    style = formats.theme.styles[bar.role]
    flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.TextFlag.TextWordWrap)
    height = QFontMetricsF(strong).boundingRect(QRectF(0, 0, width, 400), flags, bar.label).height()
    y = min(max(top, visible + 16), max(top, bottom - height - formats.em * 2.6))
    painter.setFont(strong)
    painter.setPen(formats.theme.line(bar.role))
    painter.drawText(QRectF(x - 10 - width, y, width, height), flags, bar.label)
    painter.setFont(small)
    painter.setPen(QColor(formats.theme.colours.soft))
    painter.drawText(QRectF(x - 10 - width, y + height + 2, width, formats.em * 4), flags, f"{style.glyph} {bar.detail}")


def _draw_above(painter: QPainter, words: str, formats: Formats, x: float, top: float, right: float) -> None:
    """Write in the space over the stretch, from the bar on."""
    font = formats.typography.sans(0.62)
    font.setBold(True)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, right - x)
    painter.setFont(font)
    painter.setPen(QColor(formats.theme.colours.soft))
    painter.drawText(QPointF(x - 1, top - formats.em * 0.12), shown)
