"""What the address of a link tells by itself: an article of another site, or a page that reports nothing."""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from credibility.floor.sites import same_site

_DAY = r"/(?:19|20)\d\d/(?:\d{1,2}|[a-z]{3})/|\d{5,}"
_DATED = re.compile(rf"{_DAY}|\.(?:html?|cms|ece|stm)$")
_OF_A_DAY = re.compile(_DAY)
_LONG_SLUG = re.compile(r"/(?:[^/-]+-){2,}[^/-]+(?:/|$)")
_SLUG = re.compile(r"-|\d")
_STEM = 5
_SHORTEST_WORD = 4
_EXPLAINING = frozenset({"facts", "faq"})  # anywhere in a slug


def reports_elsewhere(url: str, home: str | None, no_reports: Collection[str]) -> bool:
    """Whether an address may lead to a report of another site: not a front page, and no section that explains, lists or sells."""
    parts = _parts(url)
    if parts is None or same_site(url, home):
        return False
    return bool(_SLUG.search(parts.path) or _DATED.search(parts.path)) and not _names_no_report(parts.path, no_reports)


def is_article(url: str) -> bool:
    """Whether an address has the form of an article's: a date, a long number, or a slug of several words."""
    parts = _parts(url)
    return parts is not None and bool(_DATED.search(parts.path) or _LONG_SLUG.search(parts.path))


def leads_to_no_report(url: str, no_reports: Collection[str]) -> bool:
    """Whether an address leads to a section that explains, lists or sells: "/topics/", "/recipes/", "…-guide"."""
    parts = _parts(url)
    return parts is not None and _names_no_report(parts.path, no_reports)


def stems(words: str) -> set[str]:
    """The beginnings of the longer words."""
    return {word[:_STEM] for word in re.split(r"[^a-z]+", words.lower()) if len(word) >= _SHORTEST_WORD}


def slug_stems(url: str) -> set[str]:
    """The beginnings of the words in an address's path, which are mostly a headline."""
    parts = _parts(url)
    return stems(parts.path) if parts else set()


def _names_no_report(path: str, no_reports: Collection[str]) -> bool:
    """Whether the first or last words of the slug say so ("what-is-a-delta", "larnwick-guide"), or a section of what has no date."""
    segments = [segment for segment in path.lower().split("/") if segment]
    words = segments[-1].split("-") if segments else []
    if len(words) > 1 and (words[-1] in no_reports or "-".join(words[:2]) in no_reports or not _EXPLAINING.isdisjoint(words)):
        return True
    return not _OF_A_DAY.search(path) and any(segment in no_reports for segment in segments)


def _parts(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None
