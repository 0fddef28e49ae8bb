"""Whether words can be what somebody said: a clause, a quotation or a figure, and not only a thing or a place."""

from collections.abc import Sequence

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_EVIDENCE = (SourceKind.DOCUMENT, SourceKind.POLL, SourceKind.OUTLET)
_PLACES = frozenset({"in", "on", "at", "with", "by"})


def is_only_shown(g: Grammar, source: Run | None, cue: Run, content: Sequence[Run]) -> bool:
    """Whether a verb of showing has a mere thing or place behind it: "showed her the door", "a show in a dress lent by him".

    What a document, a poll or a trial shows is its content, whatever its form.
    """
    rows = g.lexicon.forms.get(g.lower(cue[1] - 1), ())
    if not any(verb.takes("displays") for verb, _ in rows) or any(_asserts(g, run) for run in content):
        return False
    return g.lower(content[0][0]) in _PLACES or not _is_evidence(g, source)


def _is_evidence(g: Grammar, source: Run | None) -> bool:
    """Whether the source is a document, a poll or something looked into: "one of the pictures", "a trial in three towns"."""
    if source is not None and any(g.lower(k) in g.lexicon.evidence for k in range(*source)):
        return True
    return describe_source(g, source).kind in _EVIDENCE


def _asserts(g: Grammar, run: Run) -> bool:
    """Whether a quotation, a figure, "that" or a verb of its own stands in the run; "the rope he will walk" has none of its own."""
    if any(g.quoted(k) or g.word(k)[0].isdigit() for k in range(*run)) or g.lower(run[0]) in ("that", *g.lexicon.words.wh):
        return True
    return any(g.is_finite(k) and not _is_relative(g, k, run[0]) for k in range(run[0] + 1, run[1]))


def _is_relative(g: Grammar, k: int, start: int) -> bool:
    """Whether the verb at token k belongs to a clause that describes a noun of the run."""
    before = k - 1
    while before > start and (g.is_adverb(before) or g.is_auxiliary(before)):
        before -= 1
    return before > start and g.lower(before) in g.lexicon.words.subject_pronouns | g.lexicon.words.relatives
