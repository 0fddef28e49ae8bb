"""Worksheets of the tests' window, in memory."""

from collections.abc import Callable, Collection
from pathlib import Path

from credibility.model import Reading
from credibility.model.notes import Answers


class FakeWorksheets:
    def __init__(self, reading: Callable[[], Reading | None]) -> None:
        self.kept: dict[str, Answers] = {}
        self._reading = reading

    def here(self) -> dict[str, Answers]:
        return dict(self.kept)

    def keep(self, claim_id: str, answers: Answers) -> Reading:
        self.kept[claim_id] = answers
        reading = self._reading()
        assert reading is not None
        return reading

    def export(self, target: Path, claims: Collection[str] = (), *, blank: bool = False) -> int:
        target.write_text("blank" if blank else "filled", "utf-8")
        return len(claims or self.kept)
