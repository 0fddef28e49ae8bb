"""Draw the article's own images, which the guarded process made small and plain; nothing is fetched, no vector format is drawn."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageReader, QPainter

from credibility.floor.language import tr
from credibility.model import Image
from ui.theme import Theme

LARGEST_FILE = 32_000_000
LARGEST_AREA = 1600 * 1600
FORMATS = frozenset((b"png", b"jpeg"))  # what the guarded process makes of all others; SVG may name files of this machine


def decoded(image: Image, width: int) -> QImage | None:
    """The image, no wider than `width` pixels; None when it is too large, damaged or of another format."""
    if not image.data or len(image.data) > LARGEST_FILE:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(image.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in FORMATS or size.isEmpty() or size.width() * size.height() > LARGEST_AREA:
        return None
    if size.width() > width:
        reader.setScaledSize(QSize(width, max(1, round(size.height() * width / size.width()))))
    picture = reader.read()
    return None if picture.isNull() else picture


def stand_in(image: Image, width: int, font: QFont, theme: Theme) -> QImage:
    """A quiet box with the image's description, for an image that cannot be shown."""
    picture = QImage(width, 72, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(theme.colours.panel))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours.edge))
    painter.drawRect(0, 0, width - 1, 71)
    painter.setPen(QColor(theme.colours.faint))
    words = tr("Image: {what}", what=image.alt) if image.alt else tr("An image that cannot be shown")
    box = QRectF(16, 8, width - 32, 56)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), words)
    painter.end()
    return picture
