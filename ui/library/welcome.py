"""What stands in the window before an article is open: what it does in five lines, how to begin, and the articles opened before."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import current, said, shown, tr
from credibility.floor.raters import short_name
from credibility.model import Rater, Role
from ui.basics.flow import FlowLayout
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label
from ui.keys import tip_like
from ui.overview.sample import Sample
from ui.theme import Theme

PROMISE = said(
    "SourceTint finds who says what in it, and which outlet carried that. Each such claim takes the colour of the outlet’s rating:"
)
CAUTION = said(
    "The colour rates the outlet’s record, never the truth of a claim."
    " A claim without an outlet stays grey, one of an unrated outlet is outlined."
)
KINDS = said(
    "Web pages as browsers save them, web archives (WARC, Safari, MAFF), ZIP, PDF, Word, OpenDocument and RTF, books (EPUB, FB2), e-mail,"
    " feeds, Markdown and text."
    " A file can be dropped here, too. Nothing leaves this machine."
)
ENGLISH_ONLY = said(
    "Reported speech is found in English articles only."
    " In other languages, quotations, links and outlets’ names are found, and nothing more."
)
SHOWN = tuple(role for role in Role if role.on_scale)


def raters_in_words(raters: tuple[Rater, ...]) -> str:
    """Where the ratings come from, in the order in which they decide."""
    names = [shown(short_name(rater)) for rater in raters if rater.enabled and rater.precedence > 0]
    if not names:
        return tr("Ratings are your own: your table holds no other rater.")
    return tr(
        "Ratings are your own first, then those of {raters}: all in one table, which you can change.", raters=tr(", then ").join(names)
    )


class Welcome(QWidget):
    """Offers to open an article or the example; lists recent ones."""

    open_asked = Signal()
    example_asked = Signal()
    ratings_asked = Signal()
    path_chosen = Signal(Path)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QWidget()
        inner.setMinimumWidth(300)
        inner.setMaximumWidth(560)
        self.samples = tuple(Sample(role, theme) for role in SHOWN)
        self.raters = label("", tone="soft")
        self._heading = label(tr("Recent"), bold=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Recent articles"))
        self.list.setStyleSheet("QListWidget { background: transparent; } QListWidget::item { padding: 7px 4px; }")
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._fill(QVBoxLayout(inner))
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 20)
        outer.addStretch(1)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setSpacing(9)
        column.addStretch(3)
        column.addWidget(label(tr("Open a saved article"), scale=1.9, bold=True))
        column.addWidget(label(shown(PROMISE), scale=1.05))
        legend = FlowLayout(spacing=12)
        for sample in self.samples:
            legend.addWidget(sample)
        column.addLayout(legend)
        column.addWidget(label(shown(CAUTION), tone="soft"))
        column.addWidget(self.raters)
        column.addWidget(label(shown(KINDS), tone="faint"))
        if current() != "en":  # whoever reads another language here has articles in it
            column.addWidget(label(shown(ENGLISH_ONLY), tone="faint"))
        column.addLayout(self._buttons())
        column.addSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(self.list, 6)
        column.addStretch(3)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=8)
        self.open_button = button(tr("Open…"), self.open_asked.emit, primary=True)
        self.example_button = button(
            tr("Show the example"), self.example_asked.emit, tip=tr("An article about newspaper hoaxes, written for this program")
        )
        self.ratings_button = button(tr("Ratings…"), self.ratings_asked.emit, quiet=True, tip=tr("The table of outlets and their ratings"))
        for made in (self.open_button, self.example_button, self.ratings_button):
            row.addWidget(made)
        return row

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the key that opens an article."""
        tip_like(self.open_button, commands["open_article"])

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

    def show_raters(self, raters: tuple[Rater, ...]) -> None:
        """Say whose ratings there are."""
        self.raters.setText(raters_in_words(raters))

    def set_theme(self, theme: Theme) -> None:
        """Draw the legend in this theme."""
        for sample in self.samples:
            sample.set_theme(theme)

    def _choose(self, item: QListWidgetItem) -> None:
        self.path_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
