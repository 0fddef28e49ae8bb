"""Annotations of one copy of an article on another copy: read from a file, anchored by their selectors, with those whose words are gone.

Two kinds of file are read: W3C annotations in JSON-LD (ours, or another program's with text quote selectors) and reading records as
`sourcetint claims --json` prints them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from credibility.annotations.notes.carried import is_note, notes_in_annotations, read_notes
from credibility.floor.language import said
from credibility.floor.passages.selectors import anchor, describe
from credibility.model import ArticleError, PositionSelector, QuoteSelector, Source, SourceKind, Span
from credibility.model.notes import CarriedNote

_NOT_OURS = ArticleError(
    said("This file holds neither W3C annotations nor a reading."), said("Choose a .jsonld or .json file that `export` wrote.")
)
_PREFIX = "urn:sourcetint:claim-"

Passage = tuple[QuoteSelector, PositionSelector | None]


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """An annotation from a file: its passages, and, where the file says so, its source and the slug of its outlet."""

    id: str
    passages: tuple[Passage, ...]
    source: Source
    outlet: str | None = None

    @property
    def words(self) -> str:
        """The quoted words in one line."""
        return " … ".join(" ".join(quote.exact.split()) for quote, _ in self.passages)


@dataclass(frozen=True, slots=True)
class Anchored:
    """What was found again and what was not. `places` are the spans of each claim found, `moved` how many of them have other positions."""

    places: tuple[tuple[CarriedClaim, tuple[Span, ...]], ...]
    lost: tuple[CarriedClaim, ...]
    moved: int
    unreadable: int = 0


def read_claims(document: Any) -> tuple[tuple[CarriedClaim, ...], int]:
    """The claims in a decoded file, and how many entries cannot be read. Raises ArticleError when it is another kind of file."""
    if isinstance(document, dict) and isinstance(document.get("claims"), list) and isinstance(document.get("text"), str):
        text = document["text"]
        read = [_attempt(_of_record, claim, text) for claim in document["claims"]]
    else:
        read = [_attempt(_of_annotation, item) for item in annotations_in(document) if not is_note(item)]
    good = tuple(claim for claim in read if claim is not None)
    return good, len(read) - len(good)


def notes_in(document: Any) -> tuple[CarriedNote, ...]:
    """The notes in a decoded file of either kind. Raises ArticleError when it is another kind of file."""
    if isinstance(document, dict) and isinstance(document.get("claims"), list):
        return read_notes(document.get("own_notes"))
    return read_notes(notes_in_annotations(annotations_in(document)))


def anchor_claims(claims: Sequence[CarriedClaim], text: str, unreadable: int = 0) -> Anchored:
    """Where the claims stand in `text`. A claim of several passages is found only if all of them are."""
    places, lost, moved = [], [], 0
    for claim in claims:
        found = [anchor(quote, position, text) for quote, position in claim.passages]
        spans = tuple(sorted({span for span in found if span}))
        if not all(found):
            lost.append(claim)
            continue
        places.append((claim, spans))
        moved += any(
            position != PositionSelector(span.start, span.end) for span, (_, position) in zip(found, claim.passages, strict=True) if span
        )
    return Anchored(tuple(places), tuple(lost), moved, unreadable)


def annotations_in(document: Any) -> list[Any]:
    """The annotations in an AnnotationPage, an AnnotationCollection, a list or alone. Raises ArticleError for anything else."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        raise _NOT_OURS
    if isinstance(items := document.get("items"), list):
        return items
    if isinstance(first := document.get("first"), dict):
        return annotations_in(first)
    if "target" in document:
        return [document]
    raise _NOT_OURS


def _attempt(read: Any, *given: Any) -> CarriedClaim | None:
    try:
        claim: CarriedClaim = read(*given)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return claim


def _of_annotation(item: dict[str, Any]) -> CarriedClaim:
    targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
    passages = tuple(_passage(target["selector"]) for target in targets)
    told = item.get("sourcetint") or {}
    return CarriedClaim(
        _checked(str(item.get("id", ""))).removeprefix(_PREFIX), _some(passages), _source(told.get("source")), _slug(told.get("outlet"))
    )


def _passage(selector: Any) -> Passage:
    held = selector if isinstance(selector, list) else [selector]
    by_type = {each["type"]: each for each in held}
    quote, position = by_type["TextQuoteSelector"], by_type.get("TextPositionSelector")
    exact, prefix, suffix = (_checked(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    if not exact.strip():
        raise ValueError(quote)
    return QuoteSelector(exact, prefix, suffix), PositionSelector(*_ends(position["start"], position["end"])) if position else None


def _of_record(claim: dict[str, Any], text: str) -> CarriedClaim:
    passages = tuple(describe(Span(*_ends(start, end)), text) for start, end in claim["content"])
    if not all(quote.exact.strip() for quote, _ in passages):
        raise ValueError(claim)
    return CarriedClaim(_checked(claim["id"]), _some(passages), _source(claim.get("source")), _slug(claim.get("outlet")))


def _some(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    if not passages:
        raise ValueError(passages)
    return passages


def _source(told: dict[str, Any] | None) -> Source:
    return Source(SourceKind(told["kind"]), _checked(told.get("name") or "")) if told else Source(SourceKind.NONE)


def _slug(told: dict[str, Any] | None) -> str | None:
    return _checked(told["domain"]) if told else None


def _ends(start: Any, end: Any) -> tuple[int, int]:
    if not (type(start) is int and type(end) is int and 0 <= start <= end):
        raise ValueError(start, end)
    return start, end


def _checked(value: Any) -> str:
    """A text that can be stored. Raises for anything else, half a surrogate pair included."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value


def report_of(anchored: Anchored) -> Iterator[str]:
    """The outcome in sentences; every claim that was not found is quoted."""
    count = len(anchored.places) + len(anchored.lost)
    yield said("{found} of {count} claims were found in this copy.", found=len(anchored.places), count=count)
    if anchored.moved:
        yield said("{count} of them stand elsewhere in it, or are spaced differently.", count=anchored.moved)
    for claim in anchored.lost:
        words = claim.words
        yield said("Not found: “{claim}”", claim=words if len(words) <= 120 else f"{words[:119]}…")
    if anchored.unreadable:
        yield said("{count} entries of the file cannot be read.", count=anchored.unreadable)
