"""Why a claim has its colour, in five plain sentences: words, name, outlet, rating, rule. Each step can be corrected separately."""

from credibility.floor.dates import when_in_words
from credibility.floor.polarities import polarity_sentence
from credibility.floor.scopes import EXPLAINED, scope_in_words
from credibility.model import Article, Claim, OutletKind, Rating, RatingStatus, Resolution, ResolvedBy, Role, SourceKind, Tier, Why, WhyStep
from credibility.outlets.rating.standing import Standing
from credibility.outlets.resolving.own_claims import FOUND_BY

_SOURCE_WORDS = {
    SourceKind.OUTLET: "an outlet",
    SourceKind.PERSON: "a person",
    SourceKind.ORGANISATION: "an organisation",
    SourceKind.GOVERNMENT: "a government body",
    SourceKind.DOCUMENT: "a document",
    SourceKind.POLL: "a poll",
    SourceKind.ANONYMOUS_OFFICIAL: "an unnamed official",
    SourceKind.ANONYMOUS: "an unnamed person",
    SourceKind.HEARSAY: "hearsay",
    SourceKind.NONE: "not named",
}
_BY_WORDS = {
    ResolvedBy.NAMED: "the text names it",
    ResolvedBy.ADDRESSEE: "the source spoke to it",
    ResolvedBy.ANAPHORA: "the text means the outlet named before",
    ResolvedBy.CARRIED_OVER: "the same source goes on",
    ResolvedBy.LINK: "the text links to it",
    ResolvedBy.EXCERPT: "the passage is quoted from it",
    ResolvedBy.PUBLISHER: "the article's own publisher names itself",
    ResolvedBy.CORRECTED: "you said so",
    ResolvedBy.NONE: "nothing says otherwise",
}
_OFF_SCALE = {
    OutletKind.SATIRE: "Satire is shown beside the scale: it does not mean to report.",
    OutletKind.PLATFORM: "A platform is shown beside the scale: its users publish there, and none of them inherits a rating from it.",
}


def explain(claim: Claim, resolution: Resolution, standing: Standing, role: Role, article: Article, rated_after: bool) -> tuple[Why, ...]:
    """The five steps, in order; a step without anything to say is left out."""
    steps = [
        _words(claim, article),
        _name(claim, resolution, article),
        _outlet(claim, resolution),
        _rating(resolution, standing, rated_after, article),
    ]
    unsaid = Why(WhyStep.RULE, polarity_sentence(claim)) if not claim.asserted else None
    return (*[step for step in steps if step], unsaid or _rule(resolution, standing, role))


def _words(claim: Claim, article: Article) -> Why:
    if claim.found_by == FOUND_BY:
        return Why(WhyStep.WORDS, "You marked these words as a claim.", claim.content[0])
    span = claim.cue.spans[0] if claim.cue.spans else claim.content[0]
    cue = " … ".join(part.of(article.text) for part in claim.cue.spans)
    found = f"“{cue}” marks these words as something that was said or reported" if cue else "These words are marked as said or reported"
    reasons = "; ".join(claim.reasons)
    return Why(WhyStep.WORDS, f"{found}{f' ({reasons})' if reasons else ''}.", span)


def _name(claim: Claim, resolution: Resolution, article: Article) -> Why | None:
    if resolution.by is ResolvedBy.CORRECTED:
        is_own = claim.found_by == FOUND_BY
        return Why(WhyStep.NAME, "You said which outlet carried this." if is_own else "You corrected the outlet of this claim.", None)
    if not resolution.reason:
        return None
    sentence = resolution.reason[0].upper() + resolution.reason[1:]
    if resolution.url and resolution.evidence:
        sentence = f"“{resolution.evidence.of(article.text)}” is a link: {resolution.reason}"
    return Why(WhyStep.NAME, f"{sentence}.", resolution.evidence)


def _outlet(claim: Claim, resolution: Resolution) -> Why:
    outlet = resolution.outlet
    if outlet is not None:
        closed = f" It was active until {outlet.active_to}." if outlet.active_to else ""
        state = f" It is state media ({outlet.state})." if outlet.state == "controlled" else ""
        return Why(
            WhyStep.OUTLET, f"The outlet is {outlet.name} ({outlet.slug}): {_BY_WORDS[resolution.by]}.{closed}{state}", resolution.evidence
        )
    if resolution.candidates:
        names = ", ".join(candidate.name for candidate in resolution.candidates)
        return Why(WhyStep.OUTLET, f"It could be any of {names}; none was chosen.", resolution.evidence)
    if resolution.unnamed:
        return Why(WhyStep.OUTLET, "The text refers to an outlet, but none in the table goes by these words.", resolution.evidence)
    platform = resolution.platform
    if platform is not None:
        sentence = f"{platform.name} ({platform.slug}) is itself the source; a platform carries no reports, so the claim has no outlet."
        return Why(WhyStep.OUTLET, sentence, resolution.evidence)
    source = claim.source.spans[0] if claim.source.spans else None
    return Why(WhyStep.OUTLET, f"No outlet is named for this claim; its source is {_SOURCE_WORDS[claim.source.kind]}.", source)


def _rating(resolution: Resolution, standing: Standing, rated_after: bool, article: Article) -> Why | None:
    outlet, rating = resolution.outlet, standing.rating
    if outlet is None:
        return None
    if rating is None:
        return Why(WhyStep.RATING, f"No rater of your table rates {outlet.name}.")
    sentence = f"{_rater(rating)} rates {(standing.inherited_from or outlet).name}{_scope(rating)} {_value(rating)}."
    if rating.scope.since or rating.scope.until:
        sentence += f" That is its rating {when_in_words(article.published.date() if article.published else None)}."
    if rating.provenance.status is RatingStatus.MINE and rating.rater.precedence:
        sentence += f" {rating.provenance.reason}"  # by criteria of the reader's own: what they came to
    if standing.inherited_from:
        sentence += f" {outlet.name} takes over the rating of {standing.inherited_from.name}."
    if rated_after:
        sentence += " The rating was made after this article was published."
    if standing.disagreement:
        sentence += (
            " Others differ by two tiers or more: " + "; ".join(f"{_rater(other)} {_value(other)}" for other in standing.others) + "."
        )
    return Why(WhyStep.RATING, sentence)


def _rater(rating: Rating) -> str:
    return "Your own rating" if rating.rater.precedence == 0 else rating.rater.title


def _scope(rating: Rating) -> str:
    words = scope_in_words(rating.scope, EXPLAINED)
    return f" ({words})" if words else ""


def _value(rating: Rating) -> str:
    value = rating.tier.label if rating.score is None else f"{rating.tier.label}, {rating.score:.0f} of 100"
    dated = f", {rating.provenance.rated_on}" if rating.provenance.rated_on else ""
    original = f" (given as “{rating.provenance.original}”{dated})" if rating.provenance.original else ""
    return value + original


def _rule(resolution: Resolution, standing: Standing, role: Role) -> Why:
    outlet = resolution.outlet
    if resolution.platform is not None:
        return Why(WhyStep.RULE, _OFF_SCALE[OutletKind.PLATFORM])
    if outlet is None:
        return Why(
            WhyStep.RULE, f"Without an outlet the claim is drawn by the kind of its source: {role.value.replace('-', ' ')}, off the scale."
        )
    if outlet.kind in _OFF_SCALE:
        return Why(WhyStep.RULE, _OFF_SCALE[outlet.kind])
    if standing.rating is None or standing.rating.tier is Tier.UNRATED:
        return Why(WhyStep.RULE, "An unrated outlet is drawn neutral; the absence of a rating says nothing about it.")
    order = (
        "Your own rating decides before all others." if standing.rating.rater.precedence == 0 else "The first rater in your order decides."
    )
    return Why(WhyStep.RULE, f"{order} The colour rates the outlet's record, not the truth of this claim.")
