"""Sentences about claims and ratings: pure functions from values to words, shared by list, card and tooltip."""

from collections.abc import Mapping

from credibility.floor.language import capital, said, shown, tr
from credibility.floor.polarities import polarity_sentence, polarity_words
from credibility.floor.raters import short_name
from credibility.floor.sources import kind_beside_tier, source_words
from credibility.model import Claim, QuoteKind, RatedClaim, Rating, Role, SourceTintError, Span, Style

ATTITUDE = said("wish or plan")
ATTITUDE_MEANING = said("The source wants, plans, expects or believes this; it does not report it as fact.")
MEANING = said("The colour rates the outlet’s record as one rater sees it — never the truth of the claim.")


def content_words(rated: RatedClaim, text: str) -> str:
    """The content of a claim with its parts joined by an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in rated.claim.content)


def quoted_content(rated: RatedClaim, text: str) -> str:
    """The content, in quotation marks only where the article quotes it; those are the article's own where it has some."""
    words = content_words(rated, text)
    return f"“{words}”" if rated.claim.quote is QuoteKind.DIRECT and words[:1] not in "“\"„«‘'‚" else words


def claim_title(rated: RatedClaim, text: str) -> str:
    """What a claim is listed under: its outlet, or the source where no outlet carried it."""
    outlet = rated.resolution.outlet
    return outlet_title(outlet.name) if outlet else capital(shown(source_words(rated.claim.source, text)))


def outlet_title(name: str) -> str:
    """An outlet's name where it begins a line: "The Guardian"."""
    return name[:1].upper() + name[1:]


def score_words(rating: Rating | None) -> str:
    """Tier and score, such as "Generally reliable · 72 of 100"."""
    if rating is None:
        return tr("Unrated")
    tier = tr(rating.tier.label)
    return tier if rating.score is None else f"{tier} · {_points(rating.score)}"


def _points(score: float) -> str:
    return tr("{score:.0f} of 100", score=score)


def standing(rated: RatedClaim, styles: Mapping[Role, Style]) -> str:
    """The role in words, with what the outlet had it from; of what is not asserted, what it is instead."""
    if not rated.claim.asserted:
        return tr(polarity_words(rated.claim))
    words = tr(styles[rated.role].label)
    if rated.resolution.outlet and (had_from := kind_beside_tier(rated.claim)):
        words = f"{words} · {tr(had_from)}"
    return f"{words} · {shown(ATTITUDE)}" if rated.claim.attitude else words


def rated_by(rated: RatedClaim) -> str:
    """Whose rating decided what a claim is drawn as, such as "rated by PC1"; "" where none did."""
    decided = rated.rating and rated.role.on_scale and rated.claim.asserted
    return tr("rated by {rater}", rater=short_name(rated.rating.rater)) if rated.rating and decided else ""


def tier_line(rated: RatedClaim, styles: Mapping[Role, Style]) -> str:
    """How a claim stands in one line of the card: "High · anonymous official · 88 of 100 · Wikipedia RSP"."""
    words = [standing(rated, styles)]
    if rated.rating and rated.claim.asserted and rated.role.on_scale:
        words += [_points(rated.rating.score)] if rated.rating.score is not None else []
        words.append(tr("your own rating") if rated.rating.rater.precedence == 0 else shown(short_name(rated.rating.rater)))
    return " · ".join(words)


def standing_beside_title(rated: RatedClaim, text: str, styles: Mapping[Role, Style]) -> str:
    """The role in words where the title stands beside it; what the title has said already ("No source named") is not said twice."""
    if tr(styles[rated.drawn].label).lower() == claim_title(rated, text).lower():
        return shown(ATTITUDE) if rated.claim.attitude else ""
    return standing(rated, styles)


def claim_in_a_line(rated: RatedClaim, styles: Mapping[Role, Style]) -> str:
    """One sentence for tooltips: who carried it and how that outlet stands."""
    outlet = rated.resolution.outlet
    if outlet:
        return f"{outlet_title(outlet.name)} — {', '.join(filter(None, (standing(rated, styles), rated_by(rated))))}"
    meaning = polarity_sentence(rated.claim) or (ATTITUDE_MEANING if rated.claim.attitude else styles[rated.role].meaning)
    return f"{standing(rated, styles)}: {tr(meaning)}"


READER = "reader"
FOUND_BY = {
    "rule": said("Found by a rule"),
    "tagger": said("Found by the tagger, which learned from examples"),
    "rule and tagger": said("Found by a rule and the tagger"),
}
SURENESS = ((0.9, said("very sure")), (0.75, said("sure")), (0.6, said("fairly sure")), (0.0, said("unsure")))


def found_words(claim: Claim) -> str:
    """What found a claim and how sure it is, such as "Found by a rule and the tagger: very sure (96 of 100)"; "" when that is not known.

    A rule that the tagger was not asked about has no doubts, so no figure is given for it.
    """
    if not claim.found_by:
        return ""
    if claim.found_by == READER:
        return tr("You marked this claim.")
    words = shown(FOUND_BY[claim.found_by]) if claim.found_by in FOUND_BY else tr("Found by {what}", what=claim.found_by)
    if claim.found_by == "rule" and claim.confidence >= 1:
        return words
    sure = next(name for least, name in SURENESS if claim.confidence >= least)
    return f"{words}: {shown(sure)} ({_points(claim.confidence * 100)})"


def complaint_words(error: Exception) -> str:
    """What went wrong and what to do about it."""
    return f"{tr(error.reason)} {tr(error.advice)}".strip() if isinstance(error, SourceTintError) else str(error)


def folded(words: str) -> str:
    """Words as they are compared with what somebody typed: in small letters, those of Turkish too."""
    return words.replace("İ", "i").casefold()


def evidence_spans(rated: RatedClaim) -> tuple[Span, ...]:
    """The words that made this a claim: source and cue."""
    return (*rated.claim.source.spans, *rated.claim.cue.spans)
