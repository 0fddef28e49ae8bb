"""What the buttons do to the set of kept blocks: pure functions over block numbers."""

from collections.abc import Collection, Sequence

from credibility.floor.language import tr_of
from credibility.model import BlockKind, PageBlock

Kept = frozenset[int]


def switched(kept: Kept, numbers: Collection[int]) -> Kept:
    """Leave these blocks out when all of them are kept, else keep them all."""
    chosen = frozenset(numbers)
    return kept - chosen if chosen <= kept else kept | chosen


def beginning(blocks: Sequence[PageBlock], kept: Kept, number: int) -> Kept:
    """The article begins with this block: nothing before it belongs to it."""
    return frozenset(block.number for block in blocks if block.number in kept and block.number > number) | {number}


def ending(blocks: Sequence[PageBlock], kept: Kept, number: int) -> Kept:
    """The article ends with this block."""
    return frozenset(block.number for block in blocks if block.number in kept and block.number < number) | {number}


def only_part(blocks: Sequence[PageBlock], kept: Kept, number: int) -> Kept:
    """Just the part of the page around this block; when that is what is kept already, the next larger part."""
    block = next(block for block in blocks if block.number == number)
    for part in block.parts:
        inside = frozenset(other.number for other in blocks if part in other.parts)
        if inside != kept:
            return inside
    return kept


def as_found(blocks: Sequence[PageBlock]) -> Kept:
    """The blocks that extraction takes for the article."""
    return frozenset(block.number for block in blocks if block.found)


def count_words(blocks: Sequence[PageBlock], kept: Kept) -> str:
    """Such as "The article has 14 of the page’s 52 blocks, 812 words."."""
    mine = [block for block in blocks if block.number in kept]
    words = sum(len(block.text.split()) for block in mine if block.kind is not BlockKind.IMAGE)
    return tr_of(
        words,
        "The article has {mine} of the page’s {all} blocks, {count} word.",
        "The article has {mine} of the page’s {all} blocks, {count} words.",
        mine=len(mine),
        all=len(blocks),
    )
