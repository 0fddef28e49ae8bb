"""The stretch that is republished from elsewhere carries its outlet's name at the margin."""

from dataclasses import replace

from credibility.model import Excerpt, ResolvedExcerpt, Role, Span, Tier
from tests.ui.articles import OUTLETS, rating_of
from tests.ui.reader.test_text_map import article_of
from ui.reader.painting.excerpt_bar import excerpt_bar
from ui.reader.typesetting.text_map import map_text

TEXT_MAP = map_text(article_of(["one", "two", "three"]), 10)
EXCERPT = Excerpt(Span(4, 13), Span(0, 3), None, author="Nell Farrow")
GAZETTE = OUTLETS["gazette.example"]


def test_a_rated_outlet():
    bar = excerpt_bar(ResolvedExcerpt(EXCERPT, GAZETTE, rating_of("gazette.example", 91.0)), TEXT_MAP)
    assert (bar.label, bar.detail, bar.role) == ("From the Harbour Gazette", "by Nell Farrow · High", Role.HIGH)
    assert (bar.start, bar.end) == (14, 23)


def test_an_unrated_outlet():
    bar = excerpt_bar(ResolvedExcerpt(replace(EXCERPT, author=None), GAZETTE), TEXT_MAP)
    assert (bar.detail, bar.role) == (Tier.UNRATED.label, Role.UNRATED)


def test_a_platform_stands_beside_the_scale():
    bar = excerpt_bar(ResolvedExcerpt(EXCERPT, OUTLETS["pier.example"], rating_of("pier.example", 20.0)), TEXT_MAP)
    assert (bar.detail, bar.role) == ("by Nell Farrow · Platform", Role.PLATFORM)


def test_an_outlet_nobody_knows():
    bar = excerpt_bar(ResolvedExcerpt(EXCERPT, None), TEXT_MAP)
    assert (bar.label, bar.detail, bar.role) == ("Excerpt", "first published elsewhere", Role.UNKNOWN_OUTLET)


def test_an_outlet_that_the_table_lacks_is_called_as_the_article_calls_it():
    bar = excerpt_bar(ResolvedExcerpt(EXCERPT, None, name="Oster Journal of Science"), TEXT_MAP)
    assert (bar.label, bar.detail) == ("From Oster Journal of Science", "by Nell Farrow · not in your table")


def test_the_bar_is_drawn_beside_its_stretch_and_nowhere_else(window):
    text = window.reader.reading.article.text
    colour = window._looks.theme.line(Role.HIGH)

    def is_beside(words: str) -> bool:
        window.reader.point_at((Span(text.index(words), text.index(words) + 4),))
        window.reader.repaint()
        y = window.reader.point_of(text.index(words)).y()
        image = window.reader.viewport().grab().toImage()
        margin = int(window.reader.document().rootFrame().frameFormat().leftMargin() - 2 * window.reader.typography.em)
        return any(image.pixelColor(x, y) == colour for x in range(margin))

    assert is_beside("By the time the last ship")
    assert not is_beside("A report by the Institute")
