"""What the page shows of an article: every kind of block, its head, its comments."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextCursor, QTextDocument

from credibility.model import Article, Block, BlockKind, Emphasis, EmphasisKind, Image, Link, Span
from tests.ui.articles import bridge_article, picture
from tests.ui.reader.test_text_map import formats, set_whole
from ui.reader.comments import Comments
from ui.reader.header import address_from, header_lines
from ui.reader.images import decoded
from ui.reader.typesetting.document import FormatRun, Runs


def one_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: object) -> Article:
    block = Block(kind, Span(0, len(text)), image=0 if kind is BlockKind.IMAGE else None)
    return Article("T", text, (block,), "0" * 64, **more)


def test_runs_are_cut_where_emphasis_and_links_begin_and_end():
    article = one_block(
        "plain strong link",
        emphases=(Emphasis(Span(6, 12), EmphasisKind.STRONG),),
        links=(Link(Span(9, 17), "https://a.example/"),),
    )
    assert list(Runs(article).of(Span(0, 17))) == [
        FormatRun(Span(0, 6)),
        FormatRun(Span(6, 9), frozenset({EmphasisKind.STRONG})),
        FormatRun(Span(9, 12), frozenset({EmphasisKind.STRONG}), "https://a.example/"),
        FormatRun(Span(12, 17), frozenset(), "https://a.example/"),
    ]


def test_a_link_is_an_anchor_with_its_url(qapp):
    document, text_map = set_whole(one_block("see here now", links=(Link(Span(4, 8), "https://a.example/?b=c"),)))
    cursor = QTextCursor(document)
    cursor.setPosition(text_map.to_qt(5))
    assert cursor.charFormat().anchorHref() == "https://a.example/?b=c"
    cursor.setPosition(text_map.to_qt(2))
    assert not cursor.charFormat().isAnchor()


def test_headings_carry_their_level_for_screen_readers(qapp):
    document, text_map = set_whole(bridge_article()[0])
    at = bridge_article()[0].text.index("What the council says")
    block = document.findBlock(text_map.to_qt(at))
    assert block.blockFormat().headingLevel() == 2
    assert block.begin().fragment().charFormat().font().weight() > QFont.Weight.Normal


def test_a_line_that_leads_to_another_article_is_set_more_quietly(qapp):
    text = "The bridge is shut.\nRead more: The ferry"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 19)), Block(BlockKind.PARAGRAPH, Span(20, len(text)), pointer=True))
    document, text_map = set_whole(Article("T", text, blocks, "0" * 64))
    sentence, pointer = (document.findBlock(text_map.to_qt(at)).begin().fragment().charFormat() for at in (4, 24))
    assert pointer.font().pointSizeF() < sentence.font().pointSizeF()
    assert pointer.foreground().color() != sentence.foreground().color()
    assert (
        document.findBlock(text_map.to_qt(24)).blockFormat().lineHeight() < document.findBlock(text_map.to_qt(4)).blockFormat().lineHeight()
    )


def test_a_table_is_a_table(qapp):
    document, text_map = set_whole(bridge_article()[0])
    at = bridge_article()[0].text.index("39,870")
    cursor = QTextCursor(document)
    cursor.setPosition(text_map.to_qt(at))
    table = cursor.currentTable()
    assert (table.rows(), table.columns()) == (4, 3)
    cell = table.cellAt(cursor)
    assert (cell.row(), cell.column()) == (2, 1)


def test_the_articles_own_images_are_shown(qapp):
    document, _ = set_whole(one_block("\ufffc", BlockKind.IMAGE, images=(Image("image/png", "A quay", picture(40, 20)),)))
    shown = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("image:0"))
    assert (shown.width(), shown.height()) == (40, 20)


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("empty", b""),
        ("not an image", b"hello"),
        ("names a file of this machine", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
        ("cut off", picture(40, 20)[:60]),
    ],
)
def test_images_that_cannot_or_must_not_be_shown(qapp, why, data):
    assert decoded(Image("image/png", "", data), 500) is None, why


def test_wide_images_are_scaled_to_the_column(qapp):
    shown = decoded(Image("image/png", "", picture(640, 260)), 320)
    assert shown is not None
    assert (shown.width(), shown.height()) == (320, 130)


def test_an_image_that_cannot_be_shown_leaves_its_description(qapp):
    document, _ = set_whole(one_block("\ufffc", BlockKind.IMAGE, images=(Image("image/png", "A quay", b"broken"),)))
    assert not document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("image:0")).isNull()


def test_the_head_says_who_what_when_and_where_from():
    words = [words for _, words, _ in header_lines(bridge_article()[0])]
    assert words == [
        "The Quayside Review",
        "The bridge that nobody repaired",
        "By Nora Feld  ·  3 November 2024, 09:30 UTC",
        "https://quayside.example/2024/11/the-bridge-that-nobody-repaired",
    ]
    assert address_from(bridge_article()[0]) == "Address from the page’s own canonical link"


def test_the_head_of_an_article_that_says_nothing_of_itself():
    assert [words for _, words, _ in header_lines(Article("", "x", (), "0" * 64))] == ["Untitled"]


def test_comments_are_folded_away_behind_the_article(qapp):
    article = bridge_article()[0]
    document, text_map = set_whole(article)
    comments = Comments()
    before = text_map.to_qt(len(article.text) - 1)
    comments.set_into(document, article, formats())
    assert "3 readers’ comments, kept apart" in document.toPlainText()
    assert "First!" not in document.toPlainText()
    comments.toggle(document, article, formats())
    assert "First!" in document.toPlainText()
    assert document.characterAt(before) == article.text[-1]
    comments.toggle(document, article, formats())
    assert "First!" not in document.toPlainText()
    assert document.toPlainText().count("kept apart") == 1
