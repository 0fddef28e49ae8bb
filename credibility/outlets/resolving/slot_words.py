"""Words in and around an outlet slot that tell a carrier of a claim from an employer, an owner or a topic."""

import re

from credibility.model import OutletKind
from credibility.outlets.vocabulary import any_of, either, names_of, press, row

_JOURNALIST = any_of(press().for_outlet)
_OWN_VOICE = any_of(press().for_themselves)
_FORMER = re.compile(rf"\b(?:{either('slots', 'former')})\b", re.IGNORECASE)
_STAFF_NOT_PRESS = re.compile(rf"^(?:'s|’s|'|’)?\s+(?:\w+\s+)?(?:{either('slots', 'staff')}|{_OWN_VOICE})\b", re.IGNORECASE)
_JOURNALIST_WORD = re.compile(rf"\b(?:{_JOURNALIST})\b", re.IGNORECASE)
_PIECE_WORD = re.compile(rf"\b(?:{either('slots', 'pieces')})\b", re.IGNORECASE)
_LEADING_OUT = re.compile(
    rf"(?:\b(?:{either('slots', 'leading_out')})\s+|,\s*)(?:(?:[Tt]he|"
    r"[Aa]n?)\s+)?(?:[\w-]+\s+){0,3}[\"“]?$"
)
_TOPIC = re.compile(
    rf"(?:\b{either('slots', 'topic_prepositions')}|(?<!, )based on|"  # behind a comma a claim is based on it
    rf"\b(?:{either('slots', 'audience')}) (?:of|to))\s+(?:(?:the|an?)\s+)?$",
    re.IGNORECASE,
)
_FORMER_LEAD = re.compile(rf"\b(?:{either('slots', 'leaving')})\s+(?:the\s+)?$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ii]n|[Oo]n|[Bb]efore|to)\s+(?!(?:the|that|this)\s+(?:same|interview|e-?mail)\b)(?:an?|the|his|her|their|its|this|that)?\s*(?:[\w'’-]+\s+){0,3}"
    rf"(?:{either('slots', 'occasions')})\b|\btweet(?:ed|ing|s)\b",
)
_OTHER_TIME = re.compile(rf"^\W*(?:(?:and|but|then)\s+)?(?:{either('slots', 'other_times')})\b", re.IGNORECASE)
_FINDINGS = re.compile(rf"(?:the|its|their|those|these)\s+(?:same\s+)?(?:{either('slots', 'findings')})$", re.IGNORECASE)
_PRESS_HEARER = re.compile(rf"\b(?:{either('slots', 'hearers_of_press')})\b", re.IGNORECASE)
_MODIFIERS = re.compile(
    rf"^\W*(?:(?:{either('slots', 'openings')})\s+)?(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|"
    r"[Tt]hat)?\s*(?:[\w.’'-]+\s+){0,5}[\"“‘]?$"
)
_OTHER_NOUN = re.compile(rf"^\s+(?:\d|(?!(?:{_JOURNALIST}|{either('slots', 'pieces', 'beside')})\b)[a-z][a-z-]+$)")
_ONE_OF_TWO = re.compile(r"^\s+and\s+(?:[A-Z][\w-]+\s+){1,3}(?:[a-z][a-z-]*s)$")  # "the Namibian | and South African governments"
_GATHERING = re.compile(rf"^\s+(?:[a-z][\w-]*\s+)?(?:{either('slots', 'gatherings')})\b")
_ROLE_BEFORE = re.compile(rf"\b(?:{_JOURNALIST})\s+(?:for|at|with|of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"^\W*(?:[\w-]+\s+){{0,3}}(?:{_JOURNALIST})\b", re.IGNORECASE)
_PREPOSITION = re.compile(rf"\b(?:{either('slots', 'turning')})\b|,")

_PIECES = frozenset(row("kinds", "pieces"))
# What a description may stand for; the description is the last word of the phrase, in the singular.
DESCRIBED_KINDS: dict[str, frozenset[OutletKind]] = {
    noun: frozenset(OutletKind(kind) for name in row("described", noun) for kind in (row("kinds", name) if name == "press" else (name,)))
    for noun in names_of("described")
}
_DESCRIPTION = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s+(?:same\s+|[a-z][\w-]*\s+|[A-Z][a-z]+(?:an|ish|ese|ch|i|-based)\s+){0,3}?"
    rf"(?P<noun>{'|'.join(DESCRIBED_KINDS)})s?\b"
)
_INDEFINITE = re.compile(
    rf"\b(?:{either('slots', 'some')})\s+(?:(?:[\w-]+\s+){{0,4}}?(?:{either('slots', 'unnamed')})|outlets?)\b", re.IGNORECASE
)
_OUTLET_LIKE = re.compile(rf"(?:[A-Z][\w’'&.-]*\s+(?:of\s+|and\s+|&\s+|de\s+|the\s+)?){{1,4}}(?:{either('slots', 'endings')})\b")
# Descriptions that can only mean an outlet; "the story" and "the article" may be anybody's.
OUTLET_NOUNS = frozenset(DESCRIBED_KINDS) - _PIECES - frozenset(row("kinds", "anybodys"))

_ALWAYS = frozenset({"venue", "poll", "report"})  # slots in which a name carries the claim whatever stands around it


def carries(kind: str, before: str, after: str, lead: str = "") -> bool:
    """Whether a name carries the claim of the slot it stands in.

    `kind` is a SlotKind value; `before` and `after` are the slot's words around the name, `lead` some words before the slot. Behind a
    possessive, an affiliation or an addressee `after` goes on a little beyond the slot, to who speaks for the outlet.
    """
    if _FORMER.search(before) or _FORMER_LEAD.search(lead) or _TOPIC.search(lead + before):
        return False
    if kind == "addressee":
        return not _GATHERING.match(after)
    if kind in _ALWAYS:
        return True
    return _speaks_here(kind, before, after, lead)


def _speaks_here(kind: str, before: str, after: str, lead: str) -> bool:
    """Whether the words around a name inside a source leave it the one that speaks, or make its press speak."""
    if _STAFF_NOT_PRESS.match(after) or (kind == "source" and (_OTHER_NOUN.match(after) or _ONE_OF_TWO.match(after))):
        return False
    if kind == "possessive":
        return True
    press = _is_press(kind, before, after, lead)
    if _MODIFIERS.match(before) and not _PREPOSITION.search(before):
        return kind != "affiliation" or press
    return bool(_LEADING_OUT.search(before)) and (press or (kind == "source" and bool(_PIECE_WORD.search(before))))


def _is_press(kind: str, before: str, after: str, lead: str) -> bool:
    """Whether a journalist stands around the name; of an affiliation the role may stand outside the slot."""
    if _JOURNALIST_WORD.search(before):
        return True
    if kind == "affiliation":
        return bool(_ROLE_BEFORE.search(lead + before) or _ROLE_AFTER.match(after))
    return bool(_JOURNALIST_WORD.search(after))


def speaks_elsewhere(sentence: str) -> bool:
    """Whether a sentence says where its words were spoken, so that the outlet of what its speaker said before does not carry them."""
    return bool(_ELSEWHERE.search(sentence))


def opens_other_time(sentence: str) -> bool:
    """Whether a sentence opens with another occasion ("In late March", "Just before the election", "A year later")."""
    return bool(_OTHER_TIME.match(sentence))


def is_press(hearer: str) -> bool:
    """Whether those who were told are of the press, so that what they were told may have been printed by the outlet before."""
    return bool(_PRESS_HEARER.search(hearer))


def names_findings(words: str) -> bool:
    """Whether a source is what a poll or a report named before found: "the data", "its figures"."""
    return bool(_FINDINGS.match(words))


def described(words: str) -> str | None:
    """The noun of a definite description of an outlet ("the liberal daily" → "daily"); None for other words."""
    match = _DESCRIPTION.search(words)
    if match is None or (match[0][:3].lower() == "its" and match["noun"] not in _PIECES):
        return None  # "its website" may be a company's: only what it wrote is an outlet's for certain
    return match["noun"]


def is_indefinite(words: str) -> bool:
    """Whether the words refer to an outlet without naming it ("a news outlet", "local media")."""
    return bool(_INDEFINITE.search(words))


def outlet_like(words: str) -> str | None:
    """A name that looks like an outlet's ("Springfield Gazette"), for the reader to add to the table; None when nothing does."""
    match = _OUTLET_LIKE.search(words)
    return match[0] if match else None
