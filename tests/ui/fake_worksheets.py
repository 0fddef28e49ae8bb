"""Worksheets of the tests' window, in memory."""

from collections.abc import Collection
from pathlib import Path

from credibility.model.notes import Answers


class FakeWorksheets:
    def __init__(self) -> None:
        self.kept: dict[str, Answers] = {}

    def here(self) -> dict[str, Answers]:
        return dict(self.kept)

    def keep(self, claim_id: str, answers: Answers) -> None:
        self.kept[claim_id] = answers

    def export(self, target: Path, claims: Collection[str] = (), *, blank: bool = False) -> int:
        target.write_text("blank" if blank else "filled", "utf-8")
        return len(claims or self.kept)
