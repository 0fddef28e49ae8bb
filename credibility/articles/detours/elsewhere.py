"""The text that a page holds elsewhere than in its body: behind `noscript`, in a frame's own markup, in data for machines or scripts.

Looked for only where the body says next to nothing, or far less than the page's own JSON-LD.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from credibility.articles.extraction.dom import Element, parse
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.masthead.head import Head
from credibility.articles.text.prose import is_sentence
from credibility.floor.language import said

_NOSCRIPT = re.compile(r"<(/?)noscript\b[^>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_STATE = re.compile(r"^\s*(?:window\.|self\.|var |let |const )?[\w.$\[\]\"']{2,80}\s*=\s*(?=[{\[])")
_TITLES = ("headline", "title", "name")
_DATES = ("datePublished", "publishedAt", "published_at", "publishDate", "firstPublished", "published", "date")
_AUTHORS = ("author", "authors", "byline", "creator")
_MOST_SCRIPT = 5_000_000
_DEEPEST = 40
_FEWEST_WORDS = 60
_SHORTEST = 30
_MUCH = 0.8

NOT_SHOWN = said("The page shows only part of this text; the rest is from the data that it holds for machines.")
FROM_SCRIPTS = said("The page’s text would be drawn by scripts; it was read from the data that it holds for them.")


@dataclass(frozen=True, slots=True)
class Told:
    """An article's text found in data, as markup, with what stood beside it."""

    markup: str
    size: int
    title: str = ""
    date: str = ""
    author: str = ""

    @property
    def page(self) -> str:
        """The text as a page of its own."""
        tags = {"og:title": self.title, "article:published_time": self.date, "author": self.author}
        head = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags.items() if value)
        return f"<head>{head}</head><body>{self.markup}</body>"


def behind_noscript(markup: str) -> str | None:
    """The page with what is meant for browsers without scripts; None when it has nothing of the kind."""
    return _NOSCRIPT.sub(r"<\1div>", markup) if _NOSCRIPT.search(markup) else None


def in_frames(markup: str) -> Iterator[str]:
    """The pages that stand in the page's frames as their own markup, the longest first."""
    frames = (frame.get("srcdoc") or "" for frame in parse(markup).iter("iframe")) if "srcdoc" in markup else ()
    yield from sorted(filter(None, frames), key=len, reverse=True)[:3]


def in_linked_data(head: Head) -> Told | None:
    """The text in the page's JSON-LD, if it has one."""
    body = head.data.article.get("articleBody")
    if not isinstance(body, str):
        return None
    text = unescape(body)
    return Told(text if "<p" in text else _paragraphs(text), len(tokens_of(_TAG.sub(" ", text))))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.replace("\r", "\n").split("\n") if line.strip())


def in_state(root: Element) -> Told | None:
    """The text in the state that a page holds for its scripts: where most of its sentences stand together."""
    found = [told for value in _states(root) if (told := _told(value)) is not None]
    return max(found, key=lambda told: told.size, default=None)


def _states(root: Element) -> Iterator[Any]:
    """What stands as data in the page's scripts, and in attributes from which a script would draw it."""
    for value in root.xpath("//*/@*[starts-with(., '{') and string-length(.) > $shortest]", shortest=10 * _SHORTEST):
        try:
            yield json.loads(value[:_MOST_SCRIPT], strict=False)
        except (ValueError, RecursionError):
            continue
    for script in root.iter("script"):
        text = (script.text or "")[:_MOST_SCRIPT]
        if "ld+json" in (script.get("type") or "") or len(text) < 10 * _SHORTEST:
            continue
        start = _STATE.match(text)
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text[start.end() if start else 0 :].lstrip())[0]
        except (ValueError, RecursionError):
            continue


def _told(value: Any) -> Told | None:
    """The smallest part of the state that holds most of its sentences, with the headline beside it."""
    beside: list[Mapping[str, Any]] = []
    most = _size(value)
    if most < _FEWEST_WORDS:
        return None
    for _ in range(_DEEPEST):
        if isinstance(value, dict):
            beside.append(value)
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        best = max(inner, key=_size, default=None)
        if best is None or _size(best) < _MUCH * most:
            break
        value = best
    texts = [text for text in _strings(value) if _is_told(text)]
    markup = "".join(text if "<p" in text else f"<p>{text if '<' in text else escape(text)}</p>" for text in texts)
    return Told(markup, most, *(_first(beside, names) for names in (_TITLES, _DATES, _AUTHORS)))


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST and isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each, depth + 1)


def _is_told(text: str) -> bool:
    words = _TAG.sub(" ", text).strip()
    return len(words) >= _SHORTEST and is_sentence(words)


def _size(value: Any) -> int:
    """How many words of sentences stand in a value."""
    return sum(len(text.split()) for text in _strings(value) if _is_told(text))


def _first(beside: list[Mapping[str, Any]], names: tuple[str, ...]) -> str:
    """The field nearest to the text that is so called."""
    values = (_words(each.get(name)) for each in reversed(beside) for name in names)
    return next(filter(None, values), "")


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value[:8])))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return value.strip()[:300] if isinstance(value, str) else ""
