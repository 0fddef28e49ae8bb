"""What stands above the text of a document that knows no mastheads: its headline, byline and date lines become meta tags.

A document's own properties name the program, the template or whoever typed it, and are left alone.
"""

import re

from lxml import etree

from credibility.articles.containers.opened import head_with
from credibility.articles.draft import Masthead
from credibility.articles.extraction.dom import Element, body_of, parse, words_of
from credibility.articles.text.plain import head_of

_HEADING = re.compile(r"h[1-6]$")
_MOST_LINES = 9


def with_head(markup: str) -> str:
    """The page with the lines above its text moved to its head."""
    body = body_of(parse(markup))
    lines = _first_lines(body)
    masthead, count = head_of([words_of(line) for line in lines], "")
    if lines and not masthead.title and _HEADING.match(str(lines[0].tag)):
        masthead, count = Masthead(title=words_of(lines[0])), 1
    for line in lines[:count]:
        body.remove(line)
    values = {
        "og:title": masthead.title,
        "author": masthead.byline or "",
        "date": masthead.published.isoformat() if masthead.published else "",
        "og:url": masthead.url or "",
        "og:site_name": masthead.publisher or "",
    }
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in body)
    return head_with(values) + f"<body>{inner}</body>"


def _first_lines(body: Element) -> list[Element]:
    """The first headings and paragraphs, empty ones left out, up to anything else."""
    lines: list[Element] = []
    for child in list(body):
        if child.tag != "p" and not _HEADING.match(str(child.tag)):
            break
        if words_of(child):
            lines.append(child)
        elif child.find(".//img") is None:
            body.remove(child)
        if len(lines) == _MOST_LINES:
            break
    return lines
