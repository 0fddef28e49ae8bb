"""Draw what lies under and beside the visible text: the page's furniture, the claims, the bar of an excerpt."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument

from credibility.model import BlockKind
from ui.reader.painting.claims import Drawn, HighlightPainter, Page, PageScene
from ui.reader.painting.excerpt_bar import draw_excerpt_bar
from ui.reader.painting.geometry import PlacedLine, blocks_between, lines_of
from ui.reader.painting.notes import NotePainter
from ui.reader.typesetting.formats import BlockProperty, Formats


class PagePainter:
    """Paints one strip of the page; holds no state between strips."""

    def __init__(self, painter: QPainter, formats: Formats, page: Page, scene: PageScene) -> None:
        self._painter = painter
        self._formats = formats
        self._theme = formats.theme
        self._page = page
        self._scene = scene

    def paint(self, document: QTextDocument, strip: QRectF) -> Drawn:
        """Draw everything under the text between the strip's top and bottom."""
        claims = HighlightPainter(self._painter, self._formats, self._page, self._scene)
        notes = NotePainter(self._painter, self._formats, self._page.left + self._page.width, self._scene.notes)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in blocks_between(document, strip.top(), strip.bottom()):
            lines = tuple(lines_of(block, rect, self._formats.em))
            if lines:
                self._paint_furniture(block, lines)
                claims.paint(block, lines)
                notes.paint(block, lines)
        for bar in self._scene.excerpts:
            draw_excerpt_bar(self._painter, document, bar, self._formats, self._page.left, strip)
        claims.drawn.notes = notes.drawn
        return claims.drawn

    def _paint_furniture(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        painters = {
            BlockKind.QUOTATION.value: self._paint_quotation,
            BlockKind.LIST_ITEM.value: self._paint_marker,
            BlockKind.RULE.value: self._paint_rule,
            BlockKind.TABLE_ROW.value: self._paint_row,
            BlockKind.PREFORMATTED.value: self._paint_panel,
            "header-end": self._paint_header_rule,
        }
        paint = painters.get(block.blockFormat().stringProperty(BlockProperty.KIND))
        if paint:
            paint(block, lines)

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._theme.colours, name))

    def _height(self, line: PlacedLine) -> float:
        return block_height(line, self._formats)

    def _paint_quotation(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        top = lines[0].baseline - self._height(lines[0]) * 0.68
        bottom = lines[-1].baseline + self._height(lines[-1]) * 0.32
        following = block.next()
        if following.isValid() and following.blockFormat().stringProperty(BlockProperty.KIND) == BlockKind.QUOTATION.value:
            bottom += block.blockFormat().bottomMargin() + following.blockFormat().topMargin()
        self._painter.setPen(QPen(self._colour("edge"), 2))
        for depth in range(block.blockFormat().intProperty(BlockProperty.DEPTH)):
            x = self._page.left + (depth * 1.6 + 0.55) * self._formats.em
            self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_marker(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        marker = block.blockFormat().stringProperty(BlockProperty.MARKER) or "•"
        marker = {"*": "•", "-": "•", "+": "•"}.get(marker, marker)
        self._painter.setFont(self._formats.typography.body())
        self._painter.setPen(self._colour("soft"))
        width = QFontMetricsF(self._painter.font()).horizontalAdvance(marker)
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:  # such an item begins at the right edge of the column
            x = self._page.left + self._page.width + self._formats.em * 0.5
        else:
            x = self._page.left + block.blockFormat().leftMargin() - width - self._formats.em * 0.5
        self._painter.drawText(QPointF(x, lines[0].baseline), marker)

    def _paint_rule(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        if block.text().strip():
            return
        y, middle = lines[0].baseline - lines[0].size * 0.3, self._page.left + self._page.width / 2
        self._painter.setPen(QPen(self._colour("edge"), 1.5))
        self._painter.drawLine(QPointF(middle - 60, y), QPointF(middle + 60, y))

    def _paint_row(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        is_head = block.blockFormat().intProperty(BlockProperty.DEPTH) == 1
        y = lines[-1].baseline + self._height(lines[-1]) * 0.62
        self._painter.setPen(QPen(self._colour("faint" if is_head else "edge"), 1))
        self._painter.drawLine(QPointF(self._page.left, y), QPointF(self._page.left + self._page.width, y))

    def _paint_panel(self, _block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        top = lines[0].baseline - self._height(lines[0]) * 0.72
        bottom = lines[-1].baseline + self._height(lines[-1]) * 0.36
        self._painter.fillRect(QRectF(self._page.left - 10, top, self._page.width + 20, bottom - top), self._colour("panel"))

    def _paint_header_rule(self, _block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        y = round(lines[-1].baseline + self._formats.em * 1.35) + 0.5
        self._painter.setPen(QPen(self._colour("edge"), 1))
        self._painter.drawLine(QPointF(self._page.left, y), QPointF(self._page.left + self._page.width, y))


def block_height(line: PlacedLine, formats: Formats) -> float:
    """The height that the block's format gives each of its lines."""
    return float(line.block.blockFormat().lineHeight() or line.size * formats.typography.leading / 100)
