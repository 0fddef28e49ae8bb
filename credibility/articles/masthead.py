"""Title, byline, date, publisher, language and address of a web page, each from the best place that has it.

Order: schema.org JSON-LD, meta tags, what is written on the page. Publishers' JSON-LD keeps the time zone and the full author list.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import pairwise

from credibility.articles.addresses import web_address
from credibility.articles.dates import date_of
from credibility.articles.dom import Element, signature, words_of
from credibility.articles.draft import Masthead
from credibility.articles.folding import squeeze
from credibility.articles.jsonld import LinkedData, linked_data
from credibility.articles.segments import tokens_of
from credibility.articles.selection import Hints
from credibility.model import SavedPage

_DATE_TAGS = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate"),
    *("cxenseparse:recs:publishtime", "publish-date", "publishdate", "publication_date", "date", "dc.date", "dc.date.issued"),
    *("dcterms.created", "article.published", "og:published_time", "rnews:datepublished", "timestamp", "article:modified_time"),
)
_AUTHOR_TAGS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "article:author_name",
    "cxenseparse:author",
)
_TITLE_TAGS = ("og:title", "twitter:title", "dc.title", "parsely-title")
_TITLE_SPLIT = re.compile(r"\s+(?:[|·•»›–—:]|-{1,2}|::)\s+")
_SEPARATOR_FIRST = re.compile(r"\s*[|·•»›–—:*-]")
_SEPARATOR_LAST = re.compile(r"[|·•»›–—:*-]\s*$")
_BYLINE_NAME = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+", re.I)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author(?:s|-?names?)?|submitted)(?:$|[\s_-])", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself: its raw tree, its meta tags (lower-case name to values) and its JSON-LD."""

    root: Element
    tags: Mapping[str, list[str]]
    data: LinkedData

    @classmethod
    def of(cls, root: Element) -> "Head":
        """Read a raw tree, before anything is taken out of it."""
        return cls(root, _meta_tags(root), linked_data(root))


def masthead_of(head: Head, page: SavedPage) -> Masthead:
    """The masthead of a page."""
    root, tags, data = head.root, head.tags, head.data
    canonical = _canonical(root, page.url)
    url, url_from = _address(page, canonical, tags, data)
    publisher = _publisher(tags, data)
    return Masthead(
        title=_title(root, tags, data, publisher),
        byline=_byline(root, tags, data, publisher),
        published=_published(root, tags, data),
        publisher=publisher,
        language=_language(root, tags, data),
        url=url,
        url_from=url_from,
        canonical=canonical,
    )


def hints_of(head: Head) -> Hints:
    """What helps to tell headline, standfirst and byline from the text."""
    titles = [*(words_of(element) for element in head.root.iter("h1")), *head.data.texts("headline"), *head.tags.get("og:title", ())]
    summaries = [*head.tags.get("description", ()), *head.tags.get("og:description", ()), *head.data.texts("description")]
    pairs = [tokens for summary in summaries for tokens in pairwise(tokens_of(summary))]
    authors = " ".join([*head.data.texts("author"), *head.tags.get("author", ())])
    return Hints(frozenset(tokens_of(title) for title in titles if title), frozenset(pairs), frozenset(tokens_of(authors)))


def _meta_tags(root: Element) -> dict[str, list[str]]:
    """The page's meta tags: lower-case name to its values in order."""
    tags: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = squeeze(unescape(element.get("content") or ""))
        if name and value:
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _first(tags: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _canonical(root: Element, url: str | None) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return web_address(link.get("href"), url)
    return None


def _address(page: SavedPage, canonical: str | None, tags: Mapping[str, list[str]], data: LinkedData) -> tuple[str | None, str | None]:
    """The page's address and where it was found; what the container recorded is best, for it is what the reader saw."""
    candidates = [(page.url, page.url_from), (canonical, "canonical"), (_first(tags, ("og:url", "twitter:url")), "og:url")]
    candidates += [(address, "json-ld") for field in ("mainEntityOfPage", "url", "@id") for address in data.addresses(field)]
    for url, source in candidates:
        if address := web_address(url):
            return address, source
    return None, None


def _publisher(tags: Mapping[str, list[str]], data: LinkedData) -> str | None:
    return (
        _first(tags, ("og:site_name",))
        or data.text("publisher")
        or _first(tags, ("application-name", "dc.publisher", "article:publisher_name"))
        or None
    )


def _without_site(title: str, publisher: str | None, known: Iterable[str]) -> str:
    """The title without the site's name at its end (or start), as the page's other titles or its publisher show it."""
    for whole in known:
        around = title.removeprefix(whole), title.removesuffix(whole)
        if len(whole) >= 8 and title != whole and (_SEPARATOR_FIRST.match(around[0]) or _SEPARATOR_LAST.search(around[1])):
            return whole
    parts = _TITLE_SPLIT.split(title)
    if len(parts) > 1 and publisher:
        name = re.sub(r"\W", "", publisher).lower()
        for part in (parts[-1], parts[0]):
            plain = re.sub(r"\W", "", part).lower()
            if plain and (plain in name or name in plain):
                at = title.find(part)
                return (title[len(part) :] if at == 0 else title[:at]).strip(" |·•»›–—:-")
    return title


def _title(root: Element, tags: Mapping[str, list[str]], data: LinkedData, publisher: str | None) -> str:
    """The headline: as the page is shared, as its JSON-LD states it, as it stands on the page, in this order (measured: see the bench)."""
    heads = [words for element in root.iter("h1") if (words := squeeze(words_of(element)))]
    page_title = root.find(".//title")
    whole = squeeze(page_title.text_content()) if page_title is not None else ""
    stated = list(data.texts("headline"))
    shared = [title for name in _TITLE_TAGS for title in tags.get(name, ())]
    return next((found for title in (*shared, *stated, *heads, whole) if (found := _without_site(title, publisher, [*heads, *stated]))), "")


def _published(root: Element, tags: Mapping[str, list[str]], data: LinkedData) -> datetime | None:
    candidates = [*data.texts("datePublished"), *data.texts("dateCreated")]
    candidates += [value for name in _DATE_TAGS for value in tags.get(name, ())]
    candidates += [
        element.get("datetime") or element.get("content") or words_of(element) for element in root.xpath(".//*[@itemprop='datePublished']")
    ]
    candidates += [element.get("datetime") or words_of(element) for element in root.iter("time")]
    return next((found for words in candidates if (found := date_of(words))), None)


def _is_name(words: str) -> bool:
    return (
        2 <= len(words) <= 120 and "://" not in words and "@" not in words and not words.startswith(("www.", "/")) and not words.isdecimal()
    )


def _byline(root: Element, tags: Mapping[str, list[str]], data: LinkedData, publisher: str | None) -> str | None:
    """The authors by name; the publisher's own name only when nobody else is named anywhere."""
    house = {tokens_of(name) for name in (publisher, *data.texts("publisher")) if name}
    places = [list(data.texts("author") or data.texts("creator")), *(tags.get(tag, []) for tag in _AUTHOR_TAGS), _written_byline(root)]
    found: list[list[str]] = []
    for place in places:
        names = [_BYLINE_NAME.sub("", name).strip(" ,;|") for name in dict.fromkeys(place) if _is_name(name)]
        found.append([name for name in dict.fromkeys(names) if name])
    persons = next((names for names in found if names and not all(_is_house(name, house) for name in names)), None)
    return ", ".join(persons or next(filter(None, found), [])) or None


def _is_house(name: str, house: set[tuple[str, ...]]) -> bool:
    """Whether a name is the publisher's: the same words, or its address."""
    plain = "".join(tokens_of(name))
    return any(plain == "".join(words) or (len(plain) >= 3 and plain.startswith("".join(words))) for words in house)


def _written_byline(root: Element) -> list[str]:
    """Names from the page's own byline: links to an author first, then an element that is called so."""
    for path in (".//a[@rel='author']", ".//*[@itemprop='author']//*[@itemprop='name']", ".//*[@itemprop='author']"):
        names = [words for element in root.xpath(path) if _is_name(words := squeeze(words_of(element)))]
        if names:
            return names[:8]
    for element in root.iter("p", "div", "span", "address", "a"):
        if _BYLINE_CLASS.search(signature(element)):
            words = squeeze(words_of(element))
            if _is_name(words) and len(words.split()) <= 10:
                return [words]
    return []


def _language(root: Element, tags: Mapping[str, list[str]], data: LinkedData) -> str | None:
    found = (
        root.get("lang") or root.get("xml:lang") or _first(tags, ("content-language", "language", "og:locale")) or data.text("inLanguage")
    )
    return found.replace("_", "-").strip() if found and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", found.strip()) else None
