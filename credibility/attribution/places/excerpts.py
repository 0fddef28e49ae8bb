"""Stretches that republish another piece, and the line that says where it first appeared."""

from collections.abc import Sequence
from itertools import takewhile

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run
from credibility.model import BlockKind, Excerpt, OutletSlot, SlotKind, Span

_DATELINE_REACH = 12
_OPENING_REACH = 8


def find_excerpts(grammars: Sequence[Grammar], end: int) -> tuple[Excerpt, ...]:
    """Excerpts in text order. A line that opens with "From" speaks of what follows; any other of the whole text around it."""
    found: list[Excerpt] = []
    for number, g in enumerate(grammars):
        if not g.size:
            continue
        line = _published_line(g) or (_dateline(g) if number < 3 else None)
        if line is None:
            continue
        cue, slot = line
        following = _following(grammars, number, end)
        if g.lower(0) == "(" or slot.kind is SlotKind.SOURCE:
            span = Span(g.passage.block.span.start, end)
        elif following is not None and (g.lower(0) in g.lexicon.places.opens_following or number < 3):
            span = following
        else:
            span = Span(0, g.passage.block.span.start)
        if span.end > span.start:
            found.append(Excerpt(span, g.passage.span(cue), slot, _author(g, cue), _title(g, cue)))
    return tuple(found)


def _following(grammars: Sequence[Grammar], number: int, end: int) -> Span | None:
    """What a line introduces: the quotation blocks directly after it, without any the rest of the text; None when nothing follows."""
    after = [g.passage.block for g in grammars[number + 1 :] if g.passage.words]
    if not after:
        return None
    quoted = list(takewhile(lambda block: block.kind is BlockKind.QUOTATION or block.quoted > 0, after))
    return Span(after[0].span.start, quoted[-1].span.end if quoted else end)


def _published_line(g: Grammar) -> tuple[Run, OutletSlot] | None:
    """A line such as From “Title,” by Name, originally published in OUTLET."""
    words = g.passage.lower
    if words[0] not in g.lexicon.excerpt_openings and not _speaks_of_itself(g):
        return None
    for i, word in enumerate(words):
        for phrase in g.lexicon.published.get(word, ()):
            if g.quoted(i) or not g.passage.matches(i, phrase) or (phrase == ("via",) and i > 0):
                continue
            run = _outlet_run(g, i + len(phrase))
            if run:
                return (0, run[1]), OutletSlot(SlotKind.REPORT, g.passage.span(run))
    return None


def _speaks_of_itself(g: Grammar) -> bool:
    """Whether the line opens with "This article", "A version of this story"."""
    opening = g.passage.lower[:_OPENING_REACH]
    return "this" in opening[:5] and any(word in g.lexicon.excerpt_subjects for word in opening)


def _outlet_run(g: Grammar, start: int) -> Run | None:
    end = start
    while end < g.size and not _ends_outlet(g, end):
        end += 1
    while end > start and g.lower(end - 1) in g.lexicon.places.before_date:
        end -= 1
    return (start, end) if any(g.is_name(k) or "." in g.word(k) for k in range(start, end)) else None


def _ends_outlet(g: Grammar, i: int) -> bool:
    return g.is_mark(i) or g.is_time(i) or g.lower(i) in g.lexicon.places.behind_outlet


def _dateline(g: Grammar) -> tuple[Run, OutletSlot] | None:
    """An agency in brackets before a dash at the head of the text, as in “LONDON (Reuters) – …”."""
    for i in range(_DATELINE_REACH):
        if g.word(i) != "(":
            continue
        closing = next((k for k in range(i + 1, i + 6) if g.word(k) == ")"), None)
        if closing is None or g.word(closing + 1) not in ("–", "—", "-", "--"):
            return None
        if not all(g.is_name(k) or g.is_mark(k) for k in range(i)) or not g.is_name(i + 1):
            return None
        return (0, closing + 1), OutletSlot(SlotKind.SOURCE, g.passage.span((i + 1, closing)))
    return None


def _author(g: Grammar, cue: Run) -> str | None:
    """The name after "by"."""
    for k in range(cue[0], cue[1]):
        if g.lower(k) == "by" and not g.quoted(k) and g.is_name(k + 1):
            end = k + 1
            while end < cue[1] and (g.is_name(end) or _is_abbreviated(g, end)):
                end += 1
            return g.passage.phrase((k + 1, end))
    return None


def _is_abbreviated(g: Grammar, stop: int) -> bool:
    """Whether token `stop` is the full stop of a title or an initial with more of the name behind it: "Dr. Andrew Grant"."""
    before = g.lower(stop - 1)
    return g.word(stop) == "." and (before in g.lexicon.words.abbreviations or len(before) == 1) and g.is_name(stop + 1)


def _title(g: Grammar, cue: Run) -> str | None:
    """The quoted title, without its marks and final comma."""
    for quotation in g.passage.quotations:
        if cue[0] <= quotation.start and quotation.end <= cue[1]:
            return g.passage.phrase((quotation.start + 1, quotation.end - 1)).rstrip(",. ") or None
    return None
