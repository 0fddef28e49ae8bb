"""Draw what lies under and beside the visible text: highlights, marks in the gutter, rules, markers, the bar of an excerpt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument

from credibility.model import BlockKind, RatedClaim, Role
from ui.reader.excerpt_bar import ExcerptBar, draw_excerpt_bar
from ui.reader.formats import Formats, Mark
from ui.reader.geometry import PlacedLine, blocks_between, lines_of
from ui.reader.highlights import Highlight, Highlights
from ui.theme import Theme, mixed
from ui.theme.strokes import draw_highlight

CURRENT, HOVERED = 0.15, 0.07  # share of the line's colour in the wash of the claim that is current, or under the pointer


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that decides what is drawn for a reading besides the text itself.

    `claims` are the claims by id, `hidden` the roles that the legend has switched off, `pointed` the Qt positions of the words that
    the explanation points at.
    """

    highlights: Highlights = field(default_factory=Highlights)
    claims: Mapping[str, RatedClaim] = field(default_factory=dict)
    excerpts: tuple[ExcerptBar, ...] = ()
    hidden: frozenset[Role] = frozenset()
    current: str | None = None
    hovered: str | None = None
    pointed: tuple[tuple[int, int], ...] = ()


@dataclass
class Drawn:
    """Where clickable marks were drawn in the last paint, in document coordinates."""

    marks: list[tuple[QRectF, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """The measures of the page in pixels: left edge and width of the text column."""

    left: float
    width: float


class PagePainter:
    """Paints one strip of the page; holds no state between strips."""

    def __init__(self, painter: QPainter, formats: Formats, page: Page, scene: Scene) -> None:
        self._painter = painter
        self._formats = formats
        self._theme = formats.theme
        self._page = page
        self._scene = scene
        self._used: dict[int, float] = {}
        self._thick = max(1.6, formats.em * 0.105)

    def paint(self, document: QTextDocument, strip: QRectF) -> Drawn:
        """Draw everything under the text between the strip's top and bottom."""
        drawn = Drawn()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in blocks_between(document, strip.top(), strip.bottom()):
            lines = tuple(lines_of(block, rect, self._formats.em))
            if lines:
                self._paint_furniture(block, lines)
                self._paint_highlights(block, lines, drawn)
        for bar in self._scene.excerpts:
            draw_excerpt_bar(self._painter, document, bar, self._formats, self._page.left, strip)
        return drawn

    def _paint_furniture(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        painters = {
            BlockKind.QUOTATION.value: self._paint_quotation,
            BlockKind.LIST_ITEM.value: self._paint_marker,
            BlockKind.RULE.value: self._paint_rule,
            BlockKind.TABLE_ROW.value: self._paint_row,
            BlockKind.PREFORMATTED.value: self._paint_panel,
            "header-end": self._paint_header_rule,
        }
        paint = painters.get(block.blockFormat().stringProperty(Mark.KIND))
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
        if following.isValid() and following.blockFormat().stringProperty(Mark.KIND) == BlockKind.QUOTATION.value:
            bottom += block.blockFormat().bottomMargin() + following.blockFormat().topMargin()
        self._painter.setPen(QPen(self._colour("edge"), 2))
        for depth in range(block.blockFormat().intProperty(Mark.DEPTH)):
            x = self._page.left + (depth * 1.6 + 0.55) * self._formats.em
            self._painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_marker(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        marker = block.blockFormat().stringProperty(Mark.MARKER) or "•"
        marker = {"*": "•", "-": "•", "+": "•"}.get(marker, marker)
        self._painter.setFont(self._formats.typography.body())
        self._painter.setPen(self._colour("soft"))
        width = QFontMetricsF(self._painter.font()).horizontalAdvance(marker)
        x = self._page.left + block.blockFormat().leftMargin() - width - self._formats.em * 0.5
        self._painter.drawText(QPointF(x, lines[0].baseline), marker)

    def _paint_rule(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        if block.text().strip():
            return
        y, middle = lines[0].baseline - lines[0].size * 0.3, self._page.left + self._page.width / 2
        self._painter.setPen(QPen(self._colour("edge"), 1.5))
        self._painter.drawLine(QPointF(middle - 60, y), QPointF(middle + 60, y))

    def _paint_row(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        is_head = block.blockFormat().intProperty(Mark.DEPTH) == 1
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

    def _paint_highlights(self, block: QTextBlock, lines: tuple[PlacedLine, ...], drawn: Drawn) -> None:
        shown = [
            highlight
            for highlight in self._scene.highlights.between(block.position(), block.position() + block.length())
            if self._role(highlight) not in self._scene.hidden
        ]
        for highlight in shown:
            for line in lines:
                for rect in line.stretches(highlight.start, highlight.end):
                    self._paint_stretch(highlight, rect)
        for highlight in shown:
            if highlight.is_first and highlight.start >= block.position():
                self._paint_mark(highlight, lines, drawn)
        self._paint_pointed(lines)

    def _role(self, highlight: Highlight) -> Role:
        return self._scene.claims[highlight.claim_id].role

    def _paint_stretch(self, highlight: Highlight, rect: QRectF) -> None:
        role = self._role(highlight)
        style, wash, line = self._theme.styles[role], self._theme.wash(role), self._theme.line(role)
        if highlight.depth:  # a claim inside a claim stands a little lower and within the outer wash
            rect = rect.adjusted(0, 1.5, 0, self._thick * 1.2 * min(highlight.depth, 2))
        is_current = highlight.claim_id == self._scene.current
        if is_current or highlight.claim_id == self._scene.hovered:
            wash = emphasised(self._theme, role, CURRENT if is_current else HOVERED)
        draw_highlight(self._painter, rect, style.underline, wash, line, self._thick)
        if is_current:
            if style.underline == "box":
                self._painter.fillRect(rect, mixed(self._colour("page"), line, CURRENT))
            self._painter.setPen(QPen(line, max(1.2, self._thick * 0.6)))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 4, 4)

    def _paint_pointed(self, lines: tuple[PlacedLine, ...]) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._colour("ink"), 1.2, Qt.PenStyle.DotLine))
        for start, end in self._scene.pointed:
            for line in lines:
                for rect in line.stretches(start, end):
                    self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_mark(self, highlight: Highlight, lines: tuple[PlacedLine, ...], drawn: Drawn) -> None:
        line = next((line for line in lines if line.start <= highlight.start < line.end), None)
        if line is None:
            return
        role, em = self._role(highlight), self._formats.em
        style = self._theme.styles[role]
        side = em * 0.98
        key = round(line.baseline)
        x = self._used.get(key, self._page.left - em * 0.75) - side
        self._used[key] = x - 3
        rect = QRectF(x, line.baseline - side * 0.86, side, side)
        colour, is_current = self._theme.line(role), highlight.claim_id == self._scene.current
        self._painter.setPen(QPen(colour, 1))
        self._painter.setBrush(colour if is_current else Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect, 4, 4)
        font = self._formats.typography.sans(0.56)
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(self._colour("page") if is_current else colour)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, style.glyph)
        if self._scene.claims[highlight.claim_id].disagreement:
            self._painter.setPen(colour)
            self._painter.drawText(QPointF(rect.right() + 2, rect.top() + side * 0.4), "≠")
        drawn.marks.append((rect.adjusted(-2, -4, 2, 4), highlight.claim_id))


def emphasised(theme: Theme, role: Role, share: float) -> QColor:
    """A role's wash with a share of its line's colour in it; text on it must stay readable, which a test keeps."""
    return mixed(theme.wash(role), theme.line(role), share)


def block_height(line: PlacedLine, formats: Formats) -> float:
    """The height that the block's format gives each of its lines."""
    return float(line.block.blockFormat().lineHeight() or line.size * formats.typography.leading / 100)
