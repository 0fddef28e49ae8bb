"""Articles as news databases print them (Nexis and others): labelled lines above and below the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from credibility.articles.draft import Masthead
from credibility.articles.masthead.dates import date_of

_COUNT = re.compile(r"^\d+ of \d+ documents?$", re.I)
_LABEL = re.compile(r"^(?P<name>[A-Z][A-Za-z-]{2,20}(?: [A-Z][a-z]+)?):\s*(?P<value>.*)$")
_ABOVE = frozenset(
    ("byline", "section", "length", "dateline", "highlight", "headline", "source", "copyright", "journal-code", "series", "edition")
)
_BELOW = frozenset(
    (
        *(
            "load-date",
            "language",
            "publication-type",
            "document-type",
            "subject",
            "graphic",
            "geographic",
            "classification",
            "organization",
        ),
        *(
            "person",
            "company",
            "ticker",
            "industry",
            "city",
            "state",
            "country",
            "correction-date",
            "correction",
            "acc-no",
            "doc-id",
            "notes",
        ),
        "transmission-date",
    )
)
_END = re.compile(r"^(?:end of document|all rights reserved\.?|copyright \d{4} .{2,80}|body|\d+ of \d+ documents?)$", re.I)
_COPYRIGHT = re.compile(r"^Copyright \d{4} .{2,80}$", re.I)
_MOST_ABOVE = 20
_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Printout:
    """A database's printout: its masthead and the paragraphs of the article."""

    masthead: Masthead
    paragraphs: Sequence[str]


def printout_of(paragraphs: Sequence[str]) -> Printout | None:
    """The article in a printout; None for any other text."""
    labels = {place: name for place, line in enumerate(paragraphs[:_MOST_ABOVE]) if (name := _name(line)) in _ABOVE}
    if len(labels) < _FEWEST_LABELS or "length" not in labels.values():
        return None
    start = max(labels) + 1
    start += start < len(paragraphs) and paragraphs[start].strip().lower() == "body"
    stop = next((place for place in range(start, len(paragraphs)) if _is_below(paragraphs[place])), len(paragraphs))
    lines = [line for place, line in enumerate(paragraphs[:start]) if place not in labels and not _END.match(line)]
    values = {name: paragraphs[place].partition(":")[2].strip() for place, name in labels.items()}
    return Printout(_masthead(lines, values), paragraphs[start:stop])


def _name(line: str) -> str:
    found = _LABEL.match(line)
    return found["name"].lower() if found else ""


def _is_below(line: str) -> bool:
    return _name(line) in _BELOW or _COPYRIGHT.match(line) is not None or line.lower() == "end of document"


def _masthead(lines: Sequence[str], values: dict[str, str]) -> Masthead:
    """Older printouts state publication, date and headline in this order, newer ones the headline first."""
    dated = next((place for place, line in enumerate(lines) if date_of(line)), None)
    before, after = (list(lines[:dated]), list(lines[dated + 1 :])) if dated is not None else (list(lines), [])
    headline = values.get("headline") or (before[0] if len(before) > 1 else next(iter(after), ""))
    names = [line for line in before if line != headline]
    return Masthead(
        title=headline,
        byline=values.get("byline") or None,
        published=date_of(lines[dated]) if dated is not None else None,
        publisher=next(iter(names), None),
    )
