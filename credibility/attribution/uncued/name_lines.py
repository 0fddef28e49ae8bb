"""Speakers who stand alone on a line: above each answer of an interview, above or below each of several quotations."""

from collections import Counter
from collections.abc import Mapping, Sequence

from credibility.attribution.phrases.grammar import Grammar
from credibility.model import BlockKind

_FEWEST = 2
_LONGEST_NAME = 4  # tokens
_LONGEST_LINE = 12  # tokens of a name with what its bearer is: "Marta Venn, potter"
_SHORTEST = 4  # tokens of what somebody says


def speakers_on_lines(grammars: Sequence[Grammar]) -> dict[int, int]:
    """For each block that is somebody's words, the block that names the speaker and holds nothing else."""
    lines = {number: name for number, g in enumerate(grammars) if (name := _name(g))}
    if len(lines) < _FEWEST:
        return {}
    return {**_quoted(grammars, lines), **_answers(grammars, lines)}


def _name(g: Grammar) -> str:
    """The person's name that a block consists of, before a comma and a role if there is one; "" for any other block."""
    if not 1 < g.size <= _LONGEST_LINE or g.passage.block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or g.passage.quotations:
        return ""
    end = next((k for k in range(g.size) if g.word(k) == ","), g.size)
    plain = all(g.is_name(k) or g.abbreviates(k) for k in range(end)) and not g.is_mark(g.size - 1)
    if not (1 < end <= _LONGEST_NAME and plain) or g.lower(end - 1) in g.lexicon.body_endings or g.is_determiner(0) or g.is_time(0):
        return ""
    return "" if g.has_clause((0, g.size)) else g.passage.phrase((0, end))


def _quoted(grammars: Sequence[Grammar], lines: Mapping[int, str]) -> dict[int, int]:
    """Blocks in quotation marks, each with a name below it, or each with one above it; the first line tells which."""
    below = {number - 1: number for number in lines if number and _is_quotation(grammars[number - 1])}
    above = {number + 1: number for number in lines if number + 1 < len(grammars) and _is_quotation(grammars[number + 1])}
    first = min(lines)
    found = below if first - 1 in below else above
    return found if len(found) >= _FEWEST else {}


def _answers(grammars: Sequence[Grammar], lines: Mapping[int, str]) -> dict[int, int]:
    """Blocks under the name of somebody who is asked again and again, to the next name, question or heading."""
    asked = Counter(name for number, name in lines.items() if number and _asks(grammars[number - 1]))
    found: dict[int, int] = {}
    for number, name in lines.items():
        if asked[name] < _FEWEST:
            continue
        for k in range(number + 1, len(grammars)):
            g = grammars[k]
            if k in lines or _asks(g) or g.passage.block.kind is not BlockKind.PARAGRAPH:
                break
            if g.size > _SHORTEST:
                found[k] = number
    return found


def _asks(g: Grammar) -> bool:
    return g.word(g.size - 1) == "?"


def _is_quotation(g: Grammar) -> bool:
    """Whether a block is a quotation and nothing else."""
    return g.size > _SHORTEST and all(g.quoted(k) for k in range(g.size))
