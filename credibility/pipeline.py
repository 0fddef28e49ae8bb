"""The second half of the pipeline, which runs in the program's own process and turns an article with its claims into a reading.

Joins the wings `outlets` and `annotations`. The first half, from file to claims, runs in `sandbox`. Pure: no files, no database, no Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from credibility.annotations.annotate import annotate
from credibility.model import Annotation, Correction, Found, RatedClaim, Reading, ResolvedClaim, ResolvedExcerpt, Role, Style
from credibility.outlets.rating.affected import stands_otherwise
from credibility.outlets.rating.rate import rate, rate_excerpts, rate_publisher
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.corrections import Corrected, correct
from credibility.outlets.resolving.desk import lay_out
from credibility.outlets.resolving.resolve import resolve, resolve_excerpts


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims with their outlets, before rating: the part that stays valid when only ratings change."""

    found: Found
    claims: tuple[ResolvedClaim, ...] = field(repr=False)
    excerpts: tuple[ResolvedExcerpt, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A reading with all that it was made from: the next one takes over the claims that nothing changed for."""

    reading: Reading
    resolved: Resolved = field(repr=False)
    registry: OutletRegistry = field(repr=False)
    corrections: tuple[Correction, ...]
    corrected: Corrected = field(repr=False)
    styles: Mapping[Role, Style] = field(repr=False)
    on: date


def resolve_outlets(found: Found, registry: OutletRegistry) -> Resolved:
    """Find the outlet of every claim and excerpt; a tie stays undecided."""
    article, claims = found.article, found.claims
    desk = lay_out(article, claims, registry)
    excerpts = resolve_excerpts(article, claims, registry, desk)
    return Resolved(found, resolve(article, claims, registry, desk), excerpts)


def seal(
    resolved: Resolved,
    registry: OutletRegistry,
    corrections: tuple[Correction, ...],
    styles: Mapping[Role, Style],
    before: Sealed | None = None,
) -> Sealed:
    """Apply the reader's corrections, rate, annotate and build the reading. Only these steps run again after a rating is edited.

    What `before` holds of the same article is taken from it if neither the claim nor its outlet's ratings have changed since.
    """
    article = resolved.found.article
    before = before if before and _is_comparable(before, resolved, registry, styles) else None
    if before and before.corrections == corrections:
        corrected = before.corrected
    else:
        corrected = correct(resolved.claims, corrections, article, registry)
    excerpts = rate_excerpts(article, resolved.excerpts, registry)
    kept = _kept(before, registry) if before else {}
    new = tuple(one for one in corrected.kept if id(one) not in kept)
    rated = rate(article, new, excerpts, registry)
    made = dict(zip(map(id, new), zip(rated, annotate(article, rated, styles), strict=True), strict=True))
    parts = [kept.get(id(one)) or made[id(one)] for one in corrected.kept]
    publisher, publisher_rating = rate_publisher(article, registry)
    reading = Reading(
        article=article,
        claims=tuple(part[0] for part in parts),
        excerpts=excerpts,
        annotations=tuple(part[1] for part in parts),
        publisher=publisher,
        publisher_rating=publisher_rating,
        rejected=rate(article, corrected.rejected, excerpts, registry),
        unplaced=corrected.unplaced,
        notes=resolved.found.claims.notes,
    )
    return Sealed(reading, resolved, registry, corrections, corrected, styles, date.today())


def _is_comparable(before: Sealed, resolved: Resolved, registry: OutletRegistry, styles: Mapping[Role, Style]) -> bool:
    """Whether all that claims depend on besides the ratings of their outlets is as it was. A rating may end with the day."""
    same_table = before.registry.outlets is registry.outlets and before.registry.locators is registry.locators
    return same_table and before.resolved is resolved and before.styles is styles and before.on == date.today()


def _kept(before: Sealed, registry: OutletRegistry) -> dict[int, tuple[RatedClaim, Annotation]]:
    """What stays of the reading before, by the identity of the resolved claims, which both hold."""
    affected = stands_otherwise(before.registry, registry)
    made = zip(before.corrected.kept, before.reading.claims, before.reading.annotations, strict=True)
    return {id(one): (rated, annotation) for one, rated, annotation in made if not affected(one.resolution.outlet)}
