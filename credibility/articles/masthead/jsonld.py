"""A page's schema.org JSON-LD. Publishers generate it by templates, so stray commas and line feeds are common."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from credibility.articles.text.folding import squeeze

_ARTICLE_TYPES = re.compile(r"(Article|BlogPosting|Report|Review|LiveBlogPosting|AnalysisNewsArticle|Posting)$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$")
_OTHER_ARTICLES = frozenset(
    {"liveBlogUpdate", "hasPart", "itemListElement", "comment", "review", "mentions", "relatedLink", "citation", "isRelatedTo"}
)
_MAX_LENGTH = 3_000_000
_MAX_DEPTH = 12

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The JSON-LD nodes of a page: the one that is the article, and all of them by `@id`."""

    article: Node
    by_id: dict[str, Node]

    def texts(self, field: str) -> tuple[str, ...]:
        """The field's values as text; for a node, its name."""
        return tuple(name for value in _as_list(self.article.get(field)) if (name := self._name(value)))

    def text(self, field: str) -> str | None:
        """The field's first value as text."""
        return next(iter(self.texts(field)), None)

    def addresses(self, field: str) -> tuple[str, ...]:
        """The field's values as addresses: a string, or a node's `@id` or `url`."""
        values = _as_list(self.article.get(field))
        found = [
            value if isinstance(value, str) else (value.get("@id") or value.get("url"))
            for value in values
            if isinstance(value, (str, dict))
        ]
        return tuple(value for value in found if isinstance(value, str))

    def _name(self, value: object) -> str:
        if isinstance(value, dict):
            whole = value if "name" in value else self.by_id.get(str(value.get("@id")), value)
            name = whole.get("name")
            name = name[0] if isinstance(name, list) and name else name
            return squeeze(unescape(name)) if isinstance(name, str) else ""
        return squeeze(unescape(value)) if isinstance(value, str) else ""


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _loads(text: str) -> object:
    text = _WRAPPING.sub("", text).strip().rstrip(";")
    for candidate in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """All nodes in a JSON value, outermost first."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, part in value.items():
            if isinstance(part, (dict, list)) and name not in _OTHER_ARTICLES:
                yield from _nodes(part, depth + 1)


def _is_article(node: Node) -> bool:
    return any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in _as_list(node.get("@type")))


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """The data in a page's JSON-LD scripts; without an article, `article` is empty."""
    nodes = [node for script in scripts if len(script) < _MAX_LENGTH for node in _nodes(_loads(script))]
    articles = [node for node in nodes if _is_article(node)]
    # Teasers of other articles are articles too; the page's own has the most fields.
    article = max(
        articles,
        key=lambda node: sum(key in node for key in ("headline", "author", "datePublished", "publisher", "articleBody")),
        default={},
    )
    return LinkedData(article, {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node})
