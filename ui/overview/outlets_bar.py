"""The outlets that the article leans on: one row each, pressed to show only the claims that it carried."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_of
from credibility.model import Reading, Role
from ui.basics.numbers import number_words
from ui.basics.plain import caption, set_tip
from ui.basics.widgets import button, emptied_layout, label
from ui.claims.gaps import unrated_outlets
from ui.filtering import ClaimFilter
from ui.overview.pill import CLICK
from ui.overview.uses import OutletUse, outlet_uses
from ui.theme import Theme
from ui.theme.swatch import draw_chip
from ui.words import outlet_title

FEW = 5  # outlets shown before the rest is asked for
PAD, CHIP, GAP = 12, 19, 9
BAR, FIGURE = 58, 26  # pixels of the bar and, at least, of the count
WIDE = 20  # times the height of a line: a row that is narrower has no bar, which larger type needs the room of


class OutletLine(QAbstractButton):
    """Glyph, name, tier in words, a bar as long as its share of the claims, and how many they are."""

    def __init__(self, use: OutletUse, most: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = use
        self.dimmed = False
        self._most = most
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        standing, claims = use.standing(theme.styles), tr_of(use.claims, "{count} claim", "{count} claims")
        differ = f", {tr('raters disagree')}" if use.disagreement else ""
        self.setAccessibleName(f"{use.outlet.name}, {standing}{differ}, {claims}")
        self.setAccessibleDescription(tr("Press to show only the claims that this outlet carried."))
        meaning = tr(theme.styles[use.role].meaning)
        set_tip(self, f"{use.outlet.name}: {standing}{differ}, {claims}\n{meaning}\n{shown(CLICK)}")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, max(CHIP + 6, self.fontMetrics().height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row; framed when only its claims are shown, pale while only others are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        rect = QRectF(self.rect()).adjusted(4, 0.5, -4, -0.5)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.4) if self.isChecked() or self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if self.isChecked() else colours.raised))
            painter.drawRoundedRect(rect, 5, 5)
        if self.dimmed:
            painter.setOpacity(0.55)
        y = rect.center().y()
        draw_chip(painter, QRectF(PAD, y - CHIP / 2, CHIP, CHIP), self.use.role, self._theme)
        self._write(painter, QRectF(PAD + CHIP + GAP, rect.top(), self.width() - 2 * PAD - CHIP - GAP, rect.height()))
        painter.end()

    def _write(self, painter: QPainter, box: QRectF) -> None:
        colours, metrics = self._theme.colours, self.fontMetrics()
        painter.setFont(self.font())
        left, right = (
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        )
        painter.setPen(QColor(colours.ink))
        painter.drawText(box, right, f"{number_words(self.use.claims)}")
        end = box.right() - max(FIGURE, metrics.horizontalAdvance(number_words(self.use.claims)) + GAP)
        is_wide = self.width() >= WIDE * metrics.height()
        if is_wide:
            self._draw_bar(painter, QRectF(end - BAR, box.center().y() - 2.5, BAR, 5))
            end -= BAR + GAP
        standing = self.use.standing(self._theme.styles) + ("  ≠" if self.use.disagreement else "")
        words = min(metrics.horizontalAdvance(standing), round((end - box.left()) * 0.5))
        painter.setPen(QColor(colours.soft))
        shown = metrics.elidedText(standing, Qt.TextElideMode.ElideRight, words + 1)
        column = max(words, metrics.horizontalAdvance(tr(self._theme.styles[Role.RELIABLE].label))) if is_wide else words
        painter.drawText(QRectF(end - column, box.top(), column, box.height()), left, shown)
        room = end - column - GAP - box.left()
        painter.setPen(QColor(colours.ink))
        name = metrics.elidedText(outlet_title(self.use.outlet.name), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(box.left(), box.top(), room, box.height()), left, name)

    def _draw_bar(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.edge))
        painter.drawRoundedRect(rect, 2.5, 2.5)
        painter.setBrush(self._theme.line(self.use.role))
        share = max(5.0, rect.width() * self.use.claims / self._most)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), share, rect.height()), 2.5, 2.5)


class OutletsBar(QWidget):
    """All outlets that carried claims of the article, those of most claims first; the first few until the rest is asked for."""

    turned = Signal(object)
    resized = Signal()
    unrated_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlets")
        self.setAccessibleName(tr("Outlets this article leans on"))
        self._theme = theme
        self._uses: tuple[OutletUse, ...] = ()
        self._filter = ClaimFilter()
        self._shows_all = False
        self.head = label("", tone="soft", bold=True, scale=0.92)
        self.gaps = button("", self.unrated_asked.emit, quiet=True, tip=tr("Rate the outlets this article cites that nobody has rated"))
        self.more = button("", self._turn_all, quiet=True)
        self._made: list[OutletLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        top = QHBoxLayout()
        top.setContentsMargins(PAD, 0, 6, 0)
        top.addWidget(self.head, 1)
        top.addWidget(self.gaps)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 0, 0)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._rows)
        column.addLayout(foot)

    @property
    def rows(self) -> tuple[OutletLine, ...]:
        """The rows shown."""
        return tuple(self._made)

    def show_reading(self, reading: Reading) -> None:
        """Count the outlets of this reading."""
        self._uses = outlet_uses(reading)
        unrated = len(unrated_outlets(reading))
        self.head.setText(
            tr_of(len(self._uses), "Leans on {count} outlet", "Leans on {count} outlets") if self._uses else tr("Leans on no outlet")
        )
        self.gaps.setText(caption(tr_of(unrated, "{count} unrated — rate…", "{count} unrated — rate…")))
        self.gaps.setAccessibleName(tr_of(unrated, "{count} cited outlet is unrated: rate", "{count} cited outlets are unrated: rate"))
        self.gaps.setVisible(bool(unrated))
        self._fill()

    def show_filter(self, chosen: ClaimFilter) -> None:
        """Frame the outlets whose claims alone are shown."""
        self._filter = chosen
        hidden = {use.outlet.slug for use in self._uses[FEW:]}
        if not self._shows_all and hidden & chosen.facets:
            self._shows_all = True
            self._fill()
        self._mark()

    def set_theme(self, theme: Theme) -> None:
        """Draw the rows in this theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        emptied_layout(self._rows)
        self._made = []
        most = self._uses[0].claims if self._uses else 1
        for use in self._uses if self._shows_all else self._uses[:FEW]:
            row = OutletLine(use, most, self._theme, self)
            row.clicked.connect(lambda _on=False, slug=use.outlet.slug: self.turned.emit(slug))
            self._made.append(row)
            self._rows.addWidget(row)
            row.show()  # at once: the panel asks now how high it is
        rest = len(self._uses) - FEW
        self.more.setText(tr("Fewer ▴") if self._shows_all else tr_of(rest, "{count} more ▾", "{count} more ▾"))
        self.more.setAccessibleName(
            tr("Show fewer outlets") if self._shows_all else tr_of(rest, "Show {count} more outlet", "Show {count} more outlets")
        )
        self.more.setVisible(rest > 0)
        self._mark()

    def _mark(self) -> None:
        for row in self.rows:
            row.setChecked(row.use.outlet.slug in self._filter.facets)
            row.dimmed = bool(self._filter) and not row.isChecked()
            row.update()

    def _turn_all(self) -> None:
        self._shows_all = not self._shows_all
        self._fill()
        self.resized.emit()
