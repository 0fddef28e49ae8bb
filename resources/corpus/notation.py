"""The notation of the training corpus, read into text and attributions. Pure; the guidelines stand in `resources/corpus/GUIDELINES.md`.

Inline marks `{c1|words}` nest; the letter is the role (source, cue, content, outlet; capital for an attitude), the number the attribution.
What
stands after `=>` is a resolved name and no text. Paragraphs are lines; `> ` opens a line of a block quotation; `[[URL|anchor]]` is a link.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from credibility.model import Link, Span

_MARK = re.compile(r"\{([sqcoSQCO])(-?)(\d+)\|")
_LINK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")
_HEADER = "=== "


class CorpusError(ValueError):
    """The notation is broken; the message names document and line."""


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """One attribution of the gold: spans in the article's text, sorted.

    `carrier` is the outlet's resolved name, `carried` whether it is carried over; `source_name` the source's resolved name.
    """

    number: int
    attitude: bool
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    outlet: tuple[Span, ...] = ()
    carrier: str = ""
    carried: bool = False
    source_name: str = ""


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article of the corpus; paragraphs of `text` are separated by an empty line. `quoted` are the spans of block quotations."""

    id: str
    register: str
    document: str
    text: str = field(repr=False)
    attributions: tuple[MarkedAttribution, ...] = field(repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    quoted: tuple[Span, ...] = field(default=(), repr=False)
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Mark:
    role: str
    number: int
    carried: bool
    span: Span
    name: str


def read_corpus(document: str, name: str = "corpus") -> Iterator[MarkedArticle]:
    """The articles of one document. Raises CorpusError for text before the first header, unbalanced braces, or a repeated id."""
    header: dict[str, str] = {}
    lines: list[tuple[int, str]] = []
    seen: set[str] = set()
    for number, line in enumerate(document.splitlines(), 1):
        if line.startswith(_HEADER):
            if header:
                yield _article(header, lines, name)
            header, lines = _header(line, name, number), []
            if header["id"] in seen:
                raise CorpusError(f"{name}:{number}: the id {header['id']} is used twice")
            seen.add(header["id"])
        elif line.strip():
            if not header:
                raise CorpusError(f"{name}:{number}: text before the first ===")
            lines.append((number, line.strip()))
    if header:
        yield _article(header, lines, name)


def _header(line: str, name: str, number: int) -> dict[str, str]:
    parts = [part.strip().split(": ", 1) for part in line[len(_HEADER) :].split(" | ")]
    if any(len(part) != 2 for part in parts) or parts[0][0] != "id":
        raise CorpusError(f"{name}:{number}: a header reads === id: … | register: …")
    return dict(parts)


def _article(header: dict[str, str], lines: list[tuple[int, str]], name: str) -> MarkedArticle:
    text = ""
    marks: list[_Mark] = []
    links: list[Link] = []
    quoted: list[Span] = []
    for number, line in lines:
        start = len(text)
        words, found, anchors = _line(line.removeprefix("> "), start, f"{name}:{number}")
        text += words
        marks += found
        links += anchors
        if line.startswith("> "):
            quoted.append(Span(start, len(text)))
        text += "\n\n"
    return MarkedArticle(
        id=header["id"],
        register=header.get("register", ""),
        document=name,
        text=text.rstrip("\n"),
        attributions=tuple(_gathered(marks)),
        links=tuple(links),
        quoted=tuple(quoted),
        fields=tuple(header.items()),
    )


def _line(line: str, offset: int, where: str) -> tuple[str, list[_Mark], list[Link]]:
    """The text of one paragraph with its marks and links; `offset` is where it starts in the article."""
    out, at = "", 0
    waiting: list[tuple[str, int, bool, int]] = []
    marks: list[_Mark] = []
    links: list[Link] = []
    name = ""
    while at < len(line):
        mark = _MARK.match(line, at)
        link = _LINK.match(line, at)
        if mark:
            waiting.append((mark.group(1), int(mark.group(3)), bool(mark.group(2)), len(out)))
            at = mark.end()
        elif link:
            links.append(Link(Span(offset + len(out), offset + len(out) + len(link.group(2))), link.group(1)))
            out += link.group(2)
            at = link.end()
        elif line[at] == "}":
            if not waiting:
                raise CorpusError(f"{where}: a }} closes nothing")
            role, number, carried, start = waiting.pop()
            end = len(out) if role in "cC" else len(out.rstrip())
            marks.append(_Mark(role, number, carried, Span(offset + start, offset + end), name))
            name, at = "", at + 1
        elif waiting and line.startswith("=>", at):
            close = line.index("}", at)
            name, out, at = line[at + 2 : close].strip(), out.rstrip(), close
        else:
            out += line[at]
            at += 1
    if waiting:
        raise CorpusError(f"{where}: {{{waiting[-1][0]}{waiting[-1][1]}| is not closed")
    return out, marks, links


def _gathered(marks: list[_Mark]) -> Iterator[MarkedAttribution]:
    """Marks of one number and class as one attribution, in order of content; those without content are left out."""
    groups: dict[tuple[int, bool], dict[str, list[_Mark]]] = {}
    for mark in marks:
        groups.setdefault((mark.number, mark.role.isupper()), {}).setdefault(mark.role.lower(), []).append(mark)
    made = []
    for (number, attitude), roles in groups.items():
        outlets, sources = roles.get("o", []), roles.get("s", [])
        made.append(
            MarkedAttribution(
                number=number,
                attitude=attitude,
                source=_spans(sources),
                cue=_spans(roles.get("q", [])),
                content=_spans(roles.get("c", [])),
                outlet=_spans(outlets),
                carrier=next((mark.name for mark in outlets if mark.name), ""),
                carried=any(mark.carried for mark in outlets),
                source_name=next((mark.name for mark in sources if mark.name), ""),
            )
        )
    yield from sorted((a for a in made if a.content), key=lambda a: (a.content[0], a.number))


def _spans(marks: list[_Mark]) -> tuple[Span, ...]:
    return tuple(sorted(mark.span for mark in marks if len(mark.span)))
