"""The starter table as shipped: five CSV documents read into values. Pure; the caller reads the files."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from credibility.model import NameRule, Outlet, OutletKind, OutletName, Provenance, Rater, Rating, RatingStatus, Tier
from credibility.outlets.rating.scopes import read_scope

Row = TypeVar("Row")
STARTER_FILES = ("outlets.csv", "names.csv", "locators.csv", "ratings.csv", "raters.csv")


@dataclass(frozen=True, slots=True)
class Locator:
    """An address that leads to an outlet: `kind` is domain, host, path, account or shortener."""

    outlet: str
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Starter:
    """The shipped table. `digest` is the SHA-256 of the documents, by which a newer starter is recognised."""

    outlets: tuple[Outlet, ...] = ()
    names: tuple[tuple[str, OutletName], ...] = ()
    locators: tuple[Locator, ...] = ()
    raters: tuple[Rater, ...] = ()
    ratings: tuple[Rating, ...] = ()
    digest: str = ""


def read_starter(documents: Mapping[str, str]) -> Starter:
    """Read the documents named in `STARTER_FILES`; a missing one is empty. ValueError names file and line of a bad row."""
    outlets = tuple(_rows(documents, "outlets.csv", _outlet))
    raters = tuple(_rows(documents, "raters.csv", _rater))
    by_slug = {rater.slug: rater for rater in raters}
    known = {outlet.slug for outlet in outlets}
    names = tuple(_rows(documents, "names.csv", lambda row: _name(row, known)))
    locators = tuple(_rows(documents, "locators.csv", lambda row: _locator(row, known)))
    ratings = tuple(_rows(documents, "ratings.csv", lambda row: _rating(row, by_slug, known)))
    return Starter(outlets, names, locators, raters, ratings, digest_of(documents))


def digest_of(documents: Mapping[str, str]) -> str:
    """SHA-256 of the documents, which identifies a starter without parsing it; "" when there are none."""
    texts = [documents.get(name, "") for name in STARTER_FILES]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest() if any(texts) else ""


@cache
def read_rules(text: str) -> tuple[NameRule, ...]:
    """The rules of a name as written, joined by ``+`` ("needs_the+needs_cue"); ValueError for an unknown one."""
    return tuple(NameRule(part.strip()) for part in text.split("+") if part.strip()) or (NameRule.PLAIN,)


def write_rules(rules: tuple[NameRule, ...]) -> str:
    """The rules as `read_rules` reads them."""
    return "+".join(rule.value for rule in rules)


def _rows(documents: Mapping[str, str], name: str, build: Callable[[dict[str, str]], Row]) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(documents.get(name, "")), restval="")
    for row in reader:
        try:
            yield build({key: (value or "").strip() for key, value in row.items() if isinstance(value, str) and key})
        except (KeyError, ValueError) as error:
            raise ValueError(f"{name}, line {reader.line_num}: {error}") from error


def _outlet(row: dict[str, str]) -> Outlet:
    inherits = row.get("inherits", "").lower()  # 0, 1, or the last month or day of it
    return Outlet(
        slug=row["outlet"],
        name=row["name"],
        kind=OutletKind(row["kind"]),
        country=row.get("country") or None,
        language=row.get("language") or None,
        state=row.get("state") or "none",
        homepage=row.get("homepage") or None,
        parent=row.get("parent") or None,
        inherits=inherits not in ("", "0", "false", "no"),
        inherits_until=inherits if "-" in inherits else None,
        active_from=row.get("active_from") or None,
        active_to=row.get("active_to") or None,
        notes=row.get("notes", ""),
    )


def _name(row: dict[str, str], known: set[str]) -> tuple[str, OutletName]:
    context = tuple(part.strip() for part in row.get("context", "").split("|") if part.strip())
    return _known(row, known), OutletName(row["name"], row.get("kind") or "name", read_rules(row.get("rule", "")), context)


def _locator(row: dict[str, str], known: set[str]) -> Locator:
    return Locator(_known(row, known), row["kind"], row["key"].lower())


def _rater(row: dict[str, str]) -> Rater:
    return Rater(
        slug=row["rater"],
        title=row["title"],
        precedence=int(row["precedence"]),
        url=row.get("url") or None,
        licence=row.get("licence") or None,
        version=row.get("version") or None,
        retrieved_on=_day(row.get("retrieved_on", "")),
        scale=row.get("scale") or None,
    )


def _rating(row: dict[str, str], raters: Mapping[str, Rater], known: set[str]) -> Rating:
    if row["rater"] not in raters:
        raise ValueError(f"no rater “{row['rater']}”")
    rater = raters[row["rater"]]
    score = float(row["score"]) if row["score"] else None
    if score is not None and not 0 <= score <= 100:
        raise ValueError(f"score {score} is not within 0–100")
    provenance = Provenance(
        original=row.get("original") or row.get("label", ""),
        mapping=rater.scale or "",
        reason=row.get("reason", "") or row.get("label", ""),
        url=row.get("url") or None,
        rated_on=_day(row.get("rated_on", "")),
        retrieved_on=rater.retrieved_on,
        licence=rater.licence,
        status=RatingStatus.STARTER,
    )
    return Rating(_known(row, known), rater, Tier.of_score(score), score, read_scope(row.get("scope", "")), provenance)


def _known(row: dict[str, str], known: set[str]) -> str:
    if row["outlet"] not in known:
        raise ValueError(f"no outlet “{row['outlet']}”")
    return row["outlet"]


def _day(text: str) -> date | None:
    """A date as written; a year or a month alone means its first day, since some raters give no more."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])
