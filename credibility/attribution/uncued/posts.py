"""Posts of a network that an article shows: the line under one, "— Ida Falk (@idafalk) May 4", says whose words it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from credibility.attribution.drafts import Draft
from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import BlockKind, Span

POST = said("post with the name of its author")
_BYLINE = 24  # tokens
_NAME = 8


def with_posts(grammars: Sequence[Grammar], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where what a post says is its author's, while the line with the name belongs to no claim."""
    posts = list(_posts(grammars))
    if not posts:
        return list(drafts)
    shown = [span for post, line in posts for span in (*post.content, line)]
    kept = [replace(draft, content=rest) for draft in drafts if (rest := _outside(draft.content, shown))]
    return [*kept, *(post for post, _ in posts if post.content)]


def _outside(content: Sequence[Span], shown: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a content that lie in no post."""
    return tuple(span for span in content if not any(one.covers(span) for one in shown))


def _posts(grammars: Sequence[Grammar]) -> Iterator[tuple[Draft, Span]]:
    """Each post as a draft, with the span of the line that names its author."""
    end = -1
    for number, g in enumerate(grammars):
        byline = _byline(g)
        if byline is None:
            continue
        dash, name = byline
        first = number
        while first - 1 > end and grammars[first - 1].passage.block.kind is BlockKind.QUOTATION is g.passage.block.kind:
            first -= 1
        spans = [grammars[k].passage.span((0, grammars[k].size)) for k in range(first, number) if grammars[k].size]
        spans += [g.passage.span((0, dash))] if dash else []
        finding = Finding(POST, "post", name, name, (), (0, g.size), uncued=True)
        yield Draft(g, first if first < number else number, finding, tuple(spans)), g.passage.span((dash, g.size))
        end = number


def _byline(g: Grammar) -> tuple[int, Run] | None:
    """The dash before an author with a handle in brackets, and the author's name."""
    for dash in range(max(0, g.size - _BYLINE), g.size):
        if g.word(dash) not in DASHES or g.passage.block.kind not in (BlockKind.QUOTATION, BlockKind.PARAGRAPH):
            continue
        opening = next((k for k in range(dash + 2, min(g.size, dash + _NAME)) if g.word(k) == "("), None)
        if opening is not None and g.word(opening + 1) == "@" and (dash == 0 or g.passage.block.kind is BlockKind.QUOTATION):
            return dash, (dash + 1, opening)
    return None
