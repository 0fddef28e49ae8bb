"""The article as a Word document: claims shaded and underlined like their tier, each with a comment and a note at the end."""

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from credibility.annotations.annotate import STATEMENT, carrier, note, rating_line
from credibility.annotations.exports.flow import Flow, Stretch, heading_levels
from credibility.annotations.exports.rows import content_words
from credibility.annotations.pdf.note_marks import AUTHOR
from credibility.annotations.pdf.paper import PICTURE, UNTITLED, excerpt_line, facts
from credibility.floor.language import current, said, shown
from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.notes.noted import note_line, numbered_notes
from credibility.floor.passages.captions import captioned_once
from credibility.model import Block, BlockKind, Image, Reading, Role, Style

_UNDERLINES = {
    "solid": WD_UNDERLINE.SINGLE,
    "double": WD_UNDERLINE.DOUBLE,
    "dashed": WD_UNDERLINE.DASH,
    "dotted": WD_UNDERLINE.DOTTED,
    "wavy": WD_UNDERLINE.WAVY,
    "dash-dot": WD_UNDERLINE.DOT_DASH,
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
_AFTER_SHADE = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
"""What the schema of Word wants behind these two."""

_WIDEST = Inches(6)
_TALLEST = Inches(7)


def write(reading: Reading, styles: Mapping[Role, Style]) -> bytes:
    """The document's bytes."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(reading.article.title)[:255], "SourceTint", ""
    properties.language = (reading.article.language or "")[:20]
    _head(document, reading, styles)
    _WordBody(document, reading, styles).write()
    _notes(document, reading, styles)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def clean(text: str) -> str:
    """Text that XML can hold."""
    return _NOT_XML.sub("\ufffd", text)


def told(words: str) -> str:
    """What the program says, in the reader's language, as text that XML can hold."""
    return clean(shown(words))


def own_run(paragraph: Paragraph, words: str) -> Run:
    """A run of the program's own words; where they are not in English, the language of Word's own template, they say in which."""
    run = paragraph.add_run(words)
    if current() != "en":
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), current())
        properties: Any = run._r.get_or_add_rPr()
        properties.append(language)
    return run


def _head(document: Word, reading: Reading, styles: Mapping[Role, Style]) -> None:
    document.add_heading(told(reading.article.title or UNTITLED), 0)
    for label, value in facts(reading):
        line = document.add_paragraph()
        own_run(line, f"{told(label)}: ").bold = True
        line.add_run(told(value))
    own_run(document.add_paragraph(), told(STATEMENT)).italic = True
    for role, count in reading.tally.roles:
        style = styles[role]
        line = document.add_paragraph()
        _shade(own_run(line, f"{style.glyph} {told(style.label)}"), style, style.wash)
        own_run(line, f" ({count}): {told(style.meaning)}")


def _notes(document: Word, reading: Reading, styles: Mapping[Role, Style]) -> None:
    own_run(document.add_heading("", 1), told(said("Claims and their sources")))
    text = reading.article.text
    for number, rated in enumerate(reading.claims, 1):
        style = styles[rated.drawn]
        line = document.add_paragraph()
        _shade(own_run(line, f"{number} {style.glyph} {told(style.label)}"), style, style.wash)
        line.add_run(f"  {told(carrier(rated, text))}: ")
        line.add_run(clean(content_words(rated, text))).italic = True
        own_run(line, f" ({told(rating_line(rated, style))})")
    for words in (*reading.article.notes, *reading.notes):
        own_run(document.add_paragraph(), told(words)).italic = True
    if own := numbered_notes(reading):
        own_run(document.add_heading("", 1), told(said("Notes of the reader")))
        for number, placed in own:
            line = document.add_paragraph()
            line.add_run(f"{number} {NOTE_LOOKS[placed.note.draft.colour].glyph}  ").bold = True
            line.add_run(clean(f"{note_line(placed.note.draft)}: "))
            line.add_run(clean(" ".join(placed.note.quote.exact.split()))).italic = True
            if not placed.span:
                own_run(line, f" {told(said('(not in this copy of the text)'))}")


class _WordBody:
    """Writes the blocks. A claim's comment spans from its first run to its last, so it is added once both are there."""

    def __init__(self, document: Word, reading: Reading, styles: Mapping[Role, Style]) -> None:
        self._document = document
        self._reading = reading
        self._styles = styles
        self._flow = Flow(reading)
        self._images = captioned_once(reading.article).images
        self._first: dict[int, Run] = {}
        self._table: Table | None = None
        self._own = numbered_notes(reading)
        self._noted: Run | None = None

    def write(self) -> None:
        """Write all blocks in order."""
        article = self._reading.article
        levels = heading_levels(article)
        embedded = {item.excerpt.span.start: excerpt_line(item) for item in self._reading.excerpts}
        for number, block in enumerate(article.blocks):
            for start, line in embedded.items():
                if block.span.start <= start <= block.span.end:
                    own_run(self._document.add_paragraph(), told(line)).italic = True
            if block.kind is BlockKind.TABLE_ROW:
                self._row(block)
                continue
            self._table = None
            self._block(block, levels.get(number, 0))

    def _block(self, block: Block, level: int) -> None:
        if block.kind is BlockKind.IMAGE and block.image is not None:
            self._picture(self._images[block.image])
            return
        if block.kind is BlockKind.RULE:
            self._document.add_paragraph("⁂")
            return
        paragraph = self._paragraph(block, level)
        if block.kind is BlockKind.LIST_ITEM:
            paragraph.add_run(f"{clean(block.marker) or '•'}\u00a0")
        self._pieces(paragraph, self._flow.pieces(block.span))

    def _paragraph(self, block: Block, level: int) -> Paragraph:
        if block.kind is BlockKind.HEADING:
            heading: Paragraph = self._document.add_heading("", min(level, 9))
            return heading
        made: Paragraph = self._document.add_paragraph(style="Caption" if block.kind is BlockKind.CAPTION else None)
        depth = max(block.level, 1) if block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTATION) else 0
        if depth + block.quoted:
            made.paragraph_format.left_indent = Inches(0.3 * min(max(depth, block.quoted), 12))
        return made

    def _row(self, block: Block) -> None:
        if self._table is None or len(self._table.columns) < len(block.cells):
            self._table = self._document.add_table(0, max(len(block.cells), 1), "Table Grid")
        cells = self._table.add_row().cells
        for cell, span in zip(cells, block.cells, strict=False):
            self._pieces(cell.paragraphs[0], self._flow.pieces(span))

    def _picture(self, image: Image) -> None:
        paragraph = self._document.add_paragraph()
        if not image.data or image.media_type not in ("image/png", "image/jpeg"):
            paragraph.add_run(f"[{told(image.alt or PICTURE)}]").italic = True
            return
        shape = paragraph.add_run().add_picture(io.BytesIO(image.data))
        share = min(1.0, _WIDEST / shape.width, _TALLEST / shape.height)
        shape.width, shape.height = Length(shape.width * share), Length(shape.height * share)
        described: Any = shape._inline.docPr
        described.set("descr", clean(image.alt))

    def _pieces(self, paragraph: Paragraph, pieces: list[Stretch]) -> None:
        if _runs_left("".join(piece.words for piece in pieces)):
            paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        for piece in pieces:
            run = self._run(paragraph, piece)
            for number in piece.begins:
                self._first[number] = run
            for number in piece.ends:
                self._end(paragraph, number, run)
            self._note_ends(paragraph, piece, run)

    def _run(self, paragraph: Paragraph, piece: Stretch) -> Run:
        run = paragraph.add_run(clean(piece.words))
        run.italic = "emphasis" in piece.emphases or None
        run.bold = "strong" in piece.emphases or None
        run.font.subscript = "subscript" in piece.emphases or None
        run.font.superscript = "superscript" in piece.emphases or None
        if "code" in piece.emphases:
            run.font.name = "Courier New"
        if piece.claims:
            # A claim inside another one keeps the outer wash and takes its own line, as on screen and on paper.
            inner, outer = self._styles[piece.claims[-1].drawn], self._styles[piece.claims[0].drawn]
            _shade(run, inner, outer.wash)
        if piece.url:
            _link(paragraph, run, piece.url)
        return run

    def _note_ends(self, paragraph: Paragraph, piece: Stretch, run: Run) -> None:
        """Comments of the reader's notes: from the first run with a note to the last."""
        self._noted = (self._noted or run) if piece.noted else None
        for number, placed in self._own:
            if number in piece.notes:
                self._document.add_comment([self._noted or run, run], clean(note_line(placed.note.draft)), shown(AUTHOR), "R")
                paragraph.add_run(f"{NOTE_LOOKS[placed.note.draft.colour].glyph}{number}").font.superscript = True

    def _end(self, paragraph: Paragraph, number: int, last: Run) -> None:
        rated = self._reading.claims[number - 1]
        style = self._styles[rated.drawn]
        comment = clean(note(rated, style, self._reading.article.text, shown))
        self._document.add_comment([self._first.get(number, last), last], comment, "SourceTint", "ST")
        paragraph.add_run(f"{style.glyph}{number}").font.superscript = True


def _shade(run: Run, style: Style, wash: str) -> None:
    properties: Any = run._r.get_or_add_rPr()
    run.font.underline = _UNDERLINES.get(style.underline)
    if (line := properties.find(qn("w:u"))) is not None:
        line.set(qn("w:color"), style.line.lstrip("#"))
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", wash.lstrip("#"))):
        shade.set(qn(name), value)
    properties.insert_element_before(shade, *_AFTER_SHADE)


def _link(paragraph: Paragraph, run: Run, url: str) -> None:
    """Put the run into a hyperlink. Nothing is fetched until the reader follows it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)
    link.append(run._r)


def _runs_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left."""
    return next(_directions(text), "L") != "L"


def _directions(text: str) -> Iterator[str]:
    return (found for letter in text if (found := unicodedata.bidirectional(letter)) in ("L", "R", "AL"))
