"""A ratings pack: one JSON file with the ratings of a person or class, which another SourceTint merges as a rater of its own."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from credibility.floor.language import said
from credibility.floor.web import web_address
from credibility.model import OutletKind, Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.cells import day
from credibility.outlets.lists.reading import Row, address, number, objects, read_rows
from credibility.outlets.rating.scopes import read_scope, write_scope
from credibility.outlets.registry import OutletRegistry

MARK = "sourcetint-ratings-pack"
_VERSION = 1
_LONGEST_TITLE = 200
_PRECEDENCE = 15  # after Wikipedia's list, before the figures: people share a pack to be heard


def is_pack(text: str) -> bool:
    """Whether the text is a pack."""
    return text.lstrip().startswith("{") and MARK in text[:400]


def write_pack(registry: OutletRegistry, rater: str, title: str, made_on: date, licence: str = "CC0-1.0") -> str:
    """A pack of all ratings that one rater of the table gave (``mine`` for the user's own), with what names their outlets."""
    ratings = [
        _rating(registry, rating) for slug in sorted(registry.ratings) for rating in registry.ratings[slug] if rating.rater.slug == rater
    ]
    pack = {"format": MARK, "version": _VERSION, "title": title, "made_on": made_on.isoformat(), "licence": licence, "ratings": ratings}
    return json.dumps(pack, ensure_ascii=False, indent=1)


def read_pack(text: str) -> ReadList:
    """Read a pack. ValueError when it is none, or from a newer program."""
    pack = json.loads(text)
    if not isinstance(pack, dict) or pack.get("format") != MARK or not isinstance(pack.get("ratings"), list):
        raise ValueError(said("the file is not a ratings pack"))
    version = pack.get("version", _VERSION)
    if not isinstance(version, int) or version < 1:
        raise ValueError(said("the pack does not say its version"))
    if version > _VERSION:
        raise ValueError(said("the pack was made by a newer SourceTint"))
    head = Row(0, "", pack)
    title = head.text("title")[:_LONGEST_TITLE] or "A ratings pack"
    rater = Rater(
        "pack-" + "-".join("".join(char if char.isalnum() else " " for char in title.lower()).split()),
        title,
        _PRECEDENCE,
        licence=head.text("licence")[:_LONGEST_TITLE] or None,
        version=head.text("made_on") or None,
        retrieved_on=day(head.text("made_on")),
        scale="score 0–100",
    )
    return read_rows(text, rater, objects(pack["ratings"]), _entries)


def _rating(registry: OutletRegistry, rating: Any) -> dict[str, object]:
    outlet = registry.outlets[rating.outlet]
    told = rating.provenance
    return {
        "outlet": outlet.slug,
        "name": outlet.name,
        "kind": outlet.kind.value,
        "country": outlet.country,
        "score": rating.score,
        "scope": write_scope(rating.scope),
        "reason": told.reason,
        "url": web_address(told.url),
        "rated_on": told.rated_on.isoformat() if told.rated_on else None,
    }


def _entries(row: Row) -> Iterable[ListEntry]:
    score = row.text("score")
    kind = row.text("kind")
    yield ListEntry(
        row.line,
        address(row.text("outlet")),
        number(score, 0, 100) if score else None,
        score or "unrated",
        row.text("name"),
        OutletKind(kind) if kind else None,
        country=row.text("country") or None,
        scope=read_scope(row.text("scope")),
        reason=row.text("reason"),
        url=row.text("url") or None,
        rated_on=day(row.text("rated_on")),
    )
