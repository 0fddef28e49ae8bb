"""Any other list: rows with named columns, read by a mapping that the user makes once and may keep."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from credibility.floor.language import said
from credibility.model import OutletKind, Rater, RatingError
from credibility.model.lists import ColumnMapping, ListEntry, ReadList
from credibility.outlets.lists.cells import addresses, country, day, is_absent, is_month_first, yes_or_no
from credibility.outlets.lists.reading import Row, address, number, read_rows
from credibility.outlets.lists.unknown.labels import is_satire
from credibility.outlets.lists.words import label as plain_label

_FRONT = frozenset({"news", "home", "en", "index.html", "index.htm", "index.php", "default.aspx", "home.html"})


@dataclass(frozen=True, slots=True)
class _Plan:
    """A mapping with what is worked out once for all rows."""

    mapping: ColumnMapping
    labels: Mapping[str, float] = field(default_factory=dict)
    month_first: bool = False


def read_table(text: str, rows: Sequence[Row], mapping: ColumnMapping, rater: Rater) -> ReadList:
    """Read rows by a mapping. RatingError when the mapping cannot rate anything."""
    check_mapping(mapping)
    labels = {plain_label(label): score for label, score in mapping.labels}
    dates = (row.text(mapping.rated_on) for row in rows) if mapping.rated_on else ()
    plan = _Plan(mapping, labels, is_month_first(dates))
    return read_rows(text, rater, rows, lambda row: _entries(row, plan))


def check_mapping(mapping: ColumnMapping) -> None:
    """Raise RatingError when the mapping does not say which outlet a row is about, or what it is worth."""
    if not (mapping.address or mapping.name):
        raise RatingError(said("The mapping lacks a column."), said("Say which column holds the outlet's address, or its name."))
    if not mapping.rates:
        raise RatingError(
            said("The mapping lacks a column for the rating."),
            said("Say which column holds the score or the label, or what it means that an outlet is listed."),
        )
    if mapping.score and not math.isfinite(mapping.highest - mapping.lowest):
        raise RatingError(said("The scale has no end."), said("Give figures for the worst and the best score."))
    if mapping.score and mapping.lowest == mapping.highest:
        raise RatingError(said("The scale has no length."), said("Give different figures for the worst and the best score."))


def _entries(row: Row, plan: _Plan) -> Iterator[ListEntry]:
    mapping = plan.mapping
    key, *also = _keys(row, mapping)
    original, score = _rating(row, plan)
    rated_on, told = _date(row, plan)
    yield ListEntry(
        row.line,
        key,
        score,
        original,
        row.text(mapping.name) if mapping.name else "",
        kind=OutletKind.SATIRE if score is None else None,
        country=country(row.text(mapping.country)) if mapping.country else None,
        reason="; ".join(filter(None, (row.text(mapping.reason) if mapping.reason else "", _evidence(row, mapping), told))),
        url=row.text(mapping.url) or None if mapping.url else None,
        rated_on=rated_on,
        also=tuple(dict.fromkeys(also)),
    )


def _keys(row: Row, mapping: ColumnMapping) -> list[str]:
    """The addresses of the row's outlet, the first of which keys it; "" where the outlet is to be found by its name."""
    found = addresses(row.cells.get(mapping.address)) if mapping.address else []
    if not found and mapping.name and row.text(mapping.name):
        return [""]
    if not found and not mapping.address:
        raise ValueError(said("the row has no name"))
    return [_of_front_page(address(text)) for text in found or [""]]


def _of_front_page(key: str) -> str:
    """The site's key for a front page such as example.org/news or example.org/index.html, which is not a part of the site."""
    host, _, path = key.partition("/")
    return host if path and all(part in _FRONT for part in path.split("/")) else key


def _rating(row: Row, plan: _Plan) -> tuple[str, float | None]:
    """The row's own words for its rating, and the score they mean; None for satire, which says what an outlet is."""
    mapping = plan.mapping
    if not (mapping.score or mapping.label):
        return _by_criteria(row, mapping) if mapping.listed is None else ("listed", mapping.listed)
    original = row.text(mapping.score or mapping.label)
    if mapping.label and (score := plan.labels.get(plain_label(original))) is not None:
        return original, score
    if is_absent(original):
        raise ValueError(said("the row has no rating: “{original}”", original=original) if original else said("the row has no rating"))
    if mapping.score:
        low, high = mapping.lowest, mapping.highest
        value = number(original, min(low, high), max(low, high))
        return original, round((value - low) / (high - low) * 100, 4)
    if is_satire(original):
        return original, None
    raise ValueError(said("the label “{original}” has no score in the mapping", original=original))


def _by_criteria(row: Row, mapping: ColumnMapping) -> tuple[str, float]:
    """The weight of the criteria that are met out of the weight of those that are answered."""
    answers = [(yes_or_no(row.text(column)), weight) for column, weight in mapping.criteria if weight > 0]
    total = sum(weight for answer, weight in answers if answer is not None)
    if not total:
        raise ValueError(said("none of the criteria is answered"))
    met = sum(weight for answer, weight in answers if answer)
    return f"{met:g} of {total:g}", round(met / total * 100, 4)


def _evidence(row: Row, mapping: ColumnMapping) -> str:
    """The criteria in words: "met: Careful sourcing, Owner named; not met: Corrections made"."""
    answers = [(column, yes_or_no(row.text(column))) for column, _ in mapping.criteria]
    met = ", ".join(column for column, answer in answers if answer)
    missed = ", ".join(column for column, answer in answers if answer is False)
    return "; ".join(filter(None, (f"met: {met}" if met else "", f"not met: {missed}" if missed else "")))


def _date(row: Row, plan: _Plan) -> tuple[date | None, str]:
    """When the row was rated; what cannot be read as a date is kept in words, because it must not cost the rating."""
    text = row.text(plan.mapping.rated_on) if plan.mapping.rated_on else ""
    read = day(text, month_first=plan.month_first)
    return read, "" if read or is_absent(text) else f"rated “{text[:60]}”"
