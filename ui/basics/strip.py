"""A strip over a window that says what goes on, for work that cannot be stopped half way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ui.basics.widgets import label


class Strip(QDialog):
    """Cannot be closed by hand: what goes on is one transaction and ends by itself."""

    def __init__(self, words: str, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setWindowTitle("SourceTint")
        self.setMinimumWidth(380)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(words))
        column.addWidget(bar)

    def reject(self) -> None:
        """Escape does nothing."""
