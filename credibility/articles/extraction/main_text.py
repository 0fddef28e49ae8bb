"""Which words of a page are its article, according to trafilatura: by its own rules, or where these are doubtful by a comparison.

Only the words are used, since trafilatura's HTML loses links, captions and tables.
"""

import logging
from dataclasses import dataclass

from credibility.articles.extraction.dom import Element
from credibility.articles.extraction.segments import tokens_of
from credibility.articles.text.folding import fold

SHINGLE = 3
_HIT = 0.7
Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that belong to the article: their 3-grams, and the short lines among them."""

    shingles: frozenset[Shingle]
    lines: frozenset[tuple[str, ...]]
    size: int = 0

    def share_of(self, tokens: tuple[str, ...]) -> float:
        """The share of the tokens' 3-grams that the article has; a very short line counts only if the article has the same line."""
        if len(tokens) < SHINGLE + 2:
            return float(tokens in self.lines)
        grams = shingles_of(tokens)
        return sum(gram in self.shingles for gram in grams) / len(grams)

    def has(self, tokens: tuple[str, ...]) -> bool:
        """Whether most of the tokens are the article's."""
        return bool(tokens) and self.share_of(tokens) >= _HIT


def shingles_of(tokens: tuple[str, ...]) -> list[Shingle]:
    """All runs of three neighbouring tokens."""
    return list(zip(tokens, tokens[1:], tokens[2:], strict=False))


def evidence_of(lines: list[tuple[str, ...]]) -> Evidence:
    """Evidence from the article's lines, each a tuple of tokens."""
    tokens = tuple(token for line in lines for token in line)
    return Evidence(frozenset(shingles_of(tokens)), frozenset(lines), len(tokens))


def main_lines(root: Element, *, compared: bool = False) -> list[tuple[str, ...]]:
    """The article's lines as tokens; none when trafilatura finds no article.

    `compared` asks readability and jusText too, which trafilatura holds against what its own rules found.
    """
    import trafilatura  # noqa: PLC0415 - takes 170 ms, and plain text does not need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, fast=not compared)
    body = getattr(found, "body", None)
    if body is None:
        return []
    for line_break in body.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = []
    for element in body:
        parts = element.iter("item", "cell", "p") if element.tag in ("list", "table", "quote") else [element]
        texts = ["".join(part.itertext()) for part in parts] or ["".join(element.itertext())]
        lines += [tokens for text in texts for line in text.split("\n") if (tokens := tokens_of(fold(line)))]
    return lines
