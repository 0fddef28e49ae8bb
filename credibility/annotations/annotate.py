"""Turn rated claims into annotations: the last pure step before a reading is sealed."""

from collections.abc import Mapping

from credibility.floor.passages.selectors import describe
from credibility.floor.polarities import polarity_sentence, polarity_words
from credibility.floor.sources import credential_lines, kind_beside_tier, source_words
from credibility.floor.web import web_address
from credibility.model import Annotation, Article, RatedClaim, Role, Style

STATEMENT = (
    "Colour rates the outlet's record, as the rater named beside it sees it. "
    "It says nothing about whether this claim is true, and nothing about the article as a whole."
)
"""Shown wherever SourceTint colours something: legend, details card, PDF."""


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


def note(rated: RatedClaim, style: Style, text: str) -> str:
    """The popup text of a claim: chain, title and justification of its source, rating, why this colour, and the disclaimer.

    `text` is the article's text.
    """
    chain = " › ".join(link.name for link in rated.chain)
    lines = [chain, *credential_lines(rated.claim.source, text), rating_line(rated, style)]
    if rated.disagreement:
        lines.append("Raters disagree about this outlet: " + "; ".join(_other(rated)) + ".")
    if rated.rated_after:
        lines.append("The rating was made after the article was published.")
    lines += ["", "Why this colour", *(f"{number}. {why.text}" for number, why in enumerate(rated.why, 1)), "", STATEMENT]
    return "\n".join(lines).strip()


def rating_line(rated: RatedClaim, style: Style) -> str:
    """Tier, score and rater of a claim's outlet in one line, or the role's label and meaning when no rating decides."""
    rating = rated.rating
    if not rated.claim.asserted:
        return f"{style.label} ({polarity_words(rated.claim)}). {polarity_sentence(rated.claim)}"
    if rating is None:
        return f"{style.label}. {style.meaning}"
    score = "" if rating.score is None else f" ({rating.score:g} of 100)"
    dated = f", {rating.provenance.rated_on}" if rating.provenance.rated_on else ""
    reason = f": {rating.provenance.reason}" if rating.provenance.reason else ""
    had_from = f" · {told}" if (told := kind_beside_tier(rated.claim)) else ""
    return f"{rating.tier.label}{had_from}{score}, by {rating.rater.title}{dated}{reason}"


def _other(rated: RatedClaim) -> list[str]:
    return [f"{other.rater.title}: {other.tier.label}" for other in rated.others]
