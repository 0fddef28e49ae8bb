"""Corrections as a file that another machine takes in: JSON with the selectors of the W3C Web Annotation model. Its shape is public.

The selectors are those of https://www.w3.org/TR/annotation-model/#selectors: the words with what stands around them, and their position.
"""

from typing import Any

from credibility.floor.language import said
from credibility.floor.pages import HERE
from credibility.model import (
    Correction,
    CorrectionKind,
    KeptCorrection,
    PositionSelector,
    QuoteSelector,
    RatingError,
    Selectors,
    Source,
    SourceKind,
    Span,
)

FORMAT = 1
"""Raised when a key is renamed or removed; adding one leaves it."""

Json = dict[str, Any]


def write_corrections(kept: tuple[KeptCorrection, ...]) -> Json:
    """Corrections of all articles as one document. Names of files on this machine are left out."""
    return {"sourcetint": {"format": FORMAT, "kind": "corrections"}, "items": [_item(each) for each in kept]}


def read_corrections(document: Any) -> tuple[tuple[KeptCorrection, ...], int]:
    """The corrections in a document, and how many of its items cannot be read. Raises RatingError when it is another kind of file."""
    head = document.get("sourcetint") if isinstance(document, dict) else None
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(head, dict) or head.get("kind") != "corrections" or not isinstance(items, list):
        raise RatingError(said("This file does not hold corrections of SourceTint."), said("Choose one that “Export corrections” wrote."))
    if head.get("format") != FORMAT:
        raise RatingError(said("This file was written by a newer SourceTint."), said("Update SourceTint, then import it again."))
    read = [_read(item) for item in items]
    good = tuple(each for each in read if each is not None)
    return good, len(read) - len(good)


def _item(kept: KeptCorrection) -> Json:
    correction = kept.correction
    source = correction.source
    around = QuoteSelector(correction.quote, correction.prefix, correction.suffix)
    return {
        "kind": correction.kind.value,
        "fingerprint": correction.fingerprint,
        "pages": [page for page in kept.pages if not page.startswith(HERE)],
        "selector": selector_json((around, PositionSelector(correction.span.start, correction.span.end))),
        "outlet": correction.outlet,
        "reason": correction.reason,
        "source": {"name": source.name, "kind": source.kind.value} if source else None,
        "content": [selector_json(each) for each in correction.content],
    }


def selector_json(selectors: Selectors) -> list[Json]:
    """A quote and a position as W3C selectors."""
    quote, position = selectors
    return [
        {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        {"type": "TextPositionSelector", "start": position.start, "end": position.end},
    ]


def _read(item: Any) -> KeptCorrection | None:
    try:
        return _kept(item)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _kept(item: Json) -> KeptCorrection:
    kind = CorrectionKind(item["kind"])
    quote, position = selectors_in(item["selector"])
    source = Source(SourceKind(item["source"]["kind"]), stored_words(item["source"]["name"])) if item["source"] else None
    content = tuple(selectors_in(each) for each in item["content"])
    has_source = kind in (CorrectionKind.CLAIM, CorrectionKind.OTHER_SOURCE)
    has_content = kind in (CorrectionKind.CLAIM, CorrectionKind.EDGES)
    if (
        has_source is not bool(source)
        or has_content is not bool(content)
        or not stored_words(item["fingerprint"])
        or not quote.exact.strip()
    ):
        raise ValueError(item)
    correction = Correction(
        kind,
        item["fingerprint"],
        quote.exact,
        Span(position.start, position.end),
        None if item["outlet"] is None else stored_words(item["outlet"]),
        stored_words(item["reason"]),
        source,
        quote.prefix,
        quote.suffix,
        content,
    )
    return KeptCorrection(correction, tuple(stored_words(page) for page in item["pages"] if page and not page.startswith(HERE)))


def selectors_in(held: list[Json]) -> Selectors:
    """The quote and the position among W3C selectors. Raises for anything else."""
    by_type = {selector["type"]: selector for selector in held}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    start, end = position["start"], position["end"]
    if not (type(start) is int and type(end) is int and 0 <= start <= end):
        raise ValueError(position)
    return QuoteSelector(stored_words(quote["exact"]), stored_words(quote["prefix"]), stored_words(quote["suffix"])), PositionSelector(
        start, end
    )


def stored_words(value: object) -> str:
    """A text as it is. Raises ValueError for what no table takes, such as half a letter."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value
