"""A web page to a draft: masthead from the raw page, comments taken out, the article's segments chosen and set as blocks."""

from credibility.articles.blocks import blocks_of
from credibility.articles.comments import take_comments
from credibility.articles.dom import base_of, body_of, parse, strip_dead
from credibility.articles.draft import Draft
from credibility.articles.main_text import evidence_of, main_lines
from credibility.articles.masthead import Head, hints_of, masthead_of
from credibility.articles.pictures import Gallery
from credibility.articles.segments import segments_of
from credibility.articles.selection import select
from credibility.model import SavedPage


def read_webpage(page: SavedPage) -> Draft:
    """The article of an HTML page, whatever it was saved in."""
    root = parse(page.markup)
    head = Head.of(root)
    masthead, hints = masthead_of(head, page), hints_of(head)
    base = base_of(root, masthead.url or masthead.canonical)
    gallery = Gallery(page.resources, base)
    strip_dead(root)
    comments = take_comments(root)
    segments = segments_of(body_of(root), base)
    chosen = select(segments, evidence_of(main_lines(root)), hints)
    return Draft(masthead, blocks_of(chosen, gallery), comments)
