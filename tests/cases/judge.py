"""Whether a reading of a case is wholly right, and what is wrong with it in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from credibility.model import Span
from tests.cases.marks import Case, Gold

Json = dict[str, Any]

ENOUGH = 0.7
"""Share of words that two contents must have in common, of all words in either, to be the same."""

PRONOUNS = frozenset(re.findall(r"\w+", "he she it they we i you who whom this that these those his her its their him them"))
_TITLES = "mr mrs ms dr professor mayor judge minister councillor inspector captain sergeant sir"
SMALL = PRONOUNS | frozenset(re.findall(r"\w+", f"the a an of in at for and to by s {_TITLES}"))
_OPENERS = ("that", "whether", "if")
_WORD = re.compile(r"[^\W_]+")
_STRAY = 2
_DESCRIBED = frozenset(("anonymous", "anonymous-official", "document", "poll"))
"""Kinds of source for which a description may stay one: "the same guard" needs no name."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one claim. `part` says what, by its harm to a reader:

    a claim is missing or extra; its source is wrong, or only unresolved; a false outlet is given, or the outlet is missing; kind, polarity,
    chain, title or justification are not the gold's.
    """

    part: str
    words: str
    wanted: str
    given: str

    def __str__(self) -> str:
        return f"{self.part}: {self.words!r} | want {self.wanted} | got {self.given}"


def judge(case: Case, reading: Json, strict: frozenset[str]) -> list[Fault]:
    """Everything that is wrong; `strict` names the parts beyond the common ones that count in this kind of case (title, justification)."""
    text, predictions = case.article.text, [claim for claim in reading["claims"] if not claim["attitude"]]
    pairs = _pairs(case, text, predictions)
    faults: list[Fault] = []
    for number, gold in enumerate(case.claims):
        words = _said(text, gold.content)
        if number not in pairs:
            if not (gold.may or gold.by_source):
                faults.append(Fault("claim", words, gold.polarity, "nothing"))
        elif not gold.may:
            faults += _faults(gold, predictions[pairs[number]], text, words, strict)
    for number, claim in enumerate(predictions):
        if number not in pairs.values():
            faults.append(Fault("extra", _said(text, _spans(claim["content"])), "no claim", str(claim["source"]["text"])))
    return faults


def _pairs(case: Case, text: str, predictions: Sequence[Json]) -> dict[int, int]:
    """Gold to prediction, one to one, best first; a prediction that joins the paragraphs of one quotation answers for each of them."""
    golds = [_content(text, gold.content) for gold in case.claims]
    found = [_content(text, _spans(claim["content"])) for claim in predictions]
    scored = sorted((-_alike(a, b), g, p) for g, a in enumerate(golds) for p, b in enumerate(found) if _alike(a, b) >= ENOUGH)
    pairs: dict[int, int] = {}
    for _, g, p in scored:
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    for p, one in enumerate(found):
        if p not in pairs.values():
            inside = [g for g, a in enumerate(golds) if g not in pairs and a and len(a & one) >= 0.9 * len(a)]
            if len(inside) > 1 and _alike(set().union(*(golds[g] for g in inside)), one) >= ENOUGH:
                pairs |= dict.fromkeys(inside, p)
    return pairs


def _faults(gold: Gold, claim: Json, text: str, words: str, strict: frozenset[str]) -> Iterator[Fault]:
    source, outlet = claim["source"], claim["outlet"]
    shown = f"{source['text']} ({source['name']})"
    if not _source_right(gold, source, text):
        written = _said(text, gold.source)
        unresolved = bool(gold.name) and not source["name"] and _is_beside(source, written)
        wanted = f"{written or 'none'} ({'not clear' if gold.open else gold.name or 'as written'})"
        yield Fault("unresolved" if unresolved else "source", words, wanted, shown)
    if source["kind"] not in gold.kinds:
        yield Fault("kind", words, "/".join(gold.kinds), f"{source['kind']} for {shown}")
    domain = None if outlet is None or (claim["outlet_by"] == "host" and gold.outlets == (None,)) else outlet["domain"]
    if domain not in gold.outlets:
        yield Fault("false outlet" if domain else "outlet", words, " or ".join(map(str, gold.outlets)), f"{domain} by {claim['outlet_by']}")
    polarity = claim.get("polarity") or "asserted"
    if polarity != gold.polarity and not (gold.by_source and polarity == "asserted"):
        yield Fault("polarity", words, gold.polarity, polarity)
    if gold.chain and not _follows(gold.chain, claim["chain"]):
        yield Fault("chain", words, " > ".join(gold.chain), " > ".join(link["name"] for link in claim["chain"]))
    for part, wanted in (("title", gold.title), ("justification", gold.justification)):
        given = part_of(source, part)
        if part in strict and not _same_words(wanted, given):
            yield Fault(part, words, wanted or "none", given or "none")


def part_of(source: Json, part: str) -> str:
    """Title or justification of a source: the JSON gives words, or an object with `text`."""
    value = source.get(part)
    return str((value.get("text") if isinstance(value, dict) else value) or "")


def _source_right(gold: Gold, source: Json, text: str) -> bool:
    given, name = set(_words(source["text"] or "")), set(_words(source["name"] or ""))
    wanted, full = set(_words(_said(text, gold.source))), set(_words(gold.name)) - SMALL
    if not gold.source and not gold.name:
        return not given or gold.open
    if gold.source and given and not _beside(given, wanted):
        return False
    if gold.open:
        return not name - SMALL - wanted
    told = (name or given) - SMALL
    if full:
        resolved = full <= told and len(told - full - wanted) <= 4
        return resolved or (not name and bool(wanted - SMALL) and _DESCRIBED.issuperset(gold.kinds))
    return bool(given) and told <= wanted | SMALL


def _is_beside(source: Json, wanted: str) -> bool:
    """Whether the source's words are the right ones, or none are written."""
    given = set(_words(source["text"] or ""))
    return not given or not wanted or _beside(given, set(_words(wanted)))


def _beside(given: set[str], wanted: set[str]) -> bool:
    """Whether the words given are the source's own, hardly more, and hold a telling one of it."""
    common = given & wanted
    return len(given - wanted) <= _STRAY and bool(common - SMALL or (common and not wanted - SMALL) or common & PRONOUNS)


def _follows(wanted: Sequence[str], chain: Sequence[Json]) -> bool:
    """Whether the chain holds these in this order, by domain, kind or name."""
    rest = iter(chain)
    return all(any(one in (link["domain"], link["kind"], link["name"]) for link in rest) for one in wanted)


def _same_words(wanted: str, given: str) -> bool:
    """As `score_sources.py`: half of the wanted words, no more than three too many; nothing where nothing is wanted."""
    a, b = _words(wanted), _words(given)
    if not a or not b:
        return not a and not b
    return len(set(a) & set(b)) >= 0.5 * len(set(a)) and len([word for word in b if word not in a]) <= 3


def _content(text: str, spans: Sequence[Span]) -> set[tuple[int, str]]:
    """The words of a content with their places, without the conjunction that opens it."""
    found = [(match.start(), match.group().casefold()) for span in spans for match in _WORD.finditer(text, span.start, span.end)]
    return set(found[1:] if len(found) > 1 and found[0][1] in _OPENERS else found)


def _alike(a: set[tuple[int, str]], b: set[tuple[int, str]]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _said(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _spans(pairs: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs]
