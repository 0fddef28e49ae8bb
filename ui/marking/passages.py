"""Passages of an article as the reader selects them: without the blanks at their ends, cut where a block ends."""

import re

from credibility.model import Article, BlockKind, Span

_SENTENCE = re.compile(r".+?(?:[.?!…]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]?[A-Z0-9]|\s*$)|$)", re.DOTALL)


def selected(article: Article, start: int, end: int) -> tuple[Span, ...]:
    """The passages between two places, one for each block that has words there; none where only blanks lie between."""
    parts = []
    for block in article.blocks:
        if block.kind in (BlockKind.IMAGE, BlockKind.RULE) or block.span.end <= start or block.span.start >= end:
            continue
        part = trimmed(Span(max(start, block.span.start), min(end, block.span.end)), article.text)
        if len(part):
            parts.append(part)
    return tuple(parts)


def trimmed(span: Span, text: str) -> Span:
    """The span without blanks at its ends; empty, at its start, where there is nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def sentence_at(article: Article, offset: int) -> Span | None:
    """The sentence at a place of the article, or the first behind it; None behind the last."""
    for block in article.blocks:
        if block.span.end <= offset or block.kind in (BlockKind.IMAGE, BlockKind.RULE):
            continue
        for found in _SENTENCE.finditer(block.span.of(article.text)):
            sentence = trimmed(Span(block.span.start + found.start(), block.span.start + found.end()), article.text)
            if sentence.end > offset and len(sentence):
                return sentence
    return None


def quoted_with_source(article: Article, spans: tuple[Span, ...], said_by: str = "") -> str:
    """Words to be pasted elsewhere: the passage in quotation marks, who said it, and where it stands."""
    words = " … ".join(" ".join(span.of(article.text).split()) for span in spans)
    quoted = words if words[:1] in '“"„«‘' else f"“{words}”"
    published = article.published.date().isoformat() if article.published else ""
    where = (f"“{article.title}”" if article.title else "", article.publisher or "", published, article.canonical or article.url or "")
    return "\n".join(filter(None, (quoted, f"— {said_by}" if said_by else "", ", ".join(filter(None, where)))))
