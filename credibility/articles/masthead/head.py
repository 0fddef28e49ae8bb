"""A page's metadata: its meta tags, canonical link, window title and JSON-LD."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from credibility.articles.extraction.dom import Element
from credibility.articles.masthead.jsonld import LinkedData, linked_data
from credibility.articles.text.folding import squeeze

_LINKED_DATA = re.compile(r"ld\+json", re.I)
_NAMES = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Head:
    """A page's meta tags (lower-case name to values in order), canonical address, window title and JSON-LD."""

    tags: Mapping[str, list[str]]
    canonical: str | None
    title: str
    data: LinkedData

    def first(self, *names: str) -> str | None:
        """The first value of the first of these meta tags that the page has."""
        return next((self.tags[name][0] for name in names if name in self.tags), None)


def head_of(root: Element) -> Head:
    """The metadata of a parsed page, wherever in the page it is."""
    canonical = (link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    scripts = (script.text or "" for script in root.iter("script") if _LINKED_DATA.search(script.get("type") or ""))
    title = root.find(".//title")
    return Head(
        tags=_meta_tags(root),
        canonical=next(filter(None, canonical), None),
        title="" if title is None else squeeze(title.text_content()),
        data=linked_data(scripts),
    )


def _meta_tags(root: Element) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = next(filter(None, map(meta.get, _NAMES)), "").strip().lower()
        value = squeeze(unescape(meta.get("content") or meta.get("value") or ""))  # some programs write "value"
        if name and value:
            tags.setdefault(name, []).append(value)
    return tags
