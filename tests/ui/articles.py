"""An article written for these tests that has every kind of block and every kind of highlight."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from credibility.model import (
    Article,
    Block,
    BlockKind,
    ChainLink,
    Claim,
    Comment,
    Cue,
    Emphasis,
    EmphasisKind,
    Excerpt,
    Image,
    Link,
    Outlet,
    OutletKind,
    Polarity,
    Provenance,
    QuoteKind,
    RatedClaim,
    Rater,
    Rating,
    RatingStatus,
    Reading,
    Resolution,
    ResolvedBy,
    ResolvedExcerpt,
    Role,
    Source,
    Span,
    Tier,
    Why,
    WhyStep,
)
from tests.ui.bridge import CLAIMS, KINDS, LINES, NOT_ASSERTED

MINE = Rater("mine", "You", 0)
BOARD = Rater("board", "Harbour Press Board", 1, url="https://board.example/method", licence="CC0", version="2024")
WATCH = Rater("watch", "Northern Watch", 2, url="https://watch.example/")

OUTLETS = {
    slug: Outlet(slug, name, kind, country, homepage=f"https://{slug}/", locators=(slug,))
    for slug, name, kind, country in (
        ("gazette.example", "the Harbour Gazette", OutletKind.NEWS, "GB"),
        ("tide.example", "Tide News Agency", OutletKind.AGENCY, "NO"),
        ("kestrel.example", "The Kestrel", OutletKind.MAGAZINE, "GB"),
        ("dockside.example", "Dockside Daily", OutletKind.NEWS, "IE"),
        ("klaxon.example", "The Klaxon", OutletKind.NEWS, "US"),
        ("lantern.example", "The Lantern", OutletKind.NEWS, "NZ"),
        ("gull.example", "The Daily Gull", OutletKind.SATIRE, "GB"),
        ("pier.example", "Pier", OutletKind.PLATFORM, "US"),
    )
}
SCORES = {"gazette.example": 91.0, "tide.example": 72.0, "kestrel.example": 48.0, "dockside.example": 27.0, "klaxon.example": 8.0}


@cache
def picture(width: int = 640, height: int = 260) -> bytes:
    """A small drawn image, as PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(0, width, 8):
            colour = QColor.fromHsl(205, 60, 150 + (x * 7 + y * 3) % 60)
            for dx in range(8):
                image.setPixelColor(min(x + dx, width - 1), y, colour)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def article_of(lines: Iterable[tuple[str, str]], **more: object) -> tuple[Article, dict[int, Span]]:
    """The article of these lines, and where the content of each numbered claim stands."""
    blocks, text, contents, emphases = [], "", {}, []
    for kind, marked in lines:
        words, start = "", len(text)
        for piece in re.split(r"(\[\d+ [^\]]*\]|\*[^* ][^*]*\*)", marked):
            if numbered := re.fullmatch(r"\[(\d+) ([^\]]*)\]", piece):
                at = start + len(words)
                contents[int(numbered[1])] = Span(at, at + len(numbered[2]))
                words += numbered[2]
            elif kind != "rule" and piece.startswith("*") and piece.endswith("*") and len(piece) > 2:
                emphases.append(Emphasis(Span(start + len(words), start + len(words) + len(piece) - 2), EmphasisKind.EMPHASIS))
                words += piece[1:-1]
            else:
                words += piece
        name, level = KINDS[kind]
        span = Span(start, start + len(words))
        cells, at = [], start
        if name is BlockKind.TABLE_ROW:
            for cell in words.split("\t"):
                cells.append(Span(at, at + len(cell)))
                at += len(cell) + 1
        blocks.append(Block(name, span, level, "•" if kind == "li" else "", 0 if kind == "img" else None, tuple(cells)))
        text += words + "\n"
    text = text[:-1]
    made = Article("The bridge that nobody repaired", text, tuple(blocks), "f" * 64, emphases=tuple(emphases), **more)
    return made, contents


def _find(text: str, words: str, near: int) -> tuple[Span, ...]:
    places = [found.start() for found in re.finditer(re.escape(words), text)] if words else []
    if not places:
        return ()
    best = min(places, key=lambda place: abs(place - near))
    return (Span(best, best + len(words)),)


def rating_of(slug: str, score: float | None, rater: Rater = BOARD, reason: str = "", url: str | None = None) -> Rating:
    """A rating as the table would hold it."""
    status = RatingStatus.MINE if rater is MINE else RatingStatus.STARTER
    reason = reason or "Corrections are published; two upheld complaints in ten years."
    return Rating(
        slug,
        rater,
        Tier.of_score(score),
        score,
        provenance=Provenance(
            original=f"{score}",
            mapping="score as given",
            reason=reason,
            url=url or "https://board.example/ratings",
            rated_on=date(2024, 3, 5),
            status=status,
        ),
    )


ROLE_OF_TIER = {
    Tier.HIGH: Role.HIGH,
    Tier.RELIABLE: Role.RELIABLE,
    Tier.MIXED: Role.MIXED,
    Tier.LOW: Role.LOW,
    Tier.VERY_LOW: Role.VERY_LOW,
}


def bridge_article() -> tuple[Article, dict[int, Span]]:
    """The article about the bridge with its claims' places."""
    made, contents = article_of(
        LINES,
        byline="Nora Feld",
        published=datetime(2024, 11, 3, 9, 30, tzinfo=UTC),
        publisher="The Quayside Review",
        url="https://quayside.example/2024/11/the-bridge-that-nobody-repaired",
        url_from="canonical",
        images=(Image("image/png", "Drawing of a quay with a bridge", picture()),),
        comments=(
            Comment("Ferryman", "I said so in 2018."),
            Comment("Bolt", "It is in my garden.\nCome and see.", 1),
            Comment(None, "First!"),
        ),
    )
    at = made.text.index("the Harbour Gazette")
    link = made.text.index("Tide News Agency")
    links = (Link(Span(at, at + 19), "https://gazette.example/bridge"), Link(Span(link, link + 16), "https://tide.example/a?utm_source=x"))
    return Article(**{name: getattr(made, name) for name in made.__dataclass_fields__} | {"links": links}), contents


def rated_words(rating: Rating | None) -> str:
    return f"{rating.rater.title} gives it {rating.score:.0f} of 100." if rating else "Nobody in your table has rated it."


def outlet_words(outlet: Outlet | None) -> str:
    return f"The report is {outlet.name}’s ({outlet.slug})." if outlet else "No outlet is named for it."


def rated_claims(article: Article, contents: dict[int, Span], ratings: dict[str, tuple[Rating, ...]]) -> tuple[RatedClaim, ...]:
    """The claims of the article about the bridge under these ratings, first rating of an outlet in force."""
    made = []
    for number, (slug, role, kind, source, cue, chain) in CLAIMS.items():
        content = contents[number]
        polarity, denied_by = NOT_ASSERTED.get(number, (Polarity.ASSERTED, None))
        spans = _find(article.text, source, content.start)
        claim = Claim(
            f"c{number}",
            (content,),
            Cue(cue, _find(article.text, cue, content.end)),
            Source(kind, source, spans),
            QuoteKind.INDIRECT,
            reasons=(f"“{cue}” signals reported speech",),
            polarity=polarity,
            denied_by=denied_by,
        )
        outlet = OUTLETS.get(slug) if slug else None
        own = ratings.get(slug or "", ())
        rating, others = (own[0] if own else None), own[1:]
        drawn = role
        if outlet and outlet.kind not in (OutletKind.SATIRE, OutletKind.PLATFORM):
            drawn = ROLE_OF_TIER[rating.tier] if rating else Role.UNRATED
        links = tuple(
            ChainLink(name, "outlet" if outlet and n == 0 else kind.value, slug if outlet and n == 0 else None)
            for n, name in enumerate(chain)
        )
        disputed = any(abs(other.tier.value - rating.tier.value) >= 2 for other in others) if rating else False
        made.append(
            RatedClaim(
                claim,
                Resolution(outlet, ResolvedBy.NAMED if outlet else ResolvedBy.NONE),
                rating,
                others,
                disputed,
                links,
                (
                    Why(
                        WhyStep.WORDS,
                        f"The word “{cue}” says that somebody is being reported.",
                        claim.cue.spans[0] if claim.cue.spans else None,
                    ),
                    Why(
                        WhyStep.OUTLET,
                        outlet_words(outlet),
                        spans[0] if spans else None,
                    ),
                    Why(
                        WhyStep.RATING,
                        rated_words(rating),
                    ),
                    Why(WhyStep.RULE, "Your own rating decides first, then the raters in your order."),
                ),
                drawn,
            )
        )
    return tuple(made)


def bridge_reading(ratings: dict[str, tuple[Rating, ...]] | None = None) -> Reading:
    """The sealed reading of the article about the bridge."""
    article, contents = bridge_article()
    if ratings is None:
        ratings = starter_ratings()
    excerpt = Excerpt(
        Span(article.text.index("It took four men"), article.text.index("has looked.") + 11), Span(0, 0), None, author="Nell Farrow"
    )
    own = ratings.get("gazette.example", ())
    resolved = ResolvedExcerpt(excerpt, OUTLETS["gazette.example"], own[0] if own else None)
    return Reading(article, rated_claims(article, contents, ratings), (resolved,))


def starter_ratings() -> dict[str, tuple[Rating, ...]]:
    """What the fake table holds at first; the Kestrel's raters disagree."""
    ratings = {slug: (rating_of(slug, score),) for slug, score in SCORES.items()}
    ratings["kestrel.example"] += (rating_of("kestrel.example", 88.0, WATCH, "Strong on local courts.", "https://watch.example/kestrel"),)
    return ratings
