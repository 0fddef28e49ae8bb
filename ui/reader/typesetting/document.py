"""Set an article into a QTextDocument, block by block: one Qt block per block, so positions follow from the text alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument, QTextImageFormat, QTextLength, QTextTableFormat

from credibility.floor.passages.captions import captioned_once
from credibility.floor.runs import Overlay
from credibility.floor.web import web_address
from credibility.model import Article, Block, BlockKind, EmphasisKind, Image, Span
from ui.basics.plain import set_tip
from ui.reader.header import set_header
from ui.reader.images import decoded, stand_in
from ui.reader.typesetting.formats import BlockProperty, Formats, setting_of
from ui.reader.typesetting.text_map import TextMap, cells_of, fit_for_qt, grouped, map_text


@dataclass(frozen=True, slots=True)
class FormatRun:
    """Characters of one format: emphases and, for an anchor, its URL."""

    span: Span
    emphases: frozenset[EmphasisKind] = frozenset()
    url: str = ""


CLOSE_SET = (BlockKind.LIST_ITEM, BlockKind.PREFORMATTED)
CLOSING_SPACE = 0.5  # ems between the last of a run of close-set blocks and what follows


class Runs:
    """Cuts spans of an article into runs of one format each."""

    def __init__(self, article: Article) -> None:
        marks: list[tuple[Span, EmphasisKind | str]] = [(emphasis.span, emphasis.kind) for emphasis in article.emphases]
        self._marks = Overlay([*marks, *((link.span, url) for link in article.links if (url := web_address(link.url)))])

    def of(self, span: Span) -> Iterator[FormatRun]:
        """The runs of a span, in order and without gaps."""
        for piece, over in self._marks.runs(span):
            kinds = frozenset(one for one in over if isinstance(one, EmphasisKind))
            yield FormatRun(piece, kinds, next((one for one in over if isinstance(one, str) and one), ""))


class Setter:
    """Sets one article into one document in pieces; `step()` sets the next block or table until `done`.

    `text_map` covers the whole article from the start: positions follow from the text, not from what is already set.
    """

    def __init__(self, article: Article, document: QTextDocument, formats: Formats, width: int) -> None:
        self._article = article
        self._images = captioned_once(article).images
        self._formats = formats
        self._width = width
        self._document = document
        self._runs = Runs(article)
        self._cursor = QTextCursor(document)
        self._pictures: list[tuple[int, QSize]] = []
        self._after_table = False
        self._before: BlockKind | None = None
        set_header(article, self._cursor, formats)
        self.text_map: TextMap = map_text(article, self._cursor.position() + 1)
        self._pending: Iterator[tuple[bool, tuple[Block, ...]]] = grouped(article.blocks)
        self.done = False

    @property
    def position(self) -> int:
        """How far the document is set."""
        return self._cursor.position()

    def step(self) -> bool:
        """Set the next block, or the next table as a whole. Returns False when there was none left."""
        following = next(self._pending, None)
        if following is None:
            self.done = True
            return False
        is_table, blocks = following
        if is_table:
            self._set_table(blocks)
        else:
            self._set_block(blocks[0])
        self._after_table = is_table
        self._before = blocks[-1].kind
        return True

    def _set_block(self, block: Block) -> None:
        setting, layout = setting_of(block), self._formats.of(block)
        if self._before in CLOSE_SET and self._before is not block.kind:
            layout.setTopMargin(layout.topMargin() + CLOSING_SPACE * self._formats.em)
        if self._after_table:  # Qt has already opened a paragraph behind the table
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout, self._formats.run(setting))
        image = self._image(block)
        if image is not None:
            self._set_image(block.image or 0, image)
            return
        self._set_runs(block.span, block)

    def _set_runs(self, span: Span, block: Block) -> None:
        setting = setting_of(block)
        for run in self._runs.of(span):
            words = fit_for_qt(run.span.of(self._article.text))
            self._cursor.insertText(words, self._formats.run(setting, run.emphases, run.url))

    def _image(self, block: Block) -> Image | None:
        if block.kind is not BlockKind.IMAGE or block.image is None or len(block.span) != 1:
            return None
        return self._images[block.image] if block.image < len(self._images) else None

    def _set_image(self, index: int, image: Image) -> None:
        picture = decoded(image, self._width) or stand_in(image, self._width, self._formats.typography.sans(), self._formats.theme)
        name = f"image:{index}"
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        self._pictures.append((self._cursor.position(), picture.size()))
        made = QTextImageFormat()
        made.setName(name)
        set_tip(made, image.alt)
        made.setWidth(picture.width())
        made.setHeight(picture.height())
        self._cursor.insertImage(made)

    def fit_images(self, width: float) -> None:
        """Draw images no wider than the column is now."""
        cursor = QTextCursor(self._document)
        for position, size in self._pictures:
            cursor.setPosition(position)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            made = cursor.charFormat().toImageFormat()
            shown = min(float(size.width()), width)
            if made.isValid() and made.width() != shown:
                made.setWidth(shown)
                made.setHeight(size.height() * shown / size.width())
                cursor.setCharFormat(made)

    def _set_table(self, rows: tuple[Block, ...]) -> None:
        columns = max(len(cells_of(row)) for row in rows)
        if self._after_table:
            raise AssertionError("rows that follow each other are one table")
        table = self._cursor.insertTable(len(rows), columns, self._table_format(rows))
        for number, row in enumerate(rows):
            for column, cell in enumerate(cells_of(row)):
                self._cursor.setPosition(table.cellAt(number, column).firstPosition())
                layout = self._formats.of(row)
                layout.setProperty(BlockProperty.DEPTH, row.level)
                self._cursor.setBlockFormat(layout)
                self._set_runs(cell, row)
        self._cursor.setPosition(table.lastPosition() + 1)

    def _table_format(self, rows: tuple[Block, ...]) -> QTextTableFormat:
        made = QTextTableFormat()
        em = self._formats.em
        made.setCellPadding(em * 0.32)
        made.setCellSpacing(0)
        made.setBorder(0)
        made.setTopMargin(em * 0.4)
        made.setBottomMargin(em * 0.9)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setHeaderRowCount(sum(1 for row in rows if row.level == 1))
        return made
