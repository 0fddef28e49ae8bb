"""A small table for the tests, and helpers that let them read like articles."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from credibility.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Claims,
    Cue,
    Excerpt,
    Outlet,
    OutletKind,
    OutletName,
    OutletSlot,
    Provenance,
    QuoteKind,
    Rater,
    Rating,
    ResolvedClaim,
    Scope,
    SlotKind,
    Source,
    SourceKind,
    Span,
    Tier,
)
from credibility.outlets.registry import OutletRegistry, build_registry
from credibility.outlets.resolving.resolve import resolve
from credibility.outlets.starter import read_rules

MINE = Rater("mine", "My own rating", 0)
FIRST = Rater("first", "First Rater", 1)
SECOND = Rater("second", "Second Rater", 2)

WHOLE = Scope()

GB = "GB|London|British"
# slug: kind, country, names as "text" or "text/rules" or "text/rules/context"
OUTLETS = {
    "theguardian.com": ("news", "GB", ["The Guardian/needs_the+needs_country/*|" + GB, "Guardian newspaper"]),
    "guardian.ng": ("news", "NG", ["The Guardian/needs_the+needs_country/NG|Lagos|Nigerian", "Guardian Nigeria"]),
    "theguardian.com/observer": ("news", "GB", ["The Observer/needs_the+needs_cue"]),
    "mg.co.za": ("news", "ZA", ["Mail & Guardian"]),
    "guardiancouncil.ir": ("gov", "IR", ["Guardian Council/never"]),
    "nytimes.com": ("news", "US", ["New York Times", "Times/needs_the+needs_antecedent", "NYT/acronym"]),
    "thetimes.co.uk": ("news", "GB", ["The Times of London", "Times/needs_the+needs_antecedent"]),
    "nypost.com": ("news", "US", ["New York Post", "Post/needs_the+needs_antecedent"]),
    "washingtonpost.com": ("news", "US", ["Washington Post", "Post/needs_the+needs_antecedent"]),
    "cnn.com": ("broadcaster", "US", ["CNN/acronym"]),
    "cnnturk.com": ("broadcaster", "TR", ["CNN Türk"]),
    "foxnews.com": ("broadcaster", "US", ["Fox News", "Fox/needs_cue+not_bare"]),
    "aa.com.tr": ("agency", "TR", ["Anadolu Agency", "AA/acronym+needs_antecedent"]),
    "afp.com": ("agency", "FR", ["Agence France-Presse", "AFP/acronym"]),
    "reuters.com": ("agency", "GB", ["Reuters"]),
    "pa.media": ("agency", "GB", ["PA/acronym+needs_cue"]),
    "hurriyet.com.tr": ("news", "TR", ["Hürriyet", "Hurriyet"]),
    "taraf.com.tr": ("news", "TR", ["Taraf/needs_cue"]),
    "time.com": ("magazine", "US", ["Time/needs_cue+not_bare", "TIME/acronym"]),
    "nature.com": ("journal", "GB", ["Nature/needs_cue+not_bare"]),
    "slate.com": ("magazine", "US", ["Slate/needs_cue"]),
    "science.org": ("journal", "US", ["Science/needs_cue+not_bare"]),
    "newsweek.com": ("magazine", "US", ["Newsweek"]),
    "dailystar.co.uk": ("news", "GB", ["Daily Star/needs_country/GB|British|London"]),
    "thedailystar.net": ("news", "BD", ["Daily Star/needs_country/BD|Dhaka|Bangladeshi"]),
    "polygraph.info": ("fact-checker", "US", ["Polygraph.info"]),
    "twitter.com": ("platform", "US", ["Twitter"]),
    "medium.com": ("platform", "US", ["Medium/needs_cue+not_bare"]),
    "medium.com/@ada": ("blog", "US", ["Ada's Notebook"]),
    "theonion.example": ("satire", "US", ["The Daily Onion"]),
    "who.int": ("igo", None, ["World Health Organization", "WHO/acronym"]),
}


def outlet(slug: str) -> Outlet:
    """An outlet of the small table."""
    kind, country, names = OUTLETS[slug]
    first = names[0].split("/")[0]
    parent = slug.split("/", maxsplit=1)[0] if "/" in slug else None
    locators = ("theguardian.co.uk", "gu.com") if slug == "theguardian.com" else ()
    return Outlet(
        slug,
        first,
        OutletKind(kind),
        country,
        parent=parent,
        inherits=parent == "theguardian.com",
        names=tuple(map(_name, names)),
        locators=locators,
    )


def registry(ratings: Iterable[Rating] = ()) -> OutletRegistry:
    """The small table."""
    return build_registry(map(outlet, OUTLETS), ratings, (MINE, FIRST, SECOND))


def rating(slug: str, rater: Rater, score: float | None, scope: Scope = WHOLE, **told: object) -> Rating:
    """A rating of the small table."""
    return Rating(slug, rater, Tier.of_score(score), score, scope, Provenance(**told))  # type: ignore[arg-type]


def article(text: str, url: str | None = None, published: str | None = None, publisher: str | None = None) -> Article:
    """A plain article; its paragraphs are parted by line feeds."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    when = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return Article("", text, tuple(blocks), hashlib.sha256(text.encode()).hexdigest(), published=when, url=url, publisher=publisher)


_MARK = re.compile(r"\{(?P<kind>[a-z-]+)(?:=(?P<value>[^|{}]*))?\|(?P<words>[^{}]*)\}")


def read_marked(marked: str) -> tuple[str, list[tuple[str, str, Span]]]:
    """Text with ``{kind=value|words}`` marks → the text alone, and the marks with their spans."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((match["kind"], match["value"] or "", Span(len(text), len(text) + len(match["words"]))))
        text += match["words"]
        last = match.end()
    return text + marked[last:], marks


def claims_of(marked: str, url: str | None = None, **about: str) -> tuple[Article, Claims]:
    """An article with one claim per ``{claim=source kind|…}`` mark.

    Slots follow their claim: ``{addressee|the Guardian}``, ``{link=https://…|anchor}``. ``{resumes=1|…}`` marks the source of a
    claim that goes on from the first one, ``{anaphor|The paper}`` a description, ``{cue|…}`` or ``{cue=lemma|…}`` the cue,
    ``{cue-link=URL|…}`` a cue that is a link, ``{is|…}`` the whole source, ``{excerpt=words|…}`` the introduction of an excerpt that
    runs to the end.
    """
    text, marks = read_marked(marked)
    excerpts = tuple(
        Excerpt(Span(span.end, len(text)), span, OutletSlot(SlotKind.VENUE, _find(text, value, span)), author=None)
        for kind, value, span in marks
        if kind == "excerpt"
    )
    claims: list[Claim] = []
    for kind, value, span in marks:
        if kind == "claim":
            number = len(claims) + 1
            inside = 0 if excerpts and span.start >= excerpts[0].span.start else None
            source_kind, _, name = (value or "none").partition(":")
            claims.append(
                Claim(str(number), (span,), Cue("say"), Source(SourceKind(source_kind), name), QuoteKind.INDIRECT, excerpt=inside)
            )
        elif kind != "excerpt":
            claims[-1] = _with(claims[-1], kind, value, span)
    return article(text, url, **about), Claims(tuple(claims), excerpts)


def outlets_of(marked: str, url: str | None = None, **about: str) -> list[str]:
    """The outlets of the marked claims as ``slug by``, "-" for none."""
    return [
        f"{one.resolution.outlet.slug} {one.resolution.by.value}" if one.resolution.outlet else "-"
        for one in resolve_marked(marked, url, **about)
    ]


def resolve_marked(marked: str, url: str | None = None, **about: str) -> tuple[ResolvedClaim, ...]:
    """The marked claims, resolved against the small table."""
    page, claims = claims_of(marked, url, **about)
    return resolve(page, claims, registry())


def _with(claim: Claim, kind: str, value: str, span: Span) -> Claim:
    if kind == "cue":
        return replace(claim, cue=Cue(value or "say", (span,)))
    if kind == "cue-link":
        return replace(claim, cue=Cue("say", (span,)), slots=(*claim.slots, OutletSlot(SlotKind.LINK, span, value)))
    if kind == "is":
        slot = OutletSlot(SlotKind.SOURCE, span)
        return replace(claim, source=replace(claim.source, spans=(span,)), slots=(*claim.slots, slot))
    if kind == "resumes":
        return replace(claim, resumes=value, source=replace(claim.source, spans=(span,)))
    if kind == "anaphor":
        return replace(claim, source=Source(SourceKind.OUTLET, "", (span,), anaphor=True))
    slot = OutletSlot(SlotKind(kind), span, value or None)
    return replace(claim, slots=(*claim.slots, slot))


def _find(text: str, words: str, within: Span) -> Span:
    start = text.index(words, within.start)
    return Span(start, start + len(words))


def _name(told: str) -> OutletName:
    text, _, rest = told.partition("/")
    rules, _, context = rest.partition("/")
    return OutletName(text, rules=read_rules(rules), context=tuple(filter(None, context.split("|"))))
