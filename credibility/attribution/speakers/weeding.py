"""Findings removed once a passage is read: words of no one who could speak, and the same words read twice."""

from collections.abc import Sequence
from dataclasses import replace

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import may_speak
from credibility.attribution.text.sentences import Run
from credibility.model import BlockKind

_FEW = 2
_MANY = 200  # findings of a passage that are looked at: a block as long as a book has thousands


def weeded(g: Grammar, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those of "this" and "You’d", and without what lies in another one of the very same source."""
    spoken = [finding for finding in findings if not _is_nothing(g, finding)]
    spoken = [_up_to_next(g, finding, spoken) for finding in spoken]
    by_source: dict[Run | None, list[Finding]] = {}
    for finding in spoken:
        by_source.setdefault(finding.source, []).append(finding)
    return tuple(one for one in spoken if one.source is None or not any(_holds(other, one) for other in by_source[one.source]))


def _up_to_next(g: Grammar, finding: Finding, spoken: Sequence[Finding]) -> Finding:
    """A finding whose last words end where another one's clause begins: "reported that A, while the Herald said that B"."""
    if not finding.content or finding.content[-1][0] < finding.cue[1]:
        return finding
    start, end = finding.content[-1]
    cut = next((k for one in spoken[:_MANY] if (k := _contrast(g, one)) is not None and start + 1 < k < end), None)
    return finding if cut is None else replace(finding, content=(*finding.content[:-1], (start, cut)))


def _contrast(g: Grammar, finding: Finding) -> int | None:
    """The comma before "while" and the source of a finding that has a "that" of its own, or is named."""
    source = finding.source
    if source is None or source[0] < 2 or not source[0] < finding.cue[0]:
        return None
    if g.lower(finding.cue[1]) != "that" and g.lower(source[0]) in g.lexicon.words.subject_pronouns:
        return None
    contrasted = g.lower(source[0] - 1) in ("while", "whereas", "but") and g.word(source[0] - 2) == ","
    return source[0] - 2 if contrasted and not g.quoted(source[0]) else None


def _holds(outer: Finding, inner: Finding) -> bool:
    """Whether a finding has all words of another one of its source, and more."""
    if outer is inner or outer.polarity is not inner.polarity:
        return False
    inside = inner.content and all(any(a[0] <= b[0] and b[1] <= a[1] for a in outer.content) for b in inner.content)
    return bool(inside) and outer.content != inner.content


def _is_nothing(g: Grammar, finding: Finding) -> bool:
    """Whether nobody says anything: a source that cannot speak, a bare pronoun for content, a question for a heading."""
    if finding.source is not None and (not may_speak(g, finding.source) or _is_fact(g, finding, finding.source)):
        return True
    words = [g.lower(k) for start, end in finding.content for k in range(start, end) if g.word(k)[0].isalnum()]
    if (
        words
        and len(words) <= _FEW
        and all(word in g.lexicon.words.object_pronouns or word in g.lexicon.words.announcing for word in words)
    ):
        return True
    return g.passage.block.kind is BlockKind.HEADING and g.word(g.size - 1) == "?"


def _is_fact(g: Grammar, finding: Finding, source: Run) -> bool:
    """Whether what a clause tells is all that suggests it, and nobody: "the ice was old, which suggests that …"."""
    if g.lower(source[1] - 1) not in g.lexicon.words.free_relatives or g.word(source[1] - 2) != ",":
        return False
    if not any(verb.takes("infers") for verb, _ in g.lexicon.forms.get(finding.lemma, ())):
        return False
    return not any(g.lower(k) in g.lexicon.kinds or g.lower(k) in g.lexicon.evidence for k in range(*source))
