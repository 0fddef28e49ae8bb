"""A source in words: its title, how it can know, and how anonymous it is."""

from credibility.model import Claim, Source, SourceKind

_UNNAMED = {
    SourceKind.ANONYMOUS_OFFICIAL: "anonymous official",
    SourceKind.ANONYMOUS: "anonymous source",
    SourceKind.HEARSAY: "hearsay",
}


def title_words(source: Source, text: str) -> str:
    """The source's title in the article's words ("director of the port"), "" for none; `text` is the article's text."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.title)


def justification_words(source: Source, text: str) -> str:
    """How the source can know, or why it is not named, in the article's words ("who saw the draft"); "" for none."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.justification)


def credential_lines(source: Source, text: str) -> tuple[str, ...]:
    """Title and justification as lines for the card and the PDF; those that are unknown are left out."""
    told = (("Title", title_words(source, text)), ("Why this source", justification_words(source, text)))
    return tuple(f"{label}: {words}" for label, words in told if words)


def anonymity_words(claim: Claim) -> str:
    """How anonymous the source is, and whether the article gives a reason for it; "" for a named source."""
    kind = _UNNAMED.get(claim.source.kind, "")
    return f"{kind}, with a reason" if kind and claim.source.justification else kind
