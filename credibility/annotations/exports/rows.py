"""One flat row per claim, for the formats that are tables. The columns are public and stable: new ones are added at the end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.notes.noted import note_line, numbered_notes, touching
from credibility.floor.roles import ROLE_OF_TIER
from credibility.floor.sources import SOURCE_KINDS, justification_words, source_words, title_words
from credibility.floor.web import web_address
from credibility.model import RatedClaim, Reading, Role, Style

COLUMNS = (
    *("number", "id", "claim", "source", "source_kind", "source_title", "source_justification", "outlet", "outlet_domain", "outlet_by"),
    *("drawn_as", "tier", "score", "rater", "rated_on", "reason", "polarity", "quote", "chain", "link", "confidence", "found_by"),
    *("corrected", "start", "end", "article", "article_url", "publisher", "published", "fingerprint"),
)
"""The columns, in order. `start` and `end` are code points of the article's text, from the first span of the content to the last."""

NOTES = "notes"
"""A further column at the end, only in files that the reader's notes leave in."""

Row = Mapping[str, Any]


def columns_of(reading: Reading) -> tuple[str, ...]:
    """The columns for a reading."""
    return (*COLUMNS, NOTES) if reading.own_notes else COLUMNS


def claim_rows(reading: Reading, styles: Mapping[Role, Style]) -> Iterator[Row]:
    """The rows of a reading, numbered from 1 in text order; values are text, numbers or None."""
    article = reading.article
    about = {
        "article": article.title,
        "article_url": web_address(article.canonical) or web_address(article.url),
        "publisher": reading.publisher.name if reading.publisher else article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "fingerprint": article.fingerprint,
    }
    for number, rated in enumerate(reading.claims, 1):
        own = "; ".join(note_line(placed.note.draft) for placed in touching(rated, reading.own_notes)) or None
        yield {"number": number, **_claim(rated, article.text, styles), **_rating(rated, styles), **about, NOTES: own}


def note_cells(reading: Reading) -> Iterator[Sequence[Any]]:
    """The reader's notes as a table of their own, its header first."""
    yield "number", "note", "tags", "colour", "words", "start", "end"
    for number, placed in numbered_notes(reading):
        draft, span = placed.note.draft, placed.span
        words = " ".join(placed.note.quote.exact.split())
        where = (span.start, span.end) if span else (None, None)
        yield number, draft.words, ", ".join(draft.tags), NOTE_LOOKS[draft.colour].label, words, *where


def content_words(rated: RatedClaim, text: str) -> str:
    """What is claimed, in one line; a gap between its parts is shown as an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in rated.claim.content)


def _claim(rated: RatedClaim, text: str, styles: Mapping[Role, Style]) -> Row:
    claim, resolution = rated.claim, rated.resolution
    return {
        "id": claim.id,
        "claim": content_words(rated, text),
        "source": source_words(claim.source, text),
        "source_kind": SOURCE_KINDS[claim.source.kind],
        "source_title": title_words(claim.source, text) or None,
        "source_justification": justification_words(claim.source, text) or None,
        "outlet": resolution.outlet.name if resolution.outlet else None,
        "outlet_domain": resolution.outlet.domain if resolution.outlet else None,
        "outlet_by": resolution.by.value,
        "drawn_as": styles[rated.drawn].label,
        "polarity": claim.polarity.value,
        "quote": claim.quote.value,
        "chain": " › ".join(link.name for link in rated.chain),
        "link": web_address(resolution.url),
        "confidence": round(claim.confidence, 3),
        "found_by": claim.found_by,
        "corrected": ", ".join(correction.kind.value for correction in rated.corrections) or None,
        "start": claim.content[0].start,
        "end": claim.content[-1].end,
    }


def _rating(rated: RatedClaim, styles: Mapping[Role, Style]) -> Row:
    """The rating in force; none for what is not asserted, which never takes an outlet's colour."""
    rating = rated.rating if rated.claim.asserted else None
    if rating is None:
        return {"tier": None, "score": None, "rater": None, "rated_on": None, "reason": None}
    rated_on = rating.provenance.rated_on
    return {
        "tier": styles[ROLE_OF_TIER[rating.tier]].label,
        "score": rating.score,
        "rater": rating.rater.title,
        "rated_on": rated_on.isoformat() if rated_on else None,
        "reason": rating.provenance.reason or None,
    }
