"""A source in words: what it is, who it is called, why it can know, and how far it is from a name."""

from credibility.model import Claim, Source, SourceKind

_UNNAMED = {
    SourceKind.ANONYMOUS_OFFICIAL: "anonymous official",
    SourceKind.ANONYMOUS: "anonymous source",
    SourceKind.HEARSAY: "hearsay",
}


def title_words(source: Source, text: str) -> str:
    """The source's title as the article puts it ("director of the port"), "" for none; `text` is the article's."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.title)


def justification_words(source: Source, text: str) -> str:
    """Why the source can know or is not named, in the article's words ("who saw the draft"), "" for none."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.justification)


def credential_lines(source: Source, text: str) -> tuple[str, ...]:
    """Title and justification as lines for the card and the PDF, those that are known."""
    told = (("Title", title_words(source, text)), ("Why this source", justification_words(source, text)))
    return tuple(f"{label}: {words}" for label, words in told if words)


def anonymity_words(claim: Claim) -> str:
    """The step on the ladder of anonymity, "" for a named source: one with a reason stands above one without."""
    kind = _UNNAMED.get(claim.source.kind, "")
    return f"{kind}, with a reason" if kind and claim.source.justification else kind
