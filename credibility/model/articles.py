"""The saved page, and the article found in it. All offsets are code points of `Article.text`; spans are half-open."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from credibility.model.parts import Part


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points in `Article.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Container(Enum):
    """How the article was saved; detected from the content, not from the file name."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    SINGLEFILE = "singlefile"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    WARC = "warc"
    EPUB = "epub"
    EML = "eml"
    MAFF = "maff"
    ZIP = "zip"
    PDF = "pdf"
    WACZ = "wacz"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    FEED = "feed"
    ENEX = "enex"
    FB2 = "fb2"
    MBOX = "mbox"
    EMLX = "emlx"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file saved with the page, such as an image; `location` is its URL, `cid:` or path, as the page refers to it."""

    location: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The decoded main document of a saved file, before extraction.

    `markup` is HTML, Markdown or plain text, depending on `container`. `url` is the address that the container itself
    records (`url_from` says in which field), None when it records none. `digest` is the SHA-256 of the file's bytes.
    `parts` are the pages or chapters in the file when there can be several, `part` is the index of this one. `notes` are
    sentences about what of the file could not be read.
    """

    path: str
    container: Container
    markup: str = field(repr=False)
    charset: str
    digest: str
    url: str | None = None
    url_from: str | None = None
    saved_at: datetime | None = None
    resources: tuple[Resource, ...] = field(default=(), repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    part: int = 0
    notes: tuple[str, ...] = ()


ATTACHED_ARTICLE = "sourcetint-article.html"
"""File name of the HTML article attached to an exported PDF."""

ATTACHED_MARK = "<!-- SourceTint article, format 1 -->"
"""The first line of that file. The number grows with each change that a reader of the older format would misread."""

ATTACHED_POINTER = "sourcetint-pointer"
"""HTML class, in that file, of an element that leads to another article."""


class BlockKind(Enum):
    """What a block of the article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    IMAGE = "image"
    TABLE_ROW = "table-row"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece; `Article.text` joins the blocks with a single line feed.

    `level` is 1–6 for a heading, the depth from 1 for a list item or quotation, and for a table row 1 if it is a header row,
    0 otherwise. `marker` is the bullet or number drawn before a list item; it is not part of the text. `image` indexes
    `Article.images` for an IMAGE block, whose text is U+FFFC. `cells` are the cells of a TABLE_ROW, separated by tabs in its
    text; consecutive rows form one table. `extents` are the columns and rows that each cell takes, empty when each takes one.
    `quoted` is the depth of block quotations around a block of
    any kind: a list or table inside a quotation is quoted too. `pointer` is true for a line that leads to another article
    ("Read also: …"): it is shown, but its words are not this article's, and no claims are read in it.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str = ""
    image: int | None = None
    cells: tuple[Span, ...] = ()
    quoted: int = 0
    pointer: bool = False
    extents: tuple[tuple[int, int], ...] = ()


class EmphasisKind(Enum):
    """How a run of text is emphasised."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A run of emphasised text inside one block."""

    span: Span
    kind: EmphasisKind


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the span of its anchor text, and its absolute http(s) URL as saved (not unwrapped)."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article; `data` is its encoded bytes, empty when the saved file does not hold them. Nothing is ever fetched.

    The guarded process returns images as PNG or JPEG of at most 1,600 pixels a side; `data` is empty for one that is damaged or
    exceeds its limits.
    """

    media_type: str
    alt: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment, kept apart from the article and searched for claims only if the user asks for it."""

    author: str | None
    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """The article alone: its body text with structure, its metadata, its comments kept apart.

    `text` does not include the title or byline. `published` keeps the time zone the page states. `url_from` says where
    `url` came from (`snapshot-content-location`, `saved-from`, `canonical`, …). `publisher` is the outlet's name as the page
    gives it. `fingerprint` is the SHA-256 of the text with white space folded, so that it is the same in every container.
    `notes` are sentences for the reader ("the page says it continues elsewhere"). `parts` are all articles of the file, empty when
    this is the only one; `part` is the index of this one among them.
    """

    title: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    fingerprint: str
    byline: str | None = None
    published: datetime | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    url_from: str | None = None
    canonical: str | None = None
    links: tuple[Link, ...] = field(default=(), repr=False)
    emphases: tuple[Emphasis, ...] = field(default=(), repr=False)
    images: tuple[Image, ...] = field(default=(), repr=False)
    comments: tuple[Comment, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default=(), repr=False)
    part: int = 0
