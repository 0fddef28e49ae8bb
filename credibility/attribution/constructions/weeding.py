"""Findings removed once a passage is read: words of no one who could speak, and the same words read twice."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import describe_source, may_speak
from credibility.attribution.text.sentences import Run
from credibility.model import BlockKind, SourceKind

_FEW = 2


def weeded(g: Grammar, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those of "this" and "You’d", and without what lies in another one of the very same source."""
    spoken = [finding for finding in findings if not _is_nothing(g, finding)]
    by_source: dict[Run | None, list[Finding]] = {}
    for finding in spoken:
        by_source.setdefault(finding.source, []).append(finding)
    return tuple(one for one in spoken if one.source is None or not any(_holds(other, one) for other in by_source[one.source]))


def _holds(outer: Finding, inner: Finding) -> bool:
    """Whether a finding has all words of another one of its source, and more."""
    if outer is inner or outer.polarity is not inner.polarity:
        return False
    inside = inner.content and all(any(a[0] <= b[0] and b[1] <= a[1] for a in outer.content) for b in inner.content)
    return bool(inside) and outer.content != inner.content


def _is_nothing(g: Grammar, finding: Finding) -> bool:
    """Whether nobody says anything: a source that cannot speak, a bare pronoun for content, a sign that the author reads."""
    if finding.source is not None and not may_speak(g, finding.source):
        return True
    words = [g.lower(k) for start, end in finding.content for k in range(start, end) if g.word(k)[0].isalnum()]
    if words and len(words) <= _FEW and all(word in g.lexicon.words.object_pronouns for word in words):
        return True
    return (g.passage.block.kind is BlockKind.HEADING and g.word(g.size - 1) == "?") or _is_only_a_sign(g, finding)


def _is_only_a_sign(g: Grammar, finding: Finding) -> bool:
    """Whether a thing that is no document shows something: "The discovery of a square indicates that …" is the author's thought."""
    infers = any(verb.takes("infers") for verb, _ in g.lexicon.forms.get(g.lower(finding.cue[1] - 1), ()))
    if not infers or finding.source is None:
        return False
    described = describe_source(g, finding.source)
    return (
        described.kind is SourceKind.ORGANISATION and not described.name and described.head not in g.lexicon.kinds and not described.pronoun
    )
