"""The one place that joins the wings: a saved page goes in, a sealed reading comes out. Pure: no file, no database, no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from credibility.annotations.annotate import annotate
from credibility.attribution.decide import THRESHOLD
from credibility.attribution.detect import detect
from credibility.attribution.lexicon import Lexicon
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.model import Article, Claims, Correction, RatedClaim, Reading, ResolvedClaim, ResolvedExcerpt, Role, Style
from credibility.outlets.corrections import correct
from credibility.outlets.rate import rate, rate_excerpts, rate_host
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolve import resolve, resolve_excerpts


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the claims detected in it: what stays when the table changes."""

    article: Article
    claims: Claims = field(repr=False)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Claims with their outlets before any rating: what stays when only a rating changes."""

    found: Found
    claims: tuple[ResolvedClaim, ...] = field(repr=False)
    excerpts: tuple[ResolvedExcerpt, ...] = field(repr=False)


def find(
    article: Article,
    lexicon: Lexicon,
    tagged: Sequence[TaggedParagraph] | None = None,
    threshold: float = THRESHOLD,
    attitudes: bool = False,
) -> Found:
    """Detect the claims of an article; by rules alone when the tagger was not asked."""
    return Found(article, detect(article, lexicon, attitudes, tagged, threshold))


def resolve_outlets(found: Found, registry: OutletRegistry) -> Resolved:
    """Pair every claim and excerpt with its outlet; a tie stays undecided."""
    article, claims = found.article, found.claims
    return Resolved(found, resolve(article, claims, registry), resolve_excerpts(article, claims, registry))


def seal(resolved: Resolved, registry: OutletRegistry, corrections: tuple[Correction, ...], styles: Mapping[Role, Style]) -> Reading:
    """Apply the reader's corrections, rate, annotate, seal. The only steps that run again after an edit of a rating."""
    article = resolved.found.article
    kept, rejected = correct(resolved.claims, corrections, article, registry)
    excerpts = rate_excerpts(article, resolved.excerpts, registry)
    claims = rate(article, kept, excerpts, registry)
    host, host_rating = rate_host(article, registry)
    return Reading(
        article=article,
        claims=claims,
        excerpts=excerpts,
        annotations=annotate(article, claims, styles),
        host=host,
        host_rating=host_rating,
        rejected=rate(article, rejected, excerpts, registry),
        notes=resolved.found.claims.notes,
    )


def read_article(article: Article, lexicon: Lexicon, registry: OutletRegistry, styles: Mapping[Role, Style]) -> Reading:
    """The whole road from an article to its reading, without corrections."""
    return seal(resolve_outlets(find(article, lexicon), registry), registry, (), styles)


def without_claims(reading: Reading, keep: frozenset[Role]) -> Reading:
    """The reading with only the claims of these roles: what a filtered view exports."""
    claims: tuple[RatedClaim, ...] = tuple(rated for rated in reading.claims if rated.role in keep)
    kept = {f"claim-{rated.id}" for rated in claims}
    return replace(reading, claims=claims, annotations=tuple(a for a in reading.annotations if a.id in kept))
