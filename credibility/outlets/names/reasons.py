"""Why words are taken for an outlet's name, or left undecided: what a mention says of itself."""

from collections.abc import Sequence

from credibility.floor.language import Said, said
from credibility.model import Outlet
from credibility.outlets.names.surfaces import Bearer


def introduced(short: str) -> Said:
    """Of an abbreviation that the article introduces in brackets."""
    return said("“{words}” was introduced as its abbreviation", words=short)


def address(host: str) -> Said:
    """Of a domain written out as a name."""
    return said("“{address}” is its address", address=host)


def chosen(surface: str, outlet: Outlet, standing: Sequence[Bearer]) -> Said:
    """Of a name that means one outlet, of all that bear it."""
    namesakes = len({bearer.slug for bearer in standing})
    if namesakes < 2:
        return said("“{words}” is a name of {outlet}", words=surface, outlet=outlet.name)
    return said(
        "“{words}” is a name of {outlet}, the one of {namesakes} outlets so called that fits this article",
        words=surface,
        outlet=outlet.name,
        namesakes=namesakes,
    )


def undecided(surface: str, outlets: Sequence[Outlet]) -> Said:
    """Of a name that several outlets bear, or one for which nothing speaks."""
    described = ", ".join(f"{outlet.name} ({outlet.country or outlet.slug})" for outlet in outlets)
    if len(outlets) == 1:
        return said("“{words}” may be {outlet}, but no fuller name and no country in the article says so", words=surface, outlet=described)
    return said("“{words}” is a name of {outlets}; nothing in the article decides between them", words=surface, outlets=described)
