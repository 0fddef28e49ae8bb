"""What the reader for a format returns, and how it becomes an `Article`. Offsets are computed only here."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from credibility.articles.text.folding import fold, fold_line
from credibility.articles.text.pointers import is_pointer
from credibility.floor.language import said
from credibility.model import Article, ArticleError, Block, BlockKind, Comment, Emphasis, EmphasisKind, Image, Link, Span

IMAGE_SIGN = "\ufffc"
_MAY_POINT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})
MOST_BLOCKS = 100_000
"""About five long novels. A file of a million lines could be read, but showing and searching it would take too long."""


def refuse_endless(count: int) -> None:
    """Raise ArticleError for more blocks than any article or book has."""
    if count > MOST_BLOCKS:
        raise ArticleError(
            said("This file has {count:,} lines or paragraphs, far more than an article.", count=count),
            said("Save the article alone, without the rest."),
        )


@dataclass(frozen=True, slots=True)
class Anchor:
    """One hyperlink on the page; `number` keeps two neighbouring links to the same address apart."""

    url: str
    number: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text with the same link and emphasis."""

    text: str
    anchor: Anchor | None = None
    kinds: frozenset[EmphasisKind] = frozenset()


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block before it has offsets; a TABLE_ROW has `cells` and `extents` instead of `runs`, an IMAGE has `image`."""

    kind: BlockKind
    runs: tuple[Inline, ...] = ()
    level: int = 0
    marker: str = ""
    cells: tuple[tuple[Inline, ...], ...] = ()
    image: Image | None = None
    quoted: int = 0
    pointer: bool = False
    extents: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> str:
        """The block's text, white space folded."""
        runs = self.runs or tuple(run for cell in self.cells for run in (*cell, Inline(" ")))
        return fold("".join(run.text for run in runs)).strip()


@dataclass(frozen=True, slots=True)
class Masthead:
    """The data above an article: title, authors, date, publisher, language and address."""

    title: str = ""
    byline: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    url_from: str | None = None
    canonical: str | None = None

    def filled_from(self, other: "Masthead") -> "Masthead":
        """The masthead with its empty fields taken from `other`."""
        gaps = {name: getattr(other, name) for name in self.__dataclass_fields__ if not getattr(self, name)}
        return replace(self, **gaps)


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article read from some format, before its text is assembled."""

    masthead: Masthead
    blocks: tuple[DraftBlock, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = field(default=())


class _Composer:
    """Joins runs into a text and records the spans of links and emphases."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.links: list[Link] = []
        self.emphases: list[Emphasis] = []

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def place_image(self, runs: Sequence[Inline]) -> None:
        """Append the character that stands for an image, with the link around it."""
        self._mark([(run, self.length, self.length + 1) for run in runs])
        self.put(IMAGE_SIGN)

    def write(self, runs: Sequence[Inline], *, literal: bool = False) -> Span:
        """Append the runs, with white space folded across their boundaries and trimmed at both ends."""
        start = self.length
        pieces: list[tuple[Inline, int, int]] = []
        space_due = False
        for run in runs:
            text = fold_line(run.text) if literal else fold(run.text)
            if not literal:
                core = text.strip(" ")
                if self.length > start and (space_due or text.startswith(" ")) and core:
                    self.put(" ")
                space_due = text.endswith(" ") or (space_due and not core)
                text = core
            if text:
                pieces.append((run, self.length, self.length + len(text)))
                self.put(text)
        self._mark(pieces)
        return Span(start, self.length)

    def _mark(self, pieces: Iterable[tuple[Inline, int, int]]) -> None:
        """Join neighbouring pieces of one anchor, or of one emphasis, into one span each."""
        anchors: dict[Anchor, tuple[int, int]] = {}
        open_kinds: dict[EmphasisKind, tuple[int, int]] = {}
        for run, start, end in pieces:
            if run.anchor:
                anchors[run.anchor] = (anchors.get(run.anchor, (start, end))[0], end)
            for kind in [kind for kind in open_kinds if kind not in run.kinds]:
                self.emphases.append(Emphasis(Span(*open_kinds.pop(kind)), kind))
            for kind in run.kinds:
                open_kinds[kind] = (open_kinds.get(kind, (start, end))[0], end)
        self.links += [Link(Span(*place), anchor.url) for anchor, place in anchors.items()]
        self.emphases += [Emphasis(Span(*place), kind) for kind, place in open_kinds.items()]


def fingerprint(text: str) -> str:
    """SHA-256 of the text's words joined by single spaces. Images do not count, so that it is the same in every container."""
    return hashlib.sha256(" ".join(text.replace(IMAGE_SIGN, "").split()).encode("utf-8", "replace")).hexdigest()


def seal(draft: ArticleDraft) -> Article:
    """The article of a draft: `text` is its blocks joined by line feeds, and all spans refer to it."""
    composer = _Composer()
    blocks: list[Block] = []
    images: list[Image] = []
    for block in draft.blocks:
        if blocks:
            composer.put("\n")
        start = composer.length
        cells: list[Span] = []
        if block.image:
            composer.place_image(block.runs)
            images.append(block.image)
        elif block.kind is BlockKind.TABLE_ROW:
            for number, cell in enumerate(block.cells):
                if number:
                    composer.put("\t")
                cells.append(composer.write(cell))
        else:
            composer.write(block.runs, literal=block.kind is BlockKind.PREFORMATTED)
        place = len(images) - 1 if block.image else None
        pointer = block.pointer or (block.kind in _MAY_POINT and is_pointer(block.words))
        span = Span(start, composer.length)
        blocks.append(Block(block.kind, span, block.level, block.marker, place, tuple(cells), block.quoted, pointer, block.extents))
    text = "".join(composer.pieces)
    head = draft.masthead
    return Article(
        title=head.title,
        text=text,
        blocks=tuple(blocks),
        fingerprint=fingerprint(text),
        byline=head.byline,
        published=head.published,
        publisher=head.publisher,
        language=head.language,
        url=head.url,
        url_from=head.url_from,
        canonical=head.canonical,
        links=tuple(sorted(composer.links, key=lambda link: link.span)),
        emphases=tuple(sorted(composer.emphases, key=lambda emphasis: (emphasis.span, emphasis.kind.value))),
        images=tuple(images),
        comments=draft.comments,
        notes=draft.notes,
    )
