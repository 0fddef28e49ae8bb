"""Why a claim has its colour, in one sentence: what the text says, which outlet that is, and who rates it."""

from credibility.floor.polarities import polarity_sentence
from credibility.floor.raters import short_name
from credibility.model import OutletKind, QuoteKind, RatedClaim, Rating, ResolvedBy, SourceKind, Span, Tier
from ui.words import READER, evidence_spans, outlet_title

BETWEEN, LONGEST = 14, 90  # characters left between source and cue to quote them as one; of the quotation
_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ")
_KINDS = {
    SourceKind.OUTLET: "no outlet of your table",
    SourceKind.PERSON: "no outlet, only a person",
    SourceKind.ORGANISATION: "no outlet, only an organisation",
    SourceKind.GOVERNMENT: "no outlet, only a public body",
    SourceKind.DOCUMENT: "no outlet, only a document",
    SourceKind.POLL: "no outlet, only a poll",
}
_BY = {
    ResolvedBy.ADDRESSEE: "it was said to {}",
    ResolvedBy.CARRIED_OVER: "the same source goes on, in {}",
    ResolvedBy.LINK: "a link there leads to {}",
    ResolvedBy.EXCERPT: "the passage is from {}",
    ResolvedBy.PUBLISHER: "{} published this article",
    ResolvedBy.CORRECTED: "you said that it is {}",
}


def why_sentence(rated: RatedClaim, text: str) -> str:
    """Such as "The text says “the paper also reported”; the paper is Taraf; you rated it 22."; `text` is the article's."""
    said = _said(rated, text)
    if not rated.claim.asserted:
        return f"{said}. {polarity_sentence(rated.claim)}"
    return "; ".join(filter(None, (said, _which(rated, text), _stands(rated)))) + "."


def _said(rated: RatedClaim, text: str) -> str:
    if rated.claim.found_by == READER:
        return "You marked these words as a claim"
    quoted = evidence_words(rated, text)
    if quoted:
        return f"The text says “{quoted}”"
    return "The text quotes these words" if rated.claim.quote is QuoteKind.DIRECT else "The text reports these words"


def evidence_words(rated: RatedClaim, text: str) -> str:
    """Source and cue as they stand in the text, as one quotation where little stands between them."""
    spans = sorted(evidence_spans(rated), key=lambda span: span.start)
    joined: list[Span] = []
    for span in spans:
        between = text[joined[-1].end : span.start] if joined else ""
        if joined and len(between) <= BETWEEN and "\n" not in between and not _in_content(rated, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    words = " … ".join(" ".join(span.of(text).split()) for span in joined)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _in_content(rated: RatedClaim, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in rated.claim.content)


def _which(rated: RatedClaim, text: str) -> str:
    resolution, outlet = rated.resolution, rated.resolution.outlet
    if outlet is None:
        return _without_outlet(rated)
    if resolution.by in _BY:
        return _BY[resolution.by].format(outlet.name)
    bare = outlet.name.casefold().removeprefix("the ")
    if bare in evidence_words(rated, text).casefold():
        return ""
    written = " ".join(" ".join(span.of(text).split()) for span in rated.claim.source.spans)
    if resolution.by is ResolvedBy.ANAPHORA and written:
        words = written[:1].lower() + written[1:] if written.lower().startswith(_ARTICLES) else written
        return f"{words} is {outlet.name}"
    return f"that is {outlet.name}"


def _without_outlet(rated: RatedClaim) -> str:
    resolution, kind = rated.resolution, rated.claim.source.kind
    if resolution.platform is not None:
        return f"{resolution.platform.name} is a platform, where anyone can publish"
    if resolution.candidates:
        return f"which outlet is meant is not clear: {', '.join(candidate.name for candidate in resolution.candidates)}"
    if resolution.unnamed:
        return "which outlet that is, is not said or not in your table"
    if kind.is_anonymous:
        return "nobody is named who could be held to it"
    return f"it names {_KINDS[kind]}" if kind in _KINDS else "whose words they are, it does not say"


def _stands(rated: RatedClaim) -> str:
    outlet, rating = rated.resolution.outlet, rated.rating
    if outlet is None:
        return "so it has no tier"
    if outlet.kind is OutletKind.SATIRE:
        return "satire stands beside the scale"
    if outlet.kind is OutletKind.PLATFORM:
        return "a platform stands beside the scale"
    if rating is None or rating.tier is Tier.UNRATED:
        return "nobody in your table rates it"
    rated_what = "it" if rating.outlet == outlet.slug else f"{rating.outlet}, to which it belongs,"
    if rating.rater.precedence == 0:
        return f"you rated {rated_what} {_value(rating)}"
    return f"{outlet_title(short_name(rating.rater))} rates {rated_what} {rating.tier.label.lower()}"


def _value(rating: Rating) -> str:
    return rating.tier.label.lower() if rating.score is None else f"{rating.score:.0f}"
