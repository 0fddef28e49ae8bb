"""A page as a sequence of segments: the stretches of text between block boundaries, each with its place in the structure.

Browsers wrap stray text in anonymous paragraphs, and so does this module, so that old pages (text in a `div` or `td`, paragraphs
separated by two line breaks) are treated like new ones. All later decisions are made about segments, and the links and emphases
inside stay exactly as on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from credibility.articles.addresses import web_address
from credibility.articles.draft import IMAGE_SIGN, Anchor, Inline
from credibility.articles.extraction.dom import DEAD, Element, is_hidden
from credibility.articles.extraction.tables import data_tables
from credibility.articles.text.folding import fold
from credibility.model import BlockKind, EmphasisKind

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label"),
        *("mark", "nobr", "picture", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt"),
        *("u", "var", "wbr"),
    )
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPHASES = {
    "em": EmphasisKind.EMPHASIS,
    "i": EmphasisKind.EMPHASIS,
    "cite": EmphasisKind.EMPHASIS,
    "dfn": EmphasisKind.EMPHASIS,
    "var": EmphasisKind.EMPHASIS,
    "strong": EmphasisKind.STRONG,
    "b": EmphasisKind.STRONG,
    "code": EmphasisKind.CODE,
    "kbd": EmphasisKind.CODE,
    "samp": EmphasisKind.CODE,
    "tt": EmphasisKind.CODE,
    "sub": EmphasisKind.SUBSCRIPT,
    "sup": EmphasisKind.SUPERSCRIPT,
}
_KINDS = dict.fromkeys(HEADINGS, BlockKind.HEADING) | {
    "pre": BlockKind.PREFORMATTED,
    "figcaption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.TABLE_ROW,
    "th": BlockKind.TABLE_ROW,
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
}
_BREAK_IS_SPACE = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
_HIDDEN_PAGE = 0.3
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:caption|credits?(?! reader-credits)(?<!reader-credits)"  # that is a byline in Firefox's reader view
    r"|(?:img|image|photo)-?(?:caption|credit|description|text|source))(?:[\s_-]|$)|(?<!no)caption(?:text)?\b",
    re.I,
)
_GALLERY = re.compile(r"figure|gallery|slide|lightbox", re.I)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)", re.I)
TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One stretch of text, image or rule; `element` is the innermost block element around it, `row` and `cell` its table place."""

    kind: BlockKind
    element: Element = field(repr=False)
    runs: tuple[Inline, ...] = ()
    level: int = 0
    marker: str = ""
    row: Element | None = field(default=None, repr=False)
    cell: Element | None = field(default=None, repr=False)
    image: Element | None = field(default=None, repr=False)
    tokens: tuple[str, ...] = field(default=(), repr=False)
    quoted: int = 0
    pointer: bool = False

    @property
    def words(self) -> str:
        """The segment's text, white space folded."""
        return fold("".join(run.text for run in self.runs)).strip()


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, for comparing segments."""
    return tuple(TOKEN.findall(text.lower()))


class _SegmentWalk:
    """One pass over a tree. Holds what is open: the enclosing blocks, the inline marks, and the runs so far."""

    def __init__(self, body: Element, base: str | None, hidden: bool) -> None:
        self.body = body
        self.base = base
        self.hidden = hidden
        self.size = len(body.text_content())
        self.tables = data_tables(body)
        self.blocks: list[Element] = [body]
        self.marks: list[tuple[Element, EmphasisKind | None, Anchor | None]] = []
        self.runs: list[Inline] = []
        self.anchors = 0
        self.fresh_items: set[Element] = set()

    def segments(self) -> Iterator[Segment]:
        """The segments in document order."""
        walker = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if element is not self.body and (element.tag in DEAD or self._is_skipped(element)):
                    walker.skip_subtree()
                    continue
                yield from self._enter(element)
            else:
                yield from self._leave(element)
        yield from self._flush()

    def _is_skipped(self, element: Element) -> bool:
        """Whether to skip a hidden part; not if it is most of the page: then a script would have shown it after the page was saved."""
        return not self.hidden and is_hidden(element) and len(element.text_content()) < _HIDDEN_PAGE * self.size

    def _enter(self, element: Element) -> Iterator[Segment]:
        tag = element.tag
        if tag == "br":
            yield from self._break()
        elif tag in ("img", "hr"):
            yield from self._flush()
            kind = BlockKind.IMAGE if tag == "img" else BlockKind.RULE
            anchor = self._anchor()
            in_gallery = any(_GALLERY.search(f"{block.tag} {block.get('class') or ''}") for block in self.blocks)
            larger = in_gallery and anchor is not None and _PICTURE_FILE.search(anchor.url)  # the same picture, only larger
            sign = (Inline(IMAGE_SIGN, None if larger else anchor),) if tag == "img" else ()
            yield Segment(kind, element, sign, image=element if tag == "img" else None, quoted=self._depth("blockquote"))
        elif tag in INLINE:
            self._mark(element)
        elif element is not self.body:
            yield from self._flush()
            self.blocks.append(element)
            if tag == "li":
                self.fresh_items.add(element)
        self._add(element.text)

    def _leave(self, element: Element) -> Iterator[Segment]:
        if element is self.body:
            return
        if self.marks and self.marks[-1][0] is element:
            self.marks.pop()
        elif self.blocks[-1] is element:
            yield from self._flush()
            self.blocks.pop()
        self._add(element.tail)

    def _mark(self, element: Element) -> None:
        """Open an inline mark; a link inside a link (broken markup) does not nest."""
        anchor = None
        if element.tag == "a" and (url := web_address(element.get("href"), self.base)):
            self.anchors += 1
            anchor = Anchor(url, self.anchors)
        self.marks.append((element, _EMPHASES.get(element.tag), anchor))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        kinds = frozenset(kind for _, kind, _ in self.marks if kind)
        self.runs.append(Inline(text, self._anchor(), kinds))

    def _anchor(self) -> Anchor | None:
        return next((anchor for _, _, anchor in reversed(self.marks) if anchor), None)

    def _kind(self) -> tuple[BlockKind, Element]:
        """The kind of the text, and the innermost element that determines it."""
        for element in reversed(self.blocks):
            kind = _KINDS.get(element.tag)
            if kind is BlockKind.TABLE_ROW and self._table_of(element) not in self.tables:
                kind = None
            if kind := kind or (BlockKind.CAPTION if _CAPTION_NAME.search(element.get("class") or "") else None):
                return kind, element
        return BlockKind.PARAGRAPH, self.blocks[-1]

    def _table_of(self, cell: Element) -> Element | None:
        return next(cell.iterancestors("table"), None)

    def _depth(self, *tags: str) -> int:
        return sum(element.tag in tags for element in self.blocks)

    def _break(self) -> Iterator[Segment]:
        if not self.runs:
            return
        kind, _ = self._kind()
        if kind is BlockKind.PREFORMATTED:
            self.runs.append(Inline("\n"))
        elif kind in _BREAK_IS_SPACE:
            self.runs.append(Inline(" "))
        else:
            yield from self._flush()

    def _flush(self) -> Iterator[Segment]:
        """End the segment that is open, if it has any text."""
        runs, self.runs = tuple(self.runs), []
        text = "".join(run.text for run in runs)
        if not text or text.isspace():
            return
        kind, element = self._kind()
        if kind is BlockKind.PREFORMATTED:
            yield from self._preformatted(runs)
            return
        yield Segment(
            kind,
            self.blocks[-1],
            runs,
            self._level(kind, element),
            self._marker(element) if kind is BlockKind.LIST_ITEM else "",
            next(element.iterancestors("tr"), None) if kind is BlockKind.TABLE_ROW else None,
            element if kind is BlockKind.TABLE_ROW else None,
            tokens=tokens_of(fold(text)),
            quoted=self._depth("blockquote"),
        )

    def _preformatted(self, runs: tuple[Inline, ...]) -> Iterator[Segment]:
        """One segment per line, so that no block contains a line feed; empty lines inside are kept."""
        lines: list[list[Inline]] = [[]]
        for run in runs:
            first, *others = run.text.replace("\r\n", "\n").split("\n")
            lines[-1].append(Inline(first, run.anchor, run.kinds))
            lines += [[Inline(line, run.anchor, run.kinds)] for line in others]
        texts = ["".join(run.text for run in line).strip() for line in lines]
        quoted = self._depth("blockquote")
        filled = [number for number, text in enumerate(texts) if text]
        for number in range(filled[0], filled[-1] + 1) if filled else ():
            yield Segment(BlockKind.PREFORMATTED, self.blocks[-1], tuple(lines[number]), tokens=tokens_of(texts[number]), quoted=quoted)

    def _level(self, kind: BlockKind, element: Element) -> int:
        if kind is BlockKind.HEADING:
            return HEADINGS[element.tag]
        if kind is BlockKind.LIST_ITEM:
            return max(1, self._depth("ul", "ol", "menu", "dir"))
        if kind is BlockKind.QUOTATION:
            return self._depth("blockquote")
        return int(element.tag == "th" and _is_header_row(element)) if kind is BlockKind.TABLE_ROW else 0

    def _marker(self, item: Element) -> str:
        """The item's bullet or number; none for a second paragraph of the same item."""
        if item not in self.fresh_items:
            return ""
        self.fresh_items.discard(item)
        owner = item.getparent()
        if owner is None or owner.tag != "ol":
            return "•"
        place = sum(1 for _ in item.itersiblings("li", preceding=True))
        start = owner.get("start") or ""
        return f"{place + (int(start) if start.isdecimal() and len(start) < 7 else 1)}."


def _is_header_row(cell: Element) -> bool:
    row = cell.getparent()
    return row is not None and all(child.tag == "th" for child in row)


def segments_of(body: Element, base: str | None, *, hidden: bool = False) -> tuple[Segment, ...]:
    """All segments of a body, in document order, with what is `hidden` if that is wanted; relative links are resolved against `base`."""
    return tuple(_SegmentWalk(body, base, hidden).segments())
