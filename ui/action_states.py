"""The actions as Qt has them: made from their table, switched on and off, named by what undo and redo would do."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from credibility.floor.language import tr
from credibility.model import RatedClaim
from ui.actions import ACTIONS
from ui.basics.plain import caption


def build_actions(parent: QObject) -> Mapping[str, QAction]:
    """One QAction per row of the table, by name; they get their keys from `keys.give_keys`."""
    built = {}
    for spec in ACTIONS:
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.name)
        action.setStatusTip(tr(spec.tip))
        action.setCheckable(spec.checkable)
        built[spec.name] = action
    return built


def enable(actions: Mapping[str, QAction], is_read: bool, claim: RatedClaim | None) -> None:
    """Switch the actions on that can be done now: those on an article when one is read, those on a claim when one is chosen."""
    for spec in ACTIONS:
        if spec.needs_article:
            actions[spec.name].setEnabled(is_read)
        if spec.needs_claim:
            actions[spec.name].setEnabled(claim is not None)
    actions["edit_rating"].setEnabled(claim is not None and claim.resolution.outlet is not None)
    actions["not_said"].setChecked(claim is not None and not claim.claim.asserted)


def name_steps(actions: Mapping[str, QAction], summaries: tuple[str | None, str | None]) -> None:
    """Say what undo and redo would do; off when there is nothing."""
    for (name, verb), summary in zip((("undo", "&Undo"), ("redo", "&Redo")), summaries, strict=True):
        actions[name].setEnabled(summary is not None)
        actions[name].setText(f"{tr(verb)}: {caption(tr(summary))}" if summary else tr(verb))
