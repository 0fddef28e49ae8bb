"""How far into an article claims are searched for, so that an endless text takes neither endless time nor memory."""

from dataclasses import replace

from credibility.floor.language import said
from credibility.model import Article, Block, Claims, Span

LONGEST = 3_000_000
"""Code points, about the length of “War and Peace”. A text of this length takes four seconds of processor time without a claim, and half a
minute when every paragraph holds two (`tests.bench.worst_cases`)."""

_SENTENCE_ENDS = (". ", "! ", "? ", "” ")

CUT_OFF = said("This text is very long: claims were searched for in its first three million characters only.")


def within_reach(article: Article) -> Article:
    """The article up to the last sentence that ends within `LONGEST`; the article itself when it is not longer."""
    if len(article.text) <= LONGEST:
        return article
    blocks = tuple(filter(None, (_within(block, article.text) for block in article.blocks if block.span.start < LONGEST)))
    end = blocks[-1].span.end if blocks else 0
    links = tuple(link for link in article.links if link.span.end <= end)
    emphases = tuple(emphasis for emphasis in article.emphases if emphasis.span.end <= end)
    return replace(article, text=article.text[:end], blocks=blocks, links=links, emphases=emphases)


def _within(block: Block, text: str) -> Block | None:
    """The block, or as much of it as ends with a sentence within `LONGEST`: a whole book may be one paragraph. A row stays whole."""
    if block.span.end <= LONGEST:
        return block
    ends = max((text.rfind(mark, block.span.start, LONGEST) for mark in _SENTENCE_ENDS), default=-1)
    return replace(block, span=Span(block.span.start, ends + 1)) if ends >= 0 and not block.cells else None


def told(claims: Claims, article: Article) -> Claims:
    """The claims, with a note when the article is longer than what was searched."""
    return replace(claims, notes=(*claims.notes, CUT_OFF)) if len(article.text) > LONGEST else claims
