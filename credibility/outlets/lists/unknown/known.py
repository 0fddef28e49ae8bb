"""What a mapping makes of the outlets that the table already rates: a scale read the wrong way round shows itself by them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from credibility.floor.language import joined, said
from credibility.model import Outlet, Rater, Rating, RatingError, Tier
from credibility.model.lists import ColumnMapping, KnownOutlet, ListEntry, ScaleCheck
from credibility.outlets.lists.cells import addresses
from credibility.outlets.lists.finding import find_outlets
from credibility.outlets.lists.reading import Row, address
from credibility.outlets.lists.unknown.columns import Kind, columns_in
from credibility.outlets.lists.unknown.table import read_table
from credibility.outlets.registry import OutletRegistry, canonical_key

_SHOWN = 5
_MOST_ROWS = 300
_BEST_KNOWN = 40
_FEWEST = 3  # outlets by which a scale can be judged
_FAR = 2  # tiers
_NO_RATER = Rater("check", "", 0)
_ODD_COLUMNS = {
    Kind.POLITICAL: said("“{column}” looks like a political scale. Where an outlet stands says nothing about how reliable it is."),
    Kind.RANK: said("“{column}” looks like a rank, not like a rating."),
    Kind.COUNT: said("“{column}” looks like a count, not like a rating."),
    Kind.DATE: said("“{column}” looks like a date, not like a rating."),
}


@dataclass(frozen=True, slots=True)
class _Compared:
    outlet: Outlet
    score: float
    present: Rating


def known_rows(rows: Sequence[Row], mapping: ColumnMapping, registry: OutletRegistry) -> tuple[Row, ...]:
    """Up to 300 rows about outlets that the table rates; a row that only has a name may be about one."""
    found = []
    for row in rows:
        if not mapping.address or any(_is_rated(text, registry) for text in addresses(row.cells.get(mapping.address))):
            found.append(row)
            if len(found) == _MOST_ROWS:
                break
    return tuple(found)


def check_scale(rows: Sequence[Row], known: Sequence[Row], mapping: ColumnMapping, registry: OutletRegistry) -> ScaleCheck:
    """The ends of the mapping's scale, up to five well-known outlets as they would come out, and a warning if they contradict the table.

    `known` are the rows that `known_rows` picked from `rows`.
    """
    best, worst = _ends(mapping)
    try:
        entries = read_table("", known, mapping, _NO_RATER).entries
    except RatingError:
        return ScaleCheck(best, worst)
    compared = tuple(_compared(entries, registry))
    shown = tuple(KnownOutlet(each.outlet.name, Tier.of_score(each.score), each.present.tier) for each in _spread(compared))
    return ScaleCheck(best, worst, shown, _odd_column(rows, mapping) or _contradiction(compared))


def _is_rated(text: str, registry: OutletRegistry) -> bool:
    try:
        return bool(registry.ratings_of(registry.locators.get(canonical_key(address(text)), "")))
    except (ValueError, RatingError):
        return False


def _compared(entries: Sequence[ListEntry], registry: OutletRegistry) -> Iterator[_Compared]:
    for found in find_outlets(entries, registry):
        outlet, score = registry.outlet(found.slug), found.entry.score
        present = next((each for each in registry.ratings_of(found.slug) if each.scope.is_whole and each.score is not None), None)
        if outlet is not None and score is not None and present is not None:
            yield _Compared(outlet, score, present)


def _spread(compared: Sequence[_Compared]) -> list[_Compared]:
    """Five outlets from the best to the worst score, of those that are known by most names and raters."""
    famous = sorted(compared, key=lambda each: len(each.outlet.names), reverse=True)[:_BEST_KNOWN]
    famous.sort(key=lambda each: each.score, reverse=True)
    if len(famous) <= _SHOWN:
        return famous
    return [famous[round(place * (len(famous) - 1) / (_SHOWN - 1))] for place in range(_SHOWN)]


def _ends(mapping: ColumnMapping) -> tuple[str, str]:
    if mapping.score:
        return f"{mapping.highest:g}", f"{mapping.lowest:g}"
    if mapping.label and mapping.labels:
        ordered = sorted(mapping.labels, key=lambda pair: pair[1])
        return f"“{ordered[-1][0]}”", f"“{ordered[0][0]}”"
    return "", ""


def _odd_column(rows: Sequence[Row], mapping: ColumnMapping) -> str:
    chosen = mapping.score or mapping.label
    kind = columns_in(rows, (chosen,))[0].kind if chosen else Kind.OTHER
    return said(_ODD_COLUMNS[kind], column=chosen) if kind in _ODD_COLUMNS else ""


def _contradiction(compared: Sequence[_Compared]) -> str:
    """A warning when better-rated outlets come out worse, or most outlets two tiers or more away; "" otherwise."""
    if len(compared) < _FEWEST:
        return ""
    signs = [_sign(one, other) for one, other in combinations(compared, 2)]
    far = [each for each in compared if abs(Tier.of_score(each.score).value - each.present.tier.value) >= _FAR]
    told = joined((_in_words(each) for each in sorted(far, key=lambda each: -len(each.outlet.names))[:_FEWEST]), "; ")
    if sum(signs) < 0 and not told:
        return said("This contradicts the ratings in your table. Is the scale the other way round?")
    if sum(signs) < 0:
        return said("This contradicts the ratings in your table: {outlets}. Is the scale the other way round?", outlets=told)
    if 2 * len(far) > len(compared):
        return said(
            "{far} of {compared} outlets that your table rates would come out two tiers or more away: {outlets}.",
            far=len(far),
            compared=len(compared),
            outlets=told,
        )
    return ""


def _sign(one: _Compared, other: _Compared) -> int:
    product = (one.score - other.score) * ((one.present.score or 0) - (other.present.score or 0))
    return (product > 0) - (product < 0)


def _in_words(each: _Compared) -> str:
    return said(
        "{outlet} would be {tier}, {rater} says {present}",
        outlet=each.outlet.name,
        tier=Tier.of_score(each.score).label,
        rater=each.present.rater.title,
        present=each.present.tier.label,
    )
