"""The JSON that the command line prints. Its format is public and stable; see README.md, "The JSON"."""

from typing import Any

from credibility.annotations.notes.carried import notes_json
from credibility.floor.scopes import PRINTED, scope_in_words
from credibility.floor.web import web_address
from credibility.model import Article, Block, Outlet, Part, RatedClaim, Rating, Reading, Role, Span

Json = dict[str, Any]


def article_json(article: Article) -> Json:
    """The article with its structure; every span is [start, end) in code points of `text`."""
    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "publisher": article.publisher,
        "language": article.language,
        "url": web_address(article.url),
        "url_from": article.url_from,
        "canonical": web_address(article.canonical),
        "fingerprint": article.fingerprint,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "links": [
            {"url": url, "text": link.span.of(article.text), "span": _span(link.span)}
            for link in article.links
            if (url := web_address(link.url))
        ],
        "emphases": [{"kind": emphasis.kind.value, "span": _span(emphasis.span)} for emphasis in article.emphases],
        "images": [{"media_type": image.media_type, "alt": image.alt, "bytes": len(image.data)} for image in article.images],
        "comments": [{"author": c.author, "text": c.text, "depth": c.depth} for c in article.comments],
        "notes": list(article.notes),
        "part": article.part + 1 if article.parts else None,
        "parts": [_part(number, part) for number, part in enumerate(article.parts, 1)],
    }


def parts_json(parts: tuple[Part, ...]) -> Json:
    """The parts of a file; `part` is the number of the one read by default. Null and empty for a file with one article."""
    if len(parts) < 2:
        return {"part": None, "parts": []}
    main = next(number for number, part in enumerate(parts, 1) if part.main)
    return {"part": main, "parts": [_part(number, part) for number, part in enumerate(parts, 1)]}


def reading_json(reading: Reading) -> Json:
    """The article's metadata, its text, and its claims with outlet, chain, rating and reasons."""
    article = article_json(reading.article)
    text = article.pop("text")
    for part in ("blocks", "links", "emphases", "images", "comments"):
        article.pop(part)
    article["host"] = _outlet_json(reading.publisher)
    return {
        "article": article,
        "text": text,
        "claims": [claim_json(rated, text) for rated in reading.claims],
        "excerpts": [
            {
                "span": _span(item.excerpt.span),
                "cue": _span(item.excerpt.cue),
                "author": item.excerpt.author,
                "outlet": {"name": item.outlet.name, "domain": item.outlet.domain} if item.outlet else None,
            }
            for item in reading.excerpts
        ],
        "notes": list(reading.notes),
        **({"own_notes": notes_json(reading)} if reading.own_notes else {}),
    }


def _words(spans: tuple[Span, ...], text: str) -> Json | None:
    """Words of the article with their spans; None if there are none."""
    return {"text": " … ".join(span.of(text) for span in spans), "spans": [_span(span) for span in spans]} if spans else None


def claim_json(rated: RatedClaim, text: str) -> Json:
    """One claim; `text` is the article's text."""
    claim, resolution = rated.claim, rated.resolution
    return {
        "id": claim.id,
        "content": [_span(span) for span in claim.content],
        "cue": [_span(span) for span in claim.cue.spans],
        "source": {
            "text": " … ".join(span.of(text) for span in claim.source.spans) or None,
            "name": claim.source.name or None,
            "kind": claim.source.kind.value,
            "spans": [_span(span) for span in claim.source.spans],
            "title": _words(claim.source.title, text),
            "justification": _words(claim.source.justification, text),
        },
        "quote": claim.quote.value,
        "outlet": _outlet_json(resolution.outlet),
        "outlet_by": resolution.by.value,
        "outlet_unnamed": resolution.unnamed,
        "candidates": [_outlet_json(outlet) for outlet in resolution.candidates],
        "link": web_address(resolution.url),
        "chain": [{"name": link.name, "kind": link.kind, "domain": link.outlet} for link in rated.chain],
        "role": rated.role.value,
        "polarity": claim.polarity.value,
        "denied_by": claim.denied_by.value if claim.denied_by else None,
        "rating": rating_json(rated.rating) if rated.rating else None,
        "other_ratings": [rating_json(rating) for rating in rated.others],
        "disagreement": rated.disagreement,
        "rated_after": rated.rated_after,
        "attitude": claim.attitude,
        "confidence": claim.confidence,
        "found_by": claim.found_by,
        "corrected": [correction.kind.value for correction in rated.corrections],
        "why": [{"step": why.step.value, "text": why.text, "span": _span(why.span) if why.span else None} for why in rated.why],
    }


def _outlet_json(outlet: Outlet | None) -> Json | None:
    return {"name": outlet.name, "domain": outlet.domain} if outlet else None


def rating_json(rating: Rating) -> Json:
    """One rating with its provenance; `tier` is one of high, reliable, mixed, low, very-low, unrated."""
    return {
        "outlet": rating.outlet,
        "tier": Role[rating.tier.name].value,
        "score": rating.score,
        "rater": rating.rater.slug,
        "scope": scope_in_words(rating.scope, PRINTED),
        "rated_on": rating.provenance.rated_on.isoformat() if rating.provenance.rated_on else None,
        "retrieved_on": rating.provenance.retrieved_on.isoformat() if rating.provenance.retrieved_on else None,
        "original": rating.provenance.original,
        "mapping": rating.provenance.mapping,
        "reason": rating.provenance.reason,
        "url": web_address(rating.provenance.url),
        "licence": rating.provenance.licence,
        "status": rating.provenance.status.value,
    }


def _part(number: int, part: Part) -> Json:
    return {"number": number, "title": part.title, "url": web_address(part.url), "kind": part.kind.value}


def _block(block: Block) -> Json:
    shape: Json = {"kind": block.kind.value, "span": _span(block.span), "level": block.level}
    if block.marker:
        shape["marker"] = block.marker
    if block.image is not None:
        shape["image"] = block.image
    if block.cells:
        shape["cells"] = [_span(cell) for cell in block.cells]
    if block.pointer:
        shape["pointer"] = True
    return shape


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
