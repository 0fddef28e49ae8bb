"""What a rater's own words, or its figures from one to another, are worth to the user: looked up, and applied to a list."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from credibility.model import Tier
from credibility.model.edited import Band
from credibility.model.lists import ReadList
from credibility.outlets.lists.cells import figure

WORDS_SHOWN = 60
_FIGURES_FROM = 12  # different figures from which they are shown by tier
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\s*[–-]\s*(-?\d+(?:\.\d+)?)")


def range_of(label: str) -> tuple[float, float] | None:
    """The first and last figure of a band such as "40–59"; None for words."""
    found = _RANGE.fullmatch(label.strip())
    return (float(found[1]), float(found[2])) if found and float(found[1]) <= float(found[2]) else None


def score_of(original: str, bands: Mapping[str, float]) -> float | None:
    """The score that the user gave to a rater's words: those themselves first, then the narrowest range with the figure. None for none."""
    if original in bands:
        return bands[original]
    value = figure(original) if original else None
    if value is None:
        return None
    around = [(high - low, bands[label]) for label in bands if (ends := range_of(label)) for low, high in [ends] if low <= value <= high]
    return min(around)[1] if around else None


def with_bands(read: ReadList, bands: Mapping[str, Mapping[str, float]]) -> ReadList:
    """The list with the scores that the user gave to the words of its raters, by rater."""
    if not bands:
        return read
    entries = []
    for entry in read.entries:
        chosen = bands.get((entry.rater or read.rater).slug)
        score = score_of(entry.original, chosen) if chosen and entry.score is not None else None
        entries.append(entry if score is None else replace(entry, score=score))
    return replace(read, entries=tuple(entries))


def words_of(read: ReadList, chosen: Mapping[str, float]) -> tuple[Band, ...]:
    """The words of a list's own rater, or its figures by tier, best first, with what they are worth; none with several raters."""
    if not read.rater.slug or any(entry.rater for entry in read.entries):
        return ()
    worth = with_bands(read, {read.rater.slug: chosen})
    told = zip(read.entries, worth.entries, strict=True)
    return bands_in(((entry.original, now.score) for entry, now in told if entry.original), chosen)


def bands_in(ratings: Iterable[tuple[str, float | None]], chosen: Mapping[str, float]) -> tuple[Band, ...]:
    """The bands of (original, score) pairs, best first: a row per word, or per tier of figures where these are many.

    Those that the user chose are shown as they are, also where no rating has them.
    """
    told: dict[str, list[float]] = {}
    for original, score in ratings:
        if score is not None:
            told.setdefault(original, []).append(score)
    groups = _grouped(told, chosen)
    most = sorted(groups.items(), key=lambda pair: -len(pair[1]))[:WORDS_SHOWN]
    rows = [(label, [score for original in originals for score in told[original]]) for label, originals in most]
    best_first = sorted(rows, key=lambda row: chosen.get(row[0], sum(row[1]) / max(1, len(row[1]))), reverse=True)
    return tuple(_band(label, scores, chosen) for label, scores in best_first)


def _grouped(told: Mapping[str, Sequence[float]], chosen: Mapping[str, float]) -> dict[str, list[str]]:
    """The rater's words by the label of their band."""
    groups: dict[str, list[str]] = {label: [] for label in chosen}
    rest: list[str] = []
    for original in told:
        own = next((label for label in chosen if score_of(original, {label: 0.0}) is not None), None)
        (rest if own is None else groups[own]).append(original)
    figures = {original: value for original in told if (value := figure(original)) is not None}
    are_figures = len(told) > _FIGURES_FROM and len(figures) == len(told)
    return groups | (_by_tier(rest, told, figures) if are_figures else {original: [original] for original in rest})


def _by_tier(originals: Iterable[str], told: Mapping[str, Sequence[float]], figures: Mapping[str, float]) -> dict[str, list[str]]:
    """Figures from the lowest to the highest of each tier."""
    tiers: dict[Tier, list[str]] = {}
    for original in sorted(originals, key=lambda original: figures[original]):
        tiers.setdefault(Tier.of_score(told[original][0]), []).append(original)
    ends = ((figures[group[0]], figures[group[-1]], group) for group in tiers.values())
    return {f"{low:g}–{high:g}" if low < high else group[0]: group for low, high, group in ends}


def _band(label: str, scores: Sequence[float], chosen: Mapping[str, float]) -> Band:
    score = chosen.get(label, scores[0] if len(set(scores)) == 1 else None)
    return Band(label, score, len(scores), label in chosen)
