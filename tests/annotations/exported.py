"""Readings that make it hard for a format: nested and broken claims, formulas, markup, every kind of block, scripts from right to left."""

import base64
from dataclasses import replace

from credibility.annotations.annotate import annotate
from credibility.model import (
    Article,
    Block,
    BlockKind,
    ChainLink,
    Claim,
    Cue,
    Emphasis,
    EmphasisKind,
    Image,
    Link,
    OutletSlot,
    QuoteKind,
    RatedClaim,
    Reading,
    Resolution,
    ResolvedBy,
    Role,
    SlotKind,
    Source,
    SourceKind,
    Span,
)
from tests.annotations.readings import COURIER, RATING, STYLES, reading

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
HOSTILE = '<script>alert(1)</script> & "quotes" *stars* _lines_ [x](y) `code` {tex} \\back $100 50% #1 ==x== | ~ ^ =1+1'


def rich() -> Reading:
    """Every kind of block, each with words that some format takes for markup; claims nested, in cells, in code, in two parts."""
    lines: list[tuple[BlockKind, str, int]] = [
        (BlockKind.HEADING, f"Heading {HOSTILE}", 2),
        (BlockKind.PARAGRAPH, f"The Courier said the bridge is safe, and that it is new. {HOSTILE}", 0),
        (BlockKind.PARAGRAPH, "- not a list\u2028# not a heading", 0),
        (BlockKind.LIST_ITEM, "first thing", 1),
        (BlockKind.LIST_ITEM, "below it", 2),
        (BlockKind.LIST_ITEM, "last thing", 1),
        (BlockKind.QUOTATION, "a quotation of old", 1),
        (BlockKind.PREFORMATTED, "x = 1\n```\ny", 0),
        (BlockKind.IMAGE, "\ufffc", 0),
        (BlockKind.CAPTION, "the caption", 0),
        (BlockKind.TABLE_ROW, "year\tcost", 1),
        (BlockKind.TABLE_ROW, "2026\t-5 | 6", 0),
        (BlockKind.RULE, "\ufffc", 0),
        (BlockKind.PARAGRAPH, "قالت الصحيفة إن الجسر آمن", 0),
        (BlockKind.PARAGRAPH, "1. not a numbered list", 0),
    ]
    text, blocks = "", []
    for kind, words, level in lines:
        start = len(text) + (1 if text else 0)
        text += ("\n" if text else "") + words
        span = Span(start, len(text))
        cells = tuple(_place(cell, text, start) for cell in words.split("\t")) if kind is BlockKind.TABLE_ROW else ()
        blocks.append(Block(kind, span, level, "•" if kind is BlockKind.LIST_ITEM else "", 0 if kind is BlockKind.IMAGE else None, cells))
    article = Article(
        title='=HYPERLINK("x") <b>Bridge</b>',
        text=text,
        blocks=tuple(blocks),
        fingerprint="1" * 64,
        byline="By Ann Writer and Bo Quill",
        url="https://paper.example/bridge?a=1&b=2",
        language="en",
        links=(Link(_place("it is new", text), "https://courier.example/new{1}?x=1&y=2"),),
        emphases=(Emphasis(_place("bridge is", text), EmphasisKind.STRONG),),
        images=(Image("image/png", "a <dot>", DOT),),
    )
    claims = (
        _claim("a", text, ("the bridge is safe", "it is new"), Role.MIXED),
        _claim("b", text, ("bridge is",), Role.PERSON),
        _claim("c", text, ("-5 | 6",), Role.ANONYMOUS),
        _claim("d", text, ("الجسر آمن",), Role.LOW),
        _claim("e", text, ("x = 1",), Role.HIGH),
        _claim("f", text, ("quotation of old",), Role.NO_SOURCE),
    )
    return Reading(article, claims, annotations=annotate(article, claims, STYLES))


def linked() -> Reading:
    """A reading of which one claim rests on a link to the Courier."""
    made = reading("The [a|bridge is safe], they said.", links=(("bridge is safe", "https://courier.example/safe"),))
    (rated,) = made.claims
    url = made.article.links[0].url
    slot = OutletSlot(SlotKind.LINK, rated.claim.content[0], url)
    by_link = replace(rated, claim=replace(rated.claim, slots=(slot,)), resolution=Resolution(COURIER, ResolvedBy.LINK, url=url))
    return replace(made, claims=(by_link,))


def _place(words: str, text: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def _claim(name: str, text: str, words: tuple[str, ...], role: Role) -> RatedClaim:
    outlet = COURIER if role in (Role.MIXED, Role.LOW, Role.HIGH) else None
    source = Source(SourceKind.PERSON, "=cmd|' /C calc'!A0")
    return RatedClaim(
        Claim(name, tuple(_place(each, text) for each in words), Cue("say"), source, QuoteKind.INDIRECT),
        Resolution(outlet, ResolvedBy.NAMED if outlet else ResolvedBy.NONE),
        RATING if outlet else None,
        (),
        False,
        (ChainLink("The Courier", "outlet", "courier.example"),) if outlet else (ChainLink("<i>Ann</i>", "person"),),
        (),
        role,
    )
