"""The tagger's labels, and how attributions become labels and labels become attributions.

A label says role and direction: a source or content that stands left of its cue (`>`) hangs on the next cue, one right of it (`<`) on
the one before. So the tag sequence itself says what hangs on what. Cues come in two classes: of speech (`Q`) and of attitude (`A`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credibility.model import Span

ROLES = ("Q", "A", "S>", "S<", "T>", "T<")
LABELS = ("O", *(prefix + role for role in ROLES for prefix in "BI"))
INDEX = {label: index for index, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Tagged:
    """An attribution as word ranges [start, end) of one paragraph; `source` and `cue` may be missing.

    `shared` says that the source is the one of the attribution before it (“X said A, adding B”).
    """

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    attitude: bool = False
    shared: bool = False


def encode(words: Sequence[Span], attributions: Sequence[tuple[Sequence[Span], Sequence[Span], Sequence[Span], bool]]) -> list[int]:
    """Labels of the words of one paragraph for its attributions (source, cue, content, attitude); the first to claim a word keeps it."""
    labels = ["O"] * len(words)
    for source, cue, content, attitude in attributions:
        head = cue[0].start if cue else None
        roles = [(span, "A" if attitude else "Q") for span in cue]
        for role, spans in (("S", source), ("T", content)):
            roles += [(span, role + (">" if head is not None and span.start < head else "<")) for span in spans]
        for span, role in sorted(roles):
            first = True
            for index, word in enumerate(words):
                if word.overlaps(span) and labels[index] == "O":
                    labels[index] = ("B" if first else "I") + role
                    first = False
    return [INDEX[label] for label in labels]


def decode(labels: Sequence[int]) -> list[Tagged]:
    """The attributions a label sequence spells; contents without any cue in the paragraph stand alone."""
    runs = list(_runs(labels))
    cues = [run for run in runs if run[0] in "QA"]
    held: dict[int, dict[str, list[tuple[int, int]]]] = {index: {"S": [], "T": []} for index in range(len(cues))}
    alone: list[Tagged] = []
    for role, start, end in runs:
        if role in "QA":
            continue
        hook = _hook(cues, role, start, end)
        if hook is not None:
            held[hook][role[0]].append((start, end))
        elif role[0] == "T":
            alone.append(Tagged(((start, end),), None, None))
    sources = [run for run in runs if run[0][0] == "S"]
    made = [_tagged(cues[index], roles, sources) for index, roles in held.items() if roles["T"]]
    return sorted([*made, *alone], key=lambda tagged: tagged.content[0])


def _runs(labels: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """Stretches of one role: (role, first word, word after the last)."""
    role, start = "", 0
    for index, label in enumerate([*labels, INDEX["O"]]):
        name = LABELS[label]
        goes_on = name[0] == "I" and name[1:] == role
        if role and not goes_on:
            yield role, start, index
            role = ""
        if name != "O" and not goes_on:
            role, start = name[1:], index


def _hook(cues: list[tuple[str, int, int]], role: str, start: int, end: int) -> int | None:
    """Which cue a source or content hangs on: the next or the one before, by its direction; the other where that is missing."""
    after = next((index for index, cue in enumerate(cues) if cue[1] >= end), None)
    before = next((index for index in reversed(range(len(cues))) if cues[index][2] <= start), None)
    first, second = (after, before) if role[1] == ">" else (before, after)
    return first if first is not None else second


def _tagged(cue: tuple[str, int, int], roles: dict[str, list[tuple[int, int]]], sources: list[tuple[str, int, int]]) -> Tagged:
    """One attribution; without a source of its own it shares the one before it (“X said A, adding B”)."""
    role, start, end = cue
    source = min(roles["S"], key=lambda span: min(abs(start - span[1]), abs(span[0] - end)), default=None)
    shared = source is None
    if shared:
        source = next(((left, right) for _, left, right in reversed(sources) if right <= start), None)
    return Tagged(tuple(sorted(roles["T"])), (start, end), source, role == "A", shared and source is not None)
