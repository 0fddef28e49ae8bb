"""An attribution found in one passage, in token runs."""

from dataclasses import dataclass

from credibility.attribution.sentences import Run


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in token runs of one passage.

    `lead_in` says that the content is expected in the next block; `confidence` is the tagger's where it was asked, `both` that it agreed.
    """

    rule: str
    lemma: str
    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    sentence: Run
    addressee: Run | None = None
    inner: Run | None = None
    attitude: bool = False
    lead_in: bool = False
    colon: Run | None = None
    serial: bool = False
    confidence: float = 1.0
    both: bool = False
