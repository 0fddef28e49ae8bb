"""What menu and keyboard do with the overview of the article: show only some claims or all again, and the sources as a picture."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from ui.basics.widgets import open_form
from ui.claims import ClaimsPanel
from ui.edits import Edits
from ui.filtering import Across, Facet
from ui.frame.looks import Looks
from ui.jobs.exporting import file_stem
from ui.overview.chart import chart_of
from ui.overview.chart_view import ChartDialog
from ui.overview.citing_chart import TITLE, citing_chart
from ui.ports.workspace import WorkspacePort


class OverviewActs(QObject):
    """What the actions do with the panel of one side; `export_shown` is on while something is left out."""

    def __init__(
        self, port: WorkspacePort, edits: Edits, looks: Looks, panel: ClaimsPanel, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._port, self._edits = port, edits
        self._looks = looks
        self._window = window
        self._panel = panel
        self._actions = actions
        actions["by_outlet"].toggled.connect(panel.group)
        panel.group(actions["by_outlet"].isChecked())

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "only_outlet": self._turn_current,
            "only_anonymous": lambda: self._panel.turn(Across.ANONYMOUS),
            "only_noted": lambda: self._panel.turn(Across.NOTED),
            "all_claims": self._panel.show_all,
            "who_cites": self._show_citing,
            "chart": self._show_chart,
        }

    def show_filter(self) -> None:
        """Say on the actions what is shown alone in this side."""
        facets = self._panel.filter.facets
        self._actions["only_anonymous"].setChecked(Across.ANONYMOUS in facets)
        self._actions["only_noted"].setChecked(Across.NOTED in facets)
        for name in ("all_claims", "export_shown"):
            self._actions[name].setEnabled(bool(facets))

    def _turn_current(self) -> None:
        rated = self._panel.card.claim
        if rated is None:
            return
        outlet = rated.resolution.outlet
        facet: Facet = outlet.slug if outlet and rated.claim.asserted else rated.drawn
        self._panel.turn(facet)

    def _show_chart(self) -> None:
        reading = self._port.reading
        if reading is not None:
            open_form(ChartDialog(chart_of(reading, self._looks.theme), file_stem(reading), self._port.save_picture, self._window))

    def _show_citing(self) -> None:
        rows = self._edits.read(self._port.library.who_cites_whom)
        if rows is not None:
            chart = citing_chart(rows, self._looks.theme)
            open_form(ChartDialog(chart, tr("who cites whom"), self._port.save_picture, self._window, tr(TITLE)))
