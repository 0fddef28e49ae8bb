"""Unrelated content ("strangers") inside an article: teasers, related links, sign-up boxes, share bars, repeated labels."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from credibility.articles.extraction.dom import Element, signature
from credibility.articles.extraction.segments import Segment
from credibility.model import BlockKind

_WORDS = (
    r"related|recommend\w*|recirc\w*|newsletters?|promo\w*|sponsor\w*|outbrain|taboola|share|sharing|social|teasers?|trending|popular|most-?read|read-?(?:more|next|also)"
    r"|more-?(?:on|from|stories)|subscri\w+|breadcrumbs?|tag-?list|tags|consent|cookie\w*|advert\w*|ad|ads|author|author-?(?:bio|box|card|info)|bio|byline"
    r"|preloader|play-?now|(?:video|audio|player|media)-?(?:controls?|timer|unavailable|loading|error|overlay)|print-?only|screen-?reader\w*|visually-?hidden|sr-?only|toolbar|sidebar|infobox|listing|pagination|nav|menu|copyright"
)
_BOXES = (
    r"(?:[_-]*(?:box|block|list|links?|wrapper|wrap|container|items?|section|module|widget|area|bar|inner|content|posts?|stories|articles?"
    r"|text|title|card|news|group|\d++))*+"
)
_NAMES = re.compile(rf"(?:^|[\s_-])(?:{_WORDS}){_BOXES}(?:$|\s)", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE_OR_ADDRESS = re.compile(r"[.。…][\"”’»)]*$|^https?:")
_PLACE = re.compile(r"#[\w-]{3,}")
LINKS_ALONE = 0.8
_OFTEN = 3
_LONGEST_LABEL = 12
_STRANGER_SHARE = 0.3
_FRAME_SHARE = 0.92
_LINE_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
_NEIGHBOUR = 20
_PROSE = 8
_UNFOLDED = re.compile(r"read-?more", re.I)
_STRANGE_TAGS = frozenset({"nav", "article", "form", "footer"})


def split_camel(name: str) -> str:
    """A class name with its parts separated: "RelatedTeaser" becomes "Related-Teaser"."""
    return _CAMEL.sub("-", name)


def linked_share(segments: Sequence[Segment]) -> float:
    """The share of these segments' characters inside links to other pages; links to a place within a page do not count."""
    total = sum(len(run.text) for segment in segments for run in segment.runs)
    linked = sum(len(run.text) for segment in segments for run in segment.runs if run.anchor and not _PLACE.search(run.anchor.url))
    return linked / total if total else 0.0


def list_of(segment: Segment) -> Element | None:
    """The list that a list item is in."""
    return next(segment.element.iterancestors("ul", "ol"), None) if segment.kind is BlockKind.LIST_ITEM else None


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that holds the article.

    `inside` counts the article's tokens in each element, `weights` in all elements with the same `make`, `size` in total.
    """

    element: Element | None
    inside: Mapping[Element, int] = field(repr=False)
    weights: Mapping[str, int] = field(repr=False)
    size: int

    @classmethod
    def around(cls, segments: Sequence[Segment]) -> "Frame":
        """The innermost element that holds nearly all of these segments."""
        inside: Counter[Element] = Counter()
        weights: Counter[str] = Counter()
        size = sum(len(segment.tokens) for segment in segments)
        for segment in segments:
            line = [segment.element, *segment.element.iterancestors()]
            inside.update(dict.fromkeys(line, len(segment.tokens)))
            weights.update(dict.fromkeys({make(element) for element in line}, len(segment.tokens)))
        holders = [element for element, weight in inside.items() if weight >= _FRAME_SHARE * size]
        return cls(max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None), inside, weights, size)

    def holds(self, segment: Segment) -> bool:
        """Whether the segment lies inside the frame."""
        return segment.element is self.element or any(ancestor is self.element for ancestor in segment.element.iterancestors())

    def is_link_line(self, segment: Segment) -> bool:
        """Whether a whole line is a link but not a sentence, and so the headline of another article.

        A heading with text of the article next to it is not.
        """
        if segment.kind not in _LINE_KINDS or len(segment.tokens) < 5 or linked_share([segment]) <= 0.9:
            return False
        if segment.kind is BlockKind.HEADING and self.inside.get(segment.element.getparent(), 0) >= _NEIGHBOUR:
            return False
        return not _SENTENCE_OR_ADDRESS.search(segment.words)

    def has_stranger(self, segment: Segment) -> bool:
        """Whether the segment is in a part of the frame that does not belong to the article.

        Elements whose `make` holds much of the article are never strangers, whatever their names.
        """
        for element in (segment.element, *segment.element.iterancestors()):
            if element is self.element or element.tag in ("body", "html"):
                return False
            if _is_strange(element, segment) and self.weights.get(make(element), 0) < _STRANGER_SHARE * self.size:
                return True
        return False


def _is_strange(element: Element, segment: Segment) -> bool:
    """Whether an element around a segment is called, or named, like what does not belong to an article."""
    if segment.kind in (BlockKind.IMAGE, BlockKind.CAPTION) and element.tag in ("figcaption", "figure", "img", "picture"):
        return False
    names = signature(element)
    if segment.row is not None and element.tag == "table" and "infobox" in names:
        return False  # an encyclopedia's table of facts; elsewhere, an "infobox" leads to other articles
    if _UNFOLDED.search(names) and _is_prose(segment):
        return False  # "read more" is also what a script unfolds
    if element.tag in _STRANGE_TAGS:
        return not _is_section(element) or _is_named_strange(names)
    return (element.tag == "a" and segment.kind is not BlockKind.IMAGE) or _is_named_strange(names)


@lru_cache(4096)  # a page has far fewer names than elements
def _is_named_strange(names: str) -> bool:
    return _NAMES.search(split_camel(names)) is not None


def _is_section(element: Element) -> bool:
    """Whether an `article` is a part of this one: it has no links but within paragraphs and lists, as a teaser has."""
    return element.tag == "article" and not element.xpath("boolean(ancestor::a | .//a[not(ancestor::p or ancestor::li)])")


def _is_prose(segment: Segment) -> bool:
    return len(segment.tokens) >= _PROSE and linked_share([segment]) < 0.5


def make(element: Element) -> str:
    """Tag and classes of an element; elements with the same make have the same use."""
    return f"{element.tag} {element.get('class') or ''}"


def repeated(segments: Sequence[Segment]) -> frozenset[tuple[str, ...]]:
    """Short lines that the page repeats ("Article content", "Read more"), except in tables and in what is set as code."""
    lines = (segment for segment in segments if segment.row is None and segment.kind is not BlockKind.PREFORMATTED)
    counts = Counter(segment.tokens for segment in lines if 0 < len(segment.tokens) <= _LONGEST_LABEL)
    return frozenset(tokens for tokens, count in counts.items() if count >= _OFTEN)
