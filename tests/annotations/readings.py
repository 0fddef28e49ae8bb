"""Build small readings from text with claims marked `[id|words]` and paragraphs separated by line feeds."""

import re
import tomllib
from pathlib import Path

from credibility.annotations.annotate import annotate
from credibility.model import (
    Article,
    Block,
    BlockKind,
    ChainLink,
    Claim,
    Cue,
    Link,
    Outlet,
    Provenance,
    QuoteKind,
    RatedClaim,
    Rater,
    Rating,
    Reading,
    Resolution,
    ResolvedBy,
    Role,
    Source,
    SourceKind,
    Span,
    Style,
    Tier,
    Why,
    WhyStep,
)

ROOT = Path(__file__).resolve().parents[2]
STYLES = {Role(name): Style(**row) for name, row in tomllib.loads((ROOT / "resources/palette.toml").read_text(encoding="utf-8")).items()}
COURIER = Outlet("courier.example", "The Courier")
RATING = Rating(COURIER.slug, Rater("mine", "My own rating", 0), Tier.MIXED, 50.0, provenance=Provenance(reason="corrects errors late"))


def marked(text: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the spans of each id in text order."""
    plain, spans = "", {}
    for part in re.split(r"(\[\w+\|[^\]]*\])", text):
        mark = re.fullmatch(r"\[(\w+)\|([^\]]*)\]", part)
        words = mark.group(2) if mark else part
        if mark:
            spans.setdefault(mark.group(1), []).append(Span(len(plain), len(plain) + len(words)))
        plain += words
    return plain, spans


def blocks_of(text: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in re.finditer(r"[^\n]+", text))


def reading(
    text: str, roles: dict[str, Role] | None = None, links: tuple[tuple[str, str], ...] = (), title: str = "A bridge is opened"
) -> Reading:
    """A reading of marked text. `roles` gives claims their roles; all others are carried by the Courier, rated Mixed."""
    plain, spans = marked(text)
    article = Article(
        title=title,
        text=plain,
        blocks=blocks_of(plain),
        fingerprint="0" * 64,
        byline="Ann Writer",
        language="en",
        links=tuple(Link(Span(plain.index(words), plain.index(words) + len(words)), url) for words, url in links),
    )
    claims = tuple(_claim(name, tuple(found), (roles or {}).get(name, Role.MIXED)) for name, found in spans.items())
    return Reading(article, claims, annotations=annotate(article, claims, STYLES))


def _claim(name: str, content: tuple[Span, ...], role: Role) -> RatedClaim:
    outlet = COURIER if role is Role.MIXED else None
    return RatedClaim(
        claim=Claim(name, content, Cue("say"), Source(SourceKind.PERSON, "Ann Builder"), QuoteKind.INDIRECT),
        resolution=Resolution(outlet, ResolvedBy.NAMED if outlet else ResolvedBy.NONE),
        rating=RATING if outlet else None,
        others=(),
        disagreement=False,
        chain=(ChainLink("The Courier", "outlet", "courier.example"),) if outlet else (ChainLink("Ann Builder", "person"),),
        why=(Why(WhyStep.WORDS, "“said” reports speech."),),
        role=role,
    )
