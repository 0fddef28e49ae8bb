"""Title, byline, date, publisher, language and address of a web page, each from the best source that has it.

Order: schema.org JSON-LD, meta tags, the page's text. Publishers' JSON-LD has the time zone and the full list of authors.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

from credibility.articles.addresses import original_address, web_address
from credibility.articles.draft import Masthead
from credibility.articles.extraction.dom import Element, signature, words_of
from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.masthead.dates import date_in_address, date_of
from credibility.articles.masthead.head import Head
from credibility.articles.masthead.headline import headline_of, site_in
from credibility.articles.text.folding import squeeze
from credibility.model import SavedPage

_DATE_TAGS = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate"),
    *("cxenseparse:recs:publishtime", "publish-date", "publishdate", "publication_date", "date", "dc.date", "dc.date.issued"),
    *("dcterms.created", "article.published", "og:published_time", "rnews:datepublished", "timestamp"),
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
_BYLINE_NAME = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+", re.I)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author(?:s|-?names?)?|submitted|reader-credits)(?:$|[\s_-])", re.I)
_AUTHOR_PAGE = re.compile(r"/(?:authors?|autor(?:en|es|i)?|auteurs?)/(?:\w+/)?[\w.%-]*[a-z][\w.%-]*/?(?:[?#]|$)", re.I)
_ARCHIVE = re.compile(r"^(?:archive\.(?:today|ph|is|li|vn|fo|md|org)|internet archive|wayback machine|perma(?:\.cc)?)$", re.I)
_MOST_AUTHORS = 8
_LONGEST_NAME = 5


def masthead_of(head: Head, root: Element, page: SavedPage) -> Masthead:
    """The masthead of a page, from its head and its tree."""
    canonical = web_address(original_address(head.canonical), page.url)
    url, url_from = _address(page, head, canonical)
    host = urlsplit(url or "").netloc.removeprefix("www.")
    publisher = _publisher(head) or site_in(head.title, host)
    return Masthead(
        title=headline_of(head, root, [name for name in (publisher, host) if name]),
        byline=_byline(head, root, [name for name in (publisher, host.rpartition(".")[0]) if name]),
        published=_published(head, root, (url, canonical)),
        publisher=publisher,
        language=_language(head, root),
        url=url,
        url_from=url_from,
        canonical=canonical,
    )


def hints_of(head: Head, root: Element, byline: str | None) -> Hints:
    """Titles, descriptions and authors, which help to tell headline, standfirst and byline from the text."""
    titles = [*(words_of(element) for element in root.iter("h1")), *head.data.texts("headline"), *head.tags.get("og:title", ())]
    summaries = [*head.tags.get("description", ()), *head.tags.get("og:description", ()), *head.data.texts("description")]
    pairs = [tokens for summary in summaries for tokens in pairwise(tokens_of(summary))]
    authors = " ".join([*head.data.texts("author"), *head.tags.get("author", ()), byline or ""])
    return Hints(frozenset(tokens_of(title) for title in titles if title), frozenset(pairs), frozenset(tokens_of(authors)))


def _address(page: SavedPage, head: Head, canonical: str | None) -> tuple[str | None, str | None]:
    """The page's address and where it was found. The container's record comes first, as the address that the reader visited."""
    candidates = [(page.url, page.url_from), (canonical, "canonical"), (head.first("og:url", "twitter:url"), "og:url")]
    candidates += [(address, "json-ld") for field in ("mainEntityOfPage", "url", "@id") for address in head.data.addresses(field)]
    for url, source in candidates:
        if address := web_address(original_address(url)):
            return address, source
    return None, None


def _publisher(head: Head) -> str | None:
    """The publisher that the page names; the archive that keeps a copy is none."""
    named = [*head.tags.get("og:site_name", ()), *head.data.texts("publisher")]
    named += [value for name in ("application-name", "dc.publisher", "article:publisher_name") for value in head.tags.get(name, ())]
    return next((name for name in named if not _ARCHIVE.match(name)), None)


def _published(head: Head, root: Element, addresses: Sequence[str | None]) -> datetime | None:
    """The date that the page states about itself; else its address's day, with the hour from the page; else what is written on it."""
    stated = [*head.data.texts("datePublished"), *head.data.texts("dateCreated")]
    stated += [value for name in _DATE_TAGS for value in head.tags.get(name, ())]
    stated += [
        element.get("datetime") or element.get("content") or words_of(element) for element in root.xpath(".//*[@itemprop='datePublished']")
    ]
    if found := next(filter(None, map(date_of, stated)), None):
        return found
    written = list(filter(None, (date_of(element.get("datetime") or words_of(element)) for element in root.iter("time"))))
    if day := next(filter(None, map(date_in_address, addresses)), None):
        return next((moment for moment in written if moment.date() == day.date()), day)
    return next(iter([*written, *filter(None, map(date_of, head.tags.get("article:modified_time", ())))]), None)


def _is_name(words: str) -> bool:
    return (
        2 <= len(words) <= 120 and "://" not in words and "@" not in words and not words.startswith(("www.", "/")) and not words.isdecimal()
    )


def _byline(head: Head, root: Element, publishers: Sequence[str]) -> str | None:
    """The authors' names; the publisher's name only if no one else is named anywhere."""
    house = {"".join(tokens_of(name)) for name in (*publishers, *head.data.texts("publisher"))}
    stated = head.data.texts("author") or head.data.texts("creator")
    places = [list(stated), *(head.tags.get(tag, []) for tag in _AUTHOR_TAGS), _written_byline(root)]
    found: list[list[str]] = []
    for place in places:
        names = [_BYLINE_NAME.sub("", name).strip(" ,;|") for name in dict.fromkeys(place) if _is_name(name)]
        found.append([name for name in dict.fromkeys(names) if name])
    persons = next((names for names in found if names and not all(_is_house(name, house) for name in names)), None)
    return ", ".join(persons or next(filter(None, found), [])) or None


def _is_house(name: str, house: set[str]) -> bool:
    """Whether a name is the publisher's or begins with it ("Example Courier staff"), ignoring spaces and punctuation."""
    tokens = tokens_of(name)
    return any("".join(tokens[:end]) in house for end in range(1, len(tokens) + 1))


def _written_byline(root: Element) -> list[str]:
    """Names from the byline on the page: links marked as author or leading to an author's page, else an element with such a class."""
    for path in (".//a[@rel='author']", ".//*[@itemprop='author']//*[@itemprop='name']", ".//*[@itemprop='author']"):
        names = [words for element in root.xpath(path) if _is_name(words := squeeze(words_of(element)))]
        if names:
            return names[:_MOST_AUTHORS]
    return _linked_authors(root)[:_MOST_AUTHORS] or _classed_byline(root)


def _linked_authors(root: Element) -> list[str]:
    """The names that link to an author's page, next to each other."""
    pages = [element for element in root.iter("a") if _AUTHOR_PAGE.search(element.get("href") or "")]
    names = [squeeze(words_of(element)) for element in pages if element.getparent() is pages[0].getparent()]
    return [name for name in names if _is_name(name) and 2 <= len(name.split()) <= _LONGEST_NAME]


def _classed_byline(root: Element) -> list[str]:
    """The name in the first element whose class says that it is the byline."""
    for element in root.iter("p", "div", "span", "address", "a"):
        if _BYLINE_CLASS.search(signature(element)):
            words = squeeze(words_of(element))
            if _is_name(words) and len(words.split()) <= 10:
                return [words]
    return []


def _language(head: Head, root: Element) -> str | None:
    tagged = head.first("content-language", "language", "og:locale")
    found = root.get("lang") or root.get("xml:lang") or tagged or head.data.text("inLanguage")
    return found.replace("_", "-").strip() if found and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", found.strip()) else None
