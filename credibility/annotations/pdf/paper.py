"""Lay a reading out as data for the Typst template: text stays data and never becomes markup."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from credibility.annotations.annotate import STATEMENT, carrier, rating_line
from credibility.annotations.pdf.runs import Layers, PaperRun, RunKey
from credibility.floor.dates import day_in_words
from credibility.floor.polarities import polarity_words
from credibility.floor.sources import kind_beside_tier
from credibility.floor.web import web_address
from credibility.model import Article, BlockKind, Image, RatedClaim, Reading, ResolvedExcerpt, Role, Style

LINK_SCHEME = "sourcetint:"
"""Scheme of the temporary links that carry a run's key from the layout to the highlights."""

_PICTURES = {"image/png": "png", "image/jpeg": "jpg"}
"""The formats in which the guarded process returns pictures, small enough for print; nothing else is decoded here."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A reading ready for Typst: `data` is the template's JSON, `files` the pictures by name, `keys` the meaning of each temporary link."""

    data: str = field(repr=False)
    files: tuple[tuple[str, bytes], ...] = field(repr=False)
    keys: tuple[RunKey, ...]


def lay_out(reading: Reading, styles: Mapping[Role, Style]) -> Paper:
    """Everything the template needs, in reading order."""
    article = reading.article
    keys: dict[RunKey, int] = {}
    pictures = tuple(_picture(image) for image in article.images)
    blocks = _blocks(reading, keys, pictures)
    data = {
        "title": article.title or "Untitled article",
        "language": _language(article.language),
        "author": article.byline or "",
        "facts": _facts(reading),
        "statement": STATEMENT,
        "legend": [_legend_row(count, styles[role]) for role, count in reading.tally.roles],
        "blocks": blocks,
        "sources": _sources(reading, styles),
        "notes": [*article.notes, *reading.notes],
        "comments": len(article.comments),
    }
    files = tuple((f"image-{number}", picture[1]) for number, picture in enumerate(pictures) if picture)
    return Paper(json.dumps(data, ensure_ascii=False), files, tuple(keys))


def _facts(reading: Reading) -> list[list[str]]:
    """Labels and values of the lines under the title."""
    article = reading.article
    facts = [
        ["By", article.byline or ""],
        ["Published", day_in_words(article.published) if article.published else ""],
        ["Publisher", article.publisher or (reading.publisher.name if reading.publisher else "")],
        ["Address", web_address(article.url) or ""],
    ]
    if reading.publisher:
        facts.append(["Publisher's rating", _host_rating(reading)])
    return [fact for fact in facts if fact[1]]


def _host_rating(reading: Reading) -> str:
    rating = reading.publisher_rating
    if rating is None:
        return "Unrated in this table"
    return f"{rating.tier.label}, by {rating.rater.title}"


def _legend_row(count: int, style: Style) -> dict[str, Any]:
    return {"label": style.label, "glyph": style.glyph, "meaning": style.meaning, "count": count, **_look(style)}


def _look(style: Style) -> dict[str, str]:
    return {"wash": style.wash, "line": style.line, "underline": style.underline}


def _blocks(reading: Reading, keys: dict[RunKey, int], pictures: tuple[tuple[str, bytes] | None, ...]) -> list[dict[str, Any]]:
    article = reading.article
    layers = Layers(reading.claims, article.links, article.emphases, article.text)
    embedded = {item.excerpt.span.start: item for item in reading.excerpts}
    levels = _heading_levels(article)
    shaped: list[dict[str, Any]] = []
    for number, block in enumerate(article.blocks):
        shape: dict[str, Any] = {"kind": block.kind.value, "level": levels.get(number, block.level), "marker": block.marker}
        if block.image is not None:
            shape |= _picture_shape(block.image, article.images[block.image], pictures[block.image])
        elif block.cells:
            shape["cells"] = [_groups(layers.runs(cell), article.text, keys) for cell in block.cells]
        else:
            shape["runs"] = _groups(layers.runs(block.span), article.text, keys)
        starts = [start for start in embedded if block.span.start <= start <= block.span.end]
        for start in starts:
            shape["excerpt"] = _excerpt_line(embedded.pop(start))
        shaped.append(shape)
    return list(_tables_gathered(shaped))


def _picture_shape(number: int, image: Image, picture: tuple[str, bytes] | None) -> dict[str, str]:
    shown = {"file": f"image-{number}", "format": picture[0]} if picture else {"file": "", "format": ""}
    return {**shown, "alt": image.alt or "Image"}


def _tables_gathered(shaped: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Combine consecutive table rows into one table each; other blocks stay."""
    for is_row, members in groupby(shaped, lambda shape: shape["kind"] == BlockKind.TABLE_ROW.value):
        if is_row:
            yield {"kind": "table", "rows": list(members)}
        else:
            yield from members


def _excerpt_line(item: ResolvedExcerpt) -> str:
    if item.outlet:
        return f"Republished from {item.outlet.name}"
    return (
        f"Republished from {item.name}, which is not in your table" if item.name else "Republished from an outlet that is not in your table"
    )


def _heading_levels(article: Article) -> dict[int, int]:
    """Heading levels by block number without skipped levels, as PDF/UA requires; level 1 is the title."""
    levels: dict[int, int] = {}
    last = 1
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.HEADING:
            last = max(2, min(block.level, last + 1))
            levels[number] = last
    return levels


def _groups(runs: list[PaperRun], text: str, keys: dict[RunKey, int]) -> list[dict[str, Any]]:
    """Group neighbouring runs with the same key into one link each, to keep the number of annotations per claim low."""
    groups = []
    for key, members in groupby(runs, lambda run: run.key):
        pieces = list(members)
        groups.append(
            {
                "to": f"{LINK_SCHEME}{keys.setdefault(key, len(keys))}" if key.claims else (key.url or ""),
                "link": key.url is not None,
                "begins": [f"claim-{claim}" for piece in pieces for claim in piece.begins],
                "pieces": [{"text": piece.span.of(text), "as": list(piece.emphases)} for piece in pieces],
            }
        )
    return groups


def _sources(reading: Reading, styles: Mapping[Role, Style]) -> list[dict[str, Any]]:
    """The table of sources: outlets first, then sources without an outlet, each with its claims in text order."""
    filed: dict[tuple[bool, str, Role, str, str], list[RatedClaim]] = {}
    for rated in reading.claims:
        name = carrier(rated, reading.article.text)
        key = rated.resolution.outlet is None, name, rated.drawn, polarity_words(rated.claim), kind_beside_tier(rated.claim)
        filed.setdefault(key, []).append(rated)
    rows = []
    for (no_outlet, name, *_), claims in sorted(filed.items(), key=lambda item: item[0][0]):
        style = styles[claims[0].drawn]
        rating = claims[0].rating if claims[0].claim.asserted else None
        rows.append(
            {
                "name": name,
                "outlet": not no_outlet,
                "label": style.label,
                "glyph": style.glyph,
                "rating": rating_line(claims[0], style),
                "url": (web_address(rating.provenance.url) or "") if rating else "",
                "claims": [{"target": f"claim-{rated.id}", "words": _opening(rated, reading.article.text)} for rated in claims],
                **_look(style),
            }
        )
    return rows


def _opening(rated: RatedClaim, text: str, width: int = 60) -> str:
    words = " ".join(rated.claim.content[0].of(text).split())
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + " …"


def _language(tag: str | None) -> str:
    """The two- or three-letter code that Typst expects, "en" by default."""
    match = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", tag or "")
    return match.group().lower() if match else "en"


def _picture(image: Image) -> tuple[str, bytes] | None:
    """The picture's format and data for Typst; None when there is no picture to show."""
    kind = _PICTURES.get(image.media_type)
    return (kind, image.data) if kind and image.data else None
