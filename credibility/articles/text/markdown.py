"""Turn Markdown into a draft, including the front matter that web clippers write."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import frontmatter
from markdown_it import MarkdownIt
from yaml import YAMLError

from credibility.articles.addresses import web_address
from credibility.articles.draft import ArticleDraft, Masthead
from credibility.articles.extraction.blocks import blocks_of
from credibility.articles.extraction.dom import body_of, parse, strip_dead
from credibility.articles.extraction.segments import Segment, segments_of
from credibility.articles.masthead.bylines import Byline, read_byline
from credibility.articles.masthead.dates import date_of
from credibility.articles.pictures.gallery import Gallery
from credibility.articles.text.clippings import without_fields
from credibility.articles.text.discussion import DiscussionLine, comments_of, opening_of
from credibility.articles.text.folding import squeeze
from credibility.model import BlockKind, SavedPage

_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "creator", "by"),
    "published": ("published", "date", "published_date", "publication_date", "date_published", "pubdate"),
    "publisher": ("site", "publisher", "site_name", "website", "publication", "source_name"),
    "language": ("lang", "language"),
    "url": ("source", "url", "link", "source_url", "original_url", "permalink", "canonical"),
}
_PAIR = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.+?)[ \t]*$", re.M)
_MOST_HEADERS = 6
_LONGEST_FRONT_MATTER = 20_000
_MOST_BRACKETS = 400
_MOST_VALUES = 20


def _front_matter(markup: str) -> tuple[Mapping[str, Any], str]:
    """The front matter's fields and the rest; front matter that is not valid YAML (a title with a colon) is read line by line."""
    try:
        # Front matter is a dozen short lines. Thousands of brackets would overflow the parser's stack.
        if len(re.findall(r"[\[{]", markup[:_LONGEST_FRONT_MATTER])) > _MOST_BRACKETS:
            raise ValueError("too many brackets")
        fields, rest = frontmatter.parse(markup)
        return {str(name).lower(): value for name, value in fields.items()}, rest
    except (YAMLError, ValueError, AttributeError, RecursionError):
        _, head, rest = [*markup.split("---", 2), "", ""][:3]
        return {name.lower(): value.strip("\"'") for name, value in _PAIR.findall(head)}, rest


def _text(value: object) -> str:
    """A field's value as text: lists are joined, wiki links lose their brackets."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(part) for part in value[:_MOST_VALUES] if not isinstance(part, list))))
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return squeeze(str(value)).removeprefix("[[").removesuffix("]]") if isinstance(value, (str, int, float)) else ""


def rendered(markup: str) -> str:
    """A Markdown file as HTML, its front matter left out."""
    return _html(without_fields(_front_matter(markup)[1])[1])


def _html(markup: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markup))


def _masthead(fields: Mapping[str, Any]) -> Masthead:
    def field(name: str) -> str:
        return next((text for key in _FIELDS[name] if (text := _text(fields.get(key)))), "")

    url = next((address for key in _FIELDS["url"] if (address := web_address(_text(fields.get(key))))), None)
    return Masthead(
        title=field("title"),
        byline=field("byline") or None,
        published=date_of(field("published")),
        publisher=field("publisher") or None,
        language=field("language") or None,
        url=url,
        url_from="front-matter" if url else None,
    )


def _line(segment: Segment) -> DiscussionLine:
    depth = sum(1 for _ in segment.element.iterancestors("blockquote")) + (segment.element.tag == "blockquote")
    return DiscussionLine(segment.words, depth, segment.kind is BlockKind.HEADING)


def _head(segments: Sequence[Segment], title: str) -> tuple[Masthead, int]:
    """The masthead read from the headline and byline lines above the text, and the number of those segments."""
    headed = bool(segments) and segments[0].kind is BlockKind.HEADING and (segments[0].level == 1 or segments[0].words == title)
    title = segments[0].words if headed else title
    found = _bylines(segments[int(headed) : -1])
    names = dict.fromkeys(line.name for line in found if line.name)
    return Masthead(
        title=title,
        byline=", ".join(names) or None,
        published=next((line.published for line in found if line.published), None),
        url=next((line.url for line in found if line.url), None),
        url_from="text" if any(line.url for line in found) else None,
    ), int(headed) + len(found)


def _bylines(segments: Sequence[Segment]) -> list[Byline]:
    """The bylines in the first paragraphs, up to the first paragraph that is not one."""
    found: list[Byline] = []
    for segment in segments[:_MOST_HEADERS]:
        byline = read_byline(segment.words) if segment.kind is BlockKind.PARAGRAPH else None
        if byline is None:
            break
        found.append(byline)
    return found


def read_markdown(page: SavedPage) -> ArticleDraft:
    """The article of a Markdown file; raw HTML in it is filtered like a web page."""
    fields, markup = _front_matter(page.markup)
    noted, markup = without_fields(markup)
    fields = {**noted, **fields}
    stated = _masthead(fields)
    root = parse(_html(markup))
    strip_dead(root)
    segments = segments_of(body_of(root), stated.url)
    written, start = _head(segments, stated.title)
    lines = [_line(segment) for segment in segments]
    opening = opening_of(lines, start + 1)
    comments = comments_of(lines[opening:]) if opening is not None else ()
    masthead = Masthead(url=page.url, url_from=page.url_from).filled_from(stated).filled_from(written)
    return ArticleDraft(masthead, blocks_of(segments[start:opening], Gallery(page.resources, masthead.url)), comments)
