"""What is set into a sentence in brackets or dashes, to be stepped over: "Venn insists (and she has papers) that …"."""

from credibility.attribution.phrases.grammar import DASHES, Grammar

_REACH = 24


def past_insertion(g: Grammar, at: int, limit: int) -> int:
    """The token behind the bracket that opens at `at`, or the dash that closes what a dash there opens; `at` where nothing does."""
    reach = range(at + 2, min(limit, at + _REACH))
    if g.word(at) == "(":
        return next((k + 1 for k in reach if g.word(k) == ")"), at)
    if g.word(at) in DASHES:
        return next((k for k in reach if g.word(k) in DASHES), at)
    return at
