"""Every pattern can be told from every other one in a black-and-white print."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.strokes import STROKES, draw_line, draw_wash


def drawn(underline: str) -> QImage:
    image = QImage(120, 24, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    draw_line(painter, QRectF(4, 2, 112, 20), underline, QColor("black"), 2.0)
    painter.end()
    return image


def ink(image: QImage) -> frozenset[tuple[int, int]]:
    return frozenset((x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).red() < 240)


@pytest.mark.parametrize(("one", "other"), list(combinations(STROKES, 2)))
def test_two_patterns_do_not_look_alike(qapp, one, other):
    first, second = ink(drawn(one)), ink(drawn(other))
    assert len(first ^ second) > 0.25 * max(len(first), len(second))


def test_no_pattern_draws_outside_its_stretch(qapp):
    for underline in STROKES:
        assert all(2 <= x < 118 for x, _ in ink(drawn(underline))), underline


def test_outlined_roles_have_no_wash(qapp):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_wash(painter, QRectF(0, 0, 20, 20), "box", QColor("red"))
    painter.end()
    assert image.pixelColor(10, 10) == QColor("white")
