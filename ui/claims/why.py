"""Why a claim has its colour, in one sentence: what the text says, which outlet that is, and who rates it."""

from credibility.floor.language import said, shown, small, tr
from credibility.floor.polarities import polarity_sentence
from credibility.floor.raters import short_name
from credibility.floor.sources import SAID_BY_READER, source_words
from credibility.model import Outlet, OutletKind, QuoteKind, RatedClaim, Rating, ResolvedBy, SourceKind, Span, Tier
from ui.words import READER, evidence_spans, outlet_title

BETWEEN, LONGEST = 14, 90  # characters left between source and cue to quote them as one; of the quotation
_ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ")
_KINDS = {
    SourceKind.OUTLET: said("it names no outlet of your table"),
    SourceKind.PERSON: said("it names no outlet, only a person"),
    SourceKind.ORGANISATION: said("it names no outlet, only an organisation"),
    SourceKind.GOVERNMENT: said("it names no outlet, only a public body"),
    SourceKind.DOCUMENT: said("it names no outlet, only a document"),
    SourceKind.POLL: said("it names no outlet, only a poll"),
}
_BY = {
    ResolvedBy.ADDRESSEE: said("it was said to {outlet}"),
    ResolvedBy.CARRIED_OVER: said("the same source goes on, in {outlet}"),
    ResolvedBy.LINK: said("a link there leads to {outlet}"),
    ResolvedBy.EXCERPT: said("the passage is from {outlet}"),
    ResolvedBy.PUBLISHER: said("{outlet} published this article"),
    ResolvedBy.CORRECTED: said("you said that it is {outlet}"),
}


def why_sentence(rated: RatedClaim, text: str) -> str:
    """Such as "The text says “the paper also reported”; the paper is Taraf; you rated it 22."; `text` is the article's."""
    told = _told(rated, text)
    if not rated.claim.asserted:
        return f"{told}. {tr(polarity_sentence(rated.claim))}"
    return "; ".join(filter(None, (told, _who(rated, text), _which(rated, text), _stands(rated)))) + "."


def _who(rated: RatedClaim, text: str) -> str:
    if SAID_BY_READER not in rated.claim.reasons:
        return ""
    return tr("you said that it is from {source}", source=shown(source_words(rated.claim.source, text)))


def _told(rated: RatedClaim, text: str) -> str:
    if rated.claim.found_by == READER:
        return tr("You marked these words as a claim")
    quoted = evidence_words(rated, text)
    if quoted:
        return tr("The text says “{quoted}”", quoted=quoted)
    return tr("The text quotes these words") if rated.claim.quote is QuoteKind.DIRECT else tr("The text reports these words")


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
        return tr(_BY[resolution.by].template, outlet=outlet.name)
    bare = outlet.name.casefold().removeprefix("the ")
    if bare in evidence_words(rated, text).casefold():
        return ""
    written = " ".join(" ".join(span.of(text).split()) for span in rated.claim.source.spans)
    if resolution.by is ResolvedBy.ANAPHORA and written:
        words = written[:1].lower() + written[1:] if written.lower().startswith(_ARTICLES) else written
        return tr("{words} is {outlet}", words=words, outlet=outlet.name)
    return tr("that is {outlet}", outlet=outlet.name)


def _without_outlet(rated: RatedClaim) -> str:
    resolution, kind = rated.resolution, rated.claim.source.kind
    if resolution.platform is not None:
        return tr("{platform} is a platform, where anyone can publish", platform=resolution.platform.name)
    if resolution.candidates:
        names = ", ".join(candidate.name for candidate in resolution.candidates)
        return tr("which outlet is meant is not clear: {names}", names=names)
    if resolution.unnamed:
        return tr("which outlet that is, is not said or not in your table")
    if kind.is_anonymous:
        return tr("nobody is named who could be held to it")
    if SAID_BY_READER in rated.claim.reasons:
        return ""  # the text may name somebody else
    return shown(_KINDS[kind]) if kind in _KINDS else tr("whose words they are, it does not say")


def _stands(rated: RatedClaim) -> str:
    outlet, rating = rated.resolution.outlet, rated.rating
    if outlet is None:
        return tr("so it has no tier")
    if outlet.kind is OutletKind.SATIRE:
        return tr("satire stands beside the scale")
    if outlet.kind is OutletKind.PLATFORM:
        return tr("a platform stands beside the scale")
    if rating is None or rating.tier is Tier.UNRATED:
        return tr("nobody in your table rates it")
    return _rates(rating, outlet)


def _rates(rating: Rating, outlet: Outlet) -> str:
    is_its_own, by_reader = rating.outlet == outlet.slug, rating.rater.precedence == 0
    if by_reader and is_its_own:
        return tr("you rated it {value}", value=_value(rating))
    if by_reader:
        return tr("you rated {whole}, to which it belongs, {value}", whole=rating.outlet, value=_value(rating))
    rater, tier = outlet_title(shown(short_name(rating.rater))), small(tr(rating.tier.label))
    if is_its_own:
        return tr("{rater} rates it {tier}", rater=rater, tier=tier)
    return tr("{rater} rates {whole}, to which it belongs, {tier}", rater=rater, whole=rating.outlet, tier=tier)


def _value(rating: Rating) -> str:
    return small(tr(rating.tier.label)) if rating.score is None else f"{rating.score:.0f}"
