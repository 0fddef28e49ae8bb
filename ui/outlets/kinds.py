"""The kinds of outlets in the reader's words."""

from collections.abc import Mapping

from credibility.floor.language import said, shown
from credibility.model import OutletKind

KINDS: Mapping[OutletKind, str] = {
    OutletKind.NEWS: said("news"),
    OutletKind.AGENCY: said("agency"),
    OutletKind.BROADCASTER: said("broadcaster"),
    OutletKind.MAGAZINE: said("magazine"),
    OutletKind.JOURNAL: said("journal"),
    OutletKind.FACT_CHECKER: said("fact checker"),
    OutletKind.GOV: said("gov"),
    OutletKind.IGO: said("igo"),
    OutletKind.NGO: said("ngo"),
    OutletKind.THINK_TANK: said("think tank"),
    OutletKind.SATIRE: said("satire"),
    OutletKind.PLATFORM: said("platform"),
    OutletKind.AGGREGATOR: said("aggregator"),
    OutletKind.PRESS_RELEASE: said("press release"),
    OutletKind.BLOG: said("blog"),
    OutletKind.POLLSTER: said("pollster"),
    OutletKind.UNKNOWN: said("unknown"),
}
_HYPHENED = {"fact-checker": said("fact-checker"), "think-tank": said("think-tank"), "press-release": said("press-release")}
_IN_THE_TABLE = {**{kind.value: words for kind, words in KINDS.items()}, **_HYPHENED}


def kind_words(kind: OutletKind) -> str:
    """A kind where it is offered: "fact checker"."""
    return shown(KINDS[kind])


def kind_in_the_table(value: str) -> str:
    """A kind as the table writes it: "fact-checker"; what another program wrote there stays as it is."""
    return shown(_IN_THE_TABLE.get(value, value))
