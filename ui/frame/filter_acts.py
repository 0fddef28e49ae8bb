"""What the menu and the keyboard show alone: an outlet's claims, the anonymous ones, or all again."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.claims import ClaimsPanel
from ui.filtering import Across, ClaimFilter, Facet


class FilterActs(QObject):
    """Joins the actions to the panel's filter; `export_shown` is on while something is left out."""

    def __init__(self, panel: ClaimsPanel, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._actions = actions
        actions["only_outlet"].triggered.connect(self._turn_current)
        actions["only_anonymous"].triggered.connect(lambda: panel.turn(Across.ANONYMOUS))
        actions["by_outlet"].toggled.connect(panel.group)
        actions["all_claims"].triggered.connect(panel.show_all)
        panel.filter_changed.connect(self._on_changed)
        self._on_changed(panel.filter)

    def _turn_current(self) -> None:
        rated = self._panel.card.claim
        if rated is None:
            return
        outlet = rated.resolution.outlet
        facet: Facet = outlet.slug if outlet and rated.claim.asserted else rated.drawn
        self._panel.turn(facet)

    def _on_changed(self, chosen: ClaimFilter) -> None:
        self._actions["only_anonymous"].setChecked(Across.ANONYMOUS in chosen.facets)
        for name in ("all_claims", "export_shown"):
            self._actions[name].setEnabled(bool(chosen))
