"""Why a claim has its colour, in five plain sentences: words, name, outlet, rating, rule. Each step can be corrected separately."""

from datetime import date
from functools import lru_cache

from credibility.floor.dates import when_in_words
from credibility.floor.language import Said, joined, said, said_first
from credibility.floor.polarities import polarity_sentence
from credibility.floor.scopes import EXPLAINED, scope_in_words
from credibility.model import (
    Article,
    Claim,
    OutletKind,
    Rating,
    RatingStatus,
    Resolution,
    ResolvedBy,
    Role,
    SourceKind,
    Tier,
    Why,
    WhyStep,
)
from credibility.model.edited import counted_anew, explained_anew
from credibility.outlets.rating.standing import Standing
from credibility.outlets.resolving.own_claims import FOUND_BY

# What is the same for many claims is said once: here, or remembered from the claim before.
_REMEMBERED = 2048  # sentences of a kind
_SOURCES = {
    SourceKind.OUTLET: said("an outlet"),
    SourceKind.PERSON: said("a person"),
    SourceKind.ORGANISATION: said("an organisation"),
    SourceKind.GOVERNMENT: said("a government body"),
    SourceKind.DOCUMENT: said("a document"),
    SourceKind.POLL: said("a poll"),
    SourceKind.ANONYMOUS_OFFICIAL: said("an unnamed official"),
    SourceKind.ANONYMOUS: said("an unnamed person"),
    SourceKind.HEARSAY: said("hearsay"),
    SourceKind.NONE: said("not named"),
}
_WITHOUT_OUTLET = {
    kind: said("No outlet is named for this claim; its source is {source}.", source=source) for kind, source in _SOURCES.items()
}
_BY_WORDS = {
    ResolvedBy.NAMED: said("the text names it"),
    ResolvedBy.ADDRESSEE: said("the source spoke to it"),
    ResolvedBy.ANAPHORA: said("the text means the outlet named before"),
    ResolvedBy.CARRIED_OVER: said("the same source goes on"),
    ResolvedBy.LINK: said("the text links to it"),
    ResolvedBy.EXCERPT: said("the passage is quoted from it"),
    ResolvedBy.PUBLISHER: said("the article's own publisher names itself"),
    ResolvedBy.CORRECTED: said("you said so"),
    ResolvedBy.NONE: said("nothing says otherwise"),
}
_OFF_SCALE = {
    OutletKind.SATIRE: said("Satire is shown beside the scale: it does not mean to report."),
    OutletKind.PLATFORM: said("A platform is shown beside the scale: its users publish there, and none of them inherits a rating from it."),
}
_ROLES = {
    Role.PLATFORM: said("platform"),
    Role.UNKNOWN_OUTLET: said("unknown outlet"),
    Role.PERSON: said("person"),
    Role.ORGANISATION: said("organisation"),
    Role.GOVERNMENT: said("government"),
    Role.DOCUMENT: said("document"),
    Role.POLL: said("poll"),
    Role.ANONYMOUS: said("anonymous"),
    Role.NO_SOURCE: said("no source"),
}
_BY_SOURCE = {
    role: said("Without an outlet the claim is drawn by the kind of its source: {role}, off the scale.", role=words)
    for role, words in _ROLES.items()
}
_BY_OWN = said("Your own rating decides before all others. The colour rates the outlet's record, not the truth of this claim.")
_BY_ORDER = said("The first rater in your order decides. The colour rates the outlet's record, not the truth of this claim.")
_NEUTRAL = said("An unrated outlet is drawn neutral; the absence of a rating says nothing about it.")
_MARKED = said("You marked these words as a claim.")
_WITHOUT_CUE = said("These words are marked as said or reported.")
_CHOSEN, _CORRECTED = said("You said which outlet carried this."), said("You corrected the outlet of this claim.")
_UNNAMED = said("The text refers to an outlet, but none in the table goes by these words.")
_STATE_MEDIA = said("It is state media (controlled).")
_RATED_AFTER = said("The rating was made after this article was published.")
_YOURS = said("Your own rating")


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
        return Why(WhyStep.WORDS, _MARKED, claim.content[0])
    span = claim.cue.spans[0] if claim.cue.spans else claim.content[0]
    cue = " … ".join(part.of(article.text) for part in claim.cue.spans)
    return Why(WhyStep.WORDS, _found(cue, *claim.reasons), span)


@lru_cache(_REMEMBERED, typed=True)
def _found(cue: str, *reasons: str) -> Said:
    if not reasons:
        return said("“{cue}” marks these words as something that was said or reported.", cue=cue) if cue else _WITHOUT_CUE
    told = joined(reasons, "; ")
    if cue:
        return said("“{cue}” marks these words as something that was said or reported ({reasons}).", cue=cue, reasons=told)
    return said("These words are marked as said or reported ({reasons}).", reasons=told)


def _name(claim: Claim, resolution: Resolution, article: Article) -> Why | None:
    if resolution.by is ResolvedBy.CORRECTED:
        return Why(WhyStep.NAME, _CHOSEN if claim.found_by == FOUND_BY else _CORRECTED, None)
    if not resolution.reason:
        return None
    if resolution.url and resolution.evidence:
        words = resolution.evidence.of(article.text)
        sentence = said("“{words}” is a link: {reason}.", words=words, reason=resolution.reason)
    else:
        sentence = _sentence(resolution.reason)
    return Why(WhyStep.NAME, sentence, resolution.evidence)


@lru_cache(_REMEMBERED, typed=True)
def _sentence(reason: str) -> Said:
    return said("{reason}.", reason=said_first(reason))


def _outlet(claim: Claim, resolution: Resolution) -> Why:
    if resolution.outlet is not None:
        outlet = resolution.outlet
        which = _which(outlet.name, outlet.slug, _BY_WORDS[resolution.by], outlet.active_to, outlet.state == "controlled")
        return Why(WhyStep.OUTLET, which, resolution.evidence)
    if resolution.candidates:
        names = ", ".join(candidate.name for candidate in resolution.candidates)
        return Why(WhyStep.OUTLET, said("It could be any of {outlets}; none was chosen.", outlets=names), resolution.evidence)
    if resolution.unnamed:
        return Why(WhyStep.OUTLET, _UNNAMED, resolution.evidence)
    platform = resolution.platform
    if platform is not None:
        sentence = said(
            "{platform} ({address}) is itself the source; a platform carries no reports, so the claim has no outlet.",
            platform=platform.name,
            address=platform.slug,
        )
        return Why(WhyStep.OUTLET, sentence, resolution.evidence)
    return Why(WhyStep.OUTLET, _WITHOUT_OUTLET[claim.source.kind], claim.source.spans[0] if claim.source.spans else None)


@lru_cache(_REMEMBERED)
def _which(outlet: str, address: str, how: Said, active_to: str | None, is_state_media: bool) -> Said:
    sentence = said("The outlet is {outlet} ({address}): {how}.", outlet=outlet, address=address, how=how)
    closed = said("It was active until {day}.", day=active_to) if active_to else ""
    state = _STATE_MEDIA if is_state_media else ""
    return joined((sentence, closed, state), " ") if closed or state else sentence


def _rating(resolution: Resolution, standing: Standing, rated_after: bool, article: Article) -> Why | None:
    outlet, rating = resolution.outlet, standing.rating
    if outlet is None:
        return None
    if rating is None:
        return Why(WhyStep.RATING, said("No rater of your table rates {outlet}.", outlet=outlet.name))
    sentences: list[str] = [_rates(_rater(rating), (standing.inherited_from or outlet).name, _scope(rating), *_figures(rating))]
    if rating.scope.since or rating.scope.until:
        when = when_in_words(article.published.date() if article.published else None)
        sentences.append(said("That is its rating {when}.", when=when))
    if rating.provenance.status is RatingStatus.MINE and rating.rater.precedence:
        sentences.append(explained_anew(rating.provenance.reason))  # by criteria of the reader's own: what they came to
    if standing.inherited_from:
        parent = standing.inherited_from.name
        sentences.append(said("{outlet} takes over the rating of {parent}.", outlet=outlet.name, parent=parent))
    if rated_after:
        sentences.append(_RATED_AFTER)
    if standing.disagreement:
        others = joined((joined((_rater(other), _value(*_figures(other))), " ") for other in standing.others), "; ")
        sentences.append(said("Others differ by two tiers or more: {others}.", others=others))
    return Why(WhyStep.RATING, joined(sentences, " ") if len(sentences) > 1 else sentences[0])


@lru_cache(_REMEMBERED, typed=True)
def _rates(rater: str, outlet: str, scope: str, tier: Tier, score: float | None, original: str, day: date | None) -> Said:
    value = _value(tier, score, original, day)
    if scope:
        return said("{rater} rates {outlet} ({scope}) {value}.", rater=rater, outlet=outlet, scope=scope, value=value)
    return said("{rater} rates {outlet} {value}.", rater=rater, outlet=outlet, value=value)


def _rater(rating: Rating) -> str:
    return _YOURS if rating.rater.precedence == 0 else rating.rater.title


def _scope(rating: Rating) -> str:
    return "" if rating.scope.is_whole else scope_in_words(rating.scope, EXPLAINED)


def _figures(rating: Rating) -> tuple[Tier, float | None, str, date | None]:
    told = rating.provenance
    original = counted_anew(told.original) if told.status is RatingStatus.MINE else told.original
    return rating.tier, rating.score, original, told.rated_on


@lru_cache(_REMEMBERED, typed=True)
def _value(tier: Tier, score: float | None, original: str, day: date | None) -> str:
    value: str = tier.label if score is None else said("{tier}, {score:.0f} of 100", tier=tier.label, score=score)
    if not original:
        return value
    if day:
        return said("{value} (given as “{original}”, {day})", value=value, original=original, day=day)
    return said("{value} (given as “{original}”)", value=value, original=original)


def _rule(resolution: Resolution, standing: Standing, role: Role) -> Why:
    return Why(WhyStep.RULE, _what_decides(resolution, standing, role))


def _what_decides(resolution: Resolution, standing: Standing, role: Role) -> Said:
    outlet = resolution.outlet
    if resolution.platform is not None:
        return _OFF_SCALE[OutletKind.PLATFORM]
    if outlet is None:
        return _BY_SOURCE[role]
    if outlet.kind in _OFF_SCALE:
        return _OFF_SCALE[outlet.kind]
    if standing.rating is None or standing.rating.tier is Tier.UNRATED:
        return _NEUTRAL
    return _BY_OWN if standing.rating.rater.precedence == 0 else _BY_ORDER
