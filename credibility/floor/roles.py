"""The role in which a rating or an outlet is drawn."""

from credibility.model import Outlet, OutletKind, Rating, Role, Tier

ROLE_OF_TIER = {
    Tier.HIGH: Role.HIGH,
    Tier.RELIABLE: Role.RELIABLE,
    Tier.MIXED: Role.MIXED,
    Tier.LOW: Role.LOW,
    Tier.VERY_LOW: Role.VERY_LOW,
    Tier.UNRATED: Role.UNRATED,
}
_ROLE_OF_KIND = {OutletKind.SATIRE: Role.SATIRE, OutletKind.PLATFORM: Role.PLATFORM}


def role_of_outlet(outlet: Outlet, rating: Rating | None) -> Role:
    """The role of an outlet with this rating; satire and platforms have their own roles, off the scale."""
    return _ROLE_OF_KIND.get(outlet.kind) or ROLE_OF_TIER[rating.tier if rating else Tier.UNRATED]
