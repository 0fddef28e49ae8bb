"""Merge the user's input with changes made elsewhere meanwhile, so that no change is overwritten unseen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from credibility.floor.language import Said, said
from credibility.model import ChangedMeanwhileError, Outlet, OutletDraft, OutletFacts, Rating, Scope
from credibility.table.schema.tables import MINE

_FIELDS = {
    "name": said("name"),
    "kind": said("kind"),
    "country": said("country"),
    "language": said("language"),
    "notes": said("notes"),
}
"""The fields of an outlet that stand for themselves, with their names in words."""
_LISTS = ("names", "locators")
FACTS = ("state", "parent", "inherits", "active_from", "active_to", "inherits_until")


def refuse_unseen(seen: Iterable[Rating], present: Iterable[Rating], scope: Scope, called: str) -> None:
    """Raise ChangedMeanwhileError when the user's own rating within a scope is not the one that was shown."""
    present = tuple(present)
    before, now = _own(seen, scope), _own(present, scope)
    if _content(before) == _content(now):
        return
    raise ChangedMeanwhileError(_overtaken(called, now), said("Save again to replace it."), present)


def _overtaken(outlet: str, now: Rating | None) -> Said:
    if now is None:
        return said("Your rating of {outlet} has since been removed in another window or program.", outlet=outlet)
    if now.score is None:
        return said("Your rating of {outlet} has since been changed in another window or program.", outlet=outlet)
    return said(
        "Your rating of {outlet} has since been changed to {score:g} ({tier}) in another window or program.",
        outlet=outlet,
        score=now.score,
        tier=now.tier.label,
    )


def merged_draft(draft: OutletDraft, present: Outlet) -> OutletDraft:
    """The draft, with the fields the user left as shown taken from the outlet as it is now.

    Raises ChangedMeanwhileError when a field was changed both here and, differently, elsewhere. Lists of names and addresses are
    merged: additions and removals from both sides apply.
    """
    seen = draft.seen
    assert seen is not None
    changes: dict[str, object] = {}
    for field, words in _FIELDS.items():
        shown, typed, now = (_plain(getattr(each, field)) for each in (seen, draft, present))
        if typed == shown and now != shown:
            changes[field] = getattr(present, field)
        elif now not in (shown, typed):
            raise ChangedMeanwhileError(
                said(
                    "“{field}” of {outlet} has since been changed in another window or program to “{now}”.",
                    field=words,
                    outlet=present.name,
                    now=_told(now),
                ),
                said("Save again to replace it."),
                replace(seen, **{field: getattr(present, field)}),
            )
    for field in _LISTS:
        shown, typed, now = (getattr(each, field) for each in (seen, draft, present))
        joined = _joined(shown, typed, now)
        if set(joined) != set(typed):
            changes[field] = joined
    if draft.facts is not None:
        changes["facts"] = _joined_facts(draft.facts, seen, present)
    return replace(draft, **changes) if changes else draft  # type: ignore[arg-type]  # each field from a value that has it


def _joined_facts(typed: OutletFacts, seen: Outlet, present: Outlet) -> OutletFacts:
    """The facts as typed; those left as shown are taken from the outlet as it is now."""
    kept = {name: getattr(present, name) for name in FACTS if getattr(typed, name) == getattr(seen, name)}
    return replace(typed, **kept)


def _joined(shown: Sequence[object], typed: Sequence[object], now: Sequence[object]) -> tuple[object, ...]:
    """The present items without those removed here, then the items added here."""
    kept = (each for each in now if each in typed or each not in shown)
    return (*kept, *(each for each in typed if each not in now and each not in shown))


def _own(ratings: Iterable[Rating], scope: Scope) -> Rating | None:
    return next((rating for rating in ratings if rating.rater.slug == MINE and rating.scope == scope), None)


def _content(rating: Rating | None) -> tuple[object, ...] | None:
    return (rating.score, rating.provenance.reason, rating.provenance.url) if rating else None


def _plain(value: object) -> object:
    return value.strip() or None if isinstance(value, str) else value


def _told(value: object) -> str:
    told = getattr(value, "value", value)
    return str(told) if told else said("nothing")
