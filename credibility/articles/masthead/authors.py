"""Who wrote a page: the names in its data, in its tags, beside its headline, in its markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from credibility.articles.extraction.dom import Element, body_of, signature, words_of
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.masthead.beside import Lines
from credibility.articles.masthead.bylines import read_byline
from credibility.articles.masthead.dates import date_of
from credibility.articles.masthead.head import Head
from credibility.articles.text.folding import squeeze

_TAGS = (
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
_BY = re.compile(r"^(?:(?:by|von|par|por|di|door|av|af)(?:\s+|$|:)|by(?=by))+", re.I)
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|author(?:s|-?names?)?|autor(?:en)?|auteurs?|writer|reporter|submitted|reader-credits)(?:$|[\s_-])", re.I
)
_PAGE = re.compile(r"/(?:authors?|autor(?:en|es|i)?|auteurs?)/(?:\w+/)?[\w.%-]*[a-z][\w.%-]*/?(?:[?#]|$)", re.I)
_NO_NAME = re.compile(
    r"^(?:(?:see|view|read|show|follow|share|thank|about|contact|subscribe|sign|log|click|posted|published|updated|more|all|full|loading"
    r"|alle|mehr|voir|ver|lire)\b|(?:by|author|authors|staff|comments?|advertisement)$)|©|\bcopyright\b|\ball rights\b|\b(?:19|20)\d\d\b",
    re.I,
)
_RIGHTS = re.compile(r"(?:©|\bcopyright\b)[\s©]*(?:\(c\))?\s*\d{4}(?:\s*[-–]\s*\d{2,4})?[\s,]*(?:by\s+)?([^\W\d][^.,|·•©\n]{1,40})", re.I)
_SIGN = re.compile(r"©|(?<!\w)[Cc](?:opyright|OPYRIGHT)(?!\w)")
_ROLE = re.compile(
    r"(?<=[a-z\s,])(?:,?\s*(?:Senior|Staff|Contributing|Political) (?:Writer|Reporter|Editor|Correspondent)|,\s*(?:Reporter|Editor))$"
)
_DIVIDER = re.compile(r"\s*[|•·]\s*|,\s*(?=@)")
_MOST = 8
_LONGEST_NAME, _LONGEST_BYLINE = 5, 10


def byline_of(head: Head, root: Element, publishers: Sequence[str], beside: Lines) -> str | None:
    """The authors' names; the publisher's name only if no one else is named anywhere."""
    house: set[str] | None = None
    found: list[list[str]] = []
    for place in _places(head, root, beside):
        names = list(dict.fromkeys(name for words in dict.fromkeys(place) if (name := _name_in(words))))
        if not names:
            continue
        found.append(names)
        if house is None:
            house = {"".join(tokens_of(name)) for name in (*publishers, *head.data.texts("publisher"), *_owners(root))} - {""}
        if not all(_is_house(name, house) or _is_handle(name) for name in names):
            return ", ".join(names)
    return ", ".join(next(iter(found), [])) or None


def _places(head: Head, root: Element, beside: Lines) -> Iterator[Iterable[str]]:
    """Where names may stand, the surest first."""
    yield head.data.texts("author") or head.data.texts("creator")
    yield from (head.tags.get(tag, []) for tag in _TAGS)
    yield from _marked(root)
    yield _linked(root)[:_MOST]
    yield _beside(beside())
    yield from _classed(root)


def _name_in(words: str) -> str:
    """The name in a byline, without the role, the address or the day beside it; "" if there is none."""
    parts = [_ROLE.sub("", _BY.sub("", part)).strip(" ,;|") for part in _DIVIDER.split(words)]
    names = [part for part in parts if _is_name(part)]
    return next((name for name in names if " " in name), next(iter(names), ""))


def _is_name(words: str) -> bool:
    if not 2 <= len(words) <= 120 or "://" in words or "@" in words or words.startswith(("www.", "/")) or words.isdecimal():
        return False
    return not _NO_NAME.search(words) and date_of(words) is None


def _is_house(name: str, house: set[str]) -> bool:
    """Whether a name is the publisher's or begins with it ("Example Courier staff"), ignoring spaces and punctuation."""
    tokens = tokens_of(name)
    return any("".join(tokens[:end]) in house for end in range(1, len(tokens) + 1))


def _is_handle(name: str) -> bool:
    """Whether a name is what an account is called ("adaquill")."""
    return name.isascii() and name.islower() and " " not in name


def _owners(root: Element) -> Iterator[str]:
    """The names in the page's copyright lines ("© 2024 Example Media"); without a year it may be who took a picture."""
    words = " ".join(body_of(root).itertext())
    for sign in _SIGN.finditer(words):  # looking for the sign alone is ten times as fast
        if found := _RIGHTS.match(words, sign.start()):
            yield found[1].strip()


def _marked(root: Element) -> Iterator[list[str]]:
    """The names that the page marks as its author's, of the first kind that it uses."""
    for path in (".//a[@rel='author']", ".//*[@itemprop='author']//*[@itemprop='name']", ".//*[@itemprop='author']"):
        yield [squeeze(words_of(element)) for element in root.xpath(path)][:_MOST]


def _beside(beside: Iterable[str]) -> list[str]:
    """The name in the byline beside the headline: "By Ada Quill", in one line or in two."""
    lines = [words for words in beside if len(words) <= 120]
    for words, following in pairwise([*lines, ""]):
        if _BY.fullmatch(words) and 2 <= len(following.split()) <= _LONGEST_NAME:
            return [following]
        byline = read_byline(_BY.sub("By ", words))
        if byline is not None and byline.name and _BY.match(words):
            return [byline.name]
    return []


def _linked(root: Element) -> list[str]:
    """The names that link to an author's page, next to each other."""
    pages = [element for element in root.iter("a") if _PAGE.search(element.get("href") or "")]
    names = [squeeze(words_of(element)) for element in pages if element.getparent() is pages[0].getparent()]
    return [name for name in names if 2 <= len(name.split()) <= _LONGEST_NAME]


def _classed(root: Element) -> Iterator[list[str]]:
    """The words of elements whose class says that they are a byline, in their order."""
    for element in root.iter("p", "div", "span", "address", "a", "li"):
        if _CLASS.search(signature(element)):
            words = squeeze(words_of(element))
            if len(words.split()) <= _LONGEST_BYLINE:
                yield [words]
