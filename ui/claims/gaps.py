"""What the article leaves open: outlets it cites that nobody has rated."""

from credibility.floor.language import tr_of
from credibility.model import Outlet, OutletKind, Reading

OFF_SCALE = (OutletKind.SATIRE, OutletKind.PLATFORM)


def cited_outlets(reading: Reading) -> tuple[Outlet, ...]:
    """The outlets that carried claims of the article, in order of first mention."""
    seen = {rated.resolution.outlet.slug: rated.resolution.outlet for rated in reading.claims if rated.resolution.outlet}
    return tuple(seen.values())


def outlets_of(reading: Reading) -> tuple[Outlet, ...]:
    """The outlets of an article: those that carried claims of it, then who published it."""
    outlets = (*cited_outlets(reading), *filter(None, (reading.publisher,)))
    return tuple({outlet.slug: outlet for outlet in outlets}.values())


def unrated_outlets(reading: Reading) -> tuple[Outlet, ...]:
    """Those of the cited outlets that could have a rating and have none, the well-known ones first.

    How well known an outlet is, is told by how many names and addresses the table has of it; else the order of first mention stays.
    """
    rated = {claim.resolution.outlet.slug for claim in reading.claims if claim.resolution.outlet and claim.rating}
    unrated = [outlet for outlet in cited_outlets(reading) if outlet.slug not in rated and outlet.kind not in OFF_SCALE]
    return tuple(sorted(unrated, key=lambda outlet: -len(outlet.names) - len(outlet.locators)))


def gap_words(reading: Reading) -> str:
    """Such as "4 of 12 cited outlets are unrated"; "" when none is."""
    unrated, cited = len(unrated_outlets(reading)), len(cited_outlets(reading))
    if not unrated:
        return ""
    return (
        tr_of(cited, "1 of {count} cited outlet is unrated", "1 of {count} cited outlets is unrated")
        if unrated == 1
        else tr_of(
            cited, "{unrated} of {count} cited outlet are unrated", "{unrated} of {count} cited outlets are unrated", unrated=unrated
        )
    )
