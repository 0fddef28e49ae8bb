"""Attach the article as plain HTML to the exported PDF, so that opening the PDF gives back the article without its printed apparatus.

With it travels the whole reading, for another copy of the program.
The printed pages mix the article with legend, running heads and table of sources, and lose its date's time zone. The attached article
holds nothing that is not printed: no comments, and alternative text instead of pictures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

import pikepdf
from pikepdf import Array, Name, Pdf

from credibility.annotations.pdf.runs import Layers, PaperRun
from credibility.floor.language import said, shown
from credibility.floor.web import web_address
from credibility.model import (
    ATTACHED_ANNOTATIONS,
    ATTACHED_ARTICLE,
    ATTACHED_MARK,
    ATTACHED_POINTER,
    ATTACHED_READING,
    ATTACHED_TIMESTAMP,
    Article,
    Block,
    BlockKind,
)

_TAGS = {"emphasis": "em", "strong": "strong", "code": "code", "subscript": "sub", "superscript": "sup"}
_PLAIN = {
    BlockKind.HEADING: "<h{level}{mark}>{words}</h{level}>",
    BlockKind.CAPTION: '<p class="caption">{words}</p>',
    BlockKind.RULE: "<hr>",
}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What travels in the file besides its pages: the article, the whole reading as JSON and JSON-LD, and the rows of its record."""

    article: Article
    reading: bytes = field(default=b"", repr=False)
    annotations: bytes = field(default=b"", repr=False)
    record: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file to attach: its name, bytes, what it is in words, its media type, and its relation to the pages ("Alternative" or "Data")."""

    name: str
    data: bytes = field(repr=False)
    words: str
    media: str
    relation: str


def files_of(enclosed: Enclosed) -> tuple[AttachedFile, ...]:
    """What is enclosed, as files; one without bytes only takes an earlier one away."""
    article = article_page(enclosed.article).encode("utf-8", "replace")
    reading, claims = said("The reading by SourceTint, for another copy of the program"), said("The claims as W3C annotations")
    return (
        AttachedFile(ATTACHED_ARTICLE, article, shown(said("The article as text")), "text/html", "Alternative"),
        AttachedFile(ATTACHED_READING, enclosed.reading, shown(reading), "application/json", "Data"),
        AttachedFile(ATTACHED_ANNOTATIONS, enclosed.annotations, shown(claims), "application/ld+json", "Data"),
        timestamp_file(b""),  # that of an earlier reading
    )


def timestamp_file(answer: bytes) -> AttachedFile:
    """An authority's time stamp of the reading, as a file."""
    words = said("The time stamp of the reading (RFC 3161)")
    return AttachedFile(ATTACHED_TIMESTAMP, answer, shown(words), "application/timestamp-reply", "Supplement")


def attach(document: Pdf, files: Sequence[AttachedFile]) -> None:
    """Add the article to a PDF as an alternative form of its pages, and the reading as its data; earlier ones are replaced."""
    names = {file.name for file in files}
    kept = [each for each in document.Root.get("/AF", ()) if str(each.get("/UF", "")) not in names]
    for file in files:
        if file.name in document.attachments:
            del document.attachments[file.name]
        if file.data:
            relation = Name(f"/{file.relation}")
            document.attachments[file.name] = pikepdf.AttachedFileSpec(
                document, file.data, filename=file.name, description=file.words, mime_type=file.media, relationship=relation
            )
            kept.append(document.attachments[file.name].obj)
    document.Root.AF = Array(kept)


def article_page(article: Article) -> str:
    """The article as HTML that SourceTint reads back as the same article."""
    layers = Layers((), article.links, article.emphases)
    heads = {
        "og:title": article.title,
        "author": article.byline,
        "article:published_time": article.published.isoformat() if article.published else None,
        "og:site_name": article.publisher,
    }
    address = web_address(article.url) or web_address(article.canonical)
    lines = [
        "<!DOCTYPE html>",
        ATTACHED_MARK,
        f'<html lang="{escape(article.language)}">' if article.language else "<html>",
        f'<head><meta charset="utf-8"><title>{escape(article.title)}</title>',
        *(f'<meta name="{name}" content="{escape(value)}">' for name, value in heads.items() if value),
        *([f'<link rel="canonical" href="{escape(address)}">'] if address else []),
        f"</head><body><h1>{escape(article.title)}</h1>",
        *_body(article, layers),
        "</body></html>",
    ]
    return "\n".join(lines)


def _body(article: Article, layers: Layers) -> Iterator[str]:
    """The blocks as HTML elements; table rows, lines of code and paragraphs of one list item share an element."""
    for _, members in groupby(_numbered(article.blocks), lambda member: member[0]):
        blocks = [block for _, block in members]
        depth = max(blocks[0].quoted, blocks[0].level if blocks[0].kind is BlockKind.QUOTATION else 0)
        yield "<blockquote>" * depth + _element(article, blocks, layers) + "</blockquote>" * depth


def _numbered(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Block]]:
    number, last = 0, None
    for block in blocks:
        number += not (last and _belongs(block, last))
        last = block
        yield number, block


def _belongs(block: Block, last: Block) -> bool:
    if (block.kind, block.quoted) != (last.kind, last.quoted):
        return False
    same_item = block.kind is BlockKind.LIST_ITEM and not block.marker and block.level == last.level
    return same_item or block.kind in (BlockKind.TABLE_ROW, BlockKind.PREFORMATTED)


def _element(article: Article, blocks: list[Block], layers: Layers) -> str:
    first = blocks[0]
    if first.kind is BlockKind.TABLE_ROW:
        # The empty group marks the table as data: the reader takes tables without any for layout.
        return f"<table><colgroup></colgroup>{''.join(_row(article.text, block, layers) for block in blocks)}</table>"
    if first.image is not None:
        return f'<figure><img alt="{escape(article.images[first.image].alt)}"></figure>'
    inner = [_inline(article.text, layers.runs(block.span)) for block in blocks]
    if first.kind is BlockKind.PREFORMATTED:
        return "<pre>" + "\n".join(inner) + "</pre>"
    if first.kind is BlockKind.LIST_ITEM:
        return _item(first, "".join(f"<p{_mark(block)}>{words}</p>" for block, words in zip(blocks, inner, strict=True)))
    return _PLAIN.get(first.kind, "<p{mark}>{words}</p>").format(level=first.level, mark=_mark(first), words=inner[0])


def _mark(block: Block) -> str:
    return f' class="{ATTACHED_POINTER}"' if block.pointer else ""


def _row(text: str, block: Block, layers: Layers) -> str:
    tag = "th" if block.level else "td"
    extents = block.extents or ((1, 1),) * len(block.cells)
    cells = (
        f"<{tag}{_extent(*extent)}>{_inline(text, layers.runs(cell))}</{tag}>" for cell, extent in zip(block.cells, extents, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _extent(columns: int, rows: int) -> str:
    return (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")


def _item(block: Block, inner: str) -> str:
    number = block.marker.removesuffix(".")
    tag, start = ("ol", f' start="{number}"') if number.isdecimal() else ("ul", "")
    outer = block.level - 1
    return f"{'<ul>' * outer}<{tag}{start}><li>{inner}</li></{tag}>{'</ul>' * outer}"


def _inline(text: str, runs: list[PaperRun]) -> str:
    """Runs with their links and emphases."""
    words = ""
    for url, members in groupby(runs, lambda run: run.key.url):
        inner = "".join(_piece(run.span.of(text), run.emphases) for run in members)
        words += f'<a href="{escape(url)}">{inner}</a>' if url else inner
    return words


def _piece(words: str, emphases: tuple[str, ...]) -> str:
    tags = [_TAGS[kind] for kind in emphases]
    return "".join(f"<{tag}>" for tag in tags) + escape(words) + "".join(f"</{tag}>" for tag in reversed(tags))
