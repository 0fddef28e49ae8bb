"""Which blocks of a saved page make up the article: every block on the page, and the reader's corrections to the selection."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from credibility.model.articles import BlockKind


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a saved page. `number` is its index in page order; `key` identifies it when the file is read again.

    `found` says that extraction put it in the article, `kept` that it is in the article after the reader's choice. `parts` are the
    numbers of the sections of the page around it, innermost first; each holds more blocks than the one before.
    """

    number: int
    key: str
    kind: BlockKind
    text: str
    level: int = 0
    found: bool = False
    kept: bool = False
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockChoice:
    """The reader's corrections to an article's extent: keys of the blocks added to what extraction found, and of those dropped."""

    added: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    @classmethod
    def of(cls, blocks: Iterable[PageBlock], kept: Collection[int]) -> "BlockChoice":
        """The choice that keeps exactly the blocks with these numbers."""
        added, dropped = set(), set()
        for block in blocks:
            if block.number in kept and not block.found:
                added.add(block.key)
            elif block.found and block.number not in kept:
                dropped.add(block.key)
        return cls(frozenset(added), frozenset(dropped))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added or dropped."""
        return not self.added and not self.dropped

    def keeps(self, key: str, found: bool) -> bool:
        """Whether the block with this key is part of the article; `found` says whether extraction put it there."""
        return key in self.added or (found and key not in self.dropped)
