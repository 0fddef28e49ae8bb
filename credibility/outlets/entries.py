"""Check what the user entered about an outlet or a rating, and turn it into rows of the table. Every error says why."""

import re
from dataclasses import dataclass

from credibility.floor.language import said
from credibility.floor.sites import is_registrable
from credibility.floor.web import web_address
from credibility.model import OutletDraft, OutletFacts, OutletName, RatingDraft, RatingError
from credibility.model.edited import STATES
from credibility.outlets.addresses.unwrap import normalise
from credibility.outlets.addresses.urls import host_of, split
from credibility.outlets.addresses.wrappers import ACCOUNTS, BRANDED_SHORTENERS, OPAQUE_HOSTS, SAME_HOST
from credibility.outlets.names.ordinary import safe_rules
from credibility.outlets.starter import Locator

_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_PLAIN_KEY = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63})+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LONGEST_NAME = 120
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """An outlet as it will be stored in the table."""

    slug: str
    name: str
    country: str | None
    names: tuple[OutletName, ...]
    locators: tuple[Locator, ...]


def check_rating(draft: RatingDraft) -> None:
    """Raise RatingError when the score is out of range, the reason is missing or the evidence is not a web address."""
    if draft.score is not None and not 0 <= draft.score <= 100:
        raise RatingError(said("A score of {score:g} is not on the scale.", score=draft.score), said("Give a number from 0 to 100."))
    if not draft.reason.strip():
        raise RatingError(said("The rating has no reason."), said("Say in a few words why you rate the outlet this way."))
    if draft.url and not web_address(draft.url):
        raise RatingError(
            said("“{url}” is not a web address.", url=draft.url), said("Give a link that begins with https://, or leave it empty.")
        )


def check_outlet(draft: OutletDraft) -> CheckedDraft:
    """The draft with its addresses normalised and rules for its names. Raises RatingError for what the table cannot hold."""
    name = " ".join(draft.name.split())
    if not name:
        raise RatingError(said("The outlet has no name."), said("Give the name it calls itself by."))
    slug = read_key(draft.slug)
    country = (draft.country or "").strip().upper() or None
    if country and not _COUNTRY.fullmatch(country):
        raise RatingError(
            said("“{country}” is not a country code.", country=draft.country), said("Give the two letters of ISO 3166, such as GB.")
        )
    keys = dict.fromkeys([slug, *(read_key(locator) for locator in draft.locators if locator.strip())])
    return CheckedDraft(slug, name, country, _names(draft.names, name), tuple(Locator(slug, kind_of_key(key), key) for key in keys))


def check_facts(facts: OutletFacts, slug: str) -> OutletFacts:
    """The facts without blanks. Raises RatingError for what the table cannot hold; whether the parent exists is for the table to say."""
    if facts.state not in STATES:
        raise RatingError(
            said("“{state}” is not how a state stands to an outlet.", state=facts.state),
            said("Choose one of {states}.", states=", ".join(STATES)),
        )
    parent = (facts.parent or "").strip() or None
    if parent == slug:
        raise RatingError(said("An outlet cannot belong to itself."), said("Name another outlet, or leave it out."))
    if facts.inherits and parent is None:
        raise RatingError(said("There is no outlet whose rating it could take over."), said("Say which outlet it belongs to."))
    return OutletFacts(facts.state, parent, facts.inherits, *_dates(facts), _date(facts.inherits_until) if facts.inherits else None)


def _dates(facts: OutletFacts) -> tuple[str | None, str | None]:
    begun, ended = _date(facts.active_from), _date(facts.active_to)
    if begun and ended and ended < begun[: len(ended)]:
        raise RatingError(said("The outlet ends in {ended}, before it begins.", ended=ended), said("Give the earlier date first."))
    return begun, ended


def _date(text: str | None) -> str | None:
    date = (text or "").strip()
    if date and not _DATE.fullmatch(date):
        raise RatingError(said("“{date}” is not a date.", date=date), said("Give a year, or year, month and day, such as 2016-07-27."))
    return date or None


def read_key(text: str) -> str:
    """A domain, host, or host with path as the table keys it; a pasted web address is reduced to that. Raises RatingError."""
    if _PLAIN_KEY.fullmatch(text) and text not in OPAQUE_HOSTS and text not in SAME_HOST:
        return text.removeprefix("www.")
    parts = split(normalise(text))
    host = host_of(parts).removeprefix("www.") if parts else ""
    if parts is None or _is_odd(parts.hostname or "") or not _HOST.fullmatch(host):
        raise RatingError(
            said("“{address}” is not an outlet's address.", address=text.strip()),
            said("Give a domain such as example.org, or a domain with a path."),
        )
    host = SAME_HOST.get(host, host)
    if host in OPAQUE_HOSTS:
        raise RatingError(said("{host} hides where its links lead.", host=host), said("Give the outlet's own domain."))
    path = "/".join(segment for segment in parts.path.lower().split("/") if segment)
    return f"{host}/{path}" if path else host


def _is_odd(hostname: str) -> bool:
    return any(not (char.isalnum() or char in ".-_%") for char in hostname)


def kind_of_key(key: str) -> str:
    """The kind of a locator: domain, host, path, account or shortener."""
    host, slash, _ = key.partition("/")
    if slash:
        return "account" if host in ACCOUNTS else "path"
    if host in BRANDED_SHORTENERS:
        return "shortener"
    return "domain" if is_registrable(host) else "host"


def _names(names: tuple[OutletName, ...], own: str) -> tuple[OutletName, ...]:
    checked = {}
    for name in names or (OutletName(own, rules=safe_rules(own)),):
        text = " ".join(name.text.split())
        if not text or len(text) > _LONGEST_NAME:
            raise RatingError(
                said("“{text}” cannot be a name.", text=text),
                said("A name has between 1 and {most} characters.", most=_LONGEST_NAME),
            )
        rules = name.rules or safe_rules(text)
        checked[text, rules] = OutletName(text, name.kind, rules, name.context)
    return tuple(checked.values())
