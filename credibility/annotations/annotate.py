"""Turn rated claims into annotations: the last pure step before a reading is sealed."""

from collections.abc import Callable, Mapping

from credibility.floor.dates import day_in_words
from credibility.floor.language import Said, joined, said
from credibility.floor.passages.selectors import describe
from credibility.floor.polarities import polarity_sentence, polarity_words
from credibility.floor.raters import title_of
from credibility.floor.sources import credential_lines, kind_beside_tier, source_words
from credibility.floor.web import web_address
from credibility.model import Annotation, Article, RatedClaim, Role, Style

STATEMENT = said(
    "Colour rates the outlet's record, as the rater named beside it sees it. "
    "It says nothing about whether this claim is true, and nothing about the article as a whole."
)
"""Shown wherever SourceTint colours something: legend, details card, PDF."""

_WHY = said("Why this colour")


def target_of(article: Article) -> str:
    """What annotations of an article are about: its address, else its text."""
    return web_address(article.canonical) or web_address(article.url) or f"urn:sha256:{article.fingerprint}"


def annotate(article: Article, claims: tuple[RatedClaim, ...], styles: Mapping[Role, Style]) -> tuple[Annotation, ...]:
    """One annotation per claim, in text order; the body is the claim's note in words."""
    target = target_of(article)
    return tuple(
        Annotation(
            id=f"claim-{rated.id}",
            target=target,
            selectors=tuple(describe(span, article.text) for span in rated.claim.content),
            body=note(rated, styles[rated.drawn], article.text),
            tags=(rated.drawn.value, rated.claim.source.kind.value),
        )
        for rated in claims
    )


def carrier(rated: RatedClaim, text: str) -> str:
    """What a claim is listed under: its outlet, or its source as `source_words` gives it; `text` is the article's text."""
    return rated.resolution.outlet.name if rated.resolution.outlet else source_words(rated.claim.source, text)


def chain_words(rated: RatedClaim) -> str:
    """Who carried a claim, outermost first: "The Guardian › an official"."""
    return joined((link.name for link in rated.chain), " › ")


def note(rated: RatedClaim, style: Style, text: str, tell: Callable[[str], str] = str) -> str:
    """The popup text of a claim: chain, title and justification of its source, rating, why this colour, and the disclaimer.

    `text` is the article's text. It is in English for other programs, or with `shown` for `tell` in the reader's language.
    """
    chain = " › ".join(tell(link.name) for link in rated.chain)
    told = (*credential_lines(rated.claim.source, text), rating_line(rated, style), *rating_doubts(rated))
    steps = (f"{number}. {tell(why.text)}" for number, why in enumerate(rated.why, 1))
    return "\n".join((*filter(None, (chain, *map(tell, told))), "", tell(_WHY), *steps, "", tell(STATEMENT)))


def rating_doubts(rated: RatedClaim) -> tuple[Said, ...]:
    """What else to know of a claim's rating: that other raters say otherwise, that it is younger than the article."""
    others = (joined((title_of(other.rater), other.tier.label), ": ") for other in rated.others)
    differ = said("Raters disagree about this outlet: {ratings}.", ratings=joined(others, "; ")) if rated.disagreement else None
    later = said("The rating was made after the article was published.") if rated.rated_after else None
    return tuple(doubt for doubt in (differ, later) if doubt)


def rating_line(rated: RatedClaim, style: Style) -> Said:
    """Tier, score and rater of a claim's outlet in one line, or the role's label and meaning when no rating decides."""
    rating = rated.rating
    if not rated.claim.asserted:
        polarity = polarity_words(rated.claim)
        return said("{label} ({polarity}). {sentence}", label=style.label, polarity=polarity, sentence=polarity_sentence(rated.claim))
    if rating is None:
        return said("{label}. {meaning}", label=style.label, meaning=style.meaning)
    tier, told, provenance = rating.tier.label, kind_beside_tier(rated.claim), rating.provenance
    rated_as = joined((tier, told), " · ") if told else tier
    dated = said(", {day}", day=day_in_words(provenance.rated_on)) if provenance.rated_on else ""
    more = said("{dated}: {reason}", dated=dated, reason=provenance.reason) if provenance.reason else dated
    if rating.score is None:
        return said("{tier}, by {rater}{more}", tier=rated_as, rater=title_of(rating.rater), more=more)
    return said("{tier} ({score:g} of 100), by {rater}{more}", tier=rated_as, score=rating.score, rater=title_of(rating.rater), more=more)
