"""Sources as a picture: a bar per outlet with its tier in sign, word and pattern, and one per kind of source. Never a score."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from credibility.floor.language import said, shown, tr
from credibility.floor.origins import origins_in_words, origins_of
from credibility.model import Reading, Role
from ui.basics.numbers import number_words
from ui.overview.uses import outlet_uses
from ui.theme import Theme
from ui.theme.strokes import draw_line
from ui.theme.swatch import draw_chip
from ui.words import MEANING, outlet_title

WIDTH, MARGIN, ROW, CHIP = 760.0, 28.0, 27.0, 18.0
NAME, STANDING, FIGURE = 220.0, 150.0, 34.0  # pixels of the columns beside the bars


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what it is called, how it stands, what it is drawn as, and how many claims it has; `articles` where several are counted."""

    name: str
    standing: str
    role: Role
    claims: int
    articles: int = 0


def bars_of(reading: Reading, theme: Theme) -> tuple[Bar, ...]:
    """The outlets, those with the most claims first, never by tier; then the kinds of source without an outlet."""
    order = list(Role)
    uses = sorted(outlet_uses(reading), key=lambda use: (-use.claims, use.outlet.name.casefold()))
    through = [Bar(outlet_title(use.outlet.name), use.standing(theme.styles), use.role, use.claims) for use in uses]
    beside = [rated.drawn for rated in reading.claims if rated.resolution.outlet is None or not rated.claim.asserted]
    kinds = [Bar(tr(theme.styles[role].label), "", role, beside.count(role)) for role in order if role in beside]
    return (*through, *kinds)


@dataclass(frozen=True, slots=True)
class Chart:
    """Draws sources in a theme, `size` in pixels of a screen without scaling; `name_width` is that of the names beside the bars.

    `columns` are the heads of the same rows as a table, `most` the number of bars that are drawn, all by default.
    """

    title: str
    counts: str
    bars: tuple[Bar, ...]
    theme: Theme
    name_width: float = NAME
    columns: tuple[str, ...] = (said("Source"), said("Tier"), said("Claims"))
    most: int | None = None

    @property
    def width(self) -> float:
        """How wide it is, in pixels."""
        return WIDTH + self.name_width - NAME

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The bars as rows of a table."""
        numbers = ([bar.claims, bar.articles] if bar.articles else [bar.claims] for bar in self.bars)
        return tuple((bar.name, bar.standing, *map(number_words, counts)) for bar, counts in zip(self.bars, numbers, strict=True))

    @property
    def size(self) -> QSize:
        """Width and height."""
        return QSize(round(self.width), round(2 * MARGIN + 64 + ROW * max(1, len(self.bars[: self.most])) + 34))

    def words(self) -> str:
        """What the picture shows, for who does not see it."""
        rows = (f"{bar.name}{f', {bar.standing}' if bar.standing else ''}: {bar.claims}" for bar in self.bars)
        return "\n".join((self.title, self.counts, *rows, shown(MEANING)))

    def paint(self, painter: QPainter) -> None:
        """Draw it at the origin of the painter."""
        colours = self.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), QColor(colours.page))
        width = self.width - 2 * MARGIN
        self._write(painter, QRectF(MARGIN, MARGIN, width, 26), self.title, 17, colours.ink, bold=True)
        self._write(painter, QRectF(MARGIN, MARGIN + 29, width, 20), self.counts, 12, colours.soft)
        most = max((bar.claims for bar in self.bars), default=1)
        for number, bar in enumerate(self.bars[: self.most]):
            self._paint_bar(painter, bar, MARGIN + 64 + number * ROW, most)
        self._write(painter, QRectF(MARGIN, self.size.height() - MARGIN - 16, width, 18), shown(MEANING), 11.5, colours.faint)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: float, most: int) -> None:
        colours, middle = self.theme.colours, top + ROW / 2
        draw_chip(painter, QRectF(MARGIN, middle - CHIP / 2, CHIP, CHIP), bar.role, self.theme)
        x = MARGIN + CHIP + 9
        self._write(painter, QRectF(x, top, self.name_width - 8, ROW), bar.name, 13, colours.ink)
        self._write(painter, QRectF(x + self.name_width, top, STANDING - 8, ROW), bar.standing, 12, colours.soft)
        left, right = x + self.name_width + STANDING, self.width - MARGIN - FIGURE
        long = max(6.0, (right - left) * bar.claims / most)
        box = QRectF(left, middle - 6.5, long, 13)
        painter.setPen(self.theme.line(bar.role))
        painter.setBrush(self.theme.wash(bar.role))
        painter.drawRect(box)
        draw_line(painter, box, self.theme.styles[bar.role].underline, self.theme.line(bar.role), 2.2)
        self._write(painter, QRectF(box.right() + 8, top, FIGURE, ROW), number_words(bar.claims), 12.5, colours.ink)

    def _write(self, painter: QPainter, box: QRectF, words: str, size: float, colour: str, *, bold: bool = False) -> None:
        font = QFont(painter.font())
        font.setPixelSize(round(size))
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)


def chart_of(reading: Reading, theme: Theme) -> Chart:
    """The chart of a reading's sources."""
    counts = tr(origins_in_words(origins_of(reading.claims)))
    return Chart(reading.article.title or tr("Untitled"), counts, bars_of(reading, theme), theme)


def image_of(chart: Chart, scale: float = 1.0) -> QImage:
    """The chart as an image."""
    image = QImage(chart.size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.scale(scale, scale)
    chart.paint(painter)
    painter.end()
    return image


def png_of(chart: Chart, scale: float = 2.0) -> bytes:
    """The chart as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(chart, scale))
    return bytes(data.data())


def svg_of(chart: Chart) -> bytes:
    """The chart as an SVG file, with its words as its description."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    maker = QSvgGenerator()
    maker.setOutputDevice(buffer)
    maker.setSize(chart.size)
    maker.setViewBox(QRect(0, 0, chart.size.width(), chart.size.height()))
    maker.setTitle(chart.title)
    maker.setDescription(chart.words())
    painter = QPainter(maker)
    chart.paint(painter)
    painter.end()
    return bytes(data.data())
