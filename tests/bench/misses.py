"""What a gold file's scorers count as missed, with its words and by its kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

Json = dict[str, Any]
_QUOTATION_MARKS = tuple("“”‘\"'„«")
_LONG = 110


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing wrong with one claim: `wanted` and `given` in words, `note` the gold's own remark."""

    kind: str
    page: str
    claim: str
    words: str
    wanted: str = ""
    given: str = ""
    note: str = ""

    def __str__(self) -> str:
        answer = f" | want {self.wanted} | got {self.given}" if self.wanted or self.given else ""
        return f"{self.page[:24]} {self.claim} | {self.words}{answer}" + (f" | {self.note}" if self.note else "")


def table(misses: Iterable[Miss]) -> str:
    """The kinds with their counts, most frequent first, and the misses under each."""
    kinds: dict[str, list[Miss]] = defaultdict(list)
    for miss in misses:
        kinds[miss.kind].append(miss)
    lines = []
    for kind, members in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += [f"  {len(members):3} {kind}", *(f"        {miss}" for miss in members)]
    return "\n".join(lines)


def outlet_misses(gold: list[Json], predictions: Json, result: Json, scorer: ModuleType) -> Iterator[Miss]:
    """Must-have outlets that were not found or not right, outlets given wrongly, traps."""
    for record, row in zip(gold, result["pages"], strict=True):
        text = predictions[record["page"]]["text"]
        known = {item["id"]: item for item in (*record["claims"], *record["outlet_traps"])}
        tokens = scorer.tokens(text)
        for name, state, outlet, *rest in row["details"]:
            if name not in known:
                yield Miss(f"false outlet, {state.split(' (')[0]}", record["page"], name, rest[0], state, str(outlet))
            elif state == "trap hit":
                yield Miss("trap", record["page"], name, _words(known[name], text, tokens, scorer), note=known[name].get("why") or "")
            elif state != "right":
                given = state.removeprefix("wrong outlet ")
                kind = {"missed": "not found", "unlocated": "unlocated", "wrong outlet None": "no outlet given"}.get(state)
                kind = kind or ("another outlet" if state.startswith("wrong") else state)
                words = _words(known[name], text, tokens, scorer)
                yield Miss(f"{rest[0]}: {kind}", record["page"], name, words, outlet, given, known[name].get("note") or "")


def source_misses(gold: list[Json], predictions: Json, names: ModuleType, scorer: ModuleType) -> Iterator[Miss]:
    """What `score_sources.py` counts against must claims, and contents not asserted that are shown as asserted."""
    for record in gold:
        prediction = predictions[record["page"]]
        text, tokens = prediction["text"], names.tokens(prediction["text"])
        matched = _matched(record, prediction, tokens, names)
        bearers = [
            scorer.telling(claim["who"])
            for claim in record["claims"]
            if claim.get("who") and claim.get("kind") in ("person", "organisation", "government", "outlet")
        ]
        for claim in record["claims"]:
            found = matched.get(claim["id"])
            for kind, wanted, given in _faults(claim, found, bearers, scorer):
                yield Miss(kind, record["page"], claim["id"], _words(claim, text, tokens, names), wanted, given, claim.get("note") or "")


def _faults(claim: Json, found: Json | None, bearers: list[set[str]], scorer: ModuleType) -> Iterator[tuple[str, str, str]]:
    """Kind of fault, what is wanted, what is given."""
    polarity = claim.get("polarity") or "asserted"
    marked = (found.get("polarity") or "asserted") if found else "asserted"
    if polarity != "asserted" and claim.get("denied_by") != "source" and marked == "asserted":
        yield ("not asserted: shown as asserted" if found else "not asserted: not found"), polarity, marked
    if not claim["must"]:
        return
    if found is None:
        yield f"claim not found: {_form(claim)}", str(claim.get("who") or claim.get("source")), "nothing"
        return
    if polarity == "asserted" and marked != "asserted":
        yield "asserted, but marked otherwise", polarity, marked
    given = str(found.get("name") or found.get("source_text"))
    who = scorer.judge_who(claim, found, bearers)
    if who != "right" and claim.get("who_sure", True):
        yield f"who {who}", str(claim.get("who") or claim.get("source")), given
    kinds = [str(claim.get("kind") or claim.get("source_kind")), *map(str, claim.get("kind_alt") or [])]
    if found.get("kind") not in kinds:
        yield f"kind: {kinds[0]} given as {found.get('kind')}", " or ".join(kinds), f"{found.get('kind')} ({given})"
    for part in ("title", "justification"):
        yield from _part(part, claim.get(part), found.get(part), scorer)


def _part(part: str, wanted: str | None, given: str | None, scorer: ModuleType) -> Iterator[tuple[str, str, str]]:
    if wanted and not scorer.overlap_ok(wanted, given):
        yield f"{part} {'other words' if given else 'not given'}", wanted, str(given)
    elif given and not wanted:
        yield f"{part} where there is none", "none", given


def _form(claim: Json) -> str:
    """What a reader sees of a claim that was not found."""
    if claim.get("outlet_how") in ("link", "excerpt"):
        return str(claim["outlet_how"])
    return "quotation" if claim["content"]["start"].startswith(_QUOTATION_MARKS) else "reported"


def _matched(record: Json, prediction: Json, tokens: list[Any], scorer: ModuleType) -> dict[str, Json]:
    """Gold ids with their predicted claims, paired as `score_sources.py` pairs them."""
    starts = [token[1] for token in tokens]
    golds = [set(range(*place)) if (place := scorer.locate(tokens, claim["content"])) else set() for claim in record["claims"]]
    found = [scorer.token_set(tokens, starts, claim["content"]) for claim in prediction["claims"]]
    pairs = sorted(
        (-round(scorer.jac(gold, one), 6), not record["claims"][g]["must"], g, p)
        for g, gold in enumerate(golds)
        for p, one in enumerate(found)
        if gold and one and scorer.jac(gold, one) >= 0.5
    )
    matched: dict[int, int] = {}
    for _, _, g, p in pairs:
        if g not in matched and p not in matched.values():
            matched[g] = p
    return {record["claims"][g]["id"]: prediction["claims"][p] for g, p in matched.items()}


def _words(item: Json, text: str, tokens: list[Any], scorer: ModuleType) -> str:
    place = scorer.locate(tokens, item["content"])
    if place is None:
        return f"{item['content']['start']} … {item['content']['end']} (not in the text)"
    words = " ".join(text[tokens[place[0]][1] : tokens[place[1] - 1][2]].split())
    return words if len(words) <= _LONG else f"{words[: _LONG // 2]} … {words[-_LONG // 2 :]}"
