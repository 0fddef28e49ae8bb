"""Which outlet of the table each entry of a list is about: by its addresses, or by its name where it has none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from credibility.floor.language import said
from credibility.model import NameRule, OutletKind
from credibility.model.lists import ListEntry
from credibility.outlets.lists.words import folded
from credibility.outlets.registry import OutletRegistry, canonical_key

_CANDIDATES_TOLD = 4


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry with the slug of its outlet; without a slug, `problem` says why the outlet is undecided."""

    entry: ListEntry
    slug: str
    problem: str = ""


def find_outlets(entries: Sequence[ListEntry], registry: OutletRegistry) -> Iterator[FoundEntry]:
    """Each entry with its outlet. An entry whose further addresses lead to other outlets comes once for each of them."""
    names: Mapping[str, tuple[str, ...]] | None = None
    taken = {entry.key for entry in entries}
    for each in entries:
        entry = replace(each, also=tuple(key for key in each.also if key not in taken)) if each.also else each
        taken.update(entry.also)
        if not entry.key:
            names = _slugs_by_name(registry) if names is None else names
            yield _by_name(entry, names, registry)
        elif entry.also:
            yield from _by_addresses(entry, registry)
        else:
            yield FoundEntry(entry, _slug(entry, registry))


def _slug(entry: ListEntry, registry: OutletRegistry) -> str:
    """The outlet of this address. A path that the table does not know is an outlet of its own, unless its name is its site's."""
    known = registry.locators.get(canonical_key(entry.key))
    if known or "/" not in entry.key or not entry.name:
        return known or entry.key
    site = registry.outlet(registry.locators.get(canonical_key(entry.key.partition("/")[0]), ""))
    is_site = site is not None and site.kind is not OutletKind.PLATFORM and _plain(entry.name) == _plain(site.name)
    return site.slug if site is not None and is_site else entry.key


def _by_addresses(entry: ListEntry, registry: OutletRegistry) -> Iterator[FoundEntry]:
    """One outlet for the addresses that the table does not know and the first that it does; the others it knows come beside it."""
    keys = (entry.key, *entry.also)
    known = {key: slug for key in keys if (slug := registry.locators.get(canonical_key(key)))}
    unknown = tuple(key for key in keys if key not in known)
    own = known.get(entry.key) or next(iter(known.values()), entry.key)
    first = entry.key if entry.key in known or not known else next(iter(known))
    yield FoundEntry(replace(entry, key=first, also=tuple(key for key in unknown if key != first)), own)
    for slug in dict.fromkeys(known.values()):
        if slug != own:
            key = next(key for key, bearer in known.items() if bearer == slug)
            yield FoundEntry(replace(entry, key=key, also=(), weak=True), slug)


def _by_name(entry: ListEntry, names: Mapping[str, tuple[str, ...]], registry: OutletRegistry) -> FoundEntry:
    slugs = names.get(_plain(entry.name), ())
    if len(slugs) > 1 and entry.country:
        slugs = tuple(slug for slug in slugs if registry.outlets[slug].country == entry.country) or slugs
    elif len(slugs) > 1:
        slugs = tuple(slug for slug in slugs if _is_default(slug, entry.name, registry)) or slugs
    if len(slugs) == 1:
        return FoundEntry(replace(entry, key=slugs[0]), slugs[0])
    if not slugs:
        return FoundEntry(entry, "", said("your table has no outlet called “{name}”", name=entry.name))
    told = ", ".join(slugs[:_CANDIDATES_TOLD])
    return FoundEntry(entry, "", said("“{name}” is the name of several outlets: {outlets}", name=entry.name, outlets=told))


def _is_default(slug: str, name: str, registry: OutletRegistry) -> bool:
    """Whether the name means this outlet where no country is told: its rule asks for none, or names every country with "*"."""
    rules = [known for known in registry.outlets[slug].names if _plain(known.text) == _plain(name)]
    return any("*" in known.context or not {NameRule.NEEDS_COUNTRY, NameRule.NEVER} & {*known.rules} for known in rules)


def _slugs_by_name(registry: OutletRegistry) -> Mapping[str, tuple[str, ...]]:
    """Outlets by what they are called; the outlets whose main name it is come alone."""
    main: dict[str, dict[str, None]] = {}
    other: dict[str, dict[str, None]] = {}
    for slug, outlet in registry.outlets.items():
        main.setdefault(_plain(outlet.name), {})[slug] = None
        for name in outlet.names:
            if NameRule.NEVER not in name.rules or name.text == outlet.name:
                other.setdefault(_plain(name.text), {})[slug] = None
    return {name: tuple(slugs) for name, slugs in {**other, **main}.items()}


def _plain(name: str) -> str:
    plain = " ".join(folded(name).replace("’", "'").split())
    return plain.removeprefix("the ")
