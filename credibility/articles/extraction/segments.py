"""A page as a sequence of segments: the stretches of text between block boundaries, each with its place in the structure.

Browsers wrap stray text in anonymous paragraphs, and so does this module, so that old pages (text in a `div` or `td`, paragraphs
separated by two line breaks) are treated like new ones. All later decisions are made about segments, and the links and emphases
inside stay exactly as on the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from credibility.articles.addresses import web_address
from credibility.articles.draft import IMAGE_SIGN, Anchor, Inline
from credibility.articles.extraction.dom import DEAD, Element, is_hidden, sign_in
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
    words: str = ""
    """The text, white space folded."""


def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, for comparing segments."""
    return tuple(TOKEN.findall(text.lower()))


class _SegmentWalk:
    """One pass over a tree. Holds what is open: the enclosing blocks with the kind each gives its text, the inline marks, the runs so far.

    Most of a page's time is spent here, so what is asked of every element is looked up, and what its marks say is added up when they open.
    """

    def __init__(self, body: Element, base: str | None, hidden: bool) -> None:
        self.body = body
        self.base = base
        self.skipped = frozenset() if hidden else _hidden_in(body)
        self.tables = data_tables(body)
        self.blocks: list[Element] = [body]
        self.kinds: list[tuple[BlockKind, Element] | None] = [self._kind_of(body)]
        self.marks: list[tuple[Element | None, frozenset[EmphasisKind], Anchor | None]] = [(None, frozenset(), None)]
        self.runs: list[Inline] = []
        self.found: list[Segment] = []
        self.anchors = 0
        self.fresh_items: set[Element] = set()

    def segments(self) -> Iterator[Segment]:
        """The segments in document order."""
        walker = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "end":
                self._leave(element)
            elif element is not self.body and (tag in DEAD or element in self.skipped):
                walker.skip_subtree()
                continue
            else:
                self._enter(element, tag)
            if self.found:
                yield from self.found
                self.found.clear()
        self._flush()
        yield from self.found

    def _enter(self, element: Element, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag == "img" and self.runs and (sign := sign_in(element)) is not None:
            self._add(sign)
        elif tag in ("img", "hr"):
            self._flush()
            self._place(element, tag)
        elif tag in INLINE:
            self._mark(element, tag)
        elif element is not self.body:
            self._flush()
            self.blocks.append(element)
            self.kinds.append(self._kind_of(element) or self.kinds[-1])
            if tag == "li":
                self.fresh_items.add(element)
        if text := element.text:
            self._add(text)

    def _leave(self, element: Element) -> None:
        if element is self.body:
            return
        if self.marks[-1][0] is element:
            self.marks.pop()
        elif self.blocks[-1] is element:
            self._flush()
            self.blocks.pop()
            self.kinds.pop()
        if text := element.tail:
            self._add(text)

    def _place(self, element: Element, tag: str) -> None:
        """Add an image, or a rule across the page."""
        anchor = self.marks[-1][2]
        in_gallery = any(_GALLERY.search(f"{block.tag} {block.get('class') or ''}") for block in self.blocks) if anchor else False
        larger = in_gallery and anchor is not None and _PICTURE_FILE.search(anchor.url)  # the same picture, only larger
        is_image = tag == "img"
        sign = (Inline(IMAGE_SIGN, None if larger else anchor),) if is_image else ()
        kind = BlockKind.IMAGE if is_image else BlockKind.RULE
        self.found.append(Segment(kind, element, sign, image=element if is_image else None, quoted=self._depth("blockquote")))

    def _mark(self, element: Element, tag: str) -> None:
        """Open an inline mark; a link inside a link (broken markup) does not nest."""
        _, kinds, anchor = self.marks[-1]
        if tag == "a" and (url := web_address(element.get("href"), self.base)):
            self.anchors += 1
            anchor = Anchor(url, self.anchors)
        kind = _EMPHASES.get(tag)
        self.marks.append((element, kinds | {kind} if kind else kinds, anchor))

    def _add(self, text: str) -> None:
        _, kinds, anchor = self.marks[-1]
        self.runs.append(Inline(text, anchor, kinds))

    def _kind_of(self, element: Element) -> tuple[BlockKind, Element] | None:
        """The kind that an element gives the text in it; None where it leaves that to what is around it."""
        kind = _KINDS.get(element.tag)
        if kind is BlockKind.TABLE_ROW and next(element.iterancestors("table"), None) not in self.tables:
            kind = None
        if kind is None and _is_caption_name(element.get("class") or ""):
            kind = BlockKind.CAPTION
        return (kind, element) if kind else None

    def _kind(self) -> tuple[BlockKind, Element]:
        """The kind of the text, and the innermost element that determines it."""
        return self.kinds[-1] or (BlockKind.PARAGRAPH, self.blocks[-1])

    def _depth(self, *tags: str) -> int:
        return sum(element.tag in tags for element in self.blocks)

    def _break(self) -> None:
        if not self.runs:
            return
        kind, _ = self._kind()
        if kind is BlockKind.PREFORMATTED:
            self.runs.append(Inline("\n"))
        elif kind in _BREAK_IS_SPACE:
            self.runs.append(Inline(" "))
        else:
            self._flush()

    def _flush(self) -> None:
        """End the segment that is open, if it has any text."""
        if not self.runs:
            return
        runs, self.runs = tuple(self.runs), []
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        if text.isspace():
            return
        kind, element = self._kind()
        if kind is BlockKind.PREFORMATTED:
            self._preformatted(runs)
            return
        words = fold(text).strip()
        in_row = kind is BlockKind.TABLE_ROW
        self.found.append(
            Segment(
                kind,
                self.blocks[-1],
                runs,
                self._level(kind, element),
                self._marker(element) if kind is BlockKind.LIST_ITEM else "",
                next(element.iterancestors("tr"), None) if in_row else None,
                element if in_row else None,
                tokens=tokens_of(words),
                quoted=self._depth("blockquote"),
                words=words,
            )
        )

    def _preformatted(self, runs: tuple[Inline, ...]) -> None:
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
            own, tokens, words = tuple(lines[number]), tokens_of(texts[number]), fold(texts[number]).strip()
            self.found.append(Segment(BlockKind.PREFORMATTED, self.blocks[-1], own, tokens=tokens, quoted=quoted, words=words))

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


@lru_cache(4096)  # a page has far fewer names than elements
def _is_caption_name(names: str) -> bool:
    return _CAPTION_NAME.search(names) is not None


def _hidden_in(body: Element) -> frozenset[Element]:
    """The hidden parts to skip; not one that is most of the page: then a script would have shown it after the page was saved."""
    hidden = [element for element in body.xpath(".//*[@hidden or @style]") if is_hidden(element)]
    most = _HIDDEN_PAGE * len(body.text_content()) if hidden else 0
    return frozenset(element for element in hidden if len(element.text_content()) < most)


def segments_of(body: Element, base: str | None, *, hidden: bool = False) -> tuple[Segment, ...]:
    """All segments of a body, in document order, with what is `hidden` if that is wanted; relative links are resolved against `base`."""
    return tuple(each_segment(body, base, hidden=hidden))


def each_segment(body: Element, base: str | None, *, hidden: bool = False) -> Iterator[Segment]:
    """The same, one after another, for those who do not need all."""
    return _SegmentWalk(body, base, hidden).segments()
