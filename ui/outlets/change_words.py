"""What a change of the table did, as a sentence: "You rated it 22 (Low) instead of 48 (Mixed)". For the window and the command line."""

from collections.abc import Callable, Mapping

from credibility.floor.language import in_figures, said, said_as, shown, tr
from credibility.floor.raters import TAGS
from credibility.model import Change, NameRule, Tier
from ui.outlets.kinds import kind_in_the_table

Cells = Mapping[str, str | None]
_MINE = "mine"
_SAID: Mapping[str, str] = {
    "kind": said("kind"),
    "country": said("country"),
    "language": said("language"),
    "notes": said("notes"),
    "homepage": said("homepage"),
    "state": said("state"),
    "name": said("name"),
    "context": said("context"),
    "reason": said("reason"),
    "scope": said("scope"),
    "title": said("title"),
    "licence": said("licence"),
    "parent": said("belongs to"),
    "active_from": said("from"),
    "active_to": said("until"),
    "inherits_until": said("takes over its parent's rating until"),
    "rules": said("rule"),
    "url": said("link"),
    "rated_on": said("date"),
    "dated": said("date"),
    "original": said("value in its own words"),
    "weight": said("weight"),
    "fulfilled": said("fulfilled by"),
    "evidence": said("evidence"),
}
"""Columns that a reader knows, by what they are called; others are bookkeeping and not told."""
_SWITCHES = {
    "inherits": (said("takes over its parent's rating"), said("no longer takes over its parent's rating")),
    "enabled": (said("switched on"), said("switched off")),
}
_RULES = {
    NameRule.NEEDS_THE.value: said("needs the"),
    NameRule.NEEDS_CUE.value: said("needs cue"),
    NameRule.NEEDS_ANTECEDENT.value: said("needs antecedent"),
    NameRule.NEEDS_COUNTRY.value: said("needs country"),
    NameRule.NOT_BARE.value: said("not bare"),
    NameRule.ACRONYM.value: said("acronym"),
    NameRule.NEVER.value: said("never"),
}
_RULES_AS_WRITTEN = {
    NameRule.PLAIN.value: said("plain"),
    NameRule.NEEDS_THE.value: said("needs_the"),
    NameRule.NEEDS_CUE.value: said("needs_cue"),
    NameRule.NEEDS_ANTECEDENT.value: said("needs_antecedent"),
    NameRule.NEEDS_COUNTRY.value: said("needs_country"),
    NameRule.NOT_BARE.value: said("not_bare"),
    NameRule.ACRONYM.value: said("acronym"),
    NameRule.NEVER.value: said("never"),
}
_STATES = {
    "none": said("none"),
    "influenced": said_as("standing of a state", "influenced"),
    "public": said_as("standing of a state", "public"),
    "controlled": said_as("standing of a state", "controlled"),
    "state": said_as("standing of a state", "state"),
}


def change_words(change: Change) -> str:
    """One change in the reader's words; "" when it changed nothing that a reader knows."""
    before, after = change.before or {}, change.after or {}
    return _TABLES.get(change.table, _other)(before, after)


def _rating(before: Cells, after: Cells) -> str:
    if not after:
        return tr("{told}; before: {score}", told=_scoped(_no_longer(before), before), score=_score(before))
    rated = _scoped(_rated(after), after)
    if not before:
        return f"{rated}: {after['reason']}" if after.get("reason") else rated
    if before.get("score") != after.get("score"):
        told = tr("{rated} instead of {score}", rated=rated, score=_score(before))
        return "; ".join(filter(None, (told, _fields(before, after, ("reason",)))))
    return _fields(before, after, ("reason", "url", "scope", "rated_on", "original", "licence"))


def _rated(cells: Cells) -> str:
    if cells.get("rater") == _MINE:
        return tr("You rated it {score}", score=_score(cells))
    return tr("{rater} rated it {score}", rater=cells.get("rater") or tr("A rater"), score=_score(cells))


def _no_longer(cells: Cells) -> str:
    if cells.get("rater") == _MINE:
        return tr("You no longer rate it")
    return tr("{rater} no longer rates it", rater=cells.get("rater") or tr("A rater"))


def _scoped(told: str, cells: Cells) -> str:
    return tr("{told} for {scope}", told=told, scope=cells["scope"]) if cells.get("scope") else told


def _score(cells: Cells) -> str:
    text = cells.get("score")
    try:
        score = float(text) if text else None
    except ValueError:
        return f"“{text}”"
    return tr("unrated") if score is None else f"{in_figures(score)} ({tr(Tier.of_score(score).label)})"


def _outlet(before: Cells, after: Cells) -> str:
    if not after:
        return tr("Removed from the table")
    return tr("Added to the table") if not before else _fields(before, after)


def _name(before: Cells, after: Cells) -> str:
    text = (after or before).get("text") or (after or before).get("name") or ""
    if not before:
        told, rules = tr("Is called “{name}”", name=text), after.get("rules") or NameRule.PLAIN.value
        return told if rules == NameRule.PLAIN.value else f"{told} ({_rules(rules)})"
    return tr("Is no longer called “{name}”", name=text) if not after else f"“{text}”: {_fields(before, after)}"


def _rules(written: str) -> str:
    return "+".join(shown(_RULES.get(rule, rule.replace("_", " "))) for rule in written.split("+"))


def _locator(before: Cells, after: Cells) -> str:
    if not after:
        return tr("{address} no longer leads to it", address=before.get("key"))
    return tr("{address} leads to it", address=after.get("key")) if not before else _fields(before, after)


def _tag(before: Cells, after: Cells) -> str:
    cells = after or before
    kind = tr(TAGS.get(cells.get("kind") or "", "")) or cells.get("kind") or tr("Tag")
    told = f"{kind}: {cells['value']}" if cells.get("value") else kind
    if not before or not after:
        return _come_or_gone(told, is_gone=bool(before))
    return f"{told}: {_fields(before, after, ('dated', 'url'))}"


def _rater(before: Cells, after: Cells) -> str:
    title = (after or before).get("title") or (after or before).get("rater") or tr("A rater")
    if not before or not after:
        return _come_or_gone(title, is_gone=bool(before))
    order = tr("moved in the order") if before.get("precedence") != after.get("precedence") else ""
    told = "; ".join(filter(None, (order, _fields(before, after))))
    return f"{title}: {told}" if told else ""


def _come_or_gone(what: str, *, is_gone: bool) -> str:
    return tr("{what} removed", what=what) if is_gone else tr("{what} added", what=what)


def _band(before: Cells, after: Cells) -> str:
    words, was, now = (after or before).get("label"), _score(before), _score(after)
    if not after:
        return tr("“{words}” is no longer mapped by you; before: {score}", words=words, score=was)
    if not before:
        return tr("You mapped “{words}” to {score}", words=words, score=now)
    return tr("You mapped “{words}” to {score} instead of {before}", words=words, score=now, before=was)


def _criterion(before: Cells, after: Cells) -> str:
    name = (after or before).get("name") or ""
    if not after:
        return tr("Criterion “{criterion}” removed", criterion=name)
    if not before:
        return tr("Criterion “{criterion}” added, weight {weight}", criterion=name, weight=_figure(after))
    told = _fields({**before, "weight": _figure(before)}, {**after, "weight": _figure(after)}, ("name", "weight", "fulfilled"))
    return tr("Criterion “{criterion}”: {told}", criterion=name, told=told) if told else ""


def _figure(cells: Cells) -> str:
    return (cells.get("weight") or "").removesuffix(".0")


_MET = {"1": said("met"), "0": said("not met")}


def _answer(before: Cells, after: Cells) -> str:
    """Such as "“corrections”: not met instead of met (evidence: …)"."""
    was, now = (shown(_MET.get(cells.get("met") or "", said("not answered"))) for cells in (before, after))
    if not after:
        told = tr("no longer answered; before: {answer}", answer=was)
    else:
        told = now if was == now or not before else tr("{now} instead of {before}", now=now, before=was)
    evidence = f" ({after['evidence']})" if after.get("evidence") else ""
    return f"“{(after or before).get('criterion')}”: {told}{evidence}"


def _other(before: Cells, after: Cells) -> str:
    return _fields(before, after)


def _fields(before: Cells, after: Cells, among: tuple[str, ...] = tuple(_SAID)) -> str:
    """The fields that differ: "country: none → GB"."""
    changed = [name for name in among if name in _SAID and (before.get(name) or "") != (after.get(name) or "")]
    told = [f"{shown(_SAID[name])}: {_value(name, before)} → {_value(name, after)}" for name in changed]
    switched = [
        shown(words[after.get(name) != "1"]) for name, words in _SWITCHES.items() if name in after and before.get(name) != after.get(name)
    ]
    return ", ".join((*told, *switched))


def _value(name: str, cells: Cells) -> str:
    """What stands in a column, in the reader's words where the program has words for it."""
    written = cells.get(name) or ""
    match name:
        case "kind":
            words = kind_in_the_table(written)
        case "state":
            words = shown(_STATES.get(written, written))
        case "rules":
            words = "+".join(shown(_RULES_AS_WRITTEN.get(rule, rule)) for rule in written.split("+"))
        case _:
            words = written
    return words or tr("none")


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
