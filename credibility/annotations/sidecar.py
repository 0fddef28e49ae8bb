"""The reading as a W3C annotation page (JSON-LD), to lie beside the article or to go to another program. Its shape is public and stable.

https://www.w3.org/TR/annotation-model/: one annotation per claim; the target selects its words by quotation and by position, the body says
in words what the popup says, tags carry the role and the kind of source.
"""

from typing import Any

from credibility.annotations.annotate import target_of
from credibility.floor.notes.noted import note_name, numbered_notes
from credibility.floor.passages.selectors import anchor
from credibility.floor.web import web_address
from credibility.model import Annotation, PositionSelector, QuoteSelector, RatedClaim, Reading, Span
from credibility.model.notes import PlacedNote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FORMAT = 1
"""Raised when a key is renamed or removed; adding one leaves it."""


def write_sidecar(reading: Reading) -> dict[str, Any]:
    """The annotations of a reading as an AnnotationPage."""
    article = reading.article
    claims = {f"claim-{rated.id}": rated for rated in reading.claims}
    return {
        "@context": CONTEXT,
        "type": "AnnotationPage",
        "sourcetint": {"format": FORMAT, "title": article.title, "url": web_address(article.url), "fingerprint": article.fingerprint},
        "items": [_annotation(annotation, claims.get(annotation.id)) for annotation in reading.annotations]
        + [_own_note(number, placed, reading) for number, placed in numbered_notes(reading)],
    }


def read_sidecar(page: dict[str, Any], text: str) -> dict[str, tuple[Span, ...]]:
    """Where the annotations of a page stand in `text`, by annotation id; those whose words are gone are left out."""
    found: dict[str, tuple[Span, ...]] = {}
    for item in page["items"]:
        spans = [anchor(*_selectors(target["selector"]), text) for target in item["target"]]
        if all(spans):
            found[item["id"].removeprefix("urn:sourcetint:")] = tuple(span for span in spans if span)
    return found


def _annotation(annotation: Annotation, rated: RatedClaim | None) -> dict[str, Any]:
    note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en", "value": annotation.body}
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]
    return {
        "id": f"urn:sourcetint:{annotation.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [note, *tags],
        "target": [{"source": annotation.target, "selector": _written(quote, position)} for quote, position in annotation.selectors],
        **({"sourcetint": _told(rated)} if rated else {}),
    }


def _own_note(number: int, placed: PlacedNote, reading: Reading) -> dict[str, Any]:
    """A note of the reader: a comment on a passage, in the article's own language or any other."""
    note = placed.note
    body = [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note.draft.words}]
    body += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.draft.tags]
    return {
        "id": f"urn:sourcetint:{note_name(number)}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": body,
        "target": [{"source": target_of(reading.article), "selector": _written(note.quote, note.position)}],
        "sourcetint": {"words": note.draft.words, "tags": list(note.draft.tags), "colour": note.draft.colour.value},
    }


def _told(rated: RatedClaim) -> dict[str, Any]:
    """Source and outlet of a claim, so that another copy of the article can take the claim over."""
    source, outlet = rated.claim.source, rated.resolution.outlet
    return {
        "source": {"name": source.name, "kind": source.kind.value},
        "outlet": {"name": outlet.name, "domain": outlet.domain} if outlet else None,
    }


def _written(quote: QuoteSelector, position: PositionSelector) -> list[dict[str, Any]]:
    return [
        {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        {"type": "TextPositionSelector", "start": position.start, "end": position.end},
    ]


def _selectors(written: list[dict[str, Any]]) -> tuple[QuoteSelector, PositionSelector]:
    by_type = {selector["type"]: selector for selector in written}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    return QuoteSelector(quote["exact"], quote["prefix"], quote["suffix"]), PositionSelector(position["start"], position["end"])
