"""Readers' comments on a web page: found by names in the markup, removed from the tree and stored with author and depth."""

import re
from collections.abc import Iterator
from functools import lru_cache

from credibility.articles.extraction.dom import GONE, Element, body_of, remove, signature, sweep, words_of
from credibility.articles.extraction.segments import segments_of
from credibility.articles.text.folding import squeeze
from credibility.model import Comment

_SECTION = re.compile(
    r"(?:^|[\s_-])(?<!has-)(?<!no-)(?<!with-)(?<!allow-)(?:comments?(?!-(?:open|enabled|closed|count|allowed|link|on|off|number))"
    r"|comment-?(?:list|section|area|wrapper|wrap|box|thread|holder|container|stream)|commentlist|disqus(?:_thread)?|dsq\S*|livefyre\S*"
    r"|coral\S*|respond|fb-comments|talk-?comments?|reader-?comments|post-?comments)(?:$|[\s_-])",
    re.I,
)
_ONE = re.compile(r"(?:^|[\s_-])(?:comment(?:-(?:body|item|content|\d+))?|depth-\d+|single-comment|c-comment|post-\d+)(?:$|[\s_])", re.I)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|user-?name|fn|commenter|submitted|comment-author|nick(?:name)?)(?:$|[\s_-])", re.I)
_FURNITURE = re.compile(r"^(?:reply|report|share|flag|like|log\s?in|sign in|register|permalink|edit|delete|quote|vote)\b", re.I)
_LONGEST_NAME = 80
_SMALL_SHARE = 0.6
_PARAGRAPH, _FEWEST_INSIDE, _MOST_OF_ALL = 60, 2, 0.8
_MAX_COMMENTS = 20_000


def _is_section(element: Element) -> bool:
    if element.get("itemtype", "").endswith(("/Comment", "/UserComments")) or element.get("itemprop") == "comment":
        return True
    return element.tag in ("div", "section", "ol", "ul", "aside", "article", "details", "footer") and _is_named_so(signature(element))


@lru_cache(4096)  # a page has far fewer names than elements
def _is_named_so(names: str) -> bool:
    return _SECTION.search(names) is not None


def _sections(root: Element) -> list[Element]:
    """The outermost comment sections. An element that contains the article is not one, even if it is named "has-comments"."""
    body = body_of(root)
    size: int | None = None
    found: list[Element] = []
    for element in body.xpath("self::*[@class or @id] | .//*[@class or @id or @itemtype or @itemprop]"):
        if not _is_section(element):
            continue
        if any(section in found for section in element.iterancestors()):
            continue
        apart = element.find(".//h1") is None and element.find(".//article") is None
        size = size if apart or size is not None else len(words_of(body))
        if apart or len(words_of(element)) < _SMALL_SHARE * (size or 0):
            found.append(element)
    return found


def _is_one(element: Element) -> bool:
    if element.get("itemprop") == "comment" or element.get("itemtype", "").endswith("/Comment"):
        return True
    return element.tag in ("div", "li", "article", "section") and bool(_ONE.search(signature(element)))


def _comments_in(section: Element) -> Iterator[Comment]:
    """The comments of one section, each without its replies; `depth` counts the comments around it."""
    own = [element for element in section.iter() if isinstance(element.tag, str) and element is not section and _is_one(element)]
    outer = [element for element in own if not _wraps_same(element, own)]
    marked = set(outer)
    for element in outer:
        depth = sum(1 for ancestor in element.iterancestors() if ancestor in marked)
        inner = {part for answer in element.iterdescendants() if answer in marked for part in answer.iter()}
        author, text = _author_and_text(element, inner)
        if text:
            yield Comment(author, text, depth)


def _wraps_same(element: Element, own: list[Element]) -> bool:
    """Whether the element is the body of a comment that is in the list itself (`li.comment > div.comment-body`)."""
    parent = element.getparent()
    return parent in own and parent is not None and parent[0] is element


def _author_and_text(element: Element, inner: set[Element]) -> tuple[str | None, str]:
    """A comment's author and its text, without the author's name and without controls such as "Reply"."""
    author = _take_author(element, inner)
    segments = (segment for segment in segments_of(element, None) if segment.element not in inner)
    paragraphs = [segment.words for segment in segments if segment.words]
    return author, "\n".join(words for words in paragraphs if not (_FURNITURE.match(words) and len(words) < _LONGEST_NAME))


def _take_author(element: Element, inner: set[Element]) -> str | None:
    """The name of a comment's author, which is removed from the tree along with the comment's times."""
    author = None
    for part in [part for part in element.iterdescendants() if isinstance(part.tag, str) and part.tag != GONE and part not in inner]:
        named = part.tag == "time" or (author is None and _AUTHOR.search(signature(part)))
        words = squeeze(words_of(part)) if named and part.getparent() is not None else ""
        if words and len(words) <= _LONGEST_NAME:
            author = author if part.tag == "time" else words
            remove(part)
    return author


def _is_the_text(section: Element, root: Element) -> bool:
    """Whether what is merely called "comment" ("tone-comment", "opinion comment") holds the page's only paragraphs of any length."""
    told = [part for part in body_of(root).iter("p") if len(words_of(part)) >= _PARAGRAPH]
    inside = sum(section in part.iterancestors() for part in told)
    return inside >= _FEWEST_INSIDE and inside >= _MOST_OF_ALL * len(told)


def take_comments(root: Element) -> tuple[Comment, ...]:
    """The page's comments; their sections are removed from the tree."""
    comments: list[Comment] = []
    sections = _sections(root)
    for section in sections:
        own = list(_comments_in(section)) if len(comments) < _MAX_COMMENTS else []
        if not own and _is_the_text(section, root):
            continue
        comments += own
        remove(section)
    sweep(root)
    return tuple(comments)
