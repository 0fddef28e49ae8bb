"""The article as Markdown for note-taking programs: front matter, marked claims (`==words==`), and a footnote for each claim.

CommonMark with GitHub's tables and footnotes; the marks are those of Obsidian, Joplin and Pandoc. The article's text is escaped.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import yaml

from credibility.annotations.annotate import STATEMENT, carrier, chain_words, rating_line
from credibility.annotations.exports.flow import Flow, Stretch, heading_levels
from credibility.annotations.pdf.paper import PICTURE, UNTITLED, excerpt_line
from credibility.floor.language import said, shown
from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.notes.noted import note_line, note_name, numbered_notes
from credibility.floor.passages.captions import captioned_once
from credibility.floor.sources import credential_lines
from credibility.floor.web import web_address
from credibility.model import Article, Block, BlockKind, RatedClaim, Reading, Role, Style
from credibility.model.notes import PlacedNote

_INLINE = re.compile(r"[\\`*_\[\]<>|~^$]|=(?==)|(?<==)=|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))")
_EMPHASES = {"emphasis": ("*", "*"), "strong": ("**", "**"), "subscript": ("<sub>", "</sub>"), "superscript": ("<sup>", "</sup>")}
_BREAK = "\\\n"
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def write(reading: Reading, styles: Mapping[Role, Style]) -> bytes:
    """The file's bytes, in UTF-8."""
    parts = [_front_matter(reading), f"# {told(reading.article.title or UNTITLED)}", *_blocks(reading)]
    parts += ["---", *(f"*{told(line)}*" for line in (STATEMENT, *reading.article.notes, *reading.notes))]
    parts += [_footnote(number, rated, reading, styles) for number, rated in enumerate(reading.claims, 1)]
    parts += [_own_note(number, placed) for number, placed in numbered_notes(reading)]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """Text as Markdown that shows exactly this text, in one line; a line break is a hard one."""
    lines = (_INLINE.sub(r"\\\g<0>", line) for line in re.split(r"[\r\n\v\f\x85\u2028\u2029]", text))
    return _BREAK.join(_AT_START.sub(_escape_start, line) for line in lines)


def told(words: str) -> str:
    """What the program says as Markdown, in the reader's language."""
    return escaped(shown(words))


def _escape_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _front_matter(reading: Reading) -> str:
    article = reading.article
    outlets = list(dict.fromkeys(rated.resolution.outlet.name for rated in reading.claims if rated.resolution.outlet))
    facts = {
        "title": article.title,
        "author": article.byline,
        "publisher": reading.publisher.name if reading.publisher else article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": web_address(article.canonical) or web_address(article.url),
        "language": article.language,
        "fingerprint": article.fingerprint,
        "claims": len(reading.claims),
        "outlets": outlets,
        "tags": ["sourcetint"],
    }
    known = {key: value for key, value in facts.items() if value not in (None, "", [])}
    return f"---\n{yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)}---"


def _blocks(reading: Reading) -> Iterator[str]:
    article, flow = captioned_once(reading.article), Flow(reading)
    levels = heading_levels(article)
    embedded = {item.excerpt.span.start: excerpt_line(item) for item in reading.excerpts}
    rows: list[str] = []
    for number, block in enumerate(article.blocks):
        yield from (f"*{told(embedded[start])}*" for start in embedded if block.span.start <= start <= block.span.end)
        if block.kind is BlockKind.TABLE_ROW:
            rows += _table_row(block, flow, first=not rows)
            continue
        if rows:
            yield "\n".join(rows)
            rows = []
        if words := _block(block, flow, article, levels.get(number, 0)):
            yield "\n".join(f"{'> ' * block.quoted}{line}" for line in words.split("\n"))
    if rows:
        yield "\n".join(rows)


def _block(block: Block, flow: Flow, article: Article, level: int) -> str:
    match block.kind:
        case BlockKind.RULE:
            return "---"
        case BlockKind.IMAGE:
            return f"*[{told(article.images[block.image].alt or PICTURE)}]*" if block.image is not None else ""
        case BlockKind.PREFORMATTED:
            return _fenced(block.span.of(article.text), flow.pieces(block.span))
    return _prose(block, inline(flow.pieces(block.span)), level)


def _prose(block: Block, words: str, level: int) -> str:
    """A block of words with what CommonMark puts before them."""
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(level, 6)} {words.replace(_BREAK, ' ')}"
        case BlockKind.LIST_ITEM:
            marker = block.marker if re.fullmatch(r"\d{1,9}[.)]", block.marker) else "-"
            indent = "    " * (max(block.level, 1) - 1)
            return f"{indent}{marker} {words}".replace("\n", f"\n{indent}    ")
        case BlockKind.QUOTATION if not block.quoted:
            return "\n".join(f"{'> ' * max(block.level, 1)}{line}" for line in words.split("\n"))
    return words


def _fenced(text: str, pieces: list[Stretch]) -> str:
    """Preformatted text as code; the claims in it, which cannot be marked there, are referred to below it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    below = "".join(reference for piece in pieces for reference in _references(piece))
    return f"{fence}\n{text}\n{fence}" + (f"\n\n{below}" if below else "")


def _table_row(block: Block, flow: Flow, *, first: bool) -> list[str]:
    cells = [inline(flow.pieces(cell)).replace(_BREAK, "<br>") for cell in block.cells]
    row = f"| {' | '.join(cells)} |"
    # GitHub's tables must have a header row; one without a header gets an empty one.
    rule = f"|{' --- |' * len(cells)}"
    if not first:
        return [row]
    return [row, rule] if block.level else [f"|{'  |' * len(cells)}", rule, row]


def inline(pieces: Iterable[Stretch]) -> str:
    """Pieces as one run of Markdown; the footnotes of claims follow their last words."""
    written = []
    for is_claim, members in groupby(pieces, lambda piece: bool(piece.claims)):
        group: list[Stretch] = []
        for piece in members:
            group.append(piece)
            if piece.ends or piece.notes:
                written.append(_marked(group, is_claim))
                written += _references(piece)
                group = []
        written.append(_marked(group, is_claim))
    return "".join(written)


def _references(piece: Stretch) -> list[str]:
    return [*(f"[^{number}]" for number in piece.ends), *(f"[^{note_name(number)}]" for number in piece.notes)]


def _marked(group: list[Stretch], is_claim: bool) -> str:
    words = "".join(map(_dressed, group))
    return _wrapped(words, "==", "==") if is_claim else words


def _dressed(piece: Stretch) -> str:
    if "code" in piece.emphases and "`" not in piece.words and "\n" not in piece.words:
        words = _wrapped(piece.words, "`", "`")
    else:
        words = escaped(piece.words)
    for name in piece.emphases:
        if name in _EMPHASES:
            words = _wrapped(words, *_EMPHASES[name])
    if piece.url:
        address = piece.url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
        words = _wrapped(words, "[", f"](<{address}>)")
    return words


def _wrapped(words: str, opening: str, closing: str) -> str:
    """Words between two marks, white space outside them, as Markdown needs it."""
    found = _EDGES.match(words)
    assert found is not None
    before, core, after = found.groups()
    return f"{before}{opening}{core}{closing}{after}" if core else words


def _footnote(number: int, rated: RatedClaim, reading: Reading, styles: Mapping[Role, Style]) -> str:
    style, text = styles[rated.drawn], reading.article.text
    lines = [f"{style.glyph} **{told(carrier(rated, text))}**", told(rating_line(rated, style))]
    lines += map(told, credential_lines(rated.claim.source, text))
    chain = [told(said("Chain: {chain}", chain=chain_words(rated)))] if len(rated.chain) > 1 else []
    return f"[^{number}]: " + " · ".join([*lines, *chain])


def _own_note(number: int, placed: PlacedNote) -> str:
    """A note of the reader as a footnote, with the words it is on: they are not marked in the text, since claims are."""
    draft, quote = placed.note.draft, " ".join(placed.note.quote.exact.split())
    on = said("on “{words}”", words=escaped(quote))
    where = shown(on if placed.span else said("{place} (not in this copy of the text)", place=on))
    line = f"{NOTE_LOOKS[draft.colour].glyph} **{told(said('My note'))}** · {escaped(note_line(draft))} · {where}"
    return f"[^{note_name(number)}]: {line}"
