"""The table of sources at the end of the printed article: every outlet and source with its rating and its numbered claims."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from credibility.annotations.annotate import carrier, rating_line
from credibility.floor.language import shown
from credibility.floor.polarities import polarity_words
from credibility.floor.sources import kind_beside_tier
from credibility.floor.web import web_address
from credibility.model import RatedClaim, Reading, Role, Style

OPENING = 110
"""How many characters of a claim the table quotes at most."""


def source_rows(
    reading: Reading, styles: Mapping[Role, Style], numbers: Mapping[str, int], pages: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Outlets first, then sources without an outlet, each with its claims in text order.

    `numbers` are the claims' numbers by id, `pages` their pages in another file; the template finds those in its own.
    """
    text = reading.article.text
    filed: dict[tuple[bool, str, Role, str, str], list[RatedClaim]] = {}
    for rated in reading.claims:
        key = rated.resolution.outlet is None, carrier(rated, text), rated.drawn, polarity_words(rated.claim), kind_beside_tier(rated.claim)
        filed.setdefault(key, []).append(rated)
    rows = []
    for key, claims in sorted(filed.items(), key=lambda item: item[0][0]):
        listed = [
            {
                "target": f"claim-{rated.id}",
                "number": numbers[rated.id],
                "words": opening(rated, text, OPENING),
                "page": pages.get(rated.id, 0),
            }
            for rated in claims
        ]
        rows.append({"name": shown(key[1]), "outlet": not key[0], "claims": listed, "first": True, "unit": 0, **_rated(claims[0], styles)})
    return rows


def _rated(rated: RatedClaim, styles: Mapping[Role, Style]) -> dict[str, Any]:
    """How the first claim of a row is rated, which all of them share."""
    style = styles[rated.drawn]
    rating = rated.rating if rated.claim.asserted else None
    address = (web_address(rating.provenance.url) or "") if rating else ""
    return {
        "label": shown(style.label),
        "rating": shown(rating_line(rated, style)),
        "url": address,
        "shown": shortened(address),
        **look(style),
    }


def look(style: Style) -> dict[str, str]:
    """How a role is drawn, for the template."""
    return {"wash": style.wash, "line": style.line, "underline": style.underline, "glyph": style.glyph}


def opening(rated: RatedClaim, text: str, longest: int) -> str:
    """The first words of a claim, cut between words; within a word only if that word alone is too long."""
    words = " … ".join(" ".join(span.of(text).split()) for span in rated.claim.content)
    if len(words) <= longest:
        return words
    whole = words[:longest].rsplit(" ", 1)[0]
    return f"{whole if len(whole) > longest // 2 else words[:longest]} …"


def shortened(address: str, longest: int = 44) -> str:
    """An address as it is shown: host and the end of its path; the link leads to the whole."""
    if len(address) <= longest:
        return address.partition("://")[2] or address
    parts = urlsplit(address)
    host, rest = (parts.hostname or "").removeprefix("www."), address.rpartition("/")[2] or parts.path
    room = max(8, longest - len(host) - 3)
    return f"{host}/…" if not rest else f"{host}/…{'/' + rest if len(rest) < room else rest[-room:]}"
