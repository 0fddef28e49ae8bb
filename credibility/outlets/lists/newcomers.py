"""Outlets that a list brings into the table. Their names must not spoil the search for the names that are there.

A name that the table or another newcomer bears, and a single word, stay out of the text search (rule ``never``): nobody has
looked at whether "Forum" or "Who" may stand for an outlet.
"""

import re
from collections import Counter
from collections.abc import Iterable

from credibility.floor.language import said
from credibility.model import NameRule, Outlet, OutletKind, OutletName
from credibility.model.lists import ListEntry
from credibility.outlets.addresses.urls import outlet_of_host
from credibility.outlets.entries import kind_of_key
from credibility.outlets.names.surfaces import level, without_article
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.starter import Locator

_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_QUALIFIED = re.compile(r"\(|\s[–—-]\s|/|\|")


def newcomers(entries: Iterable[ListEntry], registry: OutletRegistry) -> tuple[tuple[Outlet, tuple[Locator, ...]], ...]:
    """One outlet with its locators per new address; of several entries of one address the first with a name decides."""
    by_key: dict[str, ListEntry] = {}
    for entry in entries:
        if entry.key not in by_key or (entry.name and not by_key[entry.key].name):
            by_key[entry.key] = entry
    borne = Counter(_surface(entry.name) for entry in by_key.values() if entry.name)
    return tuple((_outlet(entry, borne, registry), locators_of(key, (key, *entry.also))) for key, entry in by_key.items())


def locators_of(slug: str, keys: Iterable[str]) -> tuple[Locator, ...]:
    """The addresses of an outlet as the table holds them."""
    return tuple(Locator(slug, kind_of_key(key), key) for key in dict.fromkeys(keys))


def _outlet(entry: ListEntry, borne: Counter[str], registry: OutletRegistry) -> Outlet:
    parent = outlet_of_host(entry.key.partition("/")[0], registry)
    name = entry.name or entry.key
    return Outlet(
        entry.key,
        name,
        entry.kind or OutletKind.UNKNOWN,
        entry.country,
        entry.language,
        parent=parent.slug if parent else None,
        names=(OutletName(name, rules=(_rule(name, entry, borne, registry),)),),
    )


class Namesakes:
    """Says of a new outlet when its name is already another's, so that it is found by its address only."""

    def __init__(self, entries: Iterable[ListEntry], registry: OutletRegistry) -> None:
        self._registry = registry
        self._keys: dict[str, dict[str, None]] = {}
        for entry in entries:
            if entry.name:
                self._keys.setdefault(_surface(entry.name), {})[entry.key] = None

    def note(self, entry: ListEntry) -> str:
        """Which outlet of the table or of the list has the name too; "" when there is none."""
        if not entry.name:
            return ""
        surface = _surface(entry.name)
        others = [bearer.slug for bearer in self._registry.names.bearers.get(surface, ())]
        others += [key for key in self._keys[surface] if key != entry.key]
        if not others:
            return ""
        return said("“{name}” is also the name of {other}: only its address is looked for", name=entry.name, other=others[0])


def _rule(name: str, entry: ListEntry, borne: Counter[str], registry: OutletRegistry) -> NameRule:
    surface = _surface(name)
    if not entry.name or borne[surface] > 1 or surface in registry.names.bearers or _QUALIFIED.search(name):
        return NameRule.NEVER
    distinctive = " " in surface or "." in surface or bool(_INNER_CAPITAL.search(surface))
    return NameRule.PLAIN if distinctive and surface[:1].isupper() else NameRule.NEVER


def _surface(name: str) -> str:
    return without_article(level(name.strip()))[0]
