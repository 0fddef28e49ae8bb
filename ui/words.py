"""Sentences about claims and ratings: pure functions from values to words, shared by list, card and tooltip."""

from collections.abc import Mapping

from credibility.model import ChainLink, RatedClaim, Rating, Role, Scope, Source, SourceKind, Span, Style

MEANING = "The colour rates the outlet’s record as one rater sees it — never the truth of the claim."
SOURCE_KINDS = {
    SourceKind.OUTLET: "outlet",
    SourceKind.PERSON: "named person",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.GOVERNMENT: "government",
    SourceKind.DOCUMENT: "document",
    SourceKind.POLL: "poll",
    SourceKind.ANONYMOUS_OFFICIAL: "anonymous official",
    SourceKind.ANONYMOUS: "anonymous source",
    SourceKind.HEARSAY: "hearsay",
    SourceKind.NONE: "no source named",
}


def content_words(rated: RatedClaim, text: str) -> str:
    """The content of a claim with its parts joined by an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in rated.claim.content)


def quoted_content(rated: RatedClaim, text: str) -> str:
    """The content in quotation marks, those of the article where it has some."""
    words = content_words(rated, text)
    return words if words[:1] in "“\"„«‘'‚" else f"“{words}”"


def source_words(source: Source, text: str) -> str:
    """The source as the article calls it, or its kind."""
    written = " ".join(" ".join(span.of(text).split()) for span in source.spans)
    return source.name or written or SOURCE_KINDS[source.kind]


def claim_title(rated: RatedClaim, text: str) -> str:
    """What a claim is listed under: its outlet, or the source where no outlet carried it."""
    outlet = rated.resolution.outlet
    words = outlet.name if outlet else source_words(rated.claim.source, text)
    return words[:1].upper() + words[1:]


def score_words(rating: Rating | None) -> str:
    """Tier and score, such as "Generally reliable · 72 of 100"."""
    if rating is None:
        return "Unrated"
    return rating.tier.label if rating.score is None else f"{rating.tier.label} · {rating.score:.0f} of 100"


def standing(rated: RatedClaim, styles: Mapping[Role, Style]) -> str:
    """The role in words, with the rater where a rating decided it."""
    label = styles[rated.role].label
    return f"{label} ({rated.rating.rater.title})" if rated.rating and rated.role.on_scale else label


def claim_in_a_line(rated: RatedClaim, styles: Mapping[Role, Style]) -> str:
    """One sentence for tooltips: who carried it and how that outlet stands."""
    outlet = rated.resolution.outlet
    return f"{outlet.name} — {standing(rated, styles)}" if outlet else f"{styles[rated.role].label}: {styles[rated.role].meaning}"


def chain_words(chain: tuple[ChainLink, ...]) -> str:
    """The chain outermost first: "ZeroHedge › Medium › the Guardian › anonymous official"."""
    return " › ".join(link.name for link in chain)


def scope_words(scope: Scope) -> str:
    """What part of the outlet a rating speaks of; "" for the whole."""
    parts = (
        f"pages under /{scope.path.lstrip('/')}" if scope.path else "",
        f"author {scope.author}" if scope.author else "",
        f"topic {scope.topic}" if scope.topic else "",
        f"since {scope.since:%Y-%m-%d}" if scope.since else "",
        f"until {scope.until:%Y-%m-%d}" if scope.until else "",
    )
    return ", ".join(filter(None, parts))


def evidence_spans(rated: RatedClaim) -> tuple[Span, ...]:
    """The words that made this a claim: source and cue."""
    return (*rated.claim.source.spans, *rated.claim.cue.spans)
