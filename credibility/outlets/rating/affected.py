"""Which outlets stand otherwise after ratings were edited: those whose own ratings changed, or whose parent's or section's did."""

from collections.abc import Callable
from itertools import compress
from operator import is_, is_not

from credibility.model import Outlet
from credibility.outlets.registry import OutletRegistry


def stands_otherwise(before: OutletRegistry, after: OutletRegistry) -> Callable[[Outlet | None], bool]:
    """A test whether the standing of an outlet, None for a claim without one, may differ between two states of one table.

    Both have the same outlets and addresses. A claim's link may lead to a section of its outlet, which is rated for itself.
    """
    if before.raters != after.raters:
        return lambda outlet: outlet is not None
    changed = _changed(before, after)
    touched = {slug[:end] for slug in changed for end in _ends(slug)}
    if not touched:
        return lambda _outlet: False
    return lambda outlet: outlet is not None and (outlet.slug in touched or _parent(outlet, after) in touched)


def _parent(outlet: Outlet, registry: OutletRegistry) -> str | None:
    return registry.outlets.get(outlet.slug, outlet).parent


def _changed(before: OutletRegistry, after: OutletRegistry) -> set[str]:
    """The outlets whose ratings are not the same objects. An edit copies the table, so that mostly both are in the same order."""
    old, new = before.ratings, after.ratings
    if len(old) == len(new) and all(map(is_, old, new)):
        return set(compress(new, map(is_not, old.values(), new.values())))
    return {slug for slug in {*old, *new} if old.get(slug) is not new.get(slug)}


def _ends(slug: str) -> list[int]:
    """Where the address of an outlet and those of which it is a section end: `gazette.example/uk` and `gazette.example`."""
    return [*(place for place, letter in enumerate(slug) if letter == "/"), len(slug)]
