"""The sign of a list item stands before its words: at the left, or at the right where they run from right to left."""

import pytest
from PySide6.QtGui import QImage

from credibility.model import Article, Block, BlockKind, Reading, Span
from ui.reader import ReaderView, Typography
from ui.theme import Scheme, theme_of


def has_ink(image: QImage, left: int, right: int) -> bool:
    ground = image.pixelColor(1, 1)
    return any(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(image.height()))


@pytest.mark.parametrize(("words", "is_right"), [("First: nobody knows.", False), ("أولا: لا أحد يعرف.", True)])
def test_the_sign_of_a_list_item_is_where_its_words_begin(qtbot, workspace, words, is_right):
    view = ReaderView(theme_of(Scheme.LIGHT, workspace.styles), Typography())
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    span = Span(0, len(words))
    view.show_reading(Reading(Article("", words, (Block(BlockKind.LIST_ITEM, span),), "0" * 64), ()))
    view.finish_setting()
    image = view.viewport().grab().toImage()
    page = view.page()
    assert has_ink(image, int(page.left + page.width) + 2, int(page.left + page.width) + 30) is is_right
