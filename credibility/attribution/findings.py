"""An attribution found in one passage, in token runs."""

from dataclasses import dataclass

from credibility.attribution.text.sentences import Run
from credibility.model import Denier, Polarity, SourceKind


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in token runs of one passage.

    `more` are further words of the cue: its colon, the "as saying" of "quoted X as saying". `lead_in` says that the content is expected in
    the next block, `serial` that each block is a claim then; `confidence` is the tagger's where it was asked, `both` that it agreed.
    `unsourced` is the kind of source that words have which themselves leave open who said it: HEARSAY for "it was reported that", NONE for
    "reportedly"; nothing before them is their source then. Of an `uncued` one the source stands beside the content, and no word says that
    it speaks.
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
    unsourced: SourceKind | None = None
    polarity: Polarity = Polarity.ASSERTED
    denied_by: Denier | None = None
    uncued: bool = False
