"""The article and the works it cites as bibliographic items, in the terms of CSL-JSON.

A work is cited where a claim rests on a link, or where the article republishes a titled piece. An outlet that is only named ("the Guardian
reported") is no work: what it published is not known. Nothing is invented: a linked page whose title the article does not give
has a title in square brackets, as bibliographies write one that was supplied.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from credibility.floor.web import web_address
from credibility.model import RatedClaim, Reading, ResolvedBy

Item = dict[str, Any]

_NAME = re.compile(r"[^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){1,4}")
_LONGEST_ANCHOR = 80


def works(reading: Reading) -> list[Item]:
    """The article first, then what it cites in order of first mention. Each address is listed once."""
    items = [_article(reading)]
    items += _linked(reading)
    items += _republished(reading)
    taken: set[str] = set()
    for item in items:
        item["id"] = _unique(item["id"], taken)
    return items


def _article(reading: Reading) -> Item:
    article = reading.article
    publisher = reading.publisher.name if reading.publisher else article.publisher
    return _filled(
        {
            "id": _key(publisher or article.byline or "article", article.published, article.title),
            "type": "article-newspaper" if reading.publisher else "webpage",
            "title": article.title or "[Untitled article]",
            "author": [{"literal": name} for name in authors(article.byline)],
            "container-title": publisher,
            "issued": _day(article.published),
            "URL": web_address(article.canonical) or web_address(article.url),
            "language": article.language,
        }
    )


def _linked(reading: Reading) -> list[Item]:
    """The pages that claims rest on, with the numbers of those claims."""
    anchors = {url: link.span.of(reading.article.text) for link in reading.article.links if (url := web_address(link.url))}
    found: dict[str, tuple[RatedClaim, list[int]]] = {}
    for number, rated in enumerate(reading.claims, 1):
        for url in _addresses(rated):
            found.setdefault(url, (rated, []))[1].append(number)
    items = []
    for url, (rated, numbers) in found.items():
        outlet = rated.resolution.outlet if web_address(rated.resolution.url) == url and rated.resolution.by is ResolvedBy.LINK else None
        container = outlet.name if outlet else (urlsplit(url).hostname or "").removeprefix("www.")
        words = " ".join(anchors.get(url, "").split())
        shown = words if len(words) <= _LONGEST_ANCHOR else words[:_LONGEST_ANCHOR].rsplit(" ", 1)[0] + " …"
        title = f"[Page linked as “{shown}”]" if shown else f"[Page of {container}]"
        note = f"Cited for {'claim' if len(numbers) == 1 else 'claims'} {', '.join(map(str, numbers))}"
        items.append(
            {"id": _key(container, None, shown), "type": "webpage", "title": title, "container-title": container, "URL": url, "note": note}
        )
    return items


def _addresses(rated: RatedClaim) -> Iterator[str]:
    slots = (slot.url for slot in rated.claim.slots)
    yield from dict.fromkeys(url for each in (rated.resolution.url, *slots) if (url := web_address(each)))


def _republished(reading: Reading) -> list[Item]:
    return [
        _filled(
            {
                "id": _key(item.name or "excerpt", None, item.excerpt.title),
                "type": "article-newspaper",
                "title": item.excerpt.title,
                "author": [{"literal": name} for name in authors(item.excerpt.author)],
                "container-title": item.outlet.name if item.outlet else item.name,
                "note": "Republished in the article",
            }
        )
        for item in reading.excerpts
        if item.excerpt.title
    ]


def authors(byline: str | None) -> list[str]:
    """The names in a byline; the whole byline as one where its parts do not look like names."""
    whole = " ".join((byline or "").split())
    bare = re.sub(r"^by\s+", "", whole, flags=re.IGNORECASE)
    parts = [part for part in re.split(r"\s*(?:[,;&]|\band\b)\s*", bare) if part]
    if parts and all(_NAME.fullmatch(part) and part[0].isupper() for part in parts):
        return parts
    return [bare] if bare else []


def _day(moment: datetime | None) -> Item | None:
    return {"date-parts": [[moment.year, moment.month, moment.day]]} if moment else None


def _key(who: str, when: datetime | None, title: str | None) -> str:
    """A citation key of plain ASCII: "courier2026bridge"."""
    words = re.findall(r"[a-z0-9]+", (title or "").lower())
    word = next((word for word in words if len(word) > 3), "")
    return re.sub(r"[^a-z0-9]+", "", who.lower())[:20] + (str(when.year) if when else "") + word or "work"


def _unique(key: str, taken: set[str]) -> str:
    chosen, number = key, 1
    while chosen in taken:
        number += 1
        chosen = f"{key}-{number}"
    taken.add(chosen)
    return chosen


def _filled(item: Item) -> Item:
    return {key: value for key, value in item.items() if value}
