"""What importing a list would do to the table, row by row. Pure: nothing is written, and the store does exactly this."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from credibility.floor.language import said
from credibility.model import Outlet, OutletKind, Rater, Rating, RatingStatus, Tier
from credibility.model.lists import ImportPreview, ImportStep, ListEntry, PreviewRow, ReadList
from credibility.outlets.lists.finding import find_outlets
from credibility.outlets.lists.newcomers import Namesakes
from credibility.outlets.lists.same_scope import Place, is_same_original, settled
from credibility.outlets.rating.scopes import write_scope
from credibility.outlets.registry import OutletRegistry

OWN = "mine"
"""The user's own rater, as exports name it."""


def preview(read: ReadList, registry: OutletRegistry) -> ImportPreview:
    """Compare every entry with the table. Entries keep their order; of several about one outlet and scope one is written."""
    found = tuple(find_outlets(read.entries, registry))
    entries, slugs = [each.entry for each in found], [each.slug for each in found]
    stated = [(slug, rater_of(entry, read).slug, entry.scope) for entry, slug in zip(entries, slugs, strict=True)]
    known = _ratings_of({read.rater.slug, *(rater for _, rater, _ in stated)}, registry)
    entries, places = map(list, zip(*settled(entries, stated, known), strict=True)) if entries else ([], [])
    chosen = _choose(entries, places, known)
    namesakes = Namesakes(entries, registry)
    rows = []
    for index, (entry, slug, place) in enumerate(zip(entries, slugs, places, strict=True)):
        if not slug:
            rows.append(PreviewRow(entry, ImportStep.UNDECIDED, "", note=found[index].problem))
        elif chosen[place] != index:
            first = entries[chosen[place]]
            note = said("line {line} ({address}) speaks of the same", line=first.line, address=first.key)
            rows.append(PreviewRow(entry, ImportStep.MERGE, slug, note=note))
        else:
            row = _row(entry, slug, known.get(place), read, registry)
            rows.append(replace(row, note=namesakes.note(entry)) if row.is_new_outlet and not row.note else row)
    gone = [rating for place, rating in known.items() if place not in chosen and rating.provenance.status is RatingStatus.IMPORTED]
    return ImportPreview(read, tuple(rows), tuple(sorted(gone, key=lambda rating: (rating.outlet, write_scope(rating.scope)))))


def rater_of(entry: ListEntry, read: ReadList) -> Rater:
    """Who gave an entry's rating: the list's rater, unless the row says otherwise."""
    return entry.rater or read.rater


def _choose(entries: Sequence[ListEntry], places: Sequence[Place], known: Mapping[Place, Rating]) -> dict[Place, int]:
    """Which entry decides for an outlet and scope: what the table has already, a row's own address, the outlet's main one."""
    chosen: dict[Place, int] = {}

    def rank(index: int) -> tuple[bool, bool, bool, int]:
        before = known.get(places[index])
        return (
            before is None or not is_same_original(entries[index], before),
            entries[index].weak,
            entries[index].key != places[index][0],
            index,
        )

    for index, place in enumerate(places):
        if place not in chosen or rank(index) < rank(chosen[place]):
            chosen[place] = index
    return chosen


def _ratings_of(raters: Set[str], registry: OutletRegistry) -> Mapping[Place, Rating]:
    ratings = ((slug, rating) for slug, group in registry.ratings.items() for rating in group if rating.rater.slug in raters)
    return {(slug, rating.rater.slug, rating.scope): rating for slug, rating in ratings}


def _row(entry: ListEntry, slug: str, before: Rating | None, read: ReadList, registry: OutletRegistry) -> PreviewRow:
    outlet = registry.outlet(slug)
    if entry.score is None:
        return _kind_row(entry, slug, outlet)
    if outlet is not None and outlet.kind is OutletKind.PLATFORM and not read.rates_platforms:
        return PreviewRow(entry, ImportStep.SKIP, slug, note=said("a platform: the list's figure says nothing of what is published on it"))
    if before is not None and _is_same(entry, before):
        return PreviewRow(entry, ImportStep.SAME, slug, before=before)
    if entry.rater is not None and entry.rater.slug == OWN:
        return _own_row(entry, slug, before, outlet)
    if note := _conflict(entry, slug, registry):
        return PreviewRow(entry, ImportStep.CONFLICT, slug, before=before, note=note)
    step = ImportStep.ADD if before is None else ImportStep.CHANGE
    also = said("also adds the address {addresses}", addresses=", ".join(entry.also)) if entry.also and outlet is not None else ""
    return PreviewRow(entry, step, slug, outlet is None, before, also)


def _is_same(entry: ListEntry, before: Rating) -> bool:
    """Whether the table has this rating already. The starter's own score for the same value stays: of platforms, it was chosen by hand."""
    if not is_same_original(entry, before):
        return False
    return before.provenance.status is RatingStatus.STARTER or round(before.score or 0, 1) == round(entry.score or 0, 1)


def _own_row(entry: ListEntry, slug: str, before: Rating | None, outlet: Outlet | None) -> PreviewRow:
    """A rating of the user's own out of an export comes back where there is none, and replaces none."""
    if before is None:
        return PreviewRow(entry, ImportStep.ADD, slug, outlet is None, note=said("becomes your own rating again"))
    return PreviewRow(entry, ImportStep.SKIP, slug, before=before, note=said("your own rating stays as it is"))


def _conflict(entry: ListEntry, slug: str, registry: OutletRegistry) -> str:
    """That the user rates the same differently; "" otherwise."""
    mine = next((rating for rating in registry.ratings.get(slug, ()) if rating.rater.precedence == 0 and rating.scope == entry.scope), None)
    is_other = mine is not None and mine.tier is not Tier.of_score(entry.score)
    return said("you rate it {tier}; your rating stays in force", tier=mine.tier.label) if mine is not None and is_other else ""


def _kind_row(entry: ListEntry, slug: str, outlet: Outlet | None) -> PreviewRow:
    """A row that only tells what an outlet is fills a gap; it does not overrule the table."""
    if outlet is None:
        return PreviewRow(entry, ImportStep.ADD, slug, is_new_outlet=True)
    if entry.kind is None or outlet.kind is entry.kind:
        return PreviewRow(entry, ImportStep.SAME, slug)
    if outlet.kind is OutletKind.UNKNOWN:
        return PreviewRow(entry, ImportStep.CHANGE, slug, note=said("becomes {kind}", kind=entry.kind.label))
    note = said("the list says {listed}, the table {kept}", listed=entry.kind.label, kept=outlet.kind.label)
    return PreviewRow(entry, ImportStep.SKIP, slug, note=note)
