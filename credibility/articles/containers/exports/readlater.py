"""JSON exports of read-later services, feed readers and extractors: objects with a text, and the fields that say what it is.

Services name the fields differently and change the names; the tables below are what Wallabag, Omnivore, Readwise, Raindrop, JSON Feed
and trafilatura write. An object without a text of some length is no article.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from credibility.articles.addresses import web_address
from credibility.articles.containers.exports.items import Item, open_items
from credibility.articles.containers.opened import Opened
from credibility.articles.containers.parts import MOST_PARTS, PartWish
from credibility.articles.kinds.unread import JSON_DATA
from credibility.articles.text.charset import decode
from credibility.articles.text.folding import squeeze
from credibility.articles.text.markdown import rendered
from credibility.model import ArticleError, Container, PartKind

_LISTS = ("entries", "items", "articles", "documents", "results", "list", "data", "bookmarks", "notes", "highlights")
_TEXT = (
    *("content_html", "contentHtml", "html", "html_content", "content", "full_text", "fullText", "articleBody", "text", "body"),
    *("content_text", "readable_content", "markdown", "raw_text"),
)
_TITLE = ("title", "headline", "name", "resolved_title", "given_title")
_URL = (
    *("url", "source_url", "sourceUrl", "originalArticleUrl", "original_url", "originalUrl", "resolved_url", "given_url", "link", "source"),
    "canonical_url",
)
_AUTHOR = ("author", "authors", "byline", "published_by", "creator")
_DATE = ("published_at", "publishedAt", "date_published", "datePublished", "published_date", "published", "publication_date", "date")
_PUBLISHER = ("sitename", "site_name", "siteName", "publisher", "publication")
_LANGUAGE = ("language", "lang")
_MARKDOWN = re.compile(r"\]\(https?://|^#{1,6} \S", re.M)
_SHORTEST = 200
_DEEPEST = 4


def articles_in(data: bytes) -> list[Item]:
    """The articles of a JSON file; none when it is no export of that kind."""
    try:
        value = json.loads(decode(data).text, strict=False)
    except (ValueError, RecursionError, ArticleError):
        return []
    return [item for _, entry in zip(range(10 * MOST_PARTS), _entries(value), strict=False) if (item := _item(entry)) is not None]


def open_readlater(data: bytes, part: PartWish = None) -> Opened:
    """One of the articles of an export: the one asked for, else the longest."""
    items = articles_in(data)
    if not items:
        raise JSON_DATA.refusal()
    return open_items(items, part, Container.EXPORT, PartKind.ARTICLE)


def _entries(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The objects that may be articles: the value itself, those of a list, or those of the lists that services wrap them in."""
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from _entries(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        if depth < _DEEPEST:
            for name in _LISTS:
                if isinstance(value.get(name), (list, dict)):
                    yield from _entries(value[name], depth + 1)


def _item(entry: Mapping[str, Any]) -> Item | None:
    text = next((found for name in _TEXT if isinstance(found := entry.get(name), str) and len(found) >= _SHORTEST), "")
    title = _first(entry, _TITLE)
    if not text or not (title or _first(entry, _URL)):
        return None
    return Item(
        title=title,
        body=_markup(text),
        url=next((url for name in _URL if (url := web_address(_words(entry.get(name))))), ""),
        author=_first(entry, _AUTHOR),
        date=_first(entry, _DATE),
        publisher=_first(entry, _PUBLISHER),
        language=_first(entry, _LANGUAGE),
    )


def _first(entry: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((words for name in names if (words := _words(entry.get(name)))), "")


def _words(value: Any) -> str:
    """A field as text: lists are joined, objects give their name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value[:8])))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return squeeze(value) if isinstance(value, str) else ""


def _markup(text: str) -> str:
    if "</" in text or "<p>" in text or "<br" in text:
        return text
    if _MARKDOWN.search(text):
        return rendered(text)
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
