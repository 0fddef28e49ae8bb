"""List the pages or chapters of a file as its parts, name them, and choose the one to read."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from credibility.articles.text.charset import as_stated, decode
from credibility.articles.text.folding import squeeze
from credibility.floor.language import said
from credibility.model import ArticleError, Part, PartKind

MOST_PARTS = 2000
HEAD = 60_000
"""How much of each part is examined for its title: its first 60,000 bytes or characters."""

PartWish = int | str | None
"""The part to read: its index, or its key; None and a key that no longer exists mean the main part."""

_LONGEST_TITLE = 200
_LONGEST_URL = 2000
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,2000})", re.I)
_HEADING = re.compile(r"<(h1|h2)\b[^<>]{0,300}>(.{1,600}?)</\1", re.I | re.S)
# Each "<" ends the tag before it, so that a page of nothing but "<" is scanned once, not once for each of them.
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg|title|!--)", re.I)
_ENDS = {name: re.compile(f"</{name}[^<>]*>?", re.I) for name in ("script", "style", "noscript", "template", "svg", "title")}
_ENDS["!--"] = re.compile("-->")
# A frame with an advertisement has at most a few words, or more but no title. A short notice with a title is a page.
_FEWEST_LETTERS = 25
_FEWEST_LETTERS_UNTITLED = 200


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A page or chapter as found: `name` is unique in the file, `title` is shown to the reader.

    A frame has almost no text: an advertisement, a counter, a page meant to be filled by a script. A blank has no text at all.
    """

    name: str
    title: str
    url: str | None = None
    is_frame: bool = False
    is_blank: bool = False


def look_at(name: str, markup: str, *, whole: bool, title: str = "", url: str | None = None) -> FoundPart:
    """Describe a page or chapter from its beginning, or from all of it if `whole`; `title` is the file's own title for it, "" for none."""
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
    """The number of visible characters, not counting white space."""
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
    """A function that detects a page's encoding when first called, for other pages of the file that state none."""

    @cache
    def usual() -> str:
        try:
            return decode(data, declared, prescan=True).charset
        except ArticleError:
            return "cp1252"

    return usual


def head_of(data: bytes, declared: str | None, usual: Callable[[], str]) -> str:
    """The beginning of a page as text. `usual` gives the encoding of pages that state none: detecting it for each takes too long."""
    head = data[:HEAD]
    if len(data) > HEAD:
        head = head[: head.rfind(b">") + 1] or head  # so that no multi-byte character is cut
    stated = as_stated(head, declared, prescan=True)
    return stated.text if stated else head.decode(usual(), "replace")


def without_frames(found: Iterable[FoundPart], main: FoundPart) -> tuple[FoundPart, ...]:
    """The pages that could be articles, always including the main one."""
    return tuple(each for each in found if each is main or not each.is_frame)


def listed(found: Sequence[FoundPart], main: FoundPart, kind: PartKind) -> tuple[tuple[FoundPart, ...], tuple[Part, ...]]:
    """The pages to offer, always including the main one, and their parts."""
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
    """The index of the wanted part. Raises ArticleError when there is no part with that number."""
    if isinstance(wanted, int):
        refuse_number(wanted, len(parts), parts[0].kind)
        return wanted
    keys = [part.key for part in parts]
    return keys.index(wanted) if wanted in keys else next(index for index, part in enumerate(parts) if part.main)


def refuse_number(index: int, count: int, kind: PartKind) -> None:
    """Raise ArticleError for an index, counted from 0, that is out of range for a file with `count` parts."""
    if 0 <= index < count:
        return
    what = kind.label if count > 1 else PartKind.ARTICLE.label
    raise ArticleError(
        said("This file has no {what} number {index}; it holds {count}.", what=what, index=index + 1, count=count),
        said("Choose a number from 1 to {count}.", count=count) if count > 1 else said("Open it without a number."),
    )


def _line(words: str) -> str:
    return squeeze(unescape(words))


def _cut(title: str) -> str:
    line = squeeze(title[: 10 * _LONGEST_TITLE])
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rstrip()}…"
