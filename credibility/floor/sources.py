"""A source in words: its title, how it can know, and how anonymous it is."""

from credibility.model import Claim, Source, SourceKind

SOURCE_KINDS = {
    SourceKind.OUTLET: "outlet",
    SourceKind.PERSON: "person",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.GOVERNMENT: "government",
    SourceKind.DOCUMENT: "document",
    SourceKind.POLL: "poll",
    SourceKind.ANONYMOUS_OFFICIAL: "anonymous official",
    SourceKind.ANONYMOUS: "anonymous source",
    SourceKind.HEARSAY: "hearsay",
    SourceKind.NONE: "no source named",
}
"""What each kind of source is called."""

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.DOCUMENT, SourceKind.POLL})
_UNNAMED = frozenset({SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS, SourceKind.HEARSAY})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})


def source_words(source: Source, text: str) -> str:
    """The source as the article calls it, a pronoun only as one of whom it is not clear who it is; else its kind."""
    written = " ".join(" ".join(span.of(text).split()) for span in source.spans)
    if not source.name and written.lower() in _PRONOUNS:
        return f"“{written}” (a pronoun: who is not clear)"
    return source.name or written or SOURCE_KINDS[source.kind]


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


def innermost(claim: Claim) -> Source:
    """The source at the end of the chain: whom the source itself cites, where it cites somebody."""
    return claim.inner or claim.source


def kind_beside_tier(claim: Claim) -> str:
    """What the outlet had it from, such as "anonymous official" or "document"; "" where the outlet itself says it."""
    kind = innermost(claim).kind
    return SOURCE_KINDS[kind] if kind in _NAMED else anonymity_words(claim)


def anonymity_words(claim: Claim) -> str:
    """How anonymous the innermost source is, and whether the article gives a reason for it; "" for a named source."""
    source = innermost(claim)
    kind = SOURCE_KINDS[source.kind] if source.kind in _UNNAMED else ""
    return f"{kind}, with a reason" if kind and source.justification else kind
