"""One line of undo over the table and the library: the last edit is undone first, wherever it was made."""

from collections.abc import Mapping
from typing import Protocol

from credibility.model import Step


class StepLine(Protocol):
    """Steps of one file. `undo` and `redo` act on the step shown and raise ChangedMeanwhileError when that is no longer possible."""

    def can_undo(self) -> Step | None:
        """The last step that can be undone."""
        ...

    def can_redo(self) -> Step | None:
        """The first step that can be done again."""
        ...

    def undo(self, shown: Step | None = None) -> Step | None:
        """Undo a step."""
        ...

    def redo(self, shown: Step | None = None) -> Step | None:
        """Do a step again."""
        ...


class UndoLine:
    """Several lines as one, by the moments of their steps; within each its own order holds, whatever the clock says."""

    def __init__(self, lines: Mapping[str, StepLine]) -> None:
        """The lines by the `Step.line` of their steps."""
        self._lines = lines

    def can_undo(self) -> Step | None:
        """The newest of the steps that can be undone."""
        steps = [step for line in self._lines.values() if (step := line.can_undo())]
        return max(steps, key=lambda step: step.at, default=None)

    def can_redo(self) -> Step | None:
        """The oldest of the steps that can be done again; none after a newer edit was made in another line."""
        steps = [(step, name) for name, line in self._lines.items() if (step := line.can_redo())]
        step, name = min(steps, key=lambda pair: pair[0].at, default=(None, ""))
        others = [done for other, line in self._lines.items() if other != name and (done := line.can_undo())]
        return step if step is None or all(done.at < step.at for done in others) else None

    def undo(self, shown: Step | None = None) -> Step | None:
        """Undo the step that was shown, or the newest."""
        step = shown or self.can_undo()
        return self._lines[step.line].undo(step) if step else None

    def redo(self, shown: Step | None = None) -> Step | None:
        """Do the undone step again that was shown, or the oldest."""
        step = shown or self.can_redo()
        return self._lines[step.line].redo(step) if step else None
