"""Title, byline, date, publisher, language and address of a web page, each from the best source that has it.

Order: schema.org JSON-LD, meta tags, the page's text. Publishers' JSON-LD has the time zone and the full list of authors.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial
from itertools import pairwise
from urllib.parse import urlsplit

from credibility.articles.addresses import original_address, web_address
from credibility.articles.draft import Masthead
from credibility.articles.extraction.dom import Element, words_of
from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.masthead.authors import byline_of
from credibility.articles.masthead.beside import Lines, beside_headline
from credibility.articles.masthead.dateline import dateline
from credibility.articles.masthead.dates import date_in_address, date_of
from credibility.articles.masthead.head import Head
from credibility.articles.masthead.headline import headline_of, site_in
from credibility.model import SavedPage

_DATE_TAGS = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate"),
    *("cxenseparse:recs:publishtime", "publish-date", "publishdate", "publication_date", "date", "dc.date", "dc.date.issued"),
    *("dcterms.created", "article.published", "og:published_time", "rnews:datepublished", "timestamp", "published", "pub_date"),
    *("article_date_original", "originalpublicationdate", "displaydate", "dcterms.issued", "citation_publication_date"),
)
_ARCHIVE = re.compile(r"^(?:archive\.(?:today|ph|is|li|vn|fo|md|org)|internet archive|wayback machine|perma(?:\.cc)?)$", re.I)


def masthead_of(head: Head, root: Element, page: SavedPage) -> Masthead:
    """The masthead of a page, from its head and its tree."""
    canonical = web_address(original_address(head.canonical), page.url)
    url, url_from = _address(page, head, canonical)
    host = urlsplit(url or "").netloc.removeprefix("www.")
    publisher = _publisher(head) or site_in(head.title, host)
    title = headline_of(head, root, [name for name in (publisher, host) if name])
    language = _language(head, root)
    beside = cache(partial(beside_headline, root, title))  # asked at most twice, by most pages never
    return Masthead(
        title=title,
        byline=byline_of(head, root, [name for name in (publisher, host.rpartition(".")[0]) if name], beside),
        published=_published(head, root, (url, canonical), beside, language),
        publisher=publisher,
        language=language,
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


def _published(head: Head, root: Element, addresses: Sequence[str | None], beside: Lines, language: str | None) -> datetime | None:
    """The date that the page states about itself; else its address's day, with the hour from the page; else what is written on it."""
    stated = [*head.data.texts("datePublished"), *head.data.texts("dateCreated")]
    stated += [value for name in _DATE_TAGS for value in head.tags.get(name, ())]
    stated += [
        element.get("datetime") or element.get("content") or words_of(element) for element in root.xpath(".//*[@itemprop='datePublished']")
    ]
    if found := next(filter(None, map(date_of, stated)), None):
        return found
    written = list(filter(None, (date_of(element.get("datetime") or words_of(element)) for element in root.iter("time"))))
    day = next(filter(None, map(date_in_address, addresses)), None) or dateline(beside(), language)
    if day is not None:
        return next((moment for moment in written if moment.date() == day.date()), day)
    return next(iter([*written, *filter(None, map(date_of, head.tags.get("article:modified_time", ())))]), None)


def _language(head: Head, root: Element) -> str | None:
    tagged = head.first("content-language", "language", "og:locale")
    found = root.get("lang") or root.get("xml:lang") or tagged or head.data.text("inLanguage")
    return found.replace("_", "-").strip() if found and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", found.strip()) else None
