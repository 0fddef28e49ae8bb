"""The places for open articles of the tests' window."""

from typing import Any

from credibility.model import Reading


class FakePlaces:
    """Keeps the readings of a `FakeWorkspace` that are not in front."""

    def __init__(self, workspace: Any) -> None:
        self._workspace = workspace
        self._behind: dict[int, Reading | None] = {0: None}
        self.front = 0
        self.is_refined = True

    def begin(self) -> int:
        return self._bring(max(self._behind) + 1)

    def turn_to(self, place: int) -> Reading | None:
        self._bring(place)
        return self._behind[place]

    def read(self, place: int) -> Reading | None:
        return self._workspace._reading if place == self.front else self._behind.get(place)

    reading = read

    def leave(self, place: int) -> None:
        self._behind.pop(place, None)

    def _bring(self, place: int) -> int:
        self._behind[self.front] = self._workspace._reading
        self.front = place
        self._workspace._reading = self._behind.setdefault(place, None)
        return place
