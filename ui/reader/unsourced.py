"""Stretches of an article in which nobody is named as a source: what the author says for themselves."""

from bisect import bisect_left
from collections.abc import Iterator

from credibility.model import Article, BlockKind, Reading, Span

PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION)
SHORTEST = 240  # characters of prose; less is a transition, not a stretch


def unsourced_stretches(reading: Reading) -> tuple[Span, ...]:
    """Runs of blocks of prose without any claim, in text order, each from the first to the last of its blocks.

    What is republished has its source in its origin. Headings, pictures and tables neither end a run nor count for its length.
    """
    return tuple(Span(run[0].start, run[-1].end) for run in _runs(reading) if sum(map(len, run)) >= SHORTEST)


def _runs(reading: Reading) -> Iterator[list[Span]]:
    sourced = sorted((span.start, span.end) for rated in reading.claims for span in rated.claim.content)
    sourced += [(each.excerpt.span.start, each.excerpt.span.end) for each in reading.excerpts]
    sourced.sort()
    ends = _furthest(sourced)
    run: list[Span] = []
    for block in _prose(reading.article):
        before = bisect_left(sourced, (block.end, 0))
        if before and ends[before - 1] > block.start:
            if run:
                yield run
            run = []
        else:
            run.append(block)
    if run:
        yield run


def _prose(article: Article) -> Iterator[Span]:
    return (block.span for block in article.blocks if block.kind in PROSE and not block.pointer)


def _furthest(spans: list[tuple[int, int]]) -> list[int]:
    """How far the spans up to each one reach at most."""
    reached = 0
    ends = []
    for _, end in spans:
        reached = max(reached, end)
        ends.append(reached)
    return ends
