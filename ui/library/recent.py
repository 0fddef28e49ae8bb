"""What stands in the window before an article is open: how to open one, and those opened before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.basics.plain import set_tip
from ui.basics.widgets import button, label

PROMISE = "SourceTint finds every sourced claim and colours it by your own table’s rating of the outlet that carried it."
KINDS = (
    "Web pages as browsers save them, web archives (WARC, Safari), MAFF, ZIP, PDF, EPUB, e-mail, Markdown and text."
    " Drop a file here, or press Ctrl+O."
)


class Welcome(QWidget):
    """Offers to open an article; lists recent ones."""

    open_asked = Signal()
    path_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        inner.setFixedWidth(520)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        column.addStretch(3)
        column.addWidget(label("Open a saved article", scale=1.9, bold=True))
        column.addWidget(label(PROMISE, tone="soft", scale=1.05))
        column.addWidget(label(KINDS, tone="faint"))
        self.open_button = button("Open…", self.open_asked.emit, primary=True, tip="Choose a saved article")
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = label("Recent", bold=True)
        column.addSpacing(18)
        column.addWidget(self._heading)
        self.list = QListWidget()
        self.list.setAccessibleName("Recent articles")
        self.list.setStyleSheet("QListWidget { background: transparent; } QListWidget::item { padding: 7px 4px; }")
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        column.addWidget(self.list, 6)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.addWidget(inner, 1, Qt.AlignmentFlag.AlignHCenter)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """List these files, newest first."""
        self.list.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            set_tip(item, str(path))
            self.list.addItem(item)
        self._heading.setVisible(bool(paths))
        self.list.setVisible(bool(paths))

    def _choose(self, item: QListWidgetItem) -> None:
        self.path_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
