"""Turn plain text into a draft: paragraphs, headline, byline lines, and the readers' comments at its end."""

import re
from collections.abc import Sequence
from pathlib import Path

from credibility.articles.draft import ArticleDraft, DraftBlock, Inline, Masthead, refuse_endless
from credibility.articles.masthead.bylines import Byline, read_byline
from credibility.articles.text.discussion import DiscussionLine, comments_of, opening_of
from credibility.articles.text.folding import drop_invisible, lines_of, squeeze
from credibility.articles.text.printouts import printout_of
from credibility.articles.text.prose import list_marker
from credibility.model import BlockKind, SavedPage

_LONGEST_TITLE = 220
_MOST_BYLINES = 6
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$")
_WRAP_COLUMNS = range(45, 101)


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """The lines in groups separated by empty lines."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Whether the text is wrapped at a fixed column: lines within a group have about the same length and rarely end a sentence."""
    inner = [line.rstrip() for group in groups for line in group[:-1] if len(group) > 1]
    if len(inner) < 4:
        return False
    near = sum(len(line) in _WRAP_COLUMNS for line in inner)
    ends = sum(bool(_SENTENCE_END.search(line)) for line in inner)
    return near >= 0.8 * len(inner) and ends <= 0.4 * len(inner)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain text, each as one line: wrapped lines are joined, other lines are paragraphs by themselves."""
    groups = _groups(lines_of(drop_invisible(text)))
    if not _is_wrapped(groups):
        return [words for group in groups for line in group if (words := squeeze(line))]
    return [words for group in groups for words in _unwrapped(group)]


def _unwrapped(group: Sequence[str]) -> list[str]:
    """One paragraph per group, except that list items stay separate."""
    paragraphs: list[str] = []
    for line in group:
        words = squeeze(line)
        if paragraphs and not list_marker(words):
            paragraphs[-1] = f"{paragraphs[-1]} {words}"
        elif words:
            paragraphs.append(words)
    return paragraphs


def _is_title(paragraphs: Sequence[str]) -> bool:
    first = paragraphs[0]
    return len(paragraphs) > 1 and len(first) <= _LONGEST_TITLE and not re.search(r"[.;:,]$", first) and read_byline(first) is None


def _bylines(paragraphs: Sequence[str]) -> list[Byline]:
    """The bylines in the first paragraphs, up to the first paragraph that is not one."""
    found: list[Byline] = []
    for words in paragraphs[:_MOST_BYLINES]:
        byline = read_byline(words)
        if byline is None:
            break
        found.append(byline)
    return found


def head_of(paragraphs: Sequence[str], path: str) -> tuple[Masthead, int]:
    """The masthead read from the lines above the article, and the number of those lines."""
    titled = bool(paragraphs) and _is_title(paragraphs)
    start = int(titled)
    found = _bylines(paragraphs[start:-1])
    url = next((line.url for line in found if line.url), None)
    masthead = Masthead(
        title=paragraphs[0] if titled else Path(path).stem.replace("_", " "),
        byline=", ".join(dict.fromkeys(line.name for line in found if line.name)) or None,
        published=next((line.published for line in found if line.published), None),
        publisher=next((line.publisher for line in found if line.publisher), None),
        url=url,
        url_from="text" if url else None,
    )
    return masthead, start + len(found)


def _block(words: str) -> DraftBlock:
    marker = list_marker(words)
    if marker:
        return DraftBlock(BlockKind.LIST_ITEM, (Inline(words[len(marker) :]),), 1, "•" if marker in "-*•·" else marker)
    if words.startswith("> "):
        depth = max(1, len(words) - len(words.lstrip(">")))
        return DraftBlock(BlockKind.QUOTATION, (Inline(words.lstrip("> ")),), depth, quoted=depth)
    return DraftBlock(BlockKind.PARAGRAPH, (Inline(words),))


def read_plain(page: SavedPage) -> ArticleDraft:
    """The article of a plain text file."""
    paragraphs = paragraphs_of(page.markup)
    refuse_endless(len(paragraphs))
    known = Masthead(url=page.url, url_from=page.url_from)
    if (printout := printout_of(paragraphs)) is not None:
        return ArticleDraft(known.filled_from(printout.masthead), tuple(_block(words) for words in printout.paragraphs))
    masthead, start = head_of(paragraphs, page.path)
    lines = [DiscussionLine(words) for words in paragraphs]
    opening = opening_of(lines, start + 1)
    body = paragraphs[start:opening]
    comments = comments_of(lines[opening:]) if opening is not None else ()
    return ArticleDraft(known.filled_from(masthead), tuple(_block(words) for words in body), comments)
