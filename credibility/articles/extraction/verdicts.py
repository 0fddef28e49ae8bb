"""The working state of selecting a page's segments: which are kept so far, and which are next to each other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from credibility.articles.extraction.roles import Hints
from credibility.articles.extraction.segments import Segment
from credibility.articles.extraction.strangers import Frame
from credibility.model import BlockKind

PICTURES = (BlockKind.CAPTION, BlockKind.IMAGE)


@dataclass(slots=True)
class Selection:
    """The segments kept so far."""

    segments: list[Segment]
    hints: Hints
    kept: list[bool]
    frame: Frame
    _texts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Looked up for every picture; a scan each time would be quadratic on a page with 50,000 of them.
        kinds = ((place, segment) for place, segment in enumerate(self.segments) if segment.kind is not BlockKind.CAPTION)
        self._texts = [place for place, segment in kinds if segment.tokens]

    def places(self) -> list[int]:
        """The indices of the segments kept so far."""
        return [place for place, keep in enumerate(self.kept) if keep]

    def next_text(self, start: int, step: int = 1) -> int | None:
        """The nearest segment with words from `start` on, in either direction, skipping captions."""
        at = bisect_left(self._texts, start) if step > 0 else bisect_right(self._texts, start) - 1
        return self._texts[at] if 0 <= at < len(self._texts) else None

    def make_caption(self, place: int) -> None:
        """Make a segment a picture's caption."""
        self.segments[place] = replace(self.segments[place], kind=BlockKind.CAPTION)
        if place in self._texts:
            self._texts.remove(place)

    def drop(self, places: Iterable[int]) -> None:
        """Keep none of these."""
        for place in places:
            self.kept[place] = False

    def keep_mostly(self, places: Sequence[int], share: float = 0.5) -> None:
        """Keep all of these segments if at least `share` of their words are kept already."""
        sizes = {place: len(self.segments[place].tokens) for place in places}
        if sum(size for place, size in sizes.items() if self.kept[place]) >= share * max(1, sum(sizes.values())):
            for place in places:
                self.kept[place] = True

    def neighbours(self, places: Sequence[int]) -> tuple[bool, bool]:
        """Whether the text before and the text after these segments is kept, skipping headings that are not, which are decided later."""

        def is_kept(start: int, step: int) -> bool:
            side = self.next_text(start, step)
            while side is not None and self.segments[side].kind is BlockKind.HEADING and not self.kept[side]:
                side = self.next_text(side + step, step)
            return side is not None and self.kept[side]

        return is_kept(places[0] - 1, -1), is_kept(places[-1] + 1, 1)
