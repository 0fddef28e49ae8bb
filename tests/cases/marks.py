"""Cases written as marked text, in the notation of `resources/corpus/GUIDELINES.md`, with a line of gold for every claim.

    === actor-01a | wire | url: https://www.larkfield-herald.example/quay
    # A heading
    {c1|“The quay is dry,”} {q1|said} {s1|Ilse Marrow, {t1|an engineer at the yard}}.
    {s2|She => Ilse Marrow} {q2|told} {o2|Reuters} {c2|that it would stay so}.
    --
    1 person
    2 person; outlet reuters.com

Roles: `s` source, `q` cue, `c` content (several of one number are pieces of one content), `o` outlet, `t` title, `j` justification;
`=> name` at the end of a mark is who a pronoun, a short name or a description stands for. `[[URL|words]]` is a link. Lines are blocks:
`# ` heading, `> ` quotation, `- ` list item, `^ ` caption, `< ` a pointer to another article. The gold of a claim: its kind (alternatives
with `/`), then, as far as they apply,

    outlet DOMAIN        alternatives with `/`, `none` among them; without it no outlet may be given
    name NAME            who it is where no source is written beside the content
    title WORDS          the title where it is not marked beside this claim; justification WORDS likewise
    open                 who it is cannot be told: any name is wrong
    polarity WORD        denied, hypothetical, questioned or retracted; `by source` where it is the source's own denial
    chain A > B          these must follow one another in the chain: domains, or kinds of source
    may                  neither required nor wrong

Everything that is not marked is no claim.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from credibility.model import Article, Block, BlockKind, Link, Span

_KINDS = {
    "# ": BlockKind.HEADING,
    "> ": BlockKind.QUOTATION,
    "- ": BlockKind.LIST_ITEM,
    "^ ": BlockKind.CAPTION,
    "< ": BlockKind.PARAGRAPH,
}
_OPEN = re.compile(r"\{([sqcotj])(\d+)\|")
_LINK = re.compile(r"\[\[([^|\]]+)\|")
_NAME = re.compile(r" => ([^{}|]+)\}")
_HEAD = re.compile(r"=== (?P<id>[a-z]+-\d+[a-z]?) \| (?P<register>[a-z ]+)(?: \| url: (?P<url>\S+))?")


class CaseError(ValueError):
    """A case that is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One claim of a case: spans of `Case.article.text`; what is None or empty is none. `kinds` and `outlets` are all accepted answers."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    kinds: tuple[str, ...]
    name: str = ""
    open: bool = False
    outlets: tuple[str | None, ...] = (None,)
    title: str = ""
    justification: str = ""
    polarity: str = "asserted"
    by_source: bool = False
    chain: tuple[str, ...] = ()
    may: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One small article with all its claims."""

    id: str
    register: str
    article: Article
    claims: tuple[Gold, ...]

    @property
    def kind(self) -> str:
        """The kind of wrong it is about: the first part of its id."""
        return self.id.partition("-")[0]


def read_cases(text: str) -> list[Case]:
    """The cases of a file; lines before the first are its preface. Raises CaseError naming the case."""
    return [_case(part) for part in re.split(r"(?m)^(?==== )", text)[1:]]


def _case(part: str) -> Case:
    head, _, rest = part.partition("\n")
    match = _HEAD.fullmatch(head.strip())
    if match is None:
        raise CaseError(f"{head}: no such heading")
    body, *rows = re.split(r"(?m)^--$", rest)
    gold = [row for row in "\n".join(rows).split("\n") if row.strip()]
    try:
        marked = _Marked(body.strip("\n"))
        claims = tuple(_gold(row, marked) for row in gold)
        unnamed = {number for role, number in marked.spans if role in "sqc"} - {int(row.split()[0]) for row in gold}
        if unnamed:
            raise CaseError(f"no gold for {sorted(unnamed)}")
    except (CaseError, IndexError, KeyError, ValueError) as error:
        raise CaseError(f"{match['id']}: {error}") from error
    article = Article("", marked.text, tuple(marked.blocks), match["id"], url=match["url"], language="en", links=tuple(marked.links))
    return Case(match["id"], match["register"], article, claims)


@dataclass(slots=True)
class _Marked:
    """Marked text on its way to plain text, blocks, links and the spans of each mark."""

    source: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spans: dict[tuple[str, int], list[Span]] = field(default_factory=lambda: defaultdict(list))
    names: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for line in filter(str.strip, self.source.split("\n")):
            mark = line[:2] if line[:2] in _KINDS else ""
            self.text += "\n" if self.text else ""
            start = len(self.text)
            self._read(line.removeprefix(mark))
            level = 1 if mark in ("> ", "- ", "# ") else 0
            kind = _KINDS.get(mark, BlockKind.PARAGRAPH)
            self.blocks.append(Block(kind, Span(start, len(self.text)), level, pointer=mark == "< "))

    def _read(self, line: str) -> None:
        at, waiting = 0, []
        while at < len(line):
            if match := _OPEN.match(line, at):
                waiting.append((match[1], int(match[2]), len(self.text)))
            elif match := _LINK.match(line, at):
                waiting.append(("[[", match[1], len(self.text)))
            elif (match := _NAME.match(line, at)) or (match := re.compile(r"\}").match(line, at)):
                role, number, start = waiting.pop()
                self.spans[role, number].append(Span(start, len(self.text)))
                if match.lastindex:
                    self.names[number] = match[1].strip()
            elif match := re.compile(r"\]\]").match(line, at):
                _, url, start = waiting.pop()
                self.links.append(Link(Span(start, len(self.text)), url))
            else:
                self.text += line[at]
                at += 1
                continue
            at = match.end()
        if waiting:
            raise CaseError(f"a mark is not closed: {line[:60]}")

    def words(self, role: str, number: int) -> str:
        return " ".join(span.of(self.text) for span in self.spans.get((role, number), []))


def _gold(row: str, marked: _Marked) -> Gold:
    first, *more = (part.strip() for part in row.split(";"))
    number, kinds = int(first.split()[0]), tuple(first.split(maxsplit=1)[1].split("/"))
    wishes = dict(([*part.split(maxsplit=1), ""])[:2] for part in more)
    unknown = set(wishes) - {"outlet", "name", "open", "title", "justification", "polarity", "by", "chain", "may"}
    if unknown:
        raise CaseError(f"{number}: what is {sorted(unknown)}?")
    return Gold(
        content=tuple(sorted(marked.spans["c", number])) if marked.spans["c", number] else _missing(number),
        source=tuple(marked.spans.get(("s", number), ())),
        kinds=kinds,
        name=wishes.get("name") or marked.names.get(number, ""),
        open="open" in wishes,
        outlets=tuple(None if one == "none" else one for one in wishes.get("outlet", "none").split(" / ")),
        title=wishes.get("title") or marked.words("t", number),
        justification=wishes.get("justification") or marked.words("j", number),
        polarity=wishes.get("polarity", "asserted"),
        by_source=wishes.get("by") == "source",
        chain=tuple(wishes["chain"].split(" > ")) if "chain" in wishes else (),
        may="may" in wishes,
    )


def _missing(number: int) -> tuple[Span, ...]:
    raise CaseError(f"{number} has no content")
