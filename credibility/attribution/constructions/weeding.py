"""Findings removed once a passage is read: words of no one who could speak, and the same words read twice."""

from collections.abc import Sequence

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import may_speak
from credibility.attribution.text.sentences import Run


def weeded(g: Grammar, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without those of "this" and "You’d", and without what lies in another one of the very same source."""
    spoken = [finding for finding in findings if finding.source is None or may_speak(g, finding.source)]
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
