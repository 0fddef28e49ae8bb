"""Outlets named before the source: whom a relative pronoun means, who asked the person that speaks, whose poll counted the share."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.shares import counts_respondents
from credibility.attribution.text.sentences import Run
from credibility.model import SlotKind, SourceKind


def earlier_slots(g: Grammar, finding: Finding) -> list[tuple[SlotKind, Run]]:
    """Slots before the source, in its sentence; of a poll in its paragraph."""
    source = finding.source
    if source is None:
        return []
    found = _asking(g, source, finding.sentence)
    if g.lower(source[1] - 1) in g.lexicon.words.relatives:
        found += _antecedent(g, source[1] - 1, finding.sentence)
    if counts_respondents(g, source):
        found += _poll_before(g, source[0])
    return found


def _antecedent(g: Grammar, relative: int, sentence: Run) -> list[tuple[SlotKind, Run]]:
    """The name that "which" or "who" stands for: "the Herald, which said"."""
    end = relative - (g.word(relative - 1) == ",")
    run = name_before(g, end, sentence[0])
    return [(SlotKind.SOURCE, run)] if run else []


def _asking(g: Grammar, source: Run, sentence: Run) -> list[tuple[SlotKind, Run]]:
    """Who asked: "the Herald spoke to a nurse who said"."""
    start = sentence[0]
    if start and g.lower(source[0]) in g.lexicon.words.some_of_them:  # "The Herald spoke to four nurses. One of them said"
        start = g.passage.sentences[g.sentence_of(start - 1)][0]
    for i in range(start + 1, source[1]):
        phrases: Sequence[tuple[str, ...]] = g.lexicon.asking.get(g.lower(i), ())
        if not g.quoted(i) and any(g.passage.matches(i, phrase) for phrase in phrases):
            run = name_before(g, i, start)
            return [(SlotKind.VENUE, run)] if run else []
    return []


def _poll_before(g: Grammar, at: int) -> list[tuple[SlotKind, Run]]:
    """The nearest named poll before a share of those asked: "a Herald poll … 44 percent said"."""
    for k in range(at - 1, -1, -1):
        if g.lexicon.kinds.get(g.lower(k)) is SourceKind.POLL and not g.quoted(k):
            run = name_before(g, k, 0)
            if run:
                return [(SlotKind.POLL, run)]
    return []


def name_before(g: Grammar, end: int, floor: int) -> Run | None:
    """The name that ends right before token `end`, with its article: "the New York Times", "ABC News/Herald"."""
    while end > floor and not g.is_name(end - 1) and (g.is_adverb(end - 1) or g.is_auxiliary(end - 1)):
        end -= 1
    start = end
    while start > floor and not g.quoted(start - 1) and (g.is_name(start - 1) or _joins(g, start - 1)):
        start -= 1
    start = next((k for k in range(start, end) if g.is_name(k)), end)
    if not _is_whole_name(g, (start, end)):
        return None
    return (start - (start > floor and g.lower(start - 1) == "the"), end)


def _is_whole_name(g: Grammar, run: Run) -> bool:
    """Whether the tokens end in a name and are no mere time: "Monday"."""
    return run[0] < run[1] and g.is_name(run[1] - 1) and not (run[1] - run[0] == 1 and g.is_time(run[0]))


def _joins(g: Grammar, i: int) -> bool:
    """Whether token i is a small word or mark between two parts of a name."""
    return g.lower(i) in g.lexicon.words.name_inner and g.is_name(i - 1) and g.is_name(i + 1)
