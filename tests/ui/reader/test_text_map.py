"""Code points and Qt positions: the map must agree with the document that Qt really builds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from credibility.model import Article, Block, BlockKind, Span
from tests.ui.articles import bridge_article
from tests.ui.fake_workspace import read_styles
from ui.reader.typesetting.document import Setter
from ui.reader.typesetting.formats import Formats
from ui.reader.typesetting.text_map import TextMap, fit_for_qt, map_text
from ui.reader.typesetting.typography import Typography
from ui.theme import Scheme, theme_of


def formats() -> Formats:
    return Formats(Typography(), theme_of(Scheme.LIGHT, read_styles()))


def article_of(texts: list[str], rows: list[list[str]] | None = None) -> Article:
    """Paragraphs of these texts, then a table of these rows, then a last paragraph."""
    blocks, text = [], ""
    for words in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(words))))
        text += words + "\n"
    for row in rows or []:
        start, cells = len(text), []
        for cell in row:
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell + "\t"
        text = text[:-1] + "\n"
        blocks.append(Block(BlockKind.TABLE_ROW, Span(start, len(text) - 1), cells=tuple(cells)))
    if rows:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + 3)))
        text += "end\n"
    return Article("Title 𝒯", text[:-1], tuple(blocks), "0" * 64)


def set_whole(article: Article) -> tuple[QTextDocument, TextMap]:
    document = QTextDocument()
    setter = Setter(article, document, formats(), 500)
    while setter.step():
        assert not setter.done
    return document, setter.text_map


def characters(document: QTextDocument, position: int, count: int) -> str:
    units = b"".join(document.characterAt(position + place).encode("utf-16-le", "surrogatepass") for place in range(count))
    return units.decode("utf-16-le")


def assert_agrees(article: Article) -> None:
    document, text_map = set_whole(article)
    for span in text_map.spans:
        for offset in range(span.start, span.end):
            wanted = fit_for_qt(article.text[offset])
            if wanted == "\n":
                continue  # a paragraph break inside a block: Qt has its own character for it
            assert characters(document, text_map.to_qt(offset), len(wanted.encode("utf-16-le")) // 2) == wanted
            assert text_map.to_offset(text_map.to_qt(offset)) == offset


def test_the_article_about_the_bridge(qapp):
    assert_agrees(bridge_article()[0])


def test_emoji_mathematical_letters_and_no_break_spaces(qapp):
    assert_agrees(article_of(["🔩 a 𝒳 b\u00a0c “d”", "👩‍👩‍👧 e\u0301", "", "שלום מה"]))


def test_ragged_tables_between_paragraphs(qapp):
    assert_agrees(article_of(["before 🔩"], [["a", "🔩b", "c"], ["d"], ["", "e𝒳"]]))


text = st.text(st.characters(exclude_characters="\n\u2029", codec=None), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(text, min_size=1, max_size=4),
    st.lists(st.lists(text.filter(lambda words: "\t" not in words), min_size=1, max_size=3), max_size=3),
)
def test_any_text_at_all(qapp, texts, rows):
    assert_agrees(article_of(texts, rows))


def test_places_outside_the_article_have_no_offset():
    text_map = map_text(article_of(["one", "two"]), origin=10)
    assert text_map.to_offset(9) is None
    assert text_map.to_offset(10) == 0
    assert text_map.to_offset(17) == 7
    assert text_map.to_offset(18) is None


def test_the_second_half_of_a_surrogate_pair_belongs_to_its_character():
    text_map = map_text(article_of(["a🔩b"]), origin=0)
    assert [text_map.to_offset(position) for position in range(5)] == [0, 1, 1, 2, 3]


def test_spans_there_and_back():
    text_map = map_text(article_of(["a🔩b", "c"]), origin=5)
    start, end = text_map.to_qt_span(Span(1, 3))
    assert (start, end) == (6, 9)
    assert Span(text_map.to_offset(start), text_map.to_offset(end)) == Span(1, 3)
