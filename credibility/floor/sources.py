"""A source in words: its title, how it can know, and how anonymous it is."""

from credibility.floor.language import said
from credibility.model import Claim, Source, SourceKind

SOURCE_KINDS = {
    SourceKind.OUTLET: said("outlet"),
    SourceKind.PERSON: said("person"),
    SourceKind.ORGANISATION: said("organisation"),
    SourceKind.GOVERNMENT: said("government"),
    SourceKind.DOCUMENT: said("document"),
    SourceKind.POLL: said("poll"),
    SourceKind.ANONYMOUS_OFFICIAL: said("anonymous official"),
    SourceKind.ANONYMOUS: said("anonymous source"),
    SourceKind.HEARSAY: said("hearsay"),
    SourceKind.NONE: said("no source named"),
}
"""What each kind of source is called."""

SAID_BY_READER = said("you said who said this")
"""The reason that a claim has when the reader corrected its source."""

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.GOVERNMENT, SourceKind.DOCUMENT, SourceKind.POLL})
_UNNAMED = frozenset({SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS, SourceKind.HEARSAY})
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})


def source_words(source: Source, text: str) -> str:
    """The source as the article calls it, a pronoun only as one of whom it is not clear who it is; else its kind."""
    written = " ".join(" ".join(span.of(text).split()) for span in source.spans)
    if not source.name and written.lower() in _PRONOUNS:
        return said("“{pronoun}” (a pronoun: who is not clear)", pronoun=written)
    return source.name or _without_relative(written) or SOURCE_KINDS[source.kind]


def _without_relative(written: str) -> str:
    """Words without the relative pronoun at their end, which only ties them to the verb: "two former aides, who"."""
    head, _, last = written.rpartition(" ")
    return head.removesuffix(",") if head and last.lower() in _RELATIVES else written


def title_words(source: Source, text: str) -> str:
    """The source's title in the article's words ("director of the port"), "" for none; `text` is the article's text."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.title)


def justification_words(source: Source, text: str) -> str:
    """How the source can know, or why it is not named, in the article's words ("who saw the draft"); "" for none."""
    return " … ".join(" ".join(span.of(text).split()) for span in source.justification)


def credential_lines(source: Source, text: str) -> tuple[str, ...]:
    """Title and justification as lines for the card and the PDF; those that are unknown are left out."""
    title, justification = title_words(source, text), justification_words(source, text)
    told = (
        said("Title: {title}", title=title) if title else "",
        said("Why this source: {justification}", justification=justification) if justification else "",
    )
    return tuple(filter(None, told))


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
    return said("{kind}, with a reason", kind=kind) if kind and source.justification else kind
