"""Words in and around an outlet slot that tell a carrier of a claim from an employer, an owner or a topic."""

import re

from credibility.model import OutletKind

_JOURNALIST = (
    r"reporters?|correspondents?|journalists?|editors?|editor-in-chief|columnists?|writers?|hosts?|anchors?|anchorman|anchorwoman|"
    r"presenters?|interviewers?|"
    r"commentators?|moderators?|bloggers?|photographers?|newsman|newscasters?|staff|team|critics?|reviewers?|producers?"
)
_PIECE = (
    r"polls?|surveys?|reports?|reporting|stor(?:y|ies)|articles?|interviews?|analys[ie]s|stud(?:y|ies)|columns?|columnists?|editorials?|"
    r"op-eds?|"
    r"investigations?|documents?|tapes?|footage|video|records?|emails?|transcripts?|reviews?|research|data|tall(?:y|ies)|counts?|"
    r"averages?|dispatch(?:es)?|"
    r"papers?|letters?|commentar(?:y|ies)|broadcasts?|shows?|programmes?|programs?|documentar(?:y|ies)|profiles?|posts?|sources?|people|"
    r"officials?|accounts?"
)
_FORMER = re.compile(r"\b(?:former|formerly|ex|onetime|one-time|once|late|retired|fired|ousted)\b", re.IGNORECASE)
_STAFF_NOT_PRESS = re.compile(
    r"^(?:'s|’s|'|’)?\s+(?:\w+\s+)?(?:spokes\w+|CEO|chief executive|president|chairman|chairwoman|chair|owners?|founders?|co-founders?|"
    r"executives?|lawyers?|attorneys?|directors? general|bosses|boss|"
    r"shareholders?|employees?|director|management|board|managers?|publishers?|contributors?|analysts?|personality|alumn\w+|critics of|"
    r"representatives?|officials?)\b",
    re.IGNORECASE,
)
_JOURNALIST_WORD = re.compile(rf"\b(?:{_JOURNALIST})\b", re.IGNORECASE)
_PIECE_WORD = re.compile(rf"\b(?:{_PIECE})\b", re.IGNORECASE)
_LEADING_OUT = re.compile(
    r"(?:\b(?:told|tells|to|with|in|by|from|via|on|for|at|of|per|quoted by|cited by)\s+|,\s*)(?:(?:[Tt]he|"
    r"[Aa]n?)\s+)?(?:[\w-]+\s+){0,3}[\"“]?$"
)
_TOPIC = re.compile(
    r"\b(?:about|against|over|concerning|regarding|critical of|criticism of|"
    r"(?:critics?|opponents?|fans|readers?|viewers?|listeners|subscribers?) (?:of|to)|attack on|attacks on|lawsuit against|"
    r"evidence of|basis of|"
    r"based on|owned by|owner of|shareholder of|funded by)\s+(?:(?:the|an?)\s+)?$",
    re.IGNORECASE,
)
_FORMER_LEAD = re.compile(
    r"\b(?:former|ex-|time (?:on|at|with)|years? (?:on|at|with)|left|fired (?:from|by)|worked (?:for|at))\s+(?:the\s+)?$", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:at|during|in|on|before|to)\s+(?:an?|the|his|her|their|its|this|that)?\s*(?:[\w'’-]+\s+){0,3}"
    r"(?:rall(?:y|ies)|speech|news conference|press conference|briefing|hearing|testimony|debate|forum|town hall|tweets?|Twitter|Facebook|"
    r"statement|news release|press release|letter|e-?mail|memo|interview|announcement|advertisement|court|affidavit|filing|blog post|video|"
    r"sermon|book|memoir|parliament|Congress|committee|reporters|supporters|campaign (?:stop|event)|fundraiser|ceremony|convention|summit|"
    r"lecture|address|remarks|podcast|appearance|Instagram|YouTube|LinkedIn|Truth Social|newsletter|vigil|funeral|luncheon|deposition|"
    r"lawsuit|trial|filings?|statements?|interviews?|speeches|hearings|briefings)\b|\btweet(?:ed|ing|s)\b",
)
_MODIFIERS = re.compile(
    r"^\W*(?:(?:and|both|even|but|while|as|according to|per|in|on|from)\s+)?(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|"
    r"[Tt]hat)?\s*(?:[\w.’'-]+\s+){0,5}[\"“‘]?$"
)
# "The Hill climbers", "the Independent candidate": a plain noun makes something else of a name; what an outlet is or prints does not.
_OTHER_NOUN = re.compile(
    rf"^\s+(?:\d|(?!(?:{_JOURNALIST}|{_PIECE}|researchers?|fact-checkers?|investigators?|news\w*|newspapers?|magazines?|dail(?:y|ies)|weekl(?:y|ies)|tabloids?|journals?|networks?|channels?|"
    r"broadcasters?|stations?|agenc(?:y|ies)|wire|websites?|sites?|outlets?|portals?|publications?|blogs?|podcasts?|television|tv|radio|online|"
    r"web|press|media|and|or|in|of|on|at|by|from|for|to|with|which|that|who|whose|as|itself|also)\b)[a-z][a-z-]+$)"
)
_ROLE_BEFORE = re.compile(rf"\b(?:{_JOURNALIST})\s+(?:for|at|with|of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_ROLE_AFTER = re.compile(rf"^\W*(?:[\w-]+\s+){{0,3}}(?:{_JOURNALIST})\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:of|for|at|from|with|by|to|on|in|who|that|which|against|about)\b|,")

_PAPER = frozenset({OutletKind.NEWS})
_AIR = frozenset({OutletKind.BROADCASTER})
_PRESS = frozenset(
    {
        OutletKind.NEWS,
        OutletKind.AGENCY,
        OutletKind.BROADCASTER,
        OutletKind.MAGAZINE,
        OutletKind.JOURNAL,
        OutletKind.FACT_CHECKER,
        OutletKind.SATIRE,
        OutletKind.BLOG,
        OutletKind.UNKNOWN,
    }
)
# What a description may stand for; the description is the last word of the phrase, in the singular.
DESCRIBED_KINDS: dict[str, frozenset[OutletKind]] = {
    "newspaper": _PAPER,
    "paper": _PAPER,
    "daily": _PAPER,
    "tabloid": _PAPER,
    "broadsheet": _PAPER,
    "weekly": frozenset({OutletKind.NEWS, OutletKind.MAGAZINE}),
    "magazine": frozenset({OutletKind.MAGAZINE, OutletKind.NEWS}),
    "journal": frozenset({OutletKind.JOURNAL}),
    "network": _AIR,
    "channel": _AIR,
    "broadcaster": _AIR,
    "station": _AIR,
    "agency": frozenset({OutletKind.AGENCY}),
    "service": frozenset({OutletKind.AGENCY}),
    "wire": frozenset({OutletKind.AGENCY}),
    "fact-checker": frozenset({OutletKind.FACT_CHECKER}),
    "site": _PRESS,
    "website": _PRESS,
    "portal": _PRESS,
    "outlet": _PRESS,
    "publication": _PRESS,
    "blog": frozenset({OutletKind.BLOG, OutletKind.NEWS}),
    "article": _PRESS,
    "story": _PRESS,
    "piece": _PRESS,
    "editorial": _PRESS,
}
_PIECES = frozenset({"article", "story", "piece", "editorial"})
_DESCRIPTION = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s+(?:same\s+|[a-z][\w-]*\s+|[A-Z][a-z]+(?:an|ish|ese|ch|i|-based)\s+){0,3}?"
    rf"(?P<noun>{'|'.join(DESCRIBED_KINDS)})s?\b"
)
_SOME = r"\b(?:an?|another|one|some|several|local|state|other|various|two|three|many)\s+"
_INDEFINITE = re.compile(
    rf"{_SOME}(?:(?:[\w-]+\s+){{0,4}}?(?:newspapers?|magazines?|(?:news|media) outlets?|tabloids?|news agenc(?:y|ies)|broadcasters?|"
    r"tv stations?|television stations?|radio stations?|news sites?|news websites?|dail(?:y|ies)|media)|outlets?)\b",
    re.IGNORECASE,
)
_OUTLET_LIKE = re.compile(
    r"(?:[A-Z][\w’'&.-]*\s+(?:of\s+|and\s+|&\s+|de\s+|the\s+)?){1,4}(?:Times|Post|Herald|Gazette|Tribune|Journal|Chronicle|Courier|"
    r"Dispatch|Examiner|Inquirer|Ledger|Mirror|Observer|Sentinel|Star|Sun|Telegraph|Bulletin|Magazine|News|News Agency|Press Agency|"
    r"Newspaper|Radio|Television|TV|FM|Broadcasting|Mail|Echo|Argus|Mercury|Advertiser|Guardian|Globe|Zeitung|Nachrichten|Presse|"
    r"Tageblatt|Dagblad|Gazeta|Haber|Gazetesi|Diario|Jornal|Journaal)\b"
)
# Descriptions that can only mean an outlet; "the story" and "the article" may be anybody's.
OUTLET_NOUNS = frozenset(DESCRIBED_KINDS) - _PIECES - {"service", "site", "journal", "agency"}


def carries(kind: str, before: str, after: str, lead: str = "") -> bool:
    """Whether a name carries the claim of the slot it stands in.

    `kind` is a SlotKind value; `before` and `after` are the slot's words around the name, `lead` some words before the slot. Behind a
    possessive or an affiliation `after` goes on a little beyond the slot, to who speaks for the outlet.
    """
    if _FORMER.search(before) or _FORMER_LEAD.search(lead) or _TOPIC.search(lead + before):
        return False
    if kind in ("addressee", "venue", "poll", "report"):
        return True
    if _STAFF_NOT_PRESS.match(after) or (kind == "source" and _OTHER_NOUN.match(after)):
        return False
    if kind == "possessive":
        return True
    press = bool(_JOURNALIST_WORD.search(before))
    if kind == "affiliation":
        press = press or bool(_ROLE_BEFORE.search(lead + before) or _ROLE_AFTER.match(after))
    else:
        press = press or bool(_JOURNALIST_WORD.search(after))
    if _MODIFIERS.match(before) and not _PREPOSITION.search(before):
        return kind != "affiliation" or press
    return bool(_LEADING_OUT.search(before)) and (press or (kind == "source" and bool(_PIECE_WORD.search(before))))


def speaks_elsewhere(sentence: str) -> bool:
    """Whether a sentence says where its words were spoken, so that the outlet of what its speaker said before does not carry them."""
    return bool(_ELSEWHERE.search(sentence))


def described(words: str) -> str | None:
    """The noun of a definite description of an outlet ("the liberal daily" → "daily"); None when the words are no such thing."""
    match = _DESCRIPTION.search(words)
    if match is None or (match[0][:3].lower() == "its" and match["noun"] not in _PIECES):
        return None  # "its website" may be a company's: only what it wrote is an outlet's for certain
    return match["noun"]


def is_indefinite(words: str) -> bool:
    """Whether the words speak of an outlet without naming it ("a news outlet", "local media")."""
    return bool(_INDEFINITE.search(words))


def outlet_like(words: str) -> str | None:
    """A name that looks like an outlet's ("Springfield Gazette"), for the reader to add to the table; None when nothing does."""
    match = _OUTLET_LIKE.search(words)
    return match[0] if match else None
