"""Which outlets an article leans on, as values: what the bar of outlets, the chart and the pills count."""

from collections.abc import Mapping
from dataclasses import dataclass

from credibility.floor.language import tr
from credibility.model import Outlet, RatedClaim, Reading, Role, Style


@dataclass(frozen=True, slots=True)
class OutletUse:
    """An outlet with the claims it carried. `roles` are what they are drawn as, most frequent first: ratings of a section differ."""

    outlet: Outlet
    roles: tuple[Role, ...]
    claims: int
    disagreement: bool

    @property
    def role(self) -> Role:
        """What most of its claims are drawn as."""
        return self.roles[0]

    def standing(self, styles: Mapping[Role, Style]) -> str:
        """Its tier in words; several where its claims fall under several ratings."""
        return ", ".join(tr(styles[role].label) for role in self.roles)


def outlet_uses(reading: Reading) -> tuple[OutletUse, ...]:
    """The outlets that carried asserted claims, those of most claims first, else in order of first mention."""
    carried: dict[str, list[RatedClaim]] = {}
    for rated in reading.claims:
        if rated.resolution.outlet and rated.claim.asserted:
            carried.setdefault(rated.resolution.outlet.slug, []).append(rated)
    uses = [_use(claims) for claims in carried.values()]
    return tuple(sorted(uses, key=lambda use: -use.claims))


def _use(claims: list[RatedClaim]) -> OutletUse:
    roles = [rated.drawn for rated in claims]
    distinct = sorted(dict.fromkeys(roles), key=lambda role: -roles.count(role))
    outlet = claims[0].resolution.outlet
    assert outlet is not None
    return OutletUse(outlet, tuple(distinct), len(claims), any(rated.disagreement for rated in claims))
