"""Findings placed in the article: contents that run over several blocks, quotation blocks, attribution lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from credibility.attribution.constructions import Finding
from credibility.attribution.grammar import DASHES, Grammar
from credibility.attribution.nounphrases import source_after
from credibility.attribution.sentences import Run
from credibility.model import BlockKind, Span

_STATEMENT_NOUNS = frozenset({"statement", "letter", "speech", "testimony", "tweet", "post", "message", "remarks", "interview", "quote"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding with its content in the article's code points; `number` is the block it was found in."""

    grammar: Grammar
    number: int
    finding: Finding
    content: tuple[Span, ...]


def join_blocks(readings: Sequence[tuple[Grammar, tuple[Finding, ...]]]) -> list[Draft]:
    """Drafts of all findings in text order; quotations that go on in the next block are joined to their claim."""
    drafts: list[Draft] = []
    waiting: Draft | None = None  # a colon, or a quotation left open, that hopes for the next block
    for number, (g, findings) in enumerate(readings):
        if not g.passage.words:
            continue
        if not findings and _is_quotation_block(g):
            taken = _continue(waiting, g, number, drafts)
            if taken is None:
                taken = _attributed_block(g, number)
                if taken:
                    drafts.append(taken)
                    taken = None
            waiting = taken
            continue
        placed = [Draft(g, number, finding, tuple(g.passage.span(run) for run in finding.content)) for finding in findings]
        drafts.extend(draft for draft in placed if draft.content)
        waiting = _hopeful(g, placed)
    return drafts


def _is_quotation_block(g: Grammar) -> bool:
    """Whether the block is set as a quotation or consists of one, an attribution line apart."""
    if g.passage.block.kind is BlockKind.QUOTATION:
        return True
    return g.passage.opens(0) and (
        all(g.passage.quoted)
        or len(g.passage.words) - _last_quoted(g) < 24
        and (g.word(_last_quoted(g)) in DASHES or _last_quoted(g) >= len(g.passage.words) - 1)
    )


def _last_quoted(g: Grammar) -> int:
    """One past the last token that stands in a quotation."""
    return max((q.end for q in g.passage.quotations), default=0)


def _hopeful(g: Grammar, placed: list[Draft]) -> Draft | None:
    """The draft of this block that may go on in the next one."""
    if not placed:
        return None
    last = placed[-1]
    if last.finding.lead_in:
        return last
    tail = g.passage.quotations[-1] if g.passage.quotations else None
    if tail is not None and not tail.closed and tail.end == len(g.passage.words):
        edge = g.passage.ends[tail.end - 1]
        return next((draft for draft in reversed(placed) if draft.content and draft.content[-1].end == edge), None)
    return None


def _continue(waiting: Draft | None, g: Grammar, number: int, drafts: list[Draft]) -> Draft | None:
    """Give the block to the draft that waits for it; the draft goes on waiting while its quotation is open."""
    if waiting is None:
        return None
    span = g.passage.span((0, len(g.passage.words)))
    is_block = g.passage.block.kind is BlockKind.QUOTATION
    if waiting.finding.lead_in and (is_block or not waiting.content):
        placed = replace(waiting, content=(span,)) if not waiting.content else replace(waiting, content=(span,), number=number)
        drafts.append(placed)
    else:
        placed = replace(waiting, content=(*waiting.content, span))
        drafts[drafts.index(waiting)] = placed
    last = g.passage.quotations[-1] if g.passage.quotations else None
    goes_on = is_block or (last is not None and not last.closed)
    return placed if goes_on else None


def _attributed_block(g: Grammar, number: int) -> Draft | None:
    """“Quotation.” --Statement by X: a block quotation with its attribution line."""
    end = _last_quoted(g)
    if not end or end >= len(g.passage.words) or g.word(end) not in DASHES:
        return None
    start = end + 1
    by = next(
        (
            k
            for k in range(start, min(len(g.passage.words), start + 4))
            if g.lower(k) in ("by", "from") and g.lower(k - 1) in _STATEMENT_NOUNS
        ),
        None,
    )
    source = source_after(g, by + 1 if by is not None else start, len(g.passage.words))
    if source is None or not g.is_name(source[0]) and not g.is_determiner(source[0]):
        return None
    finding = Finding("attribution line", "attribution line", (end, source[0]), source, ((0, end),), (0, len(g.passage.words)))
    return Draft(g, number, finding, (g.passage.span((0, end)),))


def run_text(g: Grammar, run: Run | None) -> str:
    """The words of a run, "" for none."""
    return g.passage.phrase(run) if run else ""
