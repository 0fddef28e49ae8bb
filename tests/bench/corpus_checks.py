"""What a valid corpus keeps to: one function a rule, each yielding the places that break it. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from credibility.model import Span
from resources.corpus.notation import MarkedArticle, MarkedAttribution

_MARK = re.compile(r"\{([sqcoSQCO])-?(\d+)\|")
_HEADER = re.compile(r"^=== id: (\S+)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_REPORTING = re.compile(
    r"\b(?:said|says|told|tells|according to|announced|claimed|insisted|argued|added|wrote|testified|alleged|warned|accused"
    r"|denied|admitted|acknowledged|recalled|replied|estimated|concluded|reported)\b",
    re.I,
)
_WINDOW = 5
_NEAR = 0.15
_SHORT_QUOTE = 4
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[ap]\.m|[A-Z][a-z]{1,4}|U\.S)\.$")


class Level(Enum):
    """How much a finding weighs: an error fails the check, a warning wants a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule, where, and the words concerned."""

    level: Level
    article: str
    message: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.level.value}: {self.article}: {self.message}" + (f": {self.words[:90]!r}" if self.words else "")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `closed` is false when it runs to the end of its paragraph without its closing mark."""

    span: Span
    closed: bool


_OPENS_SINGLE = re.compile(r"(?<![\w’'])['‘](?=[\w£$€“\"(…])")
_CLOSES_SINGLE = re.compile(r"(?:(?<=[.,?!…;:–—”\")])['’](?!\w))|(?:(?<=\w)['’](?![\w]))")


def quotations(paragraph: str, offset: int = 0) -> list[Quotation]:
    """The outermost quotations of one paragraph, read from the left: “…”, "…", ''…'' and British ‘…’ and '…'; empty when none."""
    found: list[Quotation] = []
    at = 0
    while at < len(paragraph):
        opening = next((o for o in ("“", "''", '"') if paragraph.startswith(o, at)), "")
        if opening:
            closing = "”" if opening == "“" else opening
            end = paragraph.find(closing, at + len(opening))
            stop = len(paragraph) if end < 0 else end + len(closing)
        elif _OPENS_SINGLE.match(paragraph, at):
            stop_at = _single_end(paragraph, at + 1)
            if stop_at is None:
                at += 1
                continue
            end, stop = 0, stop_at
        else:
            at += 1
            continue
        found.append(Quotation(Span(offset + at, offset + stop), end >= 0))
        at = stop
    return found


def _single_end(paragraph: str, at: int) -> int | None:
    """Where a single-quoted passage ends; None when nothing closes it, as with a plural's apostrophe."""
    first = _CLOSES_SINGLE.search(paragraph, at)
    return first.end() if first else None


def paragraphs(article: MarkedArticle) -> Iterator[tuple[int, str]]:
    """Each paragraph with the place where it starts."""
    for match in re.finditer(r"[^\n]+", article.text):
        yield match.start(), match.group()


def check_article(article: MarkedArticle) -> Iterator[Finding]:
    """All findings of one article."""
    for rule in (_groups, _balance, _inside, _whole_quotations, _edges, _unmarked):
        yield from rule(article)


def check_numbers(document: str) -> Iterator[Finding]:
    """Groups that have no content: the reader leaves them out, so they are looked for in the document itself."""
    article, roles = "", dict[tuple[str, bool], set[str]]()
    for line in [*document.splitlines(), "=== id: end"]:
        header = _HEADER.match(line)
        if header:
            for (number, attitude), found in roles.items():
                if "c" not in found:
                    yield Finding(Level.ERROR, article, f"{'attitude' if attitude else 'attribution'} {number} has no content")
            article, roles = header.group(1), {}
        for role, number in _MARK.findall(line):
            roles.setdefault((number, role.isupper()), set()).add(role.lower())


def check_corpus(articles: Iterable[MarkedArticle]) -> Iterator[Finding]:
    """What only shows when articles stand side by side: ids used twice, and articles that repeat each other's words."""
    known: dict[str, str] = {}
    runs: dict[tuple[str, ...], int] = {}
    names: list[str] = []
    for place, article in enumerate(articles):
        if article.id in known:
            yield Finding(Level.ERROR, article.id, f"the id stands in {known[article.id]} and in {article.document}")
        known[article.id] = article.document
        names.append(article.id)
        words = [word.lower() for word in _WORD.findall(article.text)]
        own = {tuple(words[i : i + _WINDOW]) for i in range(len(words) - _WINDOW + 1)}
        shared = Counter(runs.setdefault(run, place) for run in own)
        for other, count in shared.items():
            if other != place and count > _NEAR * len(own):
                yield Finding(Level.ERROR, article.id, f"repeats {count} of {len(own)} five-word runs of {names[other]}")


def _text(article: MarkedArticle, spans: Iterable[Span]) -> str:
    return " … ".join(article.text[span.start : span.end] for span in spans)


def _groups(article: MarkedArticle) -> Iterator[Finding]:
    for one in article.attributions:
        content = _text(article, one.content)
        name = f"attribution {one.number}"
        if not one.cue and not any(quote.start <= one.content[0].start < quote.end for quote in article.quoted):
            yield Finding(Level.ERROR, article.id, f"{name} has no cue", content)
        if one.source and set(one.source) == set(one.content):
            yield Finding(Level.ERROR, article.id, f"{name} has its source as content", content)
        for role, spans in (("source", one.source), ("cue", one.cue)):
            if any(a.start < b.end and b.start < a.end for a in spans for b in one.content):
                yield Finding(Level.ERROR, article.id, f"{name}: {role} and content overlap", content)


def _balance(article: MarkedArticle) -> Iterator[Finding]:
    """A paragraph may leave its quotation open only when the next one opens it again."""
    pieces = list(paragraphs(article))
    for (start, piece), (_, after) in pairwise([*pieces, (0, "")]):
        open_end = piece.count("“") != piece.count("”") or any(not quote.closed for quote in quotations(piece, start))
        if open_end and not after.startswith(("“", '"', "''", "‘")):
            yield Finding(Level.ERROR, article.id, "quotation marks do not balance", piece[-90:])


def _inside(article: MarkedArticle) -> Iterator[Finding]:
    """A quotation is one content: nothing is marked inside one, and no content takes in only a part of one."""
    quotes = [quote.span for start, piece in paragraphs(article) for quote in quotations(piece, start)]
    for one in article.attributions:
        for span in (*one.source, *one.cue):
            if any(quote.start < span.start and span.end < quote.end for quote in quotes):
                yield Finding(Level.ERROR, article.id, f"attribution {one.number} is marked inside a quotation", _text(article, (span,)))
        for span in one.content:
            if any(quote.start < span.start and span.end < quote.end for quote in quotes):
                yield Finding(Level.ERROR, article.id, f"attribution {one.number} has content inside a quotation", _text(article, (span,)))
            if any(span.start < quote.start < span.end < quote.end or quote.start < span.start < quote.end < span.end for quote in quotes):
                yield Finding(Level.ERROR, article.id, f"attribution {one.number} cuts a quotation", _text(article, (span,)))


def _whole_quotations(article: MarkedArticle) -> Iterator[Finding]:
    """A sentence in quotation marks that follows a quotation in its paragraph belongs to some content."""
    for start, piece in paragraphs(article):
        for quote in quotations(piece, start):
            words = article.text[quote.span.start : quote.span.end]
            covered = any(span.start < quote.span.end and quote.span.start < span.end for a in article.attributions for span in a.content)
            sentence = re.search(r"[.,!?…]['’”\"]+$", words) or not quote.closed
            if not covered and sentence and len(words.split()) >= _SHORT_QUOTE:
                yield Finding(Level.WARNING, article.id, "a quotation belongs to no attribution", words)


def _edges(article: MarkedArticle) -> Iterator[Finding]:
    """A mark starts and ends at a word's edge; a content leaves the sentence's stop outside unless a quotation has it."""
    for one in article.attributions:
        name = f"attribution {one.number}"
        for span in _of(one):
            words = article.text[span.start : span.end]
            before, after = article.text[span.start - 1 : span.start], article.text[span.end : span.end + 1]
            if (before.isalnum() and words[:1].isalnum()) or (after.isalnum() and words[-1:].isalnum()):
                yield Finding(Level.ERROR, article.id, f"{name} cuts a word", words)
            if words != words.strip():
                yield Finding(Level.ERROR, article.id, f"{name} has blanks at its edge", words)
        for span in one.content:
            if _takes_stop(article, one, span):
                yield Finding(Level.ERROR, article.id, f"{name} takes the sentence's stop in", article.text[span.start : span.end][-60:])


def _takes_stop(article: MarkedArticle, one: MarkedAttribution, span: Span) -> bool:
    """Whether an unquoted content ends in the sentence's stop; a speaker's whole paragraph ("MOTT: Yes.") may."""
    words, after = article.text[span.start : span.end], article.text[span.end : span.end + 1]
    stopped = words.endswith(",") or (words.endswith(".") and not _ABBREVIATED.search(words))
    if not stopped or after in tuple("”’'\""):
        return False
    names_speaker = any(article.text[cue.start : cue.end].rstrip().endswith((":", "—", "-")) for cue in one.cue)
    return not (after in ("", "\n") and names_speaker) and not _quoted_line(article, span)


def _quoted_line(article: MarkedArticle, span: Span) -> bool:
    """Whether the content stands in a block quotation, or in quotation marks that the paragraph leaves open."""
    piece = next((start, piece) for start, piece in paragraphs(article) if start <= span.start <= start + len(piece))
    opened = any(quote.span.start <= span.start and span.end <= quote.span.end for quote in quotations(piece[1], piece[0]))
    return opened or any(quote.start <= span.start < quote.end for quote in article.quoted)


def _unmarked(article: MarkedArticle) -> Iterator[Finding]:
    """Reporting words outside every mark: a claim that was overlooked, or a hard negative."""
    marked = [span for one in article.attributions for span in (*_of(one), *article.quoted)]
    for match in _REPORTING.finditer(article.text):
        if not any(span.start <= match.start() < span.end for span in marked):
            around = article.text[max(match.start() - 50, 0) : match.end() + 40].replace("\n", " ")
            yield Finding(Level.WARNING, article.id, f"“{match.group()}” is unmarked", around)


def _of(one: MarkedAttribution) -> tuple[Span, ...]:
    return one.source + one.cue + one.content
