"""What a deed suggests to the writer: “the banks closed early, suggesting that the rumours were true” is not a claim of the banks."""

from collections.abc import Iterable

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.speakers.kinds import describe_source
from credibility.attribution.text.lexicon import Form
from credibility.attribution.text.sentences import Run
from credibility.model import SourceKind

_EVIDENCE = frozenset({SourceKind.DOCUMENT, SourceKind.POLL, SourceKind.OUTLET})


def is_inference(g: Grammar, cue: Run, source: Run | None, others: Iterable[Finding]) -> bool:
    """Whether a cue is an -ing form behind a comma that draws a conclusion, of one who says nothing before it in the sentence."""
    infers = any(verb.takes("infers") and form is Form.GERUND for verb, form in g.lexicon.forms.get(g.lower(cue[0]), ()))
    if not infers or source is None or g.word(cue[0] - 1) != ",":
        return False
    if any(one.source == source and one.cue[0] < cue[0] for one in others):
        return False
    return describe_source(g, source).kind not in _EVIDENCE
