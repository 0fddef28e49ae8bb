"""Polarity in words: the label of content that is not asserted, and the sentence that says why it takes no colour."""

from credibility.floor.language import said
from credibility.model import Claim, Denier, Polarity

_UNSAID = said("not said")
_WORDS = {
    (Polarity.DENIED, Denier.SOURCE): (
        said("denied"),
        said("The source denies this, so it does not take the colour of the outlet that carried the denial."),
    ),
    (Polarity.DENIED, Denier.NARRATOR): (
        _UNSAID,
        said("The article says that this was not said or not confirmed, so it takes no colour."),
    ),
    (Polarity.DENIED, Denier.READER): (_UNSAID, said("You said that this was not said, so it takes no colour.")),
    (Polarity.HYPOTHETICAL, None): (said("only supposed"), said("The article only supposes that this is said, so it takes no colour.")),
    (Polarity.QUESTIONED, None): (said("only asked"), said("The article only asks about this, so it takes no colour.")),
    (Polarity.RETRACTED, None): (said("retracted"), said("The source has since retracted this, so it takes no colour.")),
}


def polarity_words(claim: Claim) -> str:
    """A label such as "denied"; "" for asserted content."""
    return _of(claim)[0]


def polarity_sentence(claim: Claim) -> str:
    """Why content that is not asserted takes no colour; "" for asserted content."""
    return _of(claim)[1]


def _of(claim: Claim) -> tuple[str, str]:
    return _WORDS[(claim.polarity, claim.denied_by)] if not claim.asserted else ("", "")
