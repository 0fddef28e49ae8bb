"""Findings placed in the article: contents that run over several blocks, quotation blocks, attribution lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import DASHES, Grammar
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.text.sentences import Run
from credibility.floor.language import said
from credibility.model import BlockKind, Span

Found = tuple[Grammar, tuple[Finding, ...]]

_ATTRIBUTION_LINE = 24
_OPEN_REACH = 6
_CLOSING_MARKS = frozenset({"”", '"', "''", "»"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding with its content in the article's code points; `number` is the block in which its content begins."""

    grammar: Grammar
    number: int
    finding: Finding
    content: tuple[Span, ...]


def join_blocks(readings: Sequence[Found]) -> list[Draft]:
    """Drafts of all findings in text order; a quotation that goes on in the next block is joined to its claim.

    A piece that an outlet "reported:" and that follows in several quotation blocks is one claim a block.
    """
    joining = _Joining(readings)
    for number, (g, _) in enumerate(readings):
        if g.passage.words:
            joining.take(number)
    return joining.drafts


@dataclass(slots=True)
class _Joining:
    """The walk over the blocks: what was drafted, and what still hopes for words of the next block.

    `waiting` is the index of the draft whose colon or open quotation hopes for the next block, `lead` the draft of a cue whose colon ended
    a block, `open_until` the block that closes a quotation whose next blocks do not open it again.
    """

    readings: Sequence[Found]
    drafts: list[Draft] = field(default_factory=list)
    waiting: int | None = None
    lead: Draft | None = None
    open_until: int = -1

    def take(self, number: int) -> None:
        """Read one block."""
        g, findings = self.readings[number]
        if number <= self.open_until and self.waiting is not None:
            self._append(number, _up_to_closing(g) if number == self.open_until else _all(g))
            return
        if self._goes_on(g, findings):
            self._append(number, _all(g))
        else:
            self.lead, self.waiting = _place(g, number, findings, self.drafts)
        self._look_ahead(g, number)

    def _goes_on(self, g: Grammar, findings: tuple[Finding, ...]) -> bool:
        """Whether the block belongs to what waits for it."""
        if self.lead is not None and _is_set_off(self.lead, g):
            return True
        return (self.lead is not None or self.waiting is not None) and _is_quotation_block(g, findings)

    def _append(self, number: int, span: Span) -> None:
        """Add words of a block to the draft that waits, or begin one for the cue that led in."""
        if self.lead is not None:
            self.drafts.append(replace(self.lead, number=number, content=(span,)))
            self.waiting = len(self.drafts) - 1
        elif self.waiting is not None:
            draft = self.drafts[self.waiting]
            self.drafts[self.waiting] = replace(draft, content=(*draft.content, span))

    def _look_ahead(self, g: Grammar, number: int) -> None:
        """Give up waiting where the block closed what it was for."""
        if self.waiting is None:
            self.open_until = -1
            return
        is_open = _left_open(g)
        self.open_until = _closing_block(self.readings, number) if is_open else -1
        if not is_open and (self.lead is None or not _is_set_off(self.lead, g)):
            self.lead = self.waiting = None


def _place(g: Grammar, number: int, findings: tuple[Finding, ...], drafts: list[Draft]) -> tuple[Draft | None, int | None]:
    """Add the drafts of one block; give the lead-in that ends it and the draft whose quotation it leaves open."""
    attributed = None if findings else _attributed_block(g, number)
    if attributed:
        drafts.append(attributed)
        return None, None
    placed = [Draft(g, number, finding, tuple(g.passage.span(run) for run in finding.content)) for finding in findings]
    first = len(drafts)
    drafts.extend(draft for draft in placed if draft.content)
    if placed and placed[-1].finding.lead_in:
        return placed[-1], None
    if _left_open(g):
        edge = g.passage.ends[-1]
        return None, next((k for k in range(len(drafts) - 1, first - 1, -1) if drafts[k].content[-1].end == edge), None)
    return None, None


def _all(g: Grammar) -> Span:
    return g.passage.span((0, len(g.passage.words)))


def _left_open(g: Grammar) -> bool:
    """Whether the block ends inside a quotation."""
    return bool(g.passage.quotations) and not g.passage.quotations[-1].closed and g.passage.quotations[-1].end == len(g.passage.words)


def _closing_block(readings: Sequence[Found], number: int) -> int:
    """The block that closes a quotation which block `number` left open without the next ones opening it again; -1 for none."""
    for k in range(number + 1, min(len(readings), number + 1 + _OPEN_REACH)):
        g = readings[k][0]
        if g.passage.quotations and not (g.passage.quotations[0].start > _first_closing(g) >= 0):
            return -1
        if _first_closing(g) >= 0:
            return k
    return -1


def _first_closing(g: Grammar) -> int:
    """The first closing mark that stands outside every quotation of the block; -1 for none."""
    return next((k for k, word in enumerate(g.passage.words) if word in _CLOSING_MARKS and not g.passage.quoted[k]), -1)


def _up_to_closing(g: Grammar) -> Span:
    return g.passage.span((0, _first_closing(g) + 1))


def _is_set_off(lead: Draft, g: Grammar) -> bool:
    """Whether the block is set as a quotation inside the text that the lead-in belongs to, or as an item of its list."""
    block, leading = g.passage.block, lead.grammar.passage.block
    if block.kind is BlockKind.LIST_ITEM and leading.kind is not BlockKind.LIST_ITEM:
        return True
    return block.kind is BlockKind.QUOTATION and (leading.kind is not BlockKind.QUOTATION or block.level > leading.level)


def _is_quotation_block(g: Grammar, findings: tuple[Finding, ...]) -> bool:
    """Whether the block consists of a quotation and names nobody."""
    return not findings and g.passage.opens(0) and len(g.passage.words) - _last_quoted(g) <= 1


def _last_quoted(g: Grammar) -> int:
    """One past the last token that stands in a quotation."""
    return max((q.end for q in g.passage.quotations), default=0)


def _attributed_block(g: Grammar, number: int) -> Draft | None:
    """“Quotation.” --Statement by X: a block quotation with its attribution line."""
    end, count = _last_quoted(g), len(g.passage.words)
    if not g.passage.opens(0) or not end or end >= count or count - end > _ATTRIBUTION_LINE or g.word(end) not in DASHES:
        return None
    by = next(
        (k for k in range(end + 1, min(count, end + 5)) if g.lower(k) in ("by", "from") and g.lower(k - 1) in g.lexicon.words.statements),
        end,
    )
    source = source_after(g, by + 1, count)
    if source is None or not (g.is_name(source[0]) or g.is_determiner(source[0]) or _is_trade(g, source)):
        return None
    finding = Finding(said("attribution line"), "attribution line", (end, source[0]), source, ((0, end),), (0, count))
    return Draft(g, number, finding, (g.passage.span((0, end)),))


def _is_trade(g: Grammar, source: Run) -> bool:
    """Whether a line names somebody by what they do: "– vicar"."""
    return g.lower(source[1] - 1) in g.lexicon.titled or g.lower(source[1] - 1) in g.lexicon.roles
