"""What the editors of outlets need besides outlets and ratings themselves; part of `ui.ports.OutletPort`."""

from typing import Protocol

from credibility.model import OutletName, Reading, Tag
from credibility.model.edited import NamePreview, SplitDraft


class EditorPort(Protocol):
    """Edits raise RatingError or StoreError and leave everything as it was; each returns the re-rated reading, if one is open."""

    def merge_outlets(self, slug: str, into: str) -> Reading | None:
        """Make one outlet out of two: `into` gets what it lacks of the other."""
        ...

    def split_outlet(self, slug: str, draft: SplitDraft) -> Reading | None:
        """Make two outlets out of one."""
        ...

    def set_tags(self, slug: str, tags: tuple[Tag, ...]) -> Reading | None:
        """Give an outlet these tags and no others."""
        ...

    def reverse(self, change_set: int) -> Reading | None:
        """Undo one change set of the history as a whole, wherever it is in it; that can be undone itself.

        Raises RatingError, which names it, when a later change would be lost.
        """
        ...

    def preview_name(self, slug: str, name: OutletName) -> NamePreview:
        """What a name would match in the open article and the library; without rules, under those it would get."""
        ...
