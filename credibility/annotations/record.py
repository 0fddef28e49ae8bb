"""The record of a reading in an exported file: what it was made of, and the whole of it for another machine. Its shape is public.

Private notes, folders of this machine and names of its files beyond the article's own stay out.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from credibility.annotations.exchange import read_corrections, write_corrections
from credibility.annotations.notes.carried import read_notes
from credibility.annotations.report import claim_json, reading_json
from credibility.floor.language import Said, joined, said, said_of
from credibility.floor.raters import own_title
from credibility.floor.web import web_address
from credibility.model import ExportedClaim, ExportedReading, ExportEvidence, KeptCorrection, RatedClaim, RatingError, Reading, Role

FORMAT = 1
"""Raised when a key is renamed or removed; adding one leaves it."""

_LONGEST = 300
_MOST = 100_000
_TIERS = {
    "": said("unrated"),
    "unrated": said("unrated"),
    "very-low": said("very-low"),
    "low": said("low"),
    "mixed": said("mixed"),
    "reliable": said("reliable"),
    "high": said("high"),
}
"""Tiers as files name them, in words."""


def corrections_of(reading: Reading) -> tuple[KeptCorrection, ...]:
    """What the reader corrected in this article, with the addresses of its page."""
    article = reading.article
    pages = tuple(dict.fromkeys(filter(None, (web_address(article.canonical), web_address(article.url)))))
    held = [each for rated in (*reading.claims, *reading.rejected) for each in rated.corrections]
    return tuple(KeptCorrection(each, pages) for each in dict.fromkeys((*held, *reading.unplaced)))


def evidence_rows(reading: Reading, evidence: ExportEvidence) -> list[list[str]]:
    """The record in words, label and value per line; what is unknown is left out."""
    article = reading.article
    rows: list[list[str]] = [
        [said("File"), evidence.file],
        [said("SHA-256 of the file"), evidence.digest],
        [said("SHA-256 of the text"), text_digest(article.text)],
        [said("Address"), web_address(article.url) or ""],
        [said("Address read from"), article.url_from or "" if web_address(article.url) else ""],
        [said("Read"), f"{reading.read_at:%Y-%m-%d %H:%M %Z}".strip() if reading.read_at else ""],
        [said("Exported"), f"{evidence.exported:%Y-%m-%d %H:%M} UTC"],
        [said("Made with"), evidence.program],
        [said("Tagger"), evidence.tagger],
        [said("Profile"), evidence.profile],
        [said("Raters, the first decides"), joined(map(own_title, evidence.raters), "; ")],
        [said("Claims"), _how_found(reading)],
        [said("Corrected by the reader"), str(len(evidence.corrections)) if evidence.corrections else ""],
        [said("Not searched"), joined(_not_searched(reading), "; ")],
    ]
    return [row for row in rows if row[1]]


def _how_found(reading: Reading) -> str:
    """How many claims there are, and how many of them the tagger found."""
    by_tagger = [rated.claim.confidence for rated in reading.claims if rated.claim.found_by == "tagger"]
    found = len(reading.claims)
    if not by_tagger:
        return said("{count} in all, {by_rules} by rules or by the reader", count=found, by_rules=found)
    return said(
        "{count} in all, {by_rules} by rules or by the reader, {by_tagger} by the tagger (confidence {lowest:.2f} to {highest:.2f})",
        count=found,
        by_rules=found - len(by_tagger),
        by_tagger=len(by_tagger),
        lowest=min(by_tagger),
        highest=max(by_tagger),
    )


def _not_searched(reading: Reading) -> Iterator[str]:
    """What the article holds that no claims were looked for in."""
    if comments := len(reading.article.comments):
        yield said_of(comments, "{count} comment", "{count} comments")
    if pictures := len(reading.article.images):
        yield said_of(pictures, "{count} picture", "{count} pictures")
    yield from reading.notes


def text_digest(text: str) -> str:
    """SHA-256 of the article's text, encoded as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_record(reading: Reading, evidence: ExportEvidence) -> bytes:
    """The whole reading as JSON, with its evidence and the corrections in the form that `corrections import` reads."""
    document = {
        "sourcetint": {"format": FORMAT, "kind": "reading"},
        "evidence": {
            "file": evidence.file,
            "sha256": evidence.digest,
            "text_sha256": text_digest(reading.article.text),
            "exported": evidence.exported.isoformat(timespec="seconds"),
            "program": evidence.program,
            "tagger": evidence.tagger,
            "profile": evidence.profile,
            "raters": list(evidence.raters),
        },
        "reading": reading_json(reading),
        "rejected": [claim_json(rated, reading.article.text) for rated in reading.rejected],
        "corrections": write_corrections(evidence.corrections),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def read_record(data: str) -> ExportedReading | None:
    """The reading that an exported file holds; None when that is not one of this format. The file is not trusted."""
    try:
        document = json.loads(data)
        head = document["sourcetint"]
        if head["kind"] != "reading" or head["format"] != FORMAT:
            return None
        text = str(document["reading"]["text"])
        claims = tuple(_claim(each, text) for each in document["reading"]["claims"][:_MOST])
        corrections, unreadable = read_corrections(document["corrections"])
        evidence = document["evidence"]
        return ExportedReading(
            _short(evidence["exported"]),
            _short(evidence["program"]),
            claims,
            corrections,
            unreadable,
            read_notes(document["reading"].get("own_notes")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, RatingError):
        return None


def _claim(held: Any, text: str) -> ExportedClaim:
    outlet, rating = held["outlet"], held["rating"]
    start, end = held["content"][0]
    return ExportedClaim(
        _short(held["id"]),
        " ".join(text[int(start) : int(end)].split())[:_LONGEST],
        _short(outlet["domain"]) if outlet else None,
        _short(outlet["name"]) if outlet else "",
        _short(rating["tier"]) if rating else "",
    )


def _short(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value[:_LONGEST]


def changes_here(carried: ExportedReading, claims: Sequence[RatedClaim]) -> tuple[str, ...]:
    """What the table here says otherwise than the file, a sentence per claim: another outlet, or another tier."""
    here = {rated.id: rated for rated in claims}
    found = []
    for each in carried.claims:
        rated = here.get(each.id)
        if rated is None:
            continue
        outlet = rated.resolution.outlet
        tier = Role[rated.rating.tier.name].value if rated.rating else ""
        if (outlet.domain if outlet else None, tier) != (each.outlet, each.tier):
            there = _outlet_and_tier(each.name, each.tier)
            now = _outlet_and_tier(outlet.name if outlet else "", tier)
            found.append(said("“{claim}”: {there} in the file, {here} here", claim=_first_words(each.words), there=there, here=now))
    return tuple(found)


def _outlet_and_tier(name: str, tier: str) -> Said:
    return joined((name, _TIERS.get(tier, tier))) if name else said("no outlet")


def _first_words(words: str, longest: int = 60) -> str:
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"
