"""How far two filled-in datasheets agree: shares, and Krippendorff's alpha for nominal data.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), https://repository.upenn.edu/asc_papers/43. The
library of that name is under the GPL, which this project is not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from credibility.annotations.datasheets.sheet import FACETS

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class FacetAgreement:
    """How two sheets agree on one facet.

    `compared` rows are answered in both, `same` of them alike. `alpha` is 1 for full agreement, 0 for what chance would give, and
    None where it is not defined: when nothing was compared, or only one answer occurs. `differing` are the row numbers with both answers.
    """

    facet: str
    compared: int
    same: int
    alpha: float | None
    differing: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SheetAgreement:
    """The agreement on each facet; `only_first` and `only_second` are statements that one sheet alone has."""

    facets: tuple[FacetAgreement, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def agreement(first: Rows, second: Rows) -> SheetAgreement:
    """Compare two sheets row by row. Rows belong together by their claim, or by their statement where a sheet has lost that column."""
    keys = "claim" if _has_claims(first) and _has_claims(second) else "statement"
    one, other = _by(keys, first), _by(keys, second)
    shared = [key for key in one if key in other]
    return SheetAgreement(
        tuple(_facet(facet, [(one[key], other[key]) for key in shared]) for facet in FACETS),
        tuple(row["statement"] for key, row in one.items() if key not in other),
        tuple(row["statement"] for key, row in other.items() if key not in one),
    )


def _has_claims(rows: Rows) -> bool:
    return all(row.get("claim") for row in rows)


def _by(column: str, rows: Rows) -> dict[str, Mapping[str, str]]:
    return {_folded(row[column]): row for row in rows}


def _facet(facet: str, pairs: Sequence[tuple[Mapping[str, str], Mapping[str, str]]]) -> FacetAgreement:
    units = [(_folded(one.get(facet, "")), _folded(other.get(facet, ""))) for one, other in pairs]
    answered = [(one, other) for one, other in units if one and other]
    differing = tuple(
        (row.get("number", ""), row[facet], other[facet])
        for (row, other), (mine, yours) in zip(pairs, units, strict=True)
        if mine and yours and mine != yours
    )
    same = len(answered) - len(differing)
    return FacetAgreement(facet, len(answered), same, alpha(units), differing)


def _folded(text: str) -> str:
    """An answer without what does not make it another one: case, spaces, quotation marks, an article in front, a full stop."""
    plain = " ".join(re.sub(r"[“”„«»\"'’‘.]", "", text).casefold().split())
    return re.sub(r"^(?:the|a|an) (?=\S)", "", plain)


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data; a unit holds one value per observer, "" where it has none. None where it is not defined."""
    coincidences: defaultdict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        values = [value for value in unit if value]
        if len(values) > 1:
            for pair in permutations(values, 2):
                coincidences[pair] += 1 / (len(values) - 1)
    totals: defaultdict[str, float] = defaultdict(float)
    for (value, _), weight in coincidences.items():
        totals[value] += weight
    count = sum(totals.values())
    expected = count**2 - sum(total**2 for total in totals.values())
    if not expected:
        return None
    observed = sum(weight for (one, other), weight in coincidences.items() if one != other)
    return 1 - (count - 1) * observed / expected
