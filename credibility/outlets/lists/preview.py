"""What importing a list would do to the table, row by row. Pure: nothing is written, and the store does exactly this."""

from collections.abc import Mapping

from credibility.model import Outlet, OutletKind, Rating, RatingStatus, Scope, Tier
from credibility.model.lists import ImportPreview, ImportStep, ListEntry, PreviewRow, ReadList
from credibility.outlets.registry import OutletRegistry, canonical_key

_Place = tuple[str, Scope]


def preview(read: ReadList, registry: OutletRegistry) -> ImportPreview:
    """Hold every entry against the table. Entries keep their order; of several that speak of one outlet and scope one is written."""
    slugs = [_slug(entry, registry) for entry in read.entries]
    chosen = _choose(read, slugs)
    known = _ratings_of(read.rater.slug, registry)
    rows = []
    for index, (entry, slug) in enumerate(zip(read.entries, slugs, strict=True)):
        place = (slug, entry.scope)
        if chosen[place] != index:
            first = read.entries[chosen[place]]
            rows.append(PreviewRow(entry, ImportStep.MERGE, slug, note=f"line {first.line} ({first.key}) speaks of the same"))
        else:
            rows.append(_row(entry, slug, known.get(place), read, registry))
    withdrawn = tuple(
        rating for place, rating in known.items() if place not in chosen and rating.provenance.status is RatingStatus.IMPORTED
    )
    return ImportPreview(read, tuple(rows), withdrawn)


def _choose(read: ReadList, slugs: list[str]) -> dict[_Place, int]:
    """Which entry speaks for an outlet and scope: a row's own address before a mentioned one, the outlet's main address, the first."""
    chosen: dict[_Place, int] = {}

    def rank(index: int) -> tuple[bool, bool, int]:
        return read.entries[index].weak, read.entries[index].key != slugs[index], index

    for index, entry in enumerate(read.entries):
        place = (slugs[index], entry.scope)
        if place not in chosen or rank(index) < rank(chosen[place]):
            chosen[place] = index
    return chosen


def _slug(entry: ListEntry, registry: OutletRegistry) -> str:
    """The outlet of exactly this address; a path or sub-domain that the table does not know is an outlet of its own."""
    return registry.locators.get(canonical_key(entry.key), entry.key)


def _ratings_of(rater: str, registry: OutletRegistry) -> Mapping[_Place, Rating]:
    return {(slug, rating.scope): rating for slug, ratings in registry.ratings.items() for rating in ratings if rating.rater.slug == rater}


def _row(entry: ListEntry, slug: str, before: Rating | None, read: ReadList, registry: OutletRegistry) -> PreviewRow:
    outlet = registry.outlet(slug)
    if entry.score is None:
        return _kind_row(entry, slug, outlet)
    if outlet is not None and outlet.kind is OutletKind.PLATFORM and not read.rates_platforms:
        return PreviewRow(entry, ImportStep.SKIP, slug, note="a platform: the list's figure says nothing of what is published on it")
    if before is not None and before.score == entry.score and before.provenance.original == entry.original:
        return PreviewRow(entry, ImportStep.SAME, slug, before=before)
    mine = next((rating for rating in registry.ratings.get(slug, ()) if rating.rater.precedence == 0 and rating.scope == entry.scope), None)
    if mine is not None and mine.tier is not Tier.of_score(entry.score):
        note = f"you rate it {mine.tier.label}; your rating stays in force"
        return PreviewRow(entry, ImportStep.CONFLICT, slug, before=before, note=note)
    step = ImportStep.ADD if before is None else ImportStep.CHANGE
    return PreviewRow(entry, step, slug, outlet is None, before)


def _kind_row(entry: ListEntry, slug: str, outlet: Outlet | None) -> PreviewRow:
    """A row that only tells what an outlet is fills a gap; it does not overrule the table."""
    if outlet is None:
        return PreviewRow(entry, ImportStep.ADD, slug, is_new_outlet=True)
    if entry.kind is None or outlet.kind is entry.kind:
        return PreviewRow(entry, ImportStep.SAME, slug)
    if outlet.kind is OutletKind.UNKNOWN:
        return PreviewRow(entry, ImportStep.CHANGE, slug, note=f"becomes {entry.kind.value}")
    return PreviewRow(entry, ImportStep.SKIP, slug, note=f"the list says {entry.kind.value}, the table {outlet.kind.value}")
