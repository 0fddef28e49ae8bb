"""What a change of the table did, as a sentence: "You rated it 22 (Low) instead of 48 (Mixed)". For the window and the command line."""

from collections.abc import Callable, Mapping

from credibility.floor.raters import TAGS
from credibility.model import Change, Tier

Cells = Mapping[str, str | None]
_MINE = "mine"
_SAME = ("kind", "country", "language", "notes", "homepage", "state", "name", "context", "reason", "scope", "title", "licence")
_SAID = {column: column for column in _SAME} | {
    "parent": "belongs to",
    "active_from": "from",
    "active_to": "until",
    "inherits_until": "takes over its parent's rating until",
    "rules": "rule",
    "url": "link",
    "rated_on": "date",
    "dated": "date",
    "original": "value in its own words",
    "weight": "weight",
    "fulfilled": "fulfilled by",
    "evidence": "evidence",
}
"""Columns that a reader knows, by what they are called; others are bookkeeping and not told."""
_SWITCHES = {"inherits": ("takes over its parent's rating", "no longer takes over its parent's rating"),
             "enabled": ("switched on", "switched off")}  # fmt: skip


def change_words(change: Change) -> str:
    """One change in words; "" when it changed nothing that a reader knows."""
    before, after = change.before or {}, change.after or {}
    return _TABLES.get(change.table, _other)(before, after)


def _rating(before: Cells, after: Cells) -> str:
    cells = after or before
    mine = cells.get("rater") == _MINE
    who, scope = "You" if mine else str(cells.get("rater") or "A rater"), f" for {cells['scope']}" if cells.get("scope") else ""
    if not after:
        return f"{who} no longer rate{'' if mine else 's'} it{scope}; before: {_score(before)}"
    rated = f"{who} rated it {_score(after)}{scope}"
    if not before:
        return rated + (f": {after['reason']}" if after.get("reason") else "")
    if before.get("score") != after.get("score"):
        rest = _fields(before, after, ("reason",))
        return f"{rated} instead of {_score(before)}" + (f"; {rest}" if rest else "")
    return _fields(before, after, ("reason", "url", "scope", "rated_on", "original", "licence"))


def _score(cells: Cells) -> str:
    text = cells.get("score")
    try:
        score = float(text) if text else None
    except ValueError:
        return f"“{text}”"
    return "unrated" if score is None else f"{score:g} ({Tier.of_score(score).label})"


def _outlet(before: Cells, after: Cells) -> str:
    if not after:
        return "Removed from the table"
    return "Added to the table" if not before else _fields(before, after)


def _name(before: Cells, after: Cells) -> str:
    text = (after or before).get("text") or (after or before).get("name") or ""
    if not before:
        rule = (after.get("rules") or "plain").replace("_", " ")
        return f"Is called “{text}”" + ("" if rule == "plain" else f" ({rule})")
    return f"Is no longer called “{text}”" if not after else f"“{text}”: {_fields(before, after)}"


def _locator(before: Cells, after: Cells) -> str:
    if not after:
        return f"{before.get('key')} no longer leads to it"
    return f"{after.get('key')} leads to it" if not before else _fields(before, after)


def _tag(before: Cells, after: Cells) -> str:
    cells = after or before
    kind = TAGS.get(cells.get("kind") or "", cells.get("kind") or "Tag")
    told = f"{kind}: {cells['value']}" if cells.get("value") else kind
    if not before or not after:
        return f"{told} {'removed' if before else 'added'}"
    return f"{told}: {_fields(before, after, ('dated', 'url'))}"


def _rater(before: Cells, after: Cells) -> str:
    title = (after or before).get("title") or (after or before).get("rater") or "A rater"
    if not before or not after:
        return f"{title} {'removed' if before else 'added'}"
    order = "moved in the order" if before.get("precedence") != after.get("precedence") else ""
    told = "; ".join(filter(None, (order, _fields(before, after))))
    return f"{title}: {told}" if told else ""


def _band(before: Cells, after: Cells) -> str:
    label, was, now = (after or before).get("label"), _score(before), _score(after)
    if not after:
        return f"“{label}” is no longer mapped by you; before: {was}"
    return f"You mapped “{label}” to {now}" + (f" instead of {was}" if before else "")


def _criterion(before: Cells, after: Cells) -> str:
    name = (after or before).get("name") or ""
    if not before or not after:
        return f"Criterion “{name}” {'removed' if before else f'added, weight {_figure(after)}'}"
    told = _fields({**before, "weight": _figure(before)}, {**after, "weight": _figure(after)}, ("name", "weight", "fulfilled"))
    return f"Criterion “{name}”: {told}" if told else ""


def _figure(cells: Cells) -> str:
    return (cells.get("weight") or "").removesuffix(".0")


_MET = {"1": "met", "0": "not met"}


def _answer(before: Cells, after: Cells) -> str:
    """Such as "“corrections”: not met instead of met (evidence: …)"."""
    was, now = (_MET.get(cells.get("met") or "", "not answered") for cells in (before, after))
    told = now if was == now or not before else f"{now} instead of {was}"
    if not after:
        told = f"no longer answered; before: {was}"
    evidence = f" ({after['evidence']})" if after.get("evidence") else ""
    return f"“{(after or before).get('criterion')}”: {told}{evidence}"


def _other(before: Cells, after: Cells) -> str:
    return _fields(before, after)


def _fields(before: Cells, after: Cells, among: tuple[str, ...] = tuple(_SAID)) -> str:
    """The fields that differ: "country: none → GB"."""
    changed = [name for name in among if name in _SAID and (before.get(name) or "") != (after.get(name) or "")]
    told = [f"{_SAID[name]}: {before.get(name) or 'none'} → {after.get(name) or 'none'}" for name in changed]
    switched = [words[after.get(name) != "1"] for name, words in _SWITCHES.items() if name in after and before.get(name) != after.get(name)]
    return ", ".join((*told, *switched))


_TABLES: Mapping[str, Callable[[Cells, Cells], str]] = {
    "rating": _rating,
    "outlet": _outlet,
    "name": _name,
    "locator": _locator,
    "rater": _rater,
    "tag": _tag,
    "criterion": _criterion,
    "answer": _answer,
    "band": _band,
}
