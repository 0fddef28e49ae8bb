"""The article as one web page that needs nothing else: no script, no font, no picture from outside, readable in any browser.

Each claim is followed by a link with its tier's sign and its number, which leads to the claim's note and back: that is how the
keyboard and a screen reader reach it. The page forbids everything but its own style and pictures (Content-Security-Policy), so that
opening it fetches nothing.
"""

import base64
from collections.abc import Iterator, Mapping
from html import escape

from credibility.annotations.annotate import STATEMENT, carrier, chain_words, rating_line
from credibility.annotations.exports.flow import Flow, Stretch
from credibility.annotations.exports.pageblocks import page_blocks
from credibility.annotations.exports.pagestyle import stylesheet
from credibility.annotations.exports.rows import content_words
from credibility.annotations.notes.page import own_notes, own_reference
from credibility.annotations.pdf.paper import PICTURE, UNTITLED, facts
from credibility.floor.characters import visible
from credibility.floor.language import current, joined, said, shown
from credibility.floor.sources import credential_lines
from credibility.model import Image, RatedClaim, Reading, Role, Style

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_TAGS = {"emphasis": "em", "strong": "strong", "code": "code", "subscript": "sub", "superscript": "sup"}
_PICTURES = ("image/png", "image/jpeg")


def write(reading: Reading, styles: Mapping[Role, Style]) -> bytes:
    """The page's bytes, in UTF-8."""
    return "\n".join(_page(reading, styles)).encode("utf-8", "replace") + b"\n"


def _page(reading: Reading, styles: Mapping[Role, Style]) -> Iterator[str]:
    article = reading.article
    title, claims = text(article.title or shown(UNTITLED)), said("Claims and their sources ({count})", count=len(reading.claims))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{text(article.language or "")}">'
    yield f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
    yield f'<meta name="generator" content="SourceTint"><title>{title}</title>'
    yield f"<style>\n{stylesheet(styles)}</style></head>"
    yield f'<body><a class="skip" href="#claims" lang="{current()}">{told(said("Skip to the claims"))}</a>'
    yield f'<header><h1 dir="auto">{title}</h1><dl class="facts">'
    yield from (f'<dt>{told(label)}</dt><dd dir="auto">{told(value)}</dd>' for label, value in facts(reading))
    yield f'</dl><p class="statement" lang="{current()}">{told(STATEMENT)}</p><ul class="legend" lang="{current()}">'
    yield from (_legend(count, role, styles[role]) for role, count in reading.tally.roles)
    yield "</ul></header><main>"
    yield from page_blocks(reading, _Pieces(reading, styles))
    yield f'</main><section class="notes" id="claims" lang="{current()}" tabindex="-1"><h2>{told(claims)}</h2><ol>'
    yield from (_note(number, rated, reading, styles) for number, rated in enumerate(reading.claims, 1))
    yield "</ol>"
    yield from (f'<p class="why">{told(note)}</p>' for note in (*article.notes, *reading.notes))
    yield "</section>"
    yield from own_notes(reading, text)
    yield "</body></html>"


def text(words: str) -> str:
    """Words as HTML, for text and attributes alike; control characters are made visible."""
    return escape("\n".join(map(visible, words.split("\n"))))


def told(words: str) -> str:
    """What the program says as HTML, in the reader's language."""
    return text(shown(words))


class _Pieces:
    """Pieces of the article as HTML."""

    def __init__(self, reading: Reading, styles: Mapping[Role, Style]) -> None:
        self.flow = Flow(reading)
        self._styles = styles
        self._claims = reading.claims
        self._text = reading.article.text

    def html(self, pieces: list[Stretch], *, breaks: bool = True) -> str:
        """Pieces in order; line breaks as `<br>` unless the element keeps them."""
        return "".join(self._piece(piece, breaks=breaks) for piece in pieces)

    def picture(self, image: Image) -> str:
        """A picture with its description; the description alone where the file does not hold it."""
        described = told(image.alt or PICTURE)
        if image.media_type not in _PICTURES or not image.data:
            return f'<p class="caption" dir="auto">[{described}]</p>'
        data = base64.b64encode(image.data).decode()
        return f'<figure><img alt="{described}" src="data:{image.media_type};base64,{data}"></figure>'

    def _piece(self, piece: Stretch, *, breaks: bool) -> str:
        words = text(piece.words)
        if breaks:
            words = words.replace("\n", "<br>")
        for name in piece.emphases:
            words = f"<{_TAGS[name]}>{words}</{_TAGS[name]}>"
        if piece.url:
            words = f'<a href="{text(piece.url)}" rel="noreferrer noopener">{words}</a>'
        for depth, rated in reversed(list(enumerate(piece.claims))):
            inside = " inside" if depth else ""
            words = f'<mark class="{rated.drawn.value}{inside}">{words}</mark>'
        if piece.noted:
            words = f'<span class="noted">{words}</span>'
        starts = "".join(f'<span id="words-{number}"></span>' for number in piece.begins)
        return starts + words + "".join(map(self._reference, piece.ends)) + "".join(own_reference(number) for number in piece.notes)

    def _reference(self, number: int) -> str:
        rated = self._claims[number - 1]
        style = self._styles[rated.drawn]
        spoken = told(said("Claim {number}: {label}, {source}", number=number, label=style.label, source=carrier(rated, self._text)))
        attributes = f'class="ref" lang="{current()}" id="claim-{number}" href="#note-{number}"'
        return f'<a {attributes} aria-label="{spoken}" title="{spoken}">{style.glyph}{number}</a>'


def _legend(count: int, role: Role, style: Style) -> str:
    return f'<li><mark class="{role.value}">{style.glyph} {told(style.label)}</mark> ({count}): {told(style.meaning)}</li>'


def _note(number: int, rated: RatedClaim, reading: Reading, styles: Mapping[Role, Style]) -> str:
    style, words = styles[rated.drawn], reading.article.text
    back = told(said("Back to claim {number} in the text", number=number))
    head = f'<a href="#claim-{number}" aria-label="{back}">{number} ↑</a> '
    head += f'<mark class="{rated.drawn.value}">{style.glyph} {told(style.label)}</mark> <b dir="auto">{told(carrier(rated, words))}</b>'
    lines = [f'<p>{head}</p><blockquote dir="auto">{text(content_words(rated, words))}</blockquote>']
    lines += [
        f'<p dir="auto">{told(line)}</p>'
        for line in (*credential_lines(rated.claim.source, words), rating_line(rated, style), chain_words(rated))
    ]
    steps = joined((joined((f"{step}.", reason.text), " ") for step, reason in enumerate(rated.why, 1)), " ")
    why = told(said("Why this colour: {steps}", steps=steps))
    return f'<li id="note-{number}" tabindex="-1">{"".join(lines)}<p class="why">{why}</p></li>'
