"""A page's metadata: its meta tags, canonical link, window title and JSON-LD.

BeautifulSoup reads them. It is given only those elements, because it takes three times as long as lxml for a whole page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup
from lxml import etree

from credibility.articles.extraction.dom import Element
from credibility.articles.masthead.jsonld import LinkedData, linked_data
from credibility.articles.text.folding import squeeze

_TELLING = ("meta", "link", "title", "script")
_CANONICAL = re.compile(r"^canonical$", re.I)
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
    telling = (element for element in root.iter(*_TELLING) if element.tag != "script" or _LINKED_DATA.search(element.get("type") or ""))
    markup = "".join(etree.tostring(element, encoding="unicode", method="html", with_tail=False) for element in telling)
    soup = BeautifulSoup(markup, "lxml")
    canonical = soup.find("link", rel=_CANONICAL, href=True)
    scripts = [script.get_text() for script in soup.find_all("script")]
    return Head(
        tags=_meta_tags(soup),
        canonical=str(canonical["href"]) if canonical else None,
        title=squeeze(soup.title.get_text()) if soup.title else "",
        data=linked_data(scripts),
    )


def _meta_tags(soup: BeautifulSoup) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in soup.find_all("meta"):
        name = next((str(meta[name]) for name in _NAMES if meta.get(name)), "").strip().lower()
        value = squeeze(unescape(str(meta.get("content") or meta.get("value") or "")))  # some programs write "value"
        if name and value:
            tags.setdefault(name, []).append(value)
    return tags
