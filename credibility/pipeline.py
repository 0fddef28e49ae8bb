"""The second half of the pipeline, which runs in the program's own process and turns an article with its claims into a reading.

Joins the wings `outlets` and `annotations`. The first half, from file to claims, runs in `sandbox`. Pure: no files, no database, no Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from credibility.annotations.annotate import annotate
from credibility.model import Correction, Found, Reading, ResolvedClaim, ResolvedExcerpt, Role, Style
from credibility.outlets.rating.rate import rate, rate_excerpts, rate_publisher
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.corrections import correct
from credibility.outlets.resolving.resolve import resolve, resolve_excerpts


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims with their outlets, before rating: the part that stays valid when only ratings change."""

    found: Found
    claims: tuple[ResolvedClaim, ...] = field(repr=False)
    excerpts: tuple[ResolvedExcerpt, ...] = field(repr=False)


def resolve_outlets(found: Found, registry: OutletRegistry) -> Resolved:
    """Find the outlet of every claim and excerpt; a tie stays undecided."""
    article, claims = found.article, found.claims
    return Resolved(found, resolve(article, claims, registry), resolve_excerpts(article, claims, registry))


def seal(resolved: Resolved, registry: OutletRegistry, corrections: tuple[Correction, ...], styles: Mapping[Role, Style]) -> Reading:
    """Apply the reader's corrections, rate, annotate and build the reading. Only these steps run again after a rating is edited."""
    article = resolved.found.article
    corrected = correct(resolved.claims, corrections, article, registry)
    excerpts = rate_excerpts(article, resolved.excerpts, registry)
    claims = rate(article, corrected.kept, excerpts, registry)
    publisher, publisher_rating = rate_publisher(article, registry)
    return Reading(
        article=article,
        claims=claims,
        excerpts=excerpts,
        annotations=annotate(article, claims, styles),
        publisher=publisher,
        publisher_rating=publisher_rating,
        rejected=rate(article, corrected.rejected, excerpts, registry),
        unplaced=corrected.unplaced,
        notes=resolved.found.claims.notes,
    )
