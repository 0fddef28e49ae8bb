"""How much of a claim's content stands in quotation marks."""

from collections.abc import Sequence

from credibility.model import QuoteKind, Span

_QUOTATION_MARKS = frozenset('“”„"«»‘')


def quote_kind(text: str, content: Sequence[Span]) -> QuoteKind:
    """Direct when the content begins and ends in quotation marks, mixed when it holds some, else indirect."""
    words = [span.of(text) for span in content]
    if words[0][0] in _QUOTATION_MARKS and words[-1].rstrip(".,")[-1:] in "”\"»’'“":
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if any(mark in _QUOTATION_MARKS for word in words for mark in word) else QuoteKind.INDIRECT
