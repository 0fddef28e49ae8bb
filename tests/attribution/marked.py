"""Articles written as marked text: "[source Officials] [cue said] [content the bridge is safe]." and what the rules find in them."""

import hashlib
import re
from functools import cache
from pathlib import Path

from credibility.attribution.detect import detect
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.text.lexicon import Lexicon, read_lexicon
from credibility.attribution.text.passages import read_passage
from credibility.attribution.text.sentences import Run
from credibility.model import Article, Block, BlockKind, Claim, Claims, Link, Span

ROLES = ("source", "cue", "content", "outlet")
_MARK = re.compile(r"\[(source|cue|content|outlet) |\]")
_LEXICON = Path(__file__).resolve().parents[2] / "resources" / "lexicon"


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return read_lexicon({path.name: path.read_text("utf-8") for path in _LEXICON.glob("*.toml")})


def article(text: str, url: str | None = None) -> Article:
    """Lines become paragraphs; "> " starts a quotation block, ">> " one inside, "# " a heading; "￼" is a picture, {anchor|URL} a link."""
    kinds = {">> ": (BlockKind.QUOTATION, 2), "> ": (BlockKind.QUOTATION, 1), "# ": (BlockKind.HEADING, 1)}
    body, blocks, links = "", [], []
    for line in filter(None, text.split("\n")):
        mark = next((mark for mark in kinds if line.startswith(mark)), "")
        kind, level = kinds.get(mark, (BlockKind.IMAGE if line == "￼" else BlockKind.PARAGRAPH, 0))
        words = line.removeprefix(mark)
        start = len(body)
        for part in re.split(r"(\{[^|}]*\|[^}]*\})", words):
            link = re.fullmatch(r"\{([^|}]*)\|([^}]*)\}", part)
            if link:
                links.append(Link(Span(len(body), len(body) + len(link[1])), link[2]))
            body += link[1] if link else part
        blocks.append(Block(kind, Span(start, len(body)), level))
        body += "\n"
    body = body.rstrip("\n")
    return Article("", body, tuple(blocks), hashlib.sha256(body.encode()).hexdigest(), url=url, links=tuple(links))


def read(text: str, **options: bool) -> tuple[Article, Claims]:
    """Detect the claims of a text without marks."""
    found = article(text)
    return found, detect(found, lexicon(), **options)


def claims(text: str, **options: bool) -> tuple[Claim, ...]:
    """The claims alone."""
    return read(text, **options)[1].items


def contents(text: str, **options: bool) -> list[str]:
    """The content of each claim, its parts joined by " … "."""
    found, detected = read(text, **options)
    return [" … ".join(span.of(found.text) for span in claim.content) for claim in detected.items]


def slots(text: str) -> set[tuple[str, str]]:
    """Kind and words of every slot of every claim."""
    found, detected = read(text)
    return {(slot.kind.value, slot.span.of(found.text)) for claim in detected.items for slot in claim.slots}


def runs(text: str) -> tuple[Grammar, list[Run]]:
    """A paragraph as the rules read it, and the tokens of what stands in its curly brackets: "said {Ida Falk} on Monday"."""
    plain, places, opened = "", [], []
    for part in re.split(r"([{}])", text):
        if part == "{":
            opened.append(len(plain))
        elif part == "}":
            places.append((opened.pop(), len(plain)))
        else:
            plain += part
    found = Grammar(read_passage(plain, Block(BlockKind.PARAGRAPH, Span(0, len(plain))), lexicon().words), lexicon())
    starts, ends = found.passage.starts, found.passage.ends
    tokens = [
        [k for k in range(found.size) if start <= starts[k] and ends[k] <= end]
        for start, end in sorted(places, key=lambda place: (place[0], -place[1]))
    ]
    return found, [(inside[0], inside[-1] + 1) for inside in tokens]


def phrase(g: Grammar, run: Run | None) -> str | None:
    """The words of a run, None for none."""
    return None if run is None else g.passage.phrase(run)


def words(count: int) -> str:
    """So many tokens that are neither marks nor verbs nor names."""
    return " ".join(["quay"] * count)


def unmarked(text: str) -> tuple[str, dict[str, list[str]]]:
    """The text without its marks, and the marked words by role in order."""
    plain, open_roles, marked = "", [], {role: [] for role in ROLES}
    last = 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match[1]:
            open_roles.append((match[1], len(plain)))
        else:
            role, start = open_roles.pop()
            marked[role].append(plain[start:])
    return plain + text[last:], marked


def check(text: str, **options: bool) -> Claim:
    """Assert that the rules find exactly one claim, and that it is the marked one; give it."""
    plain, marked = unmarked(text)
    found, detected = read(plain, **options)
    described = [[span.of(found.text) for span in claim.content] for claim in detected.items]
    assert len(detected.items) == 1, described
    claim = detected.items[0]
    assert described[0] == marked["content"]
    assert [span.of(found.text) for span in claim.source.spans] == marked["source"]
    if marked["cue"]:
        assert [span.of(found.text) for span in claim.cue.spans] == marked["cue"]
    for outlet in marked["outlet"]:
        assert any(slot.span.of(found.text) == outlet for slot in claim.slots), [slot.span.of(found.text) for slot in claim.slots]
    return claim
