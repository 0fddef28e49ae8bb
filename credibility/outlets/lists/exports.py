"""The table as files for other programs: CSV and JSON of ratings, CSV of rows an import set aside. Text out; the caller writes it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from credibility.floor.web import web_address
from credibility.model import Outlet, Rating
from credibility.model.edited import OwnSheets
from credibility.model.lists import ImportStep, PreviewRow, SetAside
from credibility.outlets.rating.scopes import write_scope
from credibility.outlets.registry import OutletRegistry

COLUMNS = (
    "outlet",
    "name",
    "country",
    "kind",
    "rater",
    "score",
    "tier",
    "scope",
    "original",
    "reason",
    "url",
    "rated_on",
    "retrieved_on",
    "licence",
    "status",
)


def ratings_csv(registry: OutletRegistry, rater: str | None = None) -> str:
    """One line per rating, by outlet and the raters' order; of one rater or of all."""
    return _csv(COLUMNS, (_record(registry.outlets[rating.outlet], rating) for rating in _ratings(registry, rater)))


def ratings_json(registry: OutletRegistry, rater: str | None = None, sheets: Iterable[OwnSheets] = ()) -> str:
    """Outlets with names, addresses and ratings; those that the rater (or anybody) rates. `sheets` are those of the user's own raters."""
    own = {each.rater: each for each in sheets}
    ratings: dict[str, list[dict[str, object]]] = {}
    for rating in _ratings(registry, rater):
        record = _record(registry.outlets[rating.outlet], rating)
        ratings.setdefault(rating.outlet, []).append({column: record[column] for column in COLUMNS[4:]})
    outlets = [
        {
            "outlet": slug,
            "name": registry.outlets[slug].name,
            "country": registry.outlets[slug].country,
            "kind": registry.outlets[slug].kind.value,
            "names": [name.text for name in registry.outlets[slug].names],
            "addresses": list(registry.outlets[slug].locators),
            "ratings": rated,
        }
        for slug, rated in ratings.items()
    ]
    raters = [
        {
            "rater": each.slug,
            "title": each.title,
            "url": web_address(each.url),
            "licence": each.licence,
            "version": each.version,
            "scale": each.scale,
            **(_sheets(own[each.slug]) if each.slug in own else {}),
        }
        for each in registry.raters
        if rater in (None, each.slug)
    ]
    return json.dumps({"raters": raters, "outlets": outlets}, ensure_ascii=False, indent=1)


def _sheets(own: OwnSheets) -> dict[str, object]:
    criteria = [{"criterion": each.mark, "name": each.name, "weight": each.weight, "fulfilled": each.fulfilled} for each in own.criteria]
    worksheets = {
        slug: [
            {
                "criterion": answer.criterion,
                "met": answer.met,
                "evidence": answer.evidence,
                "url": web_address(answer.url),
                "answered_on": answer.answered_on.isoformat() if answer.answered_on else None,
            }
            for answer in answers
        ]
        for slug, answers in own.answers
    }
    return {"criteria": criteria, "worksheets": worksheets}


def set_aside_csv(rows: Iterable[SetAside]) -> str:
    """Quarantined rows with line and reason, to be corrected and imported again."""
    return _csv(("line", "problem", "row"), ({"line": row.line, "problem": row.problem, "row": row.raw} for row in rows))


def preview_csv(rows: Iterable[PreviewRow], steps: frozenset[ImportStep] = frozenset(ImportStep)) -> str:
    """What an import would do, as a diff in lines."""
    told = (
        {
            "step": row.step.value,
            "line": row.entry.line,
            "outlet": row.outlet,
            "before": "" if row.before is None or row.before.score is None else f"{row.before.score:g}",
            "after": "" if row.entry.score is None else f"{row.entry.score:g}",
            "scope": write_scope(row.entry.scope),
            "note": row.note,
        }
        for row in rows
        if row.step in steps
    )
    return _csv(("step", "line", "outlet", "before", "after", "scope", "note"), told)


def _ratings(registry: OutletRegistry, rater: str | None) -> Iterator[Rating]:
    for slug in sorted(registry.ratings):
        for rating in registry.ratings[slug]:
            if rater in (None, rating.rater.slug) and slug in registry.outlets:
                yield rating


def _record(outlet: Outlet, rating: Rating) -> dict[str, object]:
    told = rating.provenance
    return {
        "outlet": outlet.slug,
        "name": outlet.name,
        "country": outlet.country or "",
        "kind": outlet.kind.value,
        "rater": rating.rater.slug,
        "score": "" if rating.score is None else rating.score,
        "tier": rating.tier.label,
        "scope": write_scope(rating.scope),
        "original": told.original,
        "reason": told.reason,
        "url": web_address(told.url) or "",
        "rated_on": told.rated_on.isoformat() if told.rated_on else "",
        "retrieved_on": told.retrieved_on.isoformat() if told.retrieved_on else "",
        "licence": told.licence or "",
        "status": told.status.value,
    }


def _csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: _harmless(value) for column, value in row.items()} for row in rows)
    return out.getvalue()


def _harmless(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front: lists come from strangers."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
