"""The role of a line on its page, whatever its element is called: standfirst, byline, picture credit, heading."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import LINKS_ALONE, linked_share
from credibility.articles.masthead.bylines import read_byline
from credibility.model import BlockKind, EmphasisKind

_LEAD = re.compile(
    r"lead|lede|intro|excerpt|standfirst|sub-?(?:title|head|line)|summary|preamble|abstract|\bdek\b|deck|description|teaser|sapo|vorspann|chapo",
    re.I,
)
_HEAD_FURNITURE = re.compile(r"byline|author|meta|date|time|share|social|breadcrumb|caption", re.I)
_UNLIKE_HEADING = re.compile(r"[.,;:…。]$|^(?:by|von|par)\b|^[-–—*•]|^https?:", re.I)
_CREDIT = re.compile(r"^\W{0,2}(?:photo|foto|bild|image|picture|quelle|image credit|photo credit|credit|©)\b[^.!?]{0,90}$", re.I)
_DONE = "|".join(
    (
        *("adapted", "amended", "based", "co-?published", "corrected", "excerpted", "funded", "produced", "published", "reprinted"),
        *("republished", "supported", "translated", "updated", "written"),
    )
)
_PROVENANCE = re.compile(
    r"^\W{0,2}(?:(?:more information|journal reference|(?:story |original )?sources?|references?|quellen?|fuentes?|fonte|bron)\s*:"
    r"|(?:corrections?|clarification|editor['’]s note)\b.{0,30}?:|provided by |(?:originally|first) published "
    r"|(?:additional |with )?(?:reporting|research|editing|files|material) (?:by|from) |mit material (?:von|der|des) "
    r"|an? (?:earlier |previous )?version of this (?:article|story|piece|post)\b"
    rf"|this (?:article|story|piece|post|essay|report) (?:(?:was|is|has been) )?(?:first |originally |part of |(?:{_DONE})\b))",
    re.I,
)
_SOURCE_LINE = re.compile(r"^(?:\[[^\[\]]{2,60}\]|\([^()]{2,60}\)|https?://\S+)$")
_LONGEST_NAME = 4
_TOLD = re.compile(r"\w{3,}[.!?…。]")
_MADE_HEADING_LEVEL = 3
_LONGEST_MADE = 14


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page's head states: titles, description and authors as tokens, and the address."""

    titles: frozenset[tuple[str, ...]] = frozenset()
    description: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)
    authors: frozenset[str] = frozenset()
    url: str | None = None


def is_lead(segment: Segment, hints: Hints) -> bool:
    """Whether a line above the text is the standfirst: named so, in the page's header, or with the words of the page's description."""
    grams = list(pairwise(segment.tokens))
    if sum(gram in hints.description for gram in grams) >= 0.7 * len(grams):
        return True
    around = [segment.element, *segment.element.iterancestors()][:3]
    named = any(_LEAD.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}") for element in around)
    furniture = any(_HEAD_FURNITURE.search(element.get("class") or "") for element in around[:2])
    in_header = not furniture and any(element.tag in ("header", "hgroup") for element in around)
    return (named or in_header) and not is_byline(segment, hints)


def is_byline(segment: Segment, hints: Hints) -> bool:
    """Whether a line above the text only says who wrote it and when."""
    words = [token for token in segment.tokens if token not in hints.authors]
    byline = read_byline(segment.words)
    return (byline is not None and byline.url is None) or (len(segment.tokens) <= 12 and len(words) <= len(segment.tokens) // 2)


def is_provenance(segment: Segment) -> bool:
    """Whether a line below the text says where it comes from: its source, the study it reports, where it first appeared, who edited it."""
    return bool(_PROVENANCE.match(segment.words))


def is_source_line(segment: Segment) -> bool:
    """Whether a whole line is a link in brackets, or an address: where the paragraph above it was taken from."""
    return linked_share([segment]) > 0.5 and bool(_SOURCE_LINE.match(segment.words))


def is_author_note(segment: Segment, hints: Hints) -> bool:
    """Whether a line describes an author of the article in sentences: it begins with the full name."""
    name = [token for token in segment.tokens[:_LONGEST_NAME] if token in hints.authors]
    return len(segment.tokens) >= 6 and len(name) >= 2 and segment.tokens[: len(name)] == tuple(name) and bool(_TOLD.search(segment.words))


def retold(segment: Segment) -> Segment:
    """The segment with the kind that its role suggests: a picture credit becomes a caption, a short bold line a heading."""
    if segment.kind is not BlockKind.PARAGRAPH or segment.pointer or len(segment.tokens) > _LONGEST_MADE:
        return segment
    if _CREDIT.match(segment.words):
        return replace(segment, kind=BlockKind.CAPTION)
    if (
        segment.tokens
        and linked_share([segment]) < LINKS_ALONE  # "Read: …" with a bold link
        and all(EmphasisKind.STRONG in run.kinds or run.text.isspace() for run in segment.runs)
        and not _UNLIKE_HEADING.search(segment.words)
        and not is_source_line(segment)
    ):
        return replace(segment, kind=BlockKind.HEADING, level=_MADE_HEADING_LEVEL)
    return segment
