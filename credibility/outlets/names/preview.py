"""What one name of an outlet would match in a text under a rule: every place it stands, and whether it counts there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from credibility.model import Outlet, OutletName
from credibility.model.edited import NamePlace
from credibility.outlets.names.hits import find_names
from credibility.outlets.names.surfaces import level, without_article
from credibility.outlets.registry import OutletRegistry, with_outlets

_AROUND = 60  # code points shown on either side of a name


def with_name(registry: OutletRegistry, outlet: Outlet, name: OutletName) -> OutletRegistry:
    """The registry with this name of the outlet under this rule, and with all its other names."""
    others = tuple(each for each in outlet.names if each.text != name.text)
    return with_outlets(registry, {outlet.slug: replace(outlet, names=(*others, name))}, {})


def places_in(text: str, registry: OutletRegistry, slug: str, name: OutletName, title: str = "", most: int = 50) -> Iterator[NamePlace]:
    """Where the name stands in a text, and whether `registry`, as `with_name` returns it, takes it for the outlet there.

    The first `most` places, in text order. A place inside a longer name of another outlet does not count.
    """
    bare, _ = without_article(level(name.text))
    if not bare:
        return
    found = {hit.span.start: hit for hit in find_names(text, registry)}
    levelled = level(text)
    for number, match in enumerate(re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", levelled)):
        if number == most:
            return
        hit = found.get(match.start())
        counts = hit is not None and hit.span.end == match.end() and hit.outlet is not None and hit.outlet.slug == slug
        start, end = match.span()
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        yield NamePlace(" ".join(before.split("\n")[-1:]), text[start:end], after.split("\n")[0], counts, title)
