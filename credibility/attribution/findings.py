"""An attribution found in one passage, in token runs."""

from dataclasses import dataclass

from credibility.attribution.sentences import Run


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in token runs of one passage.

    `more` are further words of the cue: its colon, the "as saying" of "quoted X as saying". `lead_in` says that the content is expected in
    the next block, `serial` that each block is a claim then; `confidence` is the tagger's where it was asked, `both` that it agreed.
    `hearsay` says that the words themselves leave open who said it ("it was reported that").
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
    more: Run | None = None
    serial: bool = False
    confidence: float = 1.0
    both: bool = False
    hearsay: bool = False
