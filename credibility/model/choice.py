"""The extent of an article on its page: every block there is, and what the reader put right about which of them belong to it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from credibility.model.articles import BlockKind


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One block of a saved page, in page order; `number` is its place and `key` knows it again when the file is read anew.

    `found` says that extraction takes it for the article, `kept` that it is part of it after the reader's choice. `parts` are the
    numbers of the parts of the page that it stands in, innermost first: each holds more blocks than the one before.
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
    """What the reader put right about an article's extent: keys of the blocks added to what was found, and of those dropped from it."""

    added: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()

    @classmethod
    def of(cls, blocks: Iterable[PageBlock], kept: Collection[int]) -> "BlockChoice":
        """The choice that keeps exactly the blocks of these numbers."""
        added, dropped = set(), set()
        for block in blocks:
            if block.number in kept and not block.found:
                added.add(block.key)
            elif block.found and block.number not in kept:
                dropped.add(block.key)
        return cls(frozenset(added), frozenset(dropped))

    @property
    def is_empty(self) -> bool:
        """Whether the article is as it was found."""
        return not self.added and not self.dropped

    def keeps(self, key: str, found: bool) -> bool:
        """Whether a block is part of the article."""
        return key in self.added or (found and key not in self.dropped)
