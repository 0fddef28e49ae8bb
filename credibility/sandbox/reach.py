"""How far into an article claims are searched for, so that an endless text takes neither endless time nor memory."""

from dataclasses import replace

from credibility.model import Article, Claims

LONGEST = 3_000_000
"""Code points, about the length of “War and Peace”. A text of this length takes four seconds of processor time without a claim, and half a
minute when every paragraph holds two (`tests.bench.worst_cases`)."""

CUT_OFF = "This text is very long: claims were searched for in its first three million characters only."


def within_reach(article: Article) -> Article:
    """The article up to the last block that ends within `LONGEST`; the article itself when it is not longer."""
    if len(article.text) <= LONGEST:
        return article
    blocks = tuple(block for block in article.blocks if block.span.end <= LONGEST)
    end = blocks[-1].span.end if blocks else 0
    links = tuple(link for link in article.links if link.span.end <= end)
    emphases = tuple(emphasis for emphasis in article.emphases if emphasis.span.end <= end)
    return replace(article, text=article.text[:end], blocks=blocks, links=links, emphases=emphases)


def told(claims: Claims, article: Article) -> Claims:
    """The claims, with a note when the article is longer than what was searched."""
    return replace(claims, notes=(*claims.notes, CUT_OFF)) if len(article.text) > LONGEST else claims
