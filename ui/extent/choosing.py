"""From the article to the page's blocks and back, off the GUI thread."""

from PySide6.QtCore import QObject, Signal

from credibility.model import BlockChoice, Reading
from ui.extent.view import ExtentView
from ui.jobs.worker import Worker
from ui.ports.placed import PlacedPort


class Choosing(QObject):
    """`begun` says that the blocks are on the view, `chosen` carries the reading of the new extent, `failed` an error; all stays then."""

    begun = Signal()
    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, port: PlacedPort, worker: Worker, view: ExtentView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._view = view
        view.accepted.connect(self._choose)

    def begin(self) -> None:
        """Fetch the open page's blocks."""
        self._worker.run(self._port.page_blocks, self._on_blocks, self.failed.emit)

    def _on_blocks(self, blocks: object) -> None:
        assert isinstance(blocks, tuple)
        self._view.show_blocks(blocks)
        self.begun.emit()

    def _choose(self, choice: BlockChoice) -> None:
        self._worker.run(lambda: self._port.choose_blocks(choice), self._on_chosen, self.failed.emit)

    def _on_chosen(self, reading: Reading) -> None:
        self.chosen.emit(reading)
