"""Sources that are a share of those whom a poll asked."""

from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.sentences import Run


def counts_respondents(g: Grammar, source: Run | None) -> bool:
    """Whether the source is a share of those asked: "Fifty-one percent", "63 percent of voters", "most respondents"."""
    if source is None:
        return False
    words = g.passage.lower[source[0] : source[1]]
    named = (k > source[0] and g.is_name(k) for k in range(*source))  # "Page Six" counts nobody
    told = any((word in g.lexicon.respondents and not name) or word == "%" for word, name in zip(words[:6], named, strict=False))
    return told or "per cent" in " ".join(words[:6]) or _counts_out_of(g, source)


def _counts_out_of(g: Grammar, source: Run) -> bool:
    """Whether the source is so many of so many: "about 3 in 10 sailors"."""
    return any(
        g.lower(k) in ("in", "of") and g.word(k - 1)[:1].isdigit() and g.word(k + 1) in ("5", "10", "100")
        for k in range(source[0] + 1, min(source[1], source[0] + 6))
    )


def finds_share(g: Grammar, source: Run | None) -> bool:
    """Whether the source is a share that only a poll can know of: "44 percent of voters", "a majority of those asked"."""
    return counts_respondents(g, source) and source is not None and any(g.lower(k) in g.lexicon.shares for k in range(*source))


def is_fraction(g: Grammar, source: Run) -> bool:
    """Whether a source is a part of some who were named before: "a third", "two thirds"."""
    words = g.lexicon.words
    counted = g.lower(source[0]) in words.indefinite_articles or g.lower(source[0]) in words.numbers
    return counted and source[1] - source[0] == 2 and g.lower(source[1] - 1) in words.fractions
