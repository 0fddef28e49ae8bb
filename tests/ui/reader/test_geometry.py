"""Highlights lie exactly over their words, in both writing directions."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextDocument

from tests.ui.reader.test_text_map import article_of, formats, set_whole
from ui.reader.painting.geometry import blocks_between, lines_of
from ui.reader.typesetting.text_map import TextMap

LONG = "The bridge is closed. " * 20


def stretches(document: QTextDocument, text_map: TextMap, text: str, words: str) -> list[QRectF]:
    at = text.index(words)
    start, end = text_map.to_qt(at), text_map.to_qt(at + len(words))
    document.setTextWidth(500)
    return [
        rect
        for block, place in blocks_between(document, 0, 10_000)
        for line in lines_of(block, place, formats().em)
        for rect in line.stretches(start, end)
    ]


def width_of(words: str) -> float:
    return QFontMetricsF(formats().typography.body()).horizontalAdvance(words)


def test_words_on_one_line_are_covered_once(qapp):
    article = article_of(["The bridge is closed for good."])
    (rect,) = stretches(*set_whole(article), article.text, "is closed")
    assert rect.width() == pytest.approx(width_of("is closed"), abs=1.5)


def test_words_over_several_lines_are_covered_line_by_line(qapp):
    article = article_of([LONG])
    rects = stretches(*set_whole(article), article.text, LONG.strip())
    assert len(rects) > 2
    assert all(upper.bottom() <= lower.top() + 1 for upper, lower in pairwise(rects))


def test_space_at_a_lines_end_is_not_covered(qapp):
    article = article_of(["one two   "])
    (rect,) = stretches(*set_whole(article), article.text, "two   ")
    assert rect.width() == pytest.approx(width_of("two"), abs=1.5)


def test_words_written_from_right_to_left(qapp):
    article = article_of(["הגשר סגור כבר שלוש שנים"])
    document, text_map = set_whole(article)
    first = stretches(document, text_map, article.text, "הגשר")
    last = stretches(document, text_map, article.text, "שנים")
    assert len(first) == len(last) == 1
    assert first[0].left() > last[0].right()


def test_a_stretch_that_changes_direction_is_covered_in_full(qapp):
    article = article_of(["the word שלום was written"])
    rects = stretches(*set_whole(article), article.text, "word שלום was")
    assert sum(rect.width() for rect in rects) == pytest.approx(width_of("word שלום was"), abs=6)


def test_words_behind_emoji_are_covered_to_the_end(qapp):
    article = article_of(["🚢⚓😱 was closed"])
    (rect,) = stretches(*set_whole(article), article.text, "closed")
    assert rect.width() == pytest.approx(width_of("closed"), abs=1.5)


def test_every_paragraph_runs_its_own_way(qapp):
    english, hebrew, mixed = "The bridge is closed.", "הגשר סגור כבר שלוש שנים", "(1835) הגשר נפתח"
    article = article_of([english, hebrew, mixed, english[:10]])
    document, text_map = set_whole(article)
    (first,) = stretches(document, text_map, article.text, "The bridge is")
    (second,) = stretches(document, text_map, article.text, "הגשר")
    (third,) = stretches(document, text_map, article.text, "נפתח")
    margin = document.documentMargin()
    assert first.left() == pytest.approx(margin, abs=2)
    assert second.right() == pytest.approx(500 - margin, abs=2)
    assert third.right() < second.right(), "the figure that begins it stands at the right of it"
    assert third.left() > 250
