"""Which pages or chapters a file offers as its parts, what they are called, and which one to read."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from credibility.articles.text.charset import as_stated, decode
from credibility.articles.text.folding import squeeze
from credibility.model import ArticleError, Part, PartKind

MOST_PARTS = 2000
HEAD = 60_000
"""How much of each part is looked at to call it something: its first 60,000 bytes or letters."""

PartWish = int | str | None
"""The part to read: its index, or the key of one that may be gone by now; None and a lost key mean the main part."""

_LONGEST_TITLE = 200
_LONGEST_URL = 2000
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,2000})", re.I)
_HEADING = re.compile(r"<(h1|h2)\b[^<>]{0,300}>(.{1,600}?)</\1", re.I | re.S)
# Each "<" ends the tag before it: a page of nothing but "<" is read once, not once for each of them.
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg|title|!--)", re.I)
_ENDS = {name: re.compile(f"</{name}[^<>]*>?", re.I) for name in ("script", "style", "noscript", "template", "svg", "title")}
_ENDS["!--"] = re.compile("-->")
# A frame with an advertisement has a few words at most, or more but nothing that it is called. A short notice with a title is a page.
_FEWEST_LETTERS = 25
_FEWEST_LETTERS_UNTITLED = 200


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A page or chapter as it was found: its `name` is like no other's in the file, `title` is what to call it.

    A frame has next to nothing in it: an advertisement, a counter, a page that a script was to fill. A blank has not one letter.
    """

    name: str
    title: str
    url: str | None = None
    is_frame: bool = False
    is_blank: bool = False


def look_at(name: str, markup: str, *, whole: bool, title: str = "", url: str | None = None) -> FoundPart:
    """What a page or chapter is, by its beginning, or all of it if `whole`; `title` is what the file calls it, "" when it does not say."""
    heading = _page_title(markup)
    letters = letters_in(markup) if whole else HEAD
    return FoundPart(
        name=name,
        title=_cut(title or heading or url or posixpath.basename(name)),
        url=url[:_LONGEST_URL] if url else None,
        is_frame=letters < (_FEWEST_LETTERS if heading else _FEWEST_LETTERS_UNTITLED),
        is_blank=not letters,
    )


def _page_title(markup: str) -> str:
    """The page's own title, else its first heading, else ""."""
    found = _TITLE.search(markup)
    return (_line(found.group(1)) if found else "") or first_heading(markup)


def first_heading(markup: str) -> str:
    """The words of the first heading, "" when there is none."""
    found = _HEADING.search(markup)
    return _line(_TAG.sub(" ", found.group(2))) if found else ""


def letters_in(markup: str) -> int:
    """How many letters a reader would see, white space not counted."""
    seen, at = 0, 0
    while (unseen := _UNSEEN.search(markup, at)) is not None:
        seen += _letters(markup[at : unseen.start()])
        end = _ENDS[unseen.group(1).lower()].search(markup, unseen.end())
        if end is None:
            return seen
        at = end.end()
    return seen + _letters(markup[at:])


def _letters(markup: str) -> int:
    return len("".join(_TAG.sub(" ", markup).split()))


def charset_like(data: bytes, declared: str | None = None) -> Callable[[], str]:
    """Tells the encoding of a page when first asked: the one that pages beside it are in when they state none themselves."""

    @cache
    def usual() -> str:
        try:
            return decode(data, declared, prescan=True).charset
        except ArticleError:
            return "cp1252"

    return usual


def head_of(data: bytes, declared: str | None, usual: Callable[[], str]) -> str:
    """The beginning of a page as text. `usual` names the encoding of pages that state none: guessing anew for each takes too long."""
    head = data[:HEAD]
    if len(data) > HEAD:
        head = head[: head.rfind(b">") + 1] or head  # no letter of several bytes is cut in two there
    stated = as_stated(head, declared, prescan=True)
    return stated.text if stated else head.decode(usual(), "replace")


def without_frames(found: Iterable[FoundPart], main: FoundPart) -> tuple[FoundPart, ...]:
    """The pages that could be articles; the main one is, whatever stands in it."""
    return tuple(each for each in found if each is main or not each.is_frame)


def listed(found: Sequence[FoundPart], main: FoundPart, kind: PartKind) -> tuple[tuple[FoundPart, ...], tuple[Part, ...]]:
    """What is offered of the pages found, and as which parts; the main one always is."""
    offered = list(found[:MOST_PARTS])
    if all(each is not main for each in offered):
        offered[-1:] = [main]
    parts = tuple(
        Part(
            title=each.title,
            key=hashlib.sha256(each.name.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            url=each.url,
            kind=kind,
            main=each is main,
        )
        for each in offered
    )
    return tuple(offered), parts


def choose(parts: Sequence[Part], wanted: PartWish) -> int:
    """Index of the wanted part; ArticleError when there is no part of that number."""
    if isinstance(wanted, int):
        refuse_number(wanted, len(parts), parts[0].kind)
        return wanted
    keys = [part.key for part in parts]
    return keys.index(wanted) if wanted in keys else next(index for index, part in enumerate(parts) if part.main)


def refuse_number(index: int, count: int, kind: PartKind) -> None:
    """Raise ArticleError for a number, counted from 0, that a file with so many parts does not have."""
    if 0 <= index < count:
        return
    what = kind.value if count > 1 else "article"
    raise ArticleError(
        f"This file has no {what} number {index + 1}; it holds {count}.",
        f"Choose a number from 1 to {count}." if count > 1 else "Open it without a number.",
    )


def _line(words: str) -> str:
    return squeeze(unescape(words))


def _cut(title: str) -> str:
    line = squeeze(title[: 10 * _LONGEST_TITLE])
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"
