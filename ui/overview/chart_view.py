"""A chart of sources in a window of its own, to be saved as a picture; the same rows as a plain table."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import said, tr
from credibility.model import ExportError
from ui.basics.plain import caption
from ui.basics.widgets import button, label
from ui.overview.chart import Chart, png_of, svg_of
from ui.words import complaint_words

FORMATS = {".svg": svg_of, ".png": png_of}
Save = Callable[[Path, bytes], object]


class ChartCanvas(QWidget):
    """Shows a chart at its own size; its words are its description."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self.setFixedSize(chart.size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.words())

    def sizeHint(self) -> QSize:
        """As large as the chart."""
        return self._chart.size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        self._chart.paint(painter)
        if self.hasFocus():
            painter.setPen(QColor(self._chart.theme.colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


def table_of(chart: Chart) -> QTableWidget:
    """The rows of a chart as a table, for screen readers and for copying."""
    rows = chart.rows()
    table = QTableWidget(len(rows), len(chart.columns))
    table.setAccessibleName(tr("{title}, as a table", title=chart.title))
    table.setHorizontalHeaderLabels([caption(tr(column)) for column in chart.columns])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            item = QTableWidgetItem(words)
            if column > 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(at, column, item)
    table.resizeColumnsToContents()
    return table


class ChartDialog(QDialog):
    """Shows the chart; *Save picture…* hands it to `save` as the bytes of a file, which may object with ExportError."""

    def __init__(self, chart: Chart, name: str, save: Save, owner: QWidget, title: str = "") -> None:
        super().__init__(owner)
        self.setWindowTitle(title or tr("Sources of this article"))
        self._chart = chart
        self._name = name
        self._save = save
        self.canvas = ChartCanvas(chart)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        area = QScrollArea()
        area.setWidget(self.canvas)
        area.setAccessibleName(tr("Chart"))
        self.table = table_of(chart)
        self.sides = QStackedWidget()
        self.sides.addWidget(area)
        self.sides.addWidget(self.table)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 12)
        self.save_button = button(tr("Save picture…"), self.ask_save, primary=True, tip=tr("Save the chart as SVG or PNG"))
        self.table_button = button(tr("As a table"), self._turn, tip=tr("The same rows as a table, or as a picture again"))
        self.table_button.setCheckable(True)
        row.addWidget(self.table_button)
        row.addWidget(self.complaint, 1)
        row.addStretch(1)
        row.addWidget(self.save_button)
        row.addWidget(button(tr("Close"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides, 1)
        column.addLayout(row)
        screen = owner.screen().availableSize()
        self.resize(min(chart.size.width() + 24, screen.width() - 40), min(chart.size.height() + 76, screen.height() - 80))

    def _turn(self) -> None:
        self.sides.setCurrentIndex(1 if self.table_button.isChecked() else 0)
        (self.table if self.table_button.isChecked() else self.canvas).setFocus()

    def ask_save(self) -> None:
        """Let the reader choose where the picture goes."""
        filters = f"{tr('Picture of lines, SVG')} (*.svg);;{tr('Picture of points, PNG')} (*.png)"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save picture"), f"{self._name}.svg", filters)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Write the picture in the format of the file's name; a complaint says why that was not possible."""
        make = FORMATS.get(target.suffix.lower())
        try:
            if make is None:
                raise ExportError(
                    said("“{name}” is not a name for a picture.", name=target.name), said("Give a file name that ends in .svg or .png.")
                )
            self._save(target, make(self._chart))
        except ExportError as error:
            self.complaint.setText(complaint_words(error))
            self.complaint.show()
        else:
            self.accept()
